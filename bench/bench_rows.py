"""What the drivers of all benches share: programs in processes of their own, the rows that they fill, and where the rows go.

A row: case, system, threads, seconds (the median), seconds_min, seconds_max, items_per_second, peak_mib; a peer's also says answers_agree,
and `sampled` where it ran on so many residents (or postings) only and its seconds are scaled. `preparation`: the seconds of what was made before.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BUILD = pathlib.Path(os.environ.get("ARIL_BUILD_DIR", "build/release-bench")).resolve()
PEERS_PYTHON = os.environ.get("ARIL_PEERS_PYTHON", sys.executable)  # an interpreter with bench/peers/requirements.txt installed
OUT = pathlib.Path("build/bench")


def child(command, **options):
    """Runs a command; gives its output and the most memory that it held, in MiB."""
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed with status {status}")
    return output, usage.ru_maxrss // 1024


def program(name):
    return str(BUILD / "bin" / f"aril_bench_{name}")


def last_line(output):
    """What a program says in JSON, in the last line that it prints."""
    return json.loads(output.decode().strip().splitlines()[-1])


def row(case, system, threads, seconds, items, peak, **more):
    """seconds: one for each repetition. items: how many of them each repetition did."""
    median = statistics.median(seconds)
    return {"case": case, "system": system, "threads": threads, "seconds": median, "seconds_min": min(seconds), "seconds_max": max(seconds),
            "items_per_second": items / median, "peak_mib": peak, **more}


def google_benchmark(bench, name, case, system, threads, repeat):
    """One benchmark of a program in a process of its own, so that its memory is its own; as a row."""
    return google_benchmarks(bench, [(name, case, system, threads)], repeat)[0]


def google_benchmarks(bench, named, repeat):
    """Several (name, case, system, threads) in one process, their repetitions in turn, so that what else the machine does is the same for all."""
    names = "|".join(name for name, *_ in named)
    output, peak = child([program(bench), f"--benchmark_filter=^({names})/real_time$", f"--benchmark_repetitions={repeat}",
                          "--benchmark_min_time=0", "--benchmark_enable_random_interleaving=true", "--benchmark_format=json"],
                         stderr=subprocess.DEVNULL)
    runs = [run for run in json.loads(output or b'{"benchmarks": []}')["benchmarks"] if run["run_type"] == "iteration"]
    return [row_of_runs([run for run in runs if run["run_name"] == f"{name}/real_time"], name, case, system, threads, peak)
            for name, case, system, threads in named]


def row_of_runs(runs, name, case, system, threads, peak):
    if not runs:
        sys.exit(f"there is no benchmark {name}")
    items = runs[0]["items_per_second"] * runs[0]["real_time"]
    more = {"preparation": statistics.median(run["preparation"] for run in runs)} if "preparation" in runs[0] else {}
    return row(case, system, threads, [run["real_time"] for run in runs], items, peak, **more)


def in_words(seconds):
    return f"{seconds:.3f} s" if seconds >= 0.1 else f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"


def rate_in_words(rate):
    return f"{rate / 1e6:8.2f} M" if rate >= 1e4 else f"{rate:8.1f}  "


def show(entry, note="", items="pairs"):
    if "sampled" in entry:
        note += f" (on {entry['sampled']}, scaled)"
    print(f"{entry['case']:<17} {entry['system']:<14} {entry['threads']} thread(s) {in_words(entry['seconds']):>10} "
          f"{rate_in_words(entry['items_per_second'])} {items}/s {entry['peak_mib']:6.0f} MiB  {note}", flush=True)


def write(name, rows):
    OUT.mkdir(parents=True, exist_ok=True)
    file = OUT / f"{name}.json"
    file.write_text(json.dumps({"bench": name, "rows": rows}, indent=1) + "\n")
    print(f"rows: {file}")
