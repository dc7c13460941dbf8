"""Best strengths within 3 hops by NumPy, in exact integers: products of sparse rows, merged by sorting.

A link costs something, so no walk that comes back beats the chain without the loop, and the best over walks is the best over chains:
best(h, p) = the larger of the links of p to employers, and of (strength of p -> q) x best(h - 1, q) >> 16 over the links of p to people.
"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

import referral_input

KEEP = 64
BLOCK = 4096  # vertices: what they need fits the second-level cache, or nearly
VALUE_BITS = 16
VALUE = np.uint64((1 << VALUE_BITS) - 1)


class Rows:
    """Sorted rows of entries (employer << 16 | strength), one row a vertex."""

    def __init__(self, offsets, entries):
        self.offsets, self.entries = offsets, entries

    def __getitem__(self, rows):
        """The entries of these rows one after the other, and for each of them which of the rows it is of."""
        begin, count = self.offsets[rows], self.offsets[rows + 1] - self.offsets[rows]
        of = np.repeat(np.arange(len(rows)), count)
        places = np.arange(len(of)) + np.repeat(begin - (np.cumsum(count) - count), count)
        return self.entries[places], of


class Graph:
    def __init__(self, given):
        source, target, strength = (column[given.strength[given.consent != 0] > 0] for column in given.consented())
        to_people = target >= given.employers
        self.employer_bits = max(1, (given.employers - 1).bit_length())
        self.row_shift = np.uint64(self.employer_bits + VALUE_BITS)
        everybody = np.arange(given.vertices + 1)
        self.link_offsets = np.searchsorted(source[to_people], everybody)
        self.links = target[to_people].astype(np.int64)
        self.strengths = strength[to_people].astype(np.uint64)
        jobs = ~to_people
        entries = target[jobs].astype(np.uint64) << np.uint64(VALUE_BITS) | strength[jobs]
        self.one_hop = Rows(np.searchsorted(source[jobs], everybody), entries)

    def best_block(self, vertices, before):
        """The best of these vertices with one hop more than `before`: keys (number of the vertex << .. | employer << 16 | strength), sorted."""
        begin, count = self.link_offsets[vertices], self.link_offsets[vertices + 1] - self.link_offsets[vertices]
        of_vertex = np.repeat(np.arange(len(vertices), dtype=np.uint64), count)
        places = np.arange(len(of_vertex)) + np.repeat(begin - (np.cumsum(count) - count), count)
        entries, of_link = before[self.links[places]]
        values = self.strengths[places][of_link] * (entries & VALUE) >> np.uint64(VALUE_BITS)
        keys = (of_vertex << self.row_shift)[of_link] | (entries & ~VALUE) | values
        keys = keys[values > 0]
        own, of_own = self.one_hop[vertices]
        keys = np.concatenate([keys, of_own.astype(np.uint64) << self.row_shift | own])
        keys.sort()
        last = np.ones(len(keys), dtype=bool)  # of its vertex and employer: the strongest
        np.not_equal(keys[1:] >> np.uint64(VALUE_BITS), keys[:-1] >> np.uint64(VALUE_BITS), out=last[:-1])
        return keys[last]

    def kept(self, keys, rows):
        """At most KEEP a row: the strongest, ties to the lower employer; in the order of employers."""
        row_of = (keys >> self.row_shift).astype(np.int64)
        counts = np.bincount(row_of, minlength=rows)
        if counts.max(initial=0) > KEEP:
            full = counts[row_of] > KEEP
            crowded = keys[full]
            strongest = crowded & ~VALUE | VALUE - (crowded & VALUE)
            employer = crowded >> np.uint64(VALUE_BITS) & np.uint64((1 << self.employer_bits) - 1)
            row = crowded >> self.row_shift << self.row_shift
            order = np.argsort(row | (strongest & VALUE) << np.uint64(self.employer_bits) | employer)
            crowded_rows = row_of[full]
            rank = np.arange(len(order)) - np.searchsorted(crowded_rows, crowded_rows)
            keep = np.ones(len(keys), dtype=bool)
            keep[np.flatnonzero(full)[order]] = rank < KEEP
            keys, row_of = keys[keep], row_of[keep]
            counts = np.bincount(row_of, minlength=rows)
        return counts, keys & ((np.uint64(1) << self.row_shift) - np.uint64(1))


def in_blocks(vertices, work, pool):
    return list(pool.map(lambda begin: work(vertices[begin:begin + BLOCK]), range(0, len(vertices), BLOCK)))


def batch(given, options):
    """Answers: offsets (residents + 1), employers and strengths of all residents one after the other, in the order of employers."""
    graph = Graph(given)
    everybody = np.arange(given.vertices)
    residents = given.residents[:options.items].astype(np.int64)

    def rows_of(blocks):
        offsets = np.zeros(sum(len(counts) for counts, _ in blocks) + 1, dtype=np.int64)
        np.cumsum(np.concatenate([counts for counts, _ in blocks]), out=offsets[1:])
        return Rows(offsets, np.concatenate([entries for _, entries in blocks]))

    def all_of(vertices):
        keys = graph.best_block(vertices, graph.one_hop)
        return np.bincount((keys >> graph.row_shift).astype(np.int64), minlength=len(vertices)), keys & ((np.uint64(1) << graph.row_shift) - np.uint64(1))

    def work():
        with ThreadPoolExecutor(options.threads) as pool:
            two_hops = rows_of(in_blocks(everybody, all_of, pool))
            return rows_of(in_blocks(residents, lambda block: graph.kept(graph.best_block(block, two_hops), len(block)), pool))

    def answers(best):
        return {"offsets": best.offsets, "employers": (best.entries >> np.uint64(VALUE_BITS)).astype(np.uint32),
                "strengths": (best.entries & VALUE).astype(np.uint32)}

    return work, answers, len(residents)


if __name__ == "__main__":
    referral_input.main(f"numpy {np.__version__}", {"batch": batch})
