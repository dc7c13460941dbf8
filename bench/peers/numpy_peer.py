"""The fastest exact NumPy ranking that we know of for docs/definitions.md: all residents against all postings, top k of each.

    python numpy_peer.py --market FOLDER --as-of 2026-06-03 --k 20 --threads 2 [--policy FILE] [--sample FILE] [--reverse] [--vectors FOLDER]
                         [--repeat R] [--out result.npz]

or `peer = Peer(load(folder), policy, as_of)`, `peer.rank(k, threads, residents)`, `peer.rank_residents(k, threads)`.

Outside the timing (numpy_market.py, numpy_prepare.py): reading the CSV; columns and encodings of residents and of postings, each by itself;
the posting-only rules `open` and `seats` and the term `freshness`; closeness between skills and between occupations that occur; minutes
between grids; for each training slot, which wanted occupations its grants help with; the list of equal things that postings ask.
Inside the timing: everything that needs a resident and a posting (or a resident and anything a posting asks): answers to all other rules,
common hours, covers of skills, gains, travel, pay, preferences, scores, the top k, eligible counts.

How: a block of residents answers each distinct thing that postings ask once, as a row of bits. The AND of a posting's rows is its set of
eligible residents; a transpose of bits gives each resident's set of postings. Only these pairs are then scored, by gathers from tables
that fit the cache, in exact integers. The top k is a sort of (score, row) keys of residents with about as many eligible pairs.

Threads are worker processes that share the prepared tables by fork, started before the timing: with a ThreadPoolExecutor the many short
NumPy calls wait for the interpreter lock, and two threads were no faster than one. What the workers send back is inside the timing.
"""

import concurrent.futures
import datetime
import json
import multiprocessing
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import numpy as np  # noqa: E402

from numpy_market import load  # noqa: E402
from numpy_policy import Policy  # noqa: E402
from numpy_reverse import NONE, Reverse, lists  # noqa: E402
from one_at_a_time import rank_each  # noqa: E402
from numpy_terms import Block, Terms  # noqa: E402
from ranking_arguments import ranking_arguments  # noqa: E402

BLOCK_PAIRS = 1 << 23  # pairs of a block of residents with all postings
TABLE_ENTRIES = 1 << 26  # of a table by class of residents: with more residents than this allows, in several parts
CHUNK = 1 << 16  # eligible pairs that are scored together


def memory_mib(pid, what):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(what + ":")) / 1024


ranking = None  # in a worker process: its Peer, as it was when the process was forked


def adopt(peer):
    global ranking
    ranking = peer


def rank_part(rows, k, block):
    return ranking.rank_rows(rows, k, block)


def best_of_part(rows, k, block):
    return ranking.best_residents(rows, k, block)


