"""The fastest exact NumPy ranking that we know of for docs/definitions.md: all residents against all postings, top k of each.

    python numpy_peer.py --market FOLDER --as-of 2026-06-03 --k 20 --threads 2 [--policy FILE] [--residents-sample FILE]
                         [--repeat R] [--out result.npz]

or `peer = Peer(load(folder), policy, as_of)`, `peer.rank(k, threads, residents)`.

Outside the timing (numpy_market.py, numpy_prepare.py): reading the CSV; columns and encodings of residents and of postings, each by itself;
the posting-only rules `open` and `seats` and the term `freshness`; closeness between skills and between occupations that occur; minutes
between grids; for each training slot, which wanted occupations its grants help with; the list of equal things that postings ask.
Inside the timing: everything that needs a resident and a posting (or a resident and anything a posting asks): answers to all other rules,
common hours, covers of skills, gains, travel, pay, preferences, scores, the top k, eligible counts.

How: a block of residents answers each distinct thing that postings ask once, as a row of bits. The AND of a posting's rows is its set of
eligible residents; an 8 x 8 bit transpose gives each resident's set of postings. Only these pairs are then scored, by gathers from tables
that fit the cache, in exact integers. The top k is a sort of (score, row) keys of residents with about as many eligible pairs.
"""

import argparse
import concurrent.futures
import datetime
import json
import os
import resource
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import numpy as np  # noqa: E402

from numpy_market import load  # noqa: E402
from numpy_policy import Policy  # noqa: E402
from numpy_prepare import ALWAYS, LEVELS, NEVER, Prepared, spread  # noqa: E402

NONE = np.uint64(2**64 - 1)
TABLE_ENTRIES = 1 << 26


