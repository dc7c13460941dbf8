"""./dev bench compile: what it costs to include aril, in seconds of g++ -std=c++20 -fsyntax-only, beside headers that one knows."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

from bench_rows import HERE, child, in_words, row

REPEAT = 9
SERVICE = ["aril/rank/ranker.hpp", "aril/io/market_files.hpp"]
CASES = {  # system: headers
    "umbrella": {"aril": ["aril/aril.hpp"]},
    "service": {"aril": SERVICE},
    "for-scale": {"<span>": ["span"], "<string>": ["string"], "Eigen/Core": ["Eigen/Core"], "tbb/parallel_for.h": ["tbb/parallel_for.h"]},
}
COMPILER = os.environ.get("CXX", "g++")


def command(file):
    return [COMPILER, "-std=c++20", "-fsyntax-only", f"-I{HERE.parent / 'include'}", "-isystem", "/usr/include/eigen3", "-x", "c++", file]


def there_is(header):
    """Whether the compiler finds it: not everybody has Eigen and oneTBB."""
    text = f"#if !__has_include(<{header}>)\n#error\n#endif\n"
    return subprocess.run(command("-"), input=text.encode(), stderr=subprocess.DEVNULL).returncode == 0


def include(headers, folder):
    file = folder / "include.cpp"
    file.write_text("".join(f"#include <{header}>\n" for header in headers))
    start = time.perf_counter()
    _, peak = child(command(file))
    return time.perf_counter() - start, peak


def bench_headers(case, system, headers, repeat, folder):
    include(headers, folder)  # so that all files are in memory
    seconds, peaks = zip(*(include(headers, folder) for _ in range(repeat)))
    entry = row(case, system, 1, seconds, 1, max(peaks))
    print(f"{case:<12} {system:<20} {in_words(entry['seconds']):>10}  {entry['peak_mib']:4} MiB  {' '.join(headers)}", flush=True)
    return entry


def run(cases, repeat):
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            for system, headers in CASES[case].items():
                if not all(map(there_is, headers)):
                    print(f"{case}: {' '.join(headers)} is not installed here", file=sys.stderr)
                    continue
                rows.append(bench_headers(case, system, headers, repeat, pathlib.Path(folder)))
    return rows
