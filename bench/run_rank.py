"""./dev bench rank: a whole sample ranked, in the cases below. The peers' answers are compared before anything is timed."""

import subprocess
import sys

from bench_peers import answers, run_peer
from bench_rows import google_benchmark, google_benchmarks, program, show

REPEAT = 5
CASES = {  # threads
    "community": (1, 2),
    "district": (1, 2),
    "district-open": (2,),     # every rule off: all pairs are scored
    "district-reverse": (2,),  # the best residents of every posting
    "district-dense": (2,),    # an embedding of 64 dimensions has a weight
    "own-term": (1,),
    "province": (2,),  # streamed; no peer holds it, so some lists are compared with a full sort of all pairs
}
COMPARED_IN_PROVINCE = 16  # residents
# How many residents (in reverse: postings) a peer ranks; None: all. How often: once where it ranks all of a district.
PEERS = {
    "numpy_peer": {"community": None, "district": 2000, "district-open": 500, "district-reverse": None, "district-dense": 2000},
    "duckdb_peer": {"community": None, "district": 1000, "district-open": 200, "district-reverse": None, "district-dense": 1000},
}


def run_peers(case, threads, repeat):
    """The peers' rows, and the share of pairs that are eligible. Ends the run where answers differ."""
    ours = answers(case)
    rows = []
    for script, sampled in PEERS.items():
        everything = sampled[case] is None and case.startswith("district")
        entry, said = run_peer(script, case, threads, 1 if everything else repeat, ours, sampled[case])
        if not entry["answers_agree"]:
            sys.exit(f"{case}: the answers of {entry['system']} differ from ours: nothing is timed")
        rows.append(entry)
    return rows, said["eligible_share"]


def time_ours(case, threads, repeat):
    """Our row; beside the dense one that of the same without an embedding, in turns with it."""
    named = [(f"{case}/{threads}", case, "aril", threads)]
    if case == "district-dense":
        named.append((f"district/{threads}", case, "aril without", threads))
    ours, *without = google_benchmarks("rank", named, repeat)
    for row in without:
        ours["times_without"] = ours["seconds"] / row["seconds"]
    return ours, without


def bench_case(case, threads, repeat):
    peers, share = run_peers(case, threads, repeat)
    ours, without = time_ours(case, threads, repeat)
    ours["eligible_share"] = share
    show(ours, f"{100 * share:.1f} % of pairs eligible; the ranker is made in {1e3 * ours['preparation']:.0f} ms")
    for row in without:
        show(row, f"with the embedding {ours['times_without']:.2f} x of this")
    for peer in peers:
        both = (peer["seconds"] + peer["preparation"]) / (ours["seconds"] + ours["preparation"])
        show(peer, f"answers agree; aril is {peer['seconds'] / ours['seconds']:.1f} x, with what is made before on both sides {both:.1f} x")
    return [ours, *without, *peers]


def bench_own_term(repeat):
    return [row for size in ("district", "community") for row in own_term_at(size, repeat)]


def own_term_at(size, repeat):
    case = "own-term" if size == "district" else f"own-term-{size}"
    built_in, own = google_benchmarks(
        "rank", [(f"{size}-freshness/1", case, "aril built-in", 1), (f"{size}-own_freshness/1", case, "aril", 1)], repeat)
    show(built_in)
    pairs = own["items_per_second"] * own["seconds"]
    show(own, f"a term of one's own costs {(own['seconds'] - built_in['seconds']) / pairs * 1e9:+.2f} ns a pair over a built-in one")
    return [own, built_in]


def bench_province(repeat):
    if subprocess.run([program("rank"), "--check", "province", str(COMPARED_IN_PROVINCE)]).returncode != 0:
        sys.exit("province: the lists differ from a full sort of all pairs: nothing is timed")
    ours = google_benchmark("rank", "province/2", "province", "aril", 2, min(repeat, 2))
    show(ours, f"lists of {COMPARED_IN_PROVINCE} residents equal to a full sort")
    return [ours]


def bench_against_peers(case, repeat):
    return [row for threads in CASES[case] for row in bench_case(case, threads, repeat)]


def run(cases, repeat):
    alone = {"own-term": bench_own_term, "province": bench_province}
    return [row for case in cases for row in (alone[case](repeat) if case in alone else bench_against_peers(case, repeat))]
