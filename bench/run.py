"""Runs one bench: answers compared first, then aril and its peers timed in the same run; rows go to build/bench/NAME.json.

    ./dev bench rank [--case community|district] [--repeat 5]

Rows: case, system, threads, seconds (the median), seconds_min, seconds_max, items_per_second (pairs), peak_mib, answers_agree on every peer's
row, and `sampled` where a peer ran on so many residents only and its seconds are scaled.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
AS_OF = "2026-06-03"
K = 20
SAMPLED_RESIDENTS = {"community": None, "district": 2000}  # None: all


def child(command, **options):
    """Runs a command; gives its output and the most memory that it held, in MiB."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, **options)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed with status {status}")
    return output, usage.ru_maxrss // 1024


class Bench:
    def __init__(self, build, repeat):
        self.program = str(build / "bin" / "aril_bench_rank")
        self.work = build / "bench-data"
        self.work.mkdir(parents=True, exist_ok=True)
        self.repeat = repeat

    def time_aril(self, name, case, system, threads):
        """One Google Benchmark in a process of its own, so that its memory is its own."""
        output, peak = child([self.program, f"--benchmark_filter=^{name}/{threads}/", f"--benchmark_repetitions={self.repeat}",
                              "--benchmark_min_time=0", "--benchmark_format=json"], stderr=subprocess.DEVNULL)
        runs = [run for run in json.loads(output)["benchmarks"] if run["run_type"] == "iteration"]
        if not runs:
            sys.exit(f"no benchmark is called {name}/{threads}")
        seconds = [run["real_time"] for run in runs]
        pairs = runs[0]["items_per_second"] * runs[0]["real_time"]
        return row(case, system, threads, seconds, pairs, peak)

    def market(self, size):
        folder = self.work / size
        if not (folder / "complete").exists():
            child([self.program, "--write-market", size, str(folder)])
            (folder / "complete").touch()
        return folder

    def answers(self, size):
        file = self.work / f"{size}.answers"
        child([self.program, "--answers", size, str(file)])
        bytes_ = file.read_bytes()
        residents = int(np.frombuffer(bytes_, "<u8", 1)[0])
        offsets = np.frombuffer(bytes_, "<u8", residents + 1, 8).astype(np.int64)
        hits = int(offsets[-1])
        rows = np.frombuffer(bytes_, "<u4", hits, 8 + 8 * (residents + 1))
        scores = np.frombuffer(bytes_, "<u4", hits, 8 + 8 * (residents + 1) + 4 * hits)
        return offsets, rows, scores

    def run_peer(self, size, threads):
        """The NumPy peer in a process of its own: its row, and whether its lists equal ours."""
        offsets, rows, scores = self.answers(size)
        folder = self.market(size)
        out = self.work / f"{size}.npz"
        command = [sys.executable, str(HERE / "peers" / "numpy_peer.py"), "--market", str(folder), "--as-of", AS_OF, "--k", str(K),
                   "--threads", str(threads), "--repeat", str(self.repeat), "--out", str(out)]
        sample = SAMPLED_RESIDENTS[size]
        everyone = len(offsets) - 1
        if sample:
            chosen = np.linspace(0, everyone - 1, sample).astype(int)
            ids = resident_ids(folder)
            (self.work / "sample.txt").write_text("".join(f"{ids[i]}\n" for i in chosen))
            command += ["--residents-sample", str(self.work / "sample.txt")]
        output, peak = child(command)
        said = json.loads(output.decode().strip().splitlines()[-1])
        peer = np.load(out)
        agree = all(
            np.array_equal(rows[offsets[r]:offsets[r + 1]], peer["posting_rows"][peer["offsets"][i]:peer["offsets"][i + 1]])
            and np.array_equal(scores[offsets[r]:offsets[r + 1]], peer["scores"][peer["offsets"][i]:peer["offsets"][i + 1]])
            for i, r in enumerate(peer["resident_rows"]))
        scale = everyone / sample if sample else 1
        timed = row(size, said["system"], threads, [float(s) * scale for s in peer["seconds"]], said["pairs"] * scale, peak)
        timed["answers_agree"] = bool(agree)
        if sample:
            timed["sampled"] = sample
        return timed, said["eligible_share"]


def resident_ids(folder):
    import csv

    with open(folder / "residents.csv", encoding="utf-8", newline="") as file:
        return sorted((record["id"] for record in csv.DictReader(file)), key=lambda text: text.encode())


def row(case, system, threads, seconds, pairs, peak):
    median = statistics.median(seconds)
    return {"case": case, "system": system, "threads": threads, "seconds": median, "seconds_min": min(seconds), "seconds_max": max(seconds),
            "items_per_second": pairs / median, "peak_mib": peak}


def show(entry, note=""):
    print(f"{entry['case']:<12} {entry['system']:<16} {entry['threads']} thread(s)  {entry['seconds']:9.4f} s  "
          f"{entry['items_per_second'] / 1e6:9.1f} M pairs/s  {entry['peak_mib']:6} MiB  {note}", flush=True)


def bench_rank(bench, cases):
    rows = []
    for case in cases:
        for threads in (1, 2):
            peer, share = bench.run_peer(case, threads)
            if not peer["answers_agree"]:
                sys.exit(f"{case}: the answers of {peer['system']} differ from ours: nothing is timed")
            ours = bench.time_aril(case, case, "aril", threads)
            rows += [ours, peer]
            show(ours, f"{100 * share:.1f} % of pairs eligible")
            show(peer, f"answers agree; aril is {peer['seconds'] / ours['seconds']:.1f} x" + (f"; on {peer['sampled']} residents, scaled" if "sampled" in peer else ""))
    built_in = bench.time_aril("freshness", "own-term", "aril built-in", 1)
    own = bench.time_aril("own_freshness", "own-term", "aril", 1)
    rows += [own, built_in]
    pairs = own["items_per_second"] * own["seconds"]
    show(built_in)
    show(own, f"a term of one's own costs {(own['seconds'] - built_in['seconds']) / pairs * 1e9:+.2f} ns a pair over a built-in one")
    return rows


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("name", choices=["rank"])
    parser.add_argument("--case", choices=["community", "district"], action="append")
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    build = pathlib.Path(os.environ.get("ARIL_BUILD_DIR", "build/release-bench"))
    rows = bench_rank(Bench(build, options.repeat), options.case or ["community", "district"])
    out = pathlib.Path("build/bench") / f"{options.name}.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"bench": options.name, "rows": rows}, indent=1) + "\n")
    print(f"rows: {out}")


if __name__ == "__main__":
    main()
