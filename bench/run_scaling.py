"""./dev bench scaling: the district with one thread and with two; the cost of a resident as postings double."""

import subprocess
import sys

from bench_peers import answers, run_peer
from bench_rows import google_benchmark, google_benchmarks, in_words, program, show

REPEAT = 5
CASES = ("threads", "postings")
POSTINGS = [5_000 << i for i in range(5)]
RESIDENTS = 20_000  # of bench/scaling.cpp
COMPARED = 8  # residents whose lists are compared with a full sort, for each number of postings
NUMPY_RESIDENTS = 2_000


def peer_on(threads, repeat):
    peer, _ = run_peer("numpy_peer", "district", threads, repeat, answers("district"), NUMPY_RESIDENTS)
    if not peer["answers_agree"]:
        sys.exit(f"threads: the answers of {peer['system']} differ from ours: nothing is timed")
    return peer | {"case": "threads"}


def bench_threads(repeat):
    """The same with two threads beside it with one: in turns where it is ours."""
    peers = [peer_on(threads, repeat) for threads in (1, 2)]
    ours = google_benchmarks("rank", [(f"district/{threads}", "threads", "aril", threads) for threads in (1, 2)], repeat)
    for one, two in (ours, peers):
        two["times_one_thread"] = one["seconds"] / two["seconds"]
        show(one)
        show(two, f"{two['times_one_thread']:.2f} x one thread")
    return ours + peers


def bench_postings(repeat):
    """Rising numbers of postings, each beside the half of it."""
    rows = []
    for postings in POSTINGS:
        if subprocess.run([program("scaling"), "--check", str(postings), str(COMPARED)]).returncode != 0:
            sys.exit(f"{postings} postings: the lists differ from a full sort of all pairs: nothing is timed")
        row = google_benchmark("scaling", f"postings/{postings}", f"postings-{postings}", "aril", 1, repeat)
        row.update(postings=postings, seconds_per_resident=row["seconds"] / RESIDENTS)
        growth = ""
        if rows:
            row["times_half"] = row["seconds"] / rows[-1]["seconds"]
            growth = f", {row['times_half']:.2f} x that of half as many postings"
        rows.append(row)
        show(row, f"{in_words(row['seconds_per_resident'])} a resident{growth}", "residents")
    return rows


def run(cases, repeat):
    benches = {"threads": bench_threads, "postings": bench_postings}
    return [row for case in cases for row in benches[case](repeat)]
