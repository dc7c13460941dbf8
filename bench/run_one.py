"""./dev bench one: one resident at the counter, 10,000 calls over residents who are no neighbours, one thread; `seconds` is a percentile of the calls."""

import functools
import sys

import bench_peers
from bench_peers import Answers, answers, run_peer
from bench_rows import HERE, child, in_words, last_line, program, row

REPEAT = 5
CASES = {"district-p50": "p50", "district-p99": "p99", "python-p50": "p50"}
CALLS = 10_000
SIZE = "district"
PEERS = {"numpy_peer": 200, "duckdb_peer": 50}  # calls


@functools.cache
def compare():
    """Ends the run where one call at a time gives other lists than all at once."""
    file = bench_peers.WORK / f"{SIZE}-one.answers"
    child([program("one"), "--answers", SIZE, file])
    if not Answers(file).same(answers(SIZE)):
        sys.exit("one resident at a time: other lists than all at once: nothing is timed")


@functools.cache
def percentiles(system, repeat):
    """What a program says of its calls, and its most memory."""
    command = {"aril": [program("one"), "--size", SIZE], "aril in Python": [sys.executable, HERE / "one_in_python.py"]}[system]
    output, peak = child([*command, "--calls", CALLS, "--repeat", repeat])
    return last_line(output), peak


def ours(case, repeat):
    system = "aril in Python" if case.startswith("python") else "aril"
    said, peak = percentiles(system, repeat)
    if said.get("agree") is False:
        sys.exit("Python: other lists than C++: nothing is timed")
    return row(case, "aril", 1, [ns * 1e-9 for ns in said[f"{CASES[case]}_ns"]], 1, peak, calls=CALLS)


@functools.cache
def peer_calls(script):
    """The name of a peer's system, its most memory, and each call's seconds in rising order."""
    entry, said = run_peer(script, SIZE, 1, 1, answers(SIZE), PEERS[script], each=True)
    if not entry["answers_agree"]:
        sys.exit(f"one resident at a time: the answers of {entry['system']} differ from ours: nothing is timed")
    return entry["system"], entry["peak_mib"], sorted(said["seconds"])


def peer(script, case):
    system, peak, seconds = peer_calls(script)
    percentile = seconds[len(seconds) * (99 if CASES[case] == "p99" else 50) // 100]
    return row(case, system, 1, [percentile], 1, peak, calls=len(seconds), answers_agree=True)


def show(entry, note=""):
    print(f"{entry['case']:<17} {entry['system']:<14} {in_words(entry['seconds']):>10} a call, {entry['calls']} calls  {note}", flush=True)


def run(cases, repeat):
    compare()
    rows = []
    for case in cases:
        peers = [peer(script, case) for script in PEERS]
        rows += [ours(case, repeat), *peers]
        show(rows[-1 - len(peers)])
        for entry in peers:
            show(entry, f"answers agree; aril is {entry['seconds'] / rows[-1 - len(peers)]['seconds']:.0f} x")
    return rows