class Peer(Reverse, Terms):
    def __init__(self, market, policy=None, as_of="2026-06-03", vectors=None):
        as_of = datetime.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        super().__init__(market, policy if isinstance(policy, Policy) else Policy(policy), as_of.toordinal(), vectors)
        self.pools = {}

    def start(self, threads):
        """Worker processes, one a thread, that share this one's memory by fork. They stay until close()."""
        if threads not in self.pools:
            self.pools[threads] = concurrent.futures.ProcessPoolExecutor(
                threads, multiprocessing.get_context("fork"), initializer=adopt, initargs=(self,))
            list(self.pools[threads].map(abs, range(threads)))
        return self.pools[threads]

    def close(self):
        for pool in self.pools.values():
            pool.shutdown()
        self.pools = {}

    def rank(self, k, threads=1, residents=None, block=None):
        """residents: row numbers (None: all). A dict of arrays; the list of residents[i] is at offsets[i]:offsets[i + 1]."""
        rows = np.arange(len(self.market.resident_ids)) if residents is None else np.asarray(residents, np.int64)
        keys, eligible = map(np.concatenate, zip(*self.parts(Peer.rank_rows, rank_part, rows, k, threads, block)))
        return lists(rows, keys, eligible, self.row_bits)

    def rank_residents(self, k, threads=1, block=None):
        """The same for each posting, over all residents; the policy has the employer's weights."""
        rows = np.arange(len(self.market.resident_ids))
        keys, eligible = zip(*self.parts(Peer.best_residents, best_of_part, rows, k, threads, block))
        return lists(np.arange(len(self.market.posting_ids)), *self.of_postings(keys, eligible, k), self.resident_bits)

    def parts(self, here, in_worker, rows, k, threads, block):
        """What comes out for each part of the residents: here, or in worker processes."""
        block = max(64, block or BLOCK_PAIRS // max(1, self.width))
        if threads == 1:
            return [here(self, rows, k, block)]
        pieces = np.array_split(rows, threads * (1 if len(rows) < 8 * threads * block else 4))
        return self.start(threads).map(in_worker, pieces, *([x] * len(pieces) for x in (k, block)))

    def blocks(self, rows, block):
        """Blocks of residents: where they stand in `rows`, where in the tables by class, and these tables."""
        group = max(block, TABLE_ENTRIES // max(1, len(self.posting_hours)))
        for begin in range(0, len(rows), group):
            shared = self.share(rows[begin:begin + group])
            size = min(group, len(rows) - begin)
            cuts = np.linspace(0, size, -(-size // block) + 1).astype(np.int64).tolist()
            for first, last in zip(cuts, cuts[1:]):
                yield slice(begin + first, begin + last), slice(first, last), shared

    def rank_rows(self, rows, k, block):
        """The k best keys (2^32 - 1 - score, row) of residents, NONE where there are fewer; and the eligible counts."""
        eligible, keys = np.zeros(len(rows), np.int64), np.full((len(rows), k), NONE)
        for here, there, shared in self.blocks(rows, block):
            eligible[here] = self.rank_block(rows[here], there, shared, k, keys[here])
        return keys, eligible

    def prepare_block(self, rows, there, shared):
        """The order of residents in the block, their eligible postings as bits, their number by panel, and what they bring to scoring."""
        weights, size = self.policy.weights, len(rows)
        order = np.argsort(~self.skills_stated[rows], kind="stable")
        rows = rows[order]
        b = Block()
        b.rows, b.week, b.floor = rows, shared.week[there][order], shared.pay[there][order]
        b.stated = int(self.skills_stated[rows].sum())
        padded = np.minimum(np.arange(-(-size // 64) * 64), size - 1)  # whole words: the last resident again
        words = self.eligible_bits(rows[padded], b.stated, shared, there.start + order[padded])[:size]
        bits = words.view(np.uint8)
        if self.policy.on["blocked"]:
            self.block_out(rows, bits)
        begins = [panel.begin // 64 for panel in self.panels]
        counts = np.bitwise_count(words)
        counts = np.add.reduceat(counts, begins, axis=1, dtype=np.int64).T if begins else np.zeros((0, size), np.int64)
        b.commute = self.commute.take(self.cell_row[rows], axis=0) if weights["commute"] else None
        b.cover = self.covers(rows[:b.stated]) if weights["skills"] else None
        b.occupation = self.occupation_values(rows) if weights["occupation"] else None
        b.preference = np.clip(np.clip(self.likes_kind_workplace[rows], -4, 4).astype(np.int64) * 8192 + 32767, 0, 65535)
        b.preference = (b.preference * weights["preference"]).astype(np.uint32)
        b.liked = self.liked(rows, bits) if weights["preference"] else None
        return order, bits, counts, b

    def score_chunks(self, b, shared, panel, bits, count):
        """A panel's eligible pairs, so many together as fit the cache: residents, positions in the panel, keys."""
        if self.resident_vectors is not None:
            b.embedding = self.embedding_values(b.rows, panel)
        ends = np.cumsum(count)
        cuts = np.unique(np.searchsorted(ends, np.arange(0, ends[-1], CHUNK), "right"))
        for here in map(slice, cuts, [*cuts[1:], len(count)]):
            part = bits[here, panel.begin // 8:(panel.begin + panel.size) // 8]
            yield here, *self.score(b, shared, panel, here, count[here], part)

    def rank_block(self, rows, there, shared, k, keys):
        """Writes the k best keys of each resident, returns the eligible counts."""
        order, bits, counts, b = self.prepare_block(rows, there, shared)
        size, eligible = len(rows), counts.sum(axis=0)
        buckets, base = self.buckets(eligible)
        flat = np.full(sum(len(who) * width for who, width in buckets), NONE)
        for panel, count in zip(self.panels, counts):
            start = np.cumsum(count) - count
            for here, posting, key in self.score_chunks(b, shared, panel, bits, count):
                target = np.repeat(base[here] - start[here] + start[here][:1], count[here])
                target += np.arange(len(key))
                flat[target] = key
            base += count
        out = np.full((size, k), NONE)
        begin = 0
        for who, width in buckets:
            block = flat[begin:begin + len(who) * width].reshape(len(who), width)
            begin += block.size
            best = smallest(block, k)
            out[who, :best.shape[1]] = best
        keys[order] = out
        back = np.empty(size, np.int64)
        back[order] = eligible
        return back

    @staticmethod
    def buckets(eligible):
        """Residents with about as many eligible pairs side by side: [(residents, width)], and where a resident's keys begin."""
        order = np.argsort(-eligible, kind="stable")
        sizes = -eligible[order]
        base, out, start, begin = np.zeros(len(eligible), np.int64), [], 0, 0
        while start < len(order) and sizes[start] < 0:
            width = int(-sizes[start])
            end = int(np.searchsorted(sizes, -(width * 2 // 3 if width > 48 else 1), "right"))
            who = order[start:end]
            base[who] = begin + np.arange(len(who)) * width
            out.append((who, width))
            begin += len(who) * width
            start = end
        return out, base


def smallest(keys, k):
    """The k smallest of each row, in order (fewer where the rows are shorter)."""
    rows, width = keys.shape
    if width <= max(128, k):
        return np.sort(keys, axis=1)[:, :k]
    groups = 4 * k
    if width >= 3 * groups:
        # the k-th smallest of the minima of disjoint groups bounds the k-th smallest of all
        each = width // groups
        minima = keys[:, :each * groups].reshape(rows, each, groups).min(axis=1)
        bound = np.partition(minima, k - 1, axis=1)[:, k - 1:k]
        found = np.flatnonzero(keys <= bound)
        owner = found // width
        count = np.bincount(owner, minlength=rows)
        few = np.full((rows, int(count.max())), NONE)
        few[owner, np.arange(len(found)) - np.repeat(np.cumsum(count) - count, count)] = keys.reshape(-1)[found]
        return np.sort(few, axis=1)[:, :k]
    return np.sort(np.partition(keys, k - 1, axis=1)[:, :k], axis=1)


def parse_arguments():
    parser = ranking_arguments()
    parser.add_argument("--block", type=int, help="residents in a block (default: by the number of postings)")
    return parser.parse_args()


def make_peer(args):
    vectors = None
    if args.vectors:
        vectors = [np.fromfile(os.path.join(args.vectors, f"{table}.f32"), np.float32).reshape(-1, 64) for table in ("residents", "postings")]
    market = load(args.market)
    start = time.perf_counter()
    peer = Peer(market, Policy(args.policy, "employer" if args.reverse else "resident"), args.as_of, vectors)
    preparation = time.perf_counter() - start
    residents = None
    if args.sample:
        with open(args.sample, encoding="utf-8") as file:
            residents = [peer.market.resident_index[line] for line in file.read().splitlines() if line]
    return peer, residents, preparation


def rank(peer, residents, args):
    if args.reverse:
        return peer.rank_residents(args.k, args.threads)
    return peer.rank(args.k, args.threads, residents, args.block)


def time_calls(peer, residents, args):
    """The lists, and the seconds of each repetition (--each: of each call)."""
    if args.each:
        return rank_each(lambda rows: rank(peer, rows, args), residents)
    seconds = []
    for _ in range(args.repeat):
        start = time.perf_counter()
        result = rank(peer, residents, args)
        seconds.append(time.perf_counter() - start)
    return result, seconds


def main():
    args = parse_arguments()
    peer, residents, preparation = make_peer(args)
    if args.threads > 1:
        peer.start(args.threads)
    forked = {p.pid: memory_mib(p.pid, "VmRSS") for p in multiprocessing.active_children()}  # what workers share with this process
    result, seconds = time_calls(peer, residents, args)
    peak = memory_mib("self", "VmHWM") + sum(memory_mib(p.pid, "VmHWM") - forked[p.pid] for p in multiprocessing.active_children())
    peer.close()
    pairs = len(result["owners"]) * len(peer.market.resident_ids if args.reverse else peer.market.posting_ids)
    if args.out:
        np.savez(args.out, **result)
    print(json.dumps({"system": f"numpy {np.__version__}", "threads": args.threads, "seconds": seconds, "preparation": preparation,
                      "eligible_share": float(result["eligible"].sum() / max(1, pairs)), "peak_mib": round(peak, 1)}))


if __name__ == "__main__":
    main()
