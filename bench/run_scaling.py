"""./dev bench scaling: the district with one thread and with two; the cost of a resident as postings double."""

import subprocess
import sys

from bench_peers import answers, run_peer
from bench_rows import google_benchmark, in_words, program, show

REPEAT = 5
CASES = ("threads", "postings")
POSTINGS = [5_000 << i for i in range(5)]
RESIDENTS = 20_000  # of bench/scaling.cpp
COMPARED = 8  # residents whose lists are compared with a full sort, for each number of postings
NUMPY_RESIDENTS = 2_000


def bench_threads(repeat):
    rows = []
    for threads in (1, 2):
        peer, _ = run_peer("numpy_peer", "district", threads, repeat, answers("district"), NUMPY_RESIDENTS)
        if not peer["answers_agree"]:
            sys.exit(f"threads: the answers of {peer['system']} differ from ours: nothing is timed")
        peer["case"] = "threads"
        rows += [google_benchmark("rank", f"district/{threads}", "threads", "aril", threads, repeat), peer]
    for one, two in zip(rows[:2], rows[2:]):
        two["times_one_thread"] = one["seconds"] / two["seconds"]
        show(one)
        show(two, f"{two['times_one_thread']:.2f} x one thread")
    return rows


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
