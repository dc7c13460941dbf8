"""One resident at the counter through the binding: percentiles of calls as bench/one.cpp gives them, as one line of JSON."""

import argparse
import json
import time

import numpy as np

import aril
from bench_peers import AS_OF, K, answers


def spread(residents, calls):
    """The rows of bench/one.cpp: no neighbours beside each other."""
    step = residents * 382 // 1000 | 1
    call = np.arange(calls)
    return ((call * step + call * step // residents) % residents).tolist()


def agrees(ranker, rows):
    ours = answers("district")
    for row in rows:
        lists = ranker.rank(K, residents=row)
        if not ours.list_agrees(row, {"offsets": np.array([0, len(lists.postings)]), "rows": lists.postings, "scores": lists.scores,
                                      "eligible": lists.eligible}, 0):
            return False
    return True


def time_calls(ranker, rows):
    """Nanoseconds of each call, in rising order."""
    taken = []
    for row in rows:
        start = time.perf_counter_ns()
        ranker.rank(K, residents=row)
        taken.append(time.perf_counter_ns() - start)
    return sorted(taken)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    market = aril.sample_district("district", seed=7)
    ranker = aril.Ranker(market, as_of=AS_OF)
    rows = spread(len(market.resident_ids), options.calls)
    agree = agrees(ranker, rows[:500])
    turns = [time_calls(ranker, rows) for _ in range(options.repeat)]
    print(json.dumps({"calls": options.calls, "agree": agree, "p50_ns": [turn[len(turn) // 2] for turn in turns],
                      "p99_ns": [turn[len(turn) * 99 // 100] for turn in turns]}))


if __name__ == "__main__":
    main()
