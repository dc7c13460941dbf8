"""Ranks by DuckDB SQL: docs/definitions.md as one query over chunks of residents, written to be as fast as we know how to make DuckDB.

    python duckdb_peer.py --market FOLDER --policy FILE --as-of 2026-06-03 --k 20 --threads 2 [--sample FILE] [--reverse] [--vectors FOLDER]
                          [--repeat R] [--out result.npz]

Outside the timing (duckdb_tables.py, and the NumPy peer's encodings): reading the CSV; columns of residents and of postings, each by itself; the
posting-only rules `open` and `seats`, and freshness; closeness between skills and between occupations that occur; minutes between grids; the list of
equal things that postings ask. Inside the timing: everything that needs a resident and a posting, or a resident and anything a posting asks.

How (duckdb_queries.py): what postings ask of what people hold, and the places within reach, become bit strings of a resident; rules are then a
filter over the cross product, cheap comparisons first; only the pairs that are left get their terms, by lists of covers, minutes and closeness of
the resident; the top k is the aggregate max(key, k) over score and row in one integer. Each thread has a connection of its own that takes the
next chunk of residents: DuckDB's own parallelism splits tables by row groups, and a chunk is smaller than one.
"""

import concurrent.futures
import datetime
import json
import os
import resource
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import duckdb  # noqa: E402
import numpy as np  # noqa: E402

from duckdb_queries import ROW_BITS, Query  # noqa: E402
from duckdb_tables import Tables  # noqa: E402
from numpy_market import load  # noqa: E402
from numpy_policy import Policy  # noqa: E402
from numpy_reverse import NONE, keep_best, lists  # noqa: E402
from one_at_a_time import rank_each  # noqa: E402
from ranking_arguments import ranking_arguments  # noqa: E402

CHUNK = 1000  # residents of one query, at most


def rows_of(index, file):
    if not file:
        return np.arange(len(index))
    with open(file, encoding="utf-8") as lines:
        return np.array([index[line] for line in lines.read().splitlines() if line], np.int64)


class Peer:
    def __init__(self, args):
        market = load(args.market)
        start = time.perf_counter()
        policy = Policy(args.policy, "employer" if args.reverse else "resident")
        as_of = datetime.date.fromisoformat(args.as_of).toordinal()
        everyone = np.arange(len(market.resident_ids))
        vectors = None
        if args.vectors:
            vectors = [np.fromfile(os.path.join(args.vectors, f"{table}.f32"), np.float32).reshape(-1, 64) for table in ("residents", "postings")]
        self.owners = rows_of({x: i for i, x in enumerate(market.posting_ids)} if args.reverse else market.resident_index, args.sample)
        self.residents = everyone if args.reverse else self.owners
        chunk = 1 if args.each else min(CHUNK, -(-len(self.residents) // args.threads))
        self.parts = -(-len(self.residents) // chunk)
        self.database = duckdb.connect()
        self.database.execute("SET threads = 1")  # a connection a thread
        # Else the rules become the condition of a join, which asks them in an order of its own.
        self.database.execute("SET disabled_optimizers = 'filter_pushdown'")
        tables = Tables(self.database, market, policy, as_of, vectors, self.owners if args.reverse else None)
        tables.fill(self.residents, chunk)
        self.query = Query(policy, tables, args.k, args.reverse)
        self.threads, self.k = args.threads, args.k
        self.others = len(everyone) if args.reverse else len(market.posting_ids)
        self.cursors = [self.query.prepare(self.database.cursor()) for _ in range(self.threads)]
        self.preparation = time.perf_counter() - start

    def work(self, cursor, parts, owners):
        """Takes part after part; the k best keys and the eligible count of each owner. A key is as in the NumPy peer: the smaller, the better."""
        best, eligible = np.full((len(owners), self.k), NONE), np.zeros(len(owners), np.int64)
        for part in parts:
            owner, key, counted, count = self.query.run(cursor, part)
            keep_best(best, np.searchsorted(owners, owner), ~key)
            eligible[np.searchsorted(owners, counted)] += count
        return best, eligible

    def rank(self, pool, parts=None, owners=None):
        """parts: of the residents, None for all; owners: whose lists these parts give."""
        owners = self.owners if owners is None else owners
        parts = iter(range(self.parts) if parts is None else parts)  # shared: next() of a range is atomic
        best, eligible = zip(*pool.map(self.work, self.cursors, [parts] * self.threads, [owners] * self.threads))
        return lists(owners, np.sort(np.concatenate(best, axis=1), axis=1)[:, :self.k], sum(eligible), ROW_BITS)


def parse_arguments():
    return ranking_arguments().parse_args()


def time_calls(peer, args):
    """The lists, and the seconds of each repetition (--each: of each call)."""
    with concurrent.futures.ThreadPoolExecutor(peer.threads) as pool:
        if args.each:
            return rank_each(lambda parts: peer.rank(pool, parts, peer.owners[parts]), range(peer.parts))
        peer.rank(pool, [0])  # what DuckDB does only once
        seconds = []
        for _ in range(args.repeat):
            start = time.perf_counter()
            result = peer.rank(pool)
            seconds.append(time.perf_counter() - start)
        return result, seconds


def main():
    args = parse_arguments()
    peer = Peer(args)
    result, seconds = time_calls(peer, args)
    if args.out:
        np.savez(args.out, **result)
    print(json.dumps({"system": f"duckdb {duckdb.__version__}", "threads": args.threads, "seconds": seconds, "preparation": peer.preparation,
                      "eligible_share": float(result["eligible"].sum() / max(1, len(peer.owners) * peer.others)),
                      "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


if __name__ == "__main__":
    main()
