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

import argparse
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

from duckdb_queries import Query  # noqa: E402
from duckdb_tables import Tables  # noqa: E402
from numpy_market import load  # noqa: E402
from numpy_policy import Policy  # noqa: E402

CHUNK = 1000  # residents of one query, at most


def rows_of(index, file):
    if not file:
        return np.arange(len(index))
    with open(file, encoding="utf-8") as lines:
        return np.array([index[line] for line in lines.read().splitlines() if line], np.int64)


class Peer:
    def __init__(self, args):
        market = load(args.market)
        policy = Policy(args.policy, "employer" if args.reverse else "resident")
        as_of = datetime.date.fromisoformat(args.as_of).toordinal()
        everyone = np.arange(len(market.resident_ids))
        vectors = None
        if args.vectors:
            vectors = [np.fromfile(os.path.join(args.vectors, f"{table}.f32"), np.float32).reshape(-1, 64) for table in ("residents", "postings")]
        self.owners = rows_of({x: i for i, x in enumerate(market.posting_ids)} if args.reverse else market.resident_index, args.sample)
        self.residents = everyone if args.reverse else self.owners
        chunk = min(CHUNK, -(-len(self.residents) // args.threads))
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
        self.cursors = [self.database.cursor() for _ in range(self.threads)]

    def work(self, cursor, parts):
        """Takes chunk after chunk; owners, eligible counts and keys of each."""
        return [self.query.run(cursor, part) for part in parts]

    def rank(self, pool):
        parts = iter(range(self.parts))  # shared: next() of a range is atomic
        found = [chunk for done in pool.map(self.work, self.cursors, [parts] * self.threads) for chunk in done]
        owner, key, eligible_owner, eligible = (np.concatenate(column) for column in zip(*found))
        counts = np.zeros(int(self.owners.max(initial=0)) + 1, np.int64)
        np.add.at(counts, eligible_owner, eligible)
        return self.lists(owner, key, counts)

    def lists(self, owner, key, counts):
        """Keys are (score, row from the last to the first): the larger, the better."""
        order = np.lexsort((~key, owner))
        owner, key = owner[order], key[order]
        first = np.searchsorted(owner, owner)
        best = np.arange(len(owner)) - first < self.k
        owner, key = owner[best], key[best]
        begin, end = np.searchsorted(owner, self.owners), np.searchsorted(owner, self.owners, "right")
        size = end - begin
        at = np.repeat(end - np.cumsum(size), size) + np.arange(size.sum())
        low = np.uint64((1 << self.query.row_bits) - 1)
        return {"owners": self.owners, "offsets": np.concatenate([[0], np.cumsum(size)]), "rows": (low - (key[at] & low)).astype(np.int64),
                "scores": (key[at] >> np.uint64(self.query.row_bits)).astype(np.uint32), "eligible": counts[self.owners]}


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--market", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--k", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--policy")
    parser.add_argument("--sample", help="a file with the ids of the residents (with --reverse: postings) to rank, one a line")
    parser.add_argument("--reverse", action="store_true", help="the best residents of postings")
    parser.add_argument("--vectors", help="the folder of the embeddings")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--out")
    return parser.parse_args()


def main():
    args = parse_arguments()
    peer = Peer(args)
    seconds = []
    with concurrent.futures.ThreadPoolExecutor(peer.threads) as pool:
        peer.rank(pool)  # what DuckDB does only once
        for _ in range(args.repeat):
            start = time.perf_counter()
            result = peer.rank(pool)
            seconds.append(time.perf_counter() - start)
    if args.out:
        np.savez(args.out, **result)
    print(json.dumps({"system": f"duckdb {duckdb.__version__}", "threads": args.threads, "seconds": seconds,
                      "eligible_share": float(result["eligible"].sum() / max(1, len(peer.owners) * peer.others)),
                      "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))


if __name__ == "__main__":
    main()