def transpose_bits(rows):
    """A (64 n, m) matrix of bytes, eight bits each, as an (8 m, 8 n) one: bit (i, j) to bit (j, i)."""
    height, width = rows.shape
    x = np.ascontiguousarray(rows.reshape(height // 8, 8, width).transpose(0, 2, 1)).view(np.uint64)[:, :, 0]
    for shift, mask in ((7, 0x00AA00AA00AA00AA), (14, 0x0000CCCC0000CCCC), (28, 0x00000000F0F0F0F0)):
        shift = np.uint64(shift)
        t = x >> shift
        t ^= x
        t &= np.uint64(mask)
        x ^= t
        t <<= shift
        x ^= t
    x = np.ascontiguousarray(x.T).view(np.uint8).reshape(width, height // 8, 8)
    return np.ascontiguousarray(x.transpose(0, 2, 1)).reshape(8 * width, height // 8)


def take_rows(matrix, row_of_posting, base):
    """matrix.ravel() at base[pair] + column[pair]."""
    return matrix.reshape(-1).take(row_of_posting + base)


class Shared:
    """Tables between classes of residents (distinct weeks, distinct pay floors) and of postings, made once in each call."""


class Peer(Prepared):
    def __init__(self, market, policy=None, as_of="2026-06-03"):
        as_of = datetime.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        super().__init__(market, policy if isinstance(policy, Policy) else Policy(policy), as_of.toordinal())

    def rank(self, k, threads=1, residents=None, block=None):
        """residents: row numbers (None: all). A dict of arrays; the list of residents[i] is at offsets[i]:offsets[i + 1]."""
        rows = np.arange(len(self.market.resident_ids)) if residents is None else np.asarray(residents, np.int64)
        if block is None:
            block = min(1024, max(64, (1 << 20) // max(1, self.width) // 64 * 64))
            block = min(block, max(64, -(-len(rows) // (4 * threads) // 8) * 8))
        group = max(block, TABLE_ENTRIES // max(1, len(self.posting_hours)))
        eligible, keys = np.zeros(len(rows), np.int64), np.full((len(rows), k), NONE)
        with concurrent.futures.ThreadPoolExecutor(threads) as pool:
            for begin in range(0, len(rows), group):
                end = min(len(rows), begin + group)
                shared = self.share(rows[begin:end], threads, pool.map if threads > 1 else map)

                def work(at):
                    there = slice(at, min(at + block, end))
                    eligible[there] = self.rank_block(rows[there], slice(at - begin, there.stop - begin), shared, k, keys[there])

                for _ in (pool.map if threads > 1 else map)(work, range(begin, end, block)):
                    pass
        found = keys != NONE
        keys = keys[found]
        return {
            "resident_rows": rows,
            "offsets": np.concatenate([[0], np.cumsum(found.sum(axis=1))]),
            "posting_rows": (keys & np.uint64((1 << self.row_bits) - 1)).astype(np.int64),
            "scores": ~(keys >> np.uint64(self.row_bits)).astype(np.uint32),
            "eligible": eligible,
        }

    def share(self, rows, threads, run):
        """Common hours of all distinct weeks, and the pay term of all distinct floors."""
        out, residents, weights = Shared(), self.market.residents, self.policy.weights
        masks = len(self.posting_hours)
        weeks, out.week = np.unique(residents.week[rows], return_inverse=True)
        out.common = np.zeros((len(weeks), masks), np.uint8)
        out.week_value = np.full((len(weeks), masks + 1), 16384, np.uint16)
        out.week_missing = weeks == -1
        hours = np.maximum(self.posting_hours, 1).astype(np.float32)

        def some(piece):
            common = out.common[piece]
            for mine, theirs in zip(self.resident_words, self.posting_words):
                common += np.bitwise_count(mine[weeks[piece], None] & theirs)
            value = common * np.float32(65535)  # exact: 65,535 x 168 < 2^24, and a quotient by at most 168 is 1/168 off the next integer
            value /= hours
            value = value.astype(np.uint16)
            value[:, self.posting_hours == 0] = 65535
            out.week_value[piece, :-1] = value

        if masks and len(residents.masks):
            first = int(out.week_missing.any())
            step = max(1, min((1 << 18) // masks, -(-len(weeks) // threads)))
            list(run(some, [slice(a, min(a + step, len(weeks))) for a in range(first, len(weeks), step)]))

        floors, out.floor = np.unique(residents.pay_floor[rows], return_inverse=True)
        floor, upper = floors[:, None].astype(np.float64), self.uppers.astype(np.float64)
        over = np.clip(upper - floor, 0, np.maximum(floor, 0)) * 65535
        value = over / np.maximum(floor, 1)  # exact: floors are at most 10^11 < 2^53 / 65,535, so no quotient rounds up to an integer
        value[floors == 0] = 65535
        value[floors == -1] = 16384
        value[:, self.uppers == -1] = 16384
        out.pay = value.astype(np.uint32) * np.uint32(weights["pay"])
        return out

    def answer(self, rows, shared, week, cells, stated):
        """ok[thing, resident] for a block; the first `stated` residents state their skills."""
        things, admit = self.things, self.policy.admit
        at, keys = things.rows, things.keys
        ok = np.empty((things.total, len(rows)), bool)
        ok[ALWAYS], ok[NEVER] = True, False
        if "kind_workplace" in at:
            pairs = np.array(keys["kind_workplace"])
            np.logical_and(self.wants_kind[:, rows][pairs[:, 0]], self.wants_workplace[:, rows][pairs[:, 1]], out=ok[at["kind_workplace"]])
        if "age" in at:
            ok[at["age"]] = self.of_age[rows]
        for segment, value, side in (("pay", self.floor_for_rule, "left"), ("start", self.available, "left"),
                                     ("fee", self.budget, "right"), ("daily_units", self.daily_units, "right")):
            if segment in at:
                number = np.arange(len(keys[segment]), dtype=np.uint16)[:, None]
                first = np.searchsorted(keys[segment], value[rows], side).astype(np.uint16)
                (np.greater_equal if side == "left" else np.less)(number, first, out=ok[at[segment]])
        if "travel" in at:
            limit = self.limit[rows]
            place = cells.T[keys["travel"]]
            if admit["travel"]:
                place[place == 254] = 0
                np.less_equal(place, limit, out=ok[at["travel"]])
            else:
                np.less_equal(place, limit, out=ok[at["travel"]])
                ok[at["travel"]] &= self.limit_stated[rows]
        if "week" in at:
            asked = np.array(keys["week"])
            classes, inverse = np.unique(week, return_inverse=True)
            enough = shared.common[classes][:, asked[:, 0]] >= asked[:, 1].astype(np.uint8)
            enough[shared.week_missing[classes]] = admit["week"]
            np.take(np.ascontiguousarray(enough.T), inverse, axis=1, out=ok[at["week"]], mode="clip")
        residents = self.market.residents
        for segment, code, lists in (("must_skill", "must_skill", None), ("prerequisite_skill", "prerequisite", None),
                                     ("credential", "credential", residents.credentials),
                                     ("prerequisite_credential", "prerequisite", residents.credentials),
                                     ("language", "language", residents.languages)):
            if segment in at:
                part = ok[at[segment]]
                part.fill(False)
                if admit[code]:
                    if lists is None:
                        part[:, stated:] = True
                    else:
                        part[:, ~lists.stated[rows]] = True
        flat = ok.reshape(-1)
        off, thing, asks = self.answers
        hold, many = self.holds(rows)
        owner, key, level = np.repeat(np.arange(len(rows)), many), self.hold_key[hold], self.hold_level[hold]
        many = off[key + 1] - off[key]
        at_answer = spread(off[key], many)
        passes = self.level_answers.take(asks.take(at_answer) + np.repeat(level, many))
        index = thing.take(at_answer) * len(rows) + np.repeat(owner, many)
        flat[index[passes]] = True
        if "need" in at:
            part = ok[at["need"]]
            part.fill(True)
            number = np.full(len(self.market.needs), -1)
            number[keys["need"]] = np.arange(len(keys["need"]))
            lists = residents.needs
            many = lists.off[rows + 1] - lists.off[rows]
            need = number[lists.val[spread(lists.off[rows], many)]]
            part[need[need >= 0], np.repeat(np.arange(len(rows)), many)[need >= 0]] = False
        return ok

    def holds(self, rows):
        many = self.hold_off[rows + 1] - self.hold_off[rows]
        return spread(self.hold_off[rows], many), many

    def eligible_bits(self, ok):
        """(residents, positions / 8): the bits of the postings for which a resident is eligible, before `blocked`."""
        bits = np.packbits(ok, axis=1, bitorder="little")
        (_, first), *others = self.slots
        out = bits.take(first, axis=0)
        for some, rows in others:
            if some is None:
                out &= bits.take(rows, axis=0)
            else:
                out[some] &= bits.take(rows, axis=0)
        return transpose_bits(out)

    def block_out(self, rows, bits):
        """Clear the bits of postings and of employers' postings that block the resident or that the resident blocks."""
        local = np.arange(len(rows))
        many = self.blocked_off[rows + 1] - self.blocked_off[rows]
        position = [self.blocked_position[spread(self.blocked_off[rows], many)]]
        owner = [np.repeat(local, many)]
        many = self.blocked_employer_off[rows + 1] - self.blocked_employer_off[rows]
        employer = self.blocked_employer[spread(self.blocked_employer_off[rows], many)]
        by_employer = self.employer_off[employer + 1] - self.employer_off[employer]
        position.append(self.employer_position[spread(self.employer_off[employer], by_employer)])
        owner.append(np.repeat(np.repeat(local, many), by_employer))
        position, owner = np.concatenate(position), np.concatenate(owner)
        mask = np.bitwise_not(np.left_shift(np.uint8(1), (position & 7).astype(np.uint8)))
        np.bitwise_and.at(bits.reshape(-1), owner * bits.shape[1] + (position >> 3), mask)

    def covers(self, rows):
        """cover[resident, column] of all (skill, level) columns."""
        out = np.zeros((len(rows), self.columns), np.uint8)
        skills = self.market.residents.skills
        many = skills.off[rows + 1] - skills.off[rows]
        hold = spread(skills.off[rows], many)
        key = skills.val[hold]
        owner = np.repeat(np.arange(len(rows)) * self.columns, many)
        begin = self.close_off[key]
        many = self.close_off[key + 1] - begin
        at = spread(begin, many)
        value = self.cover_value.take(self.close_kind.take(at) + np.repeat(skills.more[0][hold], many))
        np.maximum.at(out.reshape(-1), self.close_column.take(at) + np.repeat(owner, many), value)
        out[:, self.neutral_column] = 128
        return out

    def gains(self, rows, posting, count, cover):
        """The largest gain over wanted occupations, of pairs with training slots, in order of residents."""
        out = np.zeros(len(posting), np.uint32)
        width = self.no_occupation + 1
        base, cover_base = posting * width, np.repeat(np.arange(len(rows)) * self.columns, count)
        for wanted in self.gain_slots[rows].T:
            if (wanted == self.no_occupation).all():
                continue
            number = self.gain_list.take(base + np.repeat(wanted, count))
            some = np.flatnonzero(number >= 0)
            if len(some):
                number = number[some]
                begin = self.gain_off[number]
                many = self.gain_off[number + 1] - begin
                at = spread(begin, many)
                before = cover.reshape(-1).take(self.gain_column.take(at) + np.repeat(cover_base[some], many))
                gain = np.maximum(self.gain_cover.take(at), before)
                gain -= before
                gain = np.add.reduceat(gain * self.gain_share.take(at), np.cumsum(many) - many, dtype=np.uint32)
                out[some] = np.maximum(out[some], gain)
        return out

    def rank_block(self, rows, there, shared, k, keys):
        """Writes the k best keys of each resident, returns the eligible counts."""
        weights, residents = self.policy.weights, self.market.residents
        size = len(rows)
        order = np.argsort(~self.skills_stated[rows], kind="stable")
        rows = rows[order]
        stated = int(self.skills_stated[rows].sum())
        padded = np.append(rows, np.repeat(rows[-1:], -size % 8))
        padded_week = shared.week[there][np.append(order, np.repeat(order[-1:], -size % 8))]
        week, floor = padded_week[:size], shared.floor[there][order]
        cells = self.cells.take(self.cell_row[padded], axis=0)
        bits = self.eligible_bits(self.answer(padded, shared, padded_week, cells, stated))[:size]
        if self.policy.on["blocked"]:
            self.block_out(rows, bits)
        counts = [np.bitwise_count(bits[:, p.begin // 8:(p.begin + p.size) // 8]).sum(axis=1, dtype=np.int64) for p in self.panels]
        eligible = np.sum(counts, axis=0, dtype=np.int64) if counts else np.zeros(size, np.int64)
        buckets, base = self.buckets(eligible)
        flat = np.full(sum(len(who) * width for who, width in buckets), NONE)

        cover = self.covers(rows[:stated]) if weights["skills"] else None
        occupation = self.occupation_values(rows) if weights["occupation"] else None
        preference = np.clip(self.likes_kind_workplace[rows], -4, 4).astype(np.int64) * 8192 + 32767
        preference = (np.clip(preference, 0, 65535) * weights["preference"]).astype(np.uint32)
        liked = self.liked(rows, bits) if weights["preference"] else None
        local = np.arange(size)
        for panel, count in zip(self.panels, counts):
            part = np.ascontiguousarray(bits[:, panel.begin // 8:(panel.begin + panel.size) // 8]).reshape(-1)
            octets = np.flatnonzero(part != 0)
            if not len(octets):
                continue
            found = np.flatnonzero(np.unpackbits(part[octets], bitorder="little").view(bool))
            posting = octets.take(found >> 3)
            posting <<= 3
            posting += found & 7
            posting -= np.repeat(local * panel.size, count)

            total = panel.fixed.take(posting)
            if weights["commute"]:
                total += self.commute_curve.take(take_rows(cells, panel.place.take(posting), np.repeat(local * cells.shape[1], count)))
            if weights["week"]:
                value = take_rows(shared.week_value, panel.mask.take(posting), np.repeat(week * shared.week_value.shape[1], count))
                total += np.multiply(value, np.uint32(weights["week"]), dtype=np.uint32)
            if weights["pay"]:
                total += take_rows(shared.pay, panel.upper.take(posting), np.repeat(floor * shared.pay.shape[1], count))
            if weights["occupation"]:
                value = take_rows(occupation, panel.occupation.take(posting), np.repeat(local * occupation.shape[1], count))
                total += np.multiply(value, np.uint32(weights["occupation"]), dtype=np.uint32)
            starts = np.cumsum(count) - count
            if weights["preference"]:
                total += take_rows(preference, panel.kind_workplace.take(posting), np.repeat(local * preference.shape[1], count))
                self.add_liked(total, liked, panel, posting, starts, count)
            if weights["skills"]:
                mine = count[:stated]
                first = int(mine.sum())
                skills = np.multiply(self.skills(panel, posting[:first], mine, rows[:stated], cover), np.uint32(weights["skills"]), dtype=np.uint32)
                total[:first] += skills
                if not panel.training:
                    total[first:] += np.uint32(16384 * weights["skills"])

            key = np.invert(total, out=total).astype(np.uint64)
            key <<= np.uint64(self.row_bits)
            key |= panel.row.take(posting)
            target = np.repeat(base - starts, count)
            target += np.arange(len(posting))
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

    def skills(self, panel, posting, count, rows, cover):
        """The term `skills` of pairs in order of residents who state skills."""
        if panel.training:
            return self.gains(rows, posting, count, cover)
        flat, base = cover.reshape(-1), np.repeat(np.arange(len(rows)) * self.columns, count)
        out = np.zeros(len(posting), np.uint16)
        for column, share in panel.requirements:
            index = column.take(posting)
            index += base
            value = share.take(posting)
            value *= flat.take(index)
            out += value
        return out

    def occupation_values(self, rows):
        """257 x closeness to every posting's occupation."""
        wanted, held = self.wanted_slots[rows], self.held_slots[rows]
        out = self.near_wanted.take(wanted[:, 0], axis=0)
        for table, slots in ((self.near_wanted, wanted.T[1:]), (self.near_held, held.T)):
            for slot in slots:
                some = np.flatnonzero(slot < len(table) - 1)
                out[some] = np.maximum(out[some], table.take(slot[some], axis=0))
        out[:, -1] = 16384
        out[self.no_occupations[rows]] = 16384
        return out

    def liked(self, rows, bits):
        """The eligible pairs whose employer the resident named with a like: resident, position, like."""
        lists = self.market.residents.liked_employers
        many = lists.off[rows + 1] - lists.off[rows]
        at = spread(lists.off[rows], many)
        employer, owner, like = lists.val[at], np.repeat(np.arange(len(rows)), many), lists.more[0][at]
        many = self.employer_off[employer + 1] - self.employer_off[employer]
        position = self.employer_position[spread(self.employer_off[employer], many)]
        owner, like = np.repeat(owner, many), np.repeat(like, many)
        here = (bits[owner, position >> 3] >> (position & 7).astype(np.uint8)) & 1 != 0
        owner, position, like = owner[here], position[here], like[here]
        return owner, position, like, self.likes_kind_workplace[rows[owner]]

    def add_liked(self, total, liked, panel, posting, starts, count):
        """Replaces the preference without the employer by the one with it, for the few pairs that have one."""
        owner, position, like, others = liked
        here = (position >= panel.begin) & (position < panel.begin + panel.size)
        owner, position, like, others = owner[here], position[here] - panel.begin, like[here], others[here]
        pair = np.searchsorted(posting + np.repeat(np.arange(len(count)) * panel.size, count), owner * panel.size + position)
        without = others[np.arange(len(owner)), panel.kind_workplace[position]].astype(np.int64)
        change = [np.clip(32767 + 8192 * np.clip(s, -4, 4), 0, 65535) for s in (without + like, without)]
        total[pair] += ((change[0] - change[1]) * self.policy.weights["preference"]).astype(np.uint32)  # modulo 2^32

    @staticmethod
    def buckets(eligible):
        """Residents with about as many eligible pairs side by side: [(residents, width)], and where a resident's keys begin."""
        order = np.argsort(-eligible, kind="stable")
        sizes = -eligible[order]
        base, out, start, begin = np.zeros(len(eligible), np.int64), [], 0, 0
        while start < len(order) and sizes[start] < 0:
            width = int(-sizes[start])
            end = int(np.searchsorted(sizes, -(width * 3 // 4 if width > 32 else 1), "right"))
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--market", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--k", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--policy")
    parser.add_argument("--residents-sample")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--out")
    parser.add_argument("--block", type=int, help="residents in a block (default: by the number of postings)")
    args = parser.parse_args()
    market = load(args.market)
    residents = None
    if args.residents_sample:
        with open(args.residents_sample, encoding="utf-8") as file:
            residents = [market.resident_index[line] for line in file.read().splitlines() if line]
    peer = Peer(market, args.policy, args.as_of)
    seconds = []
    for _ in range(args.repeat):
        start = time.perf_counter()
        result = peer.rank(args.k, args.threads, residents, args.block)
        seconds.append(time.perf_counter() - start)
    pairs = len(result["resident_rows"]) * len(market.posting_ids)
    if args.out:
        np.savez(args.out, **result, seconds=np.array(seconds))
    print(json.dumps({
        "system": f"numpy {np.__version__}", "threads": args.threads, "seconds": float(np.median(seconds)),
        "seconds_min": min(seconds), "seconds_max": max(seconds), "pairs": pairs,
        "eligible_share": float(result["eligible"].sum() / max(1, pairs)),
        "peak_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }))


if __name__ == "__main__":
    main()
