"""The other direction for the NumPy peer: the best residents of every posting, out of the same blocks of scored pairs (timed)."""

import numpy as np

NONE = np.uint64(2**64 - 1)


def lists(owners, keys, eligible, bits):
    """Keys (2^32 - 1 - score, row in the low `bits`), a row an owner, NONE where there are fewer, as lists one after the other."""
    found = keys != NONE
    keys = keys[found]
    return {
        "owners": owners,
        "offsets": np.concatenate([[0], np.cumsum(found.sum(axis=1))]),
        "rows": (keys & np.uint64((1 << bits) - 1)).astype(np.int64),
        "scores": ~(keys >> np.uint64(bits)).astype(np.uint32),
        "eligible": eligible,
    }


class Reverse:
    """Needs Peer's blocks. Each position keeps the k best keys so far; a block's pairs that are not better than the worst of them are dropped at once."""

    @property
    def resident_bits(self):
        return max(1, int(len(self.market.resident_ids) - 1).bit_length())

    def best_residents(self, rows, k, block):
        """By position: the k best keys (2^32 - 1 - score, resident) and how many residents are eligible."""
        best, eligible = np.full((self.width, k), NONE), np.zeros(self.width, np.int64)
        for part, there, shared in self.blocks(rows, block):
            _, bits, counts, b = self.prepare_block(rows[part], there, shared)
            for panel, count in zip(self.panels, counts):
                mine = slice(panel.begin, panel.begin + panel.size)
                for here, posting, key in self.score_chunks(b, shared, panel, bits, count):
                    eligible[mine] += np.bincount(posting, minlength=panel.size)
                    key >>= np.uint64(self.row_bits)
                    key <<= np.uint64(self.resident_bits)
                    key |= np.repeat(b.rows[here].astype(np.uint64), count[here])
                    keep_best(best[mine], posting, key)
        return best, eligible

    def of_postings(self, keys, eligible, k):
        """The parts' keys and counts by position, put together by posting."""
        best = np.sort(np.concatenate(keys, axis=1), axis=1)[:, :k] if len(keys) > 1 else keys[0]
        postings = len(self.market.posting_ids)
        out, count = np.full((postings, k), NONE), np.zeros(postings, np.int64)
        there = np.flatnonzero(self.position >= 0)
        out[there] = best[self.position[there]]
        count[there] = sum(eligible)[self.position[there]]
        return out, count


def keep_best(best, owner, key):
    """Puts those keys into their owners' rows of `best` that belong there; rows are sorted."""
    better = np.flatnonzero(key < best[:, -1].take(owner))
    if not len(better):
        return
    owner, key = owner[better], key[better]
    order = np.lexsort((key, owner))
    owner, key = owner[order], key[order]
    who, first, count = np.unique(owner, return_index=True, return_counts=True)
    k = best.shape[1]
    place = np.arange(len(key)) - np.repeat(first, count)
    new = np.full((len(who), k), NONE)
    taken = place < k
    new[np.repeat(np.arange(len(who)), count)[taken], place[taken]] = key[taken]
    best[who] = np.sort(np.concatenate([best[who], new], axis=1), axis=1)[:, :k]
