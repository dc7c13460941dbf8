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
from numpy_prepare import ALWAYS, BIG, Prepared, lists_of, spread  # noqa: E402

NONE = np.uint64(2**64 - 1)
BLOCK_PAIRS = 1 << 23  # pairs of a block of residents with all postings
TABLE_ENTRIES = 1 << 26  # of a table by class of residents: with more residents than this allows, in several parts
CHUNK = 1 << 15  # pairs that are scored together


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


class Shared:
    """Tables between classes of residents (distinct weeks, floors, dates, ...) and of postings, made once in each call."""


class Block:
    """What the residents of a block bring to the scoring of their pairs."""


class Peer(Prepared):
    def __init__(self, market, policy=None, as_of="2026-06-03"):
        as_of = datetime.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        super().__init__(market, policy if isinstance(policy, Policy) else Policy(policy), as_of.toordinal())

    def rank(self, k, threads=1, residents=None, block=None):
        """residents: row numbers (None: all). A dict of arrays; the list of residents[i] is at offsets[i]:offsets[i + 1]."""
        rows = np.arange(len(self.market.resident_ids)) if residents is None else np.asarray(residents, np.int64)
        if block is None:
            block = max(1, BLOCK_PAIRS // max(1, self.width))
            parts = max(-(-len(rows) // block), 2 * threads if threads > 1 else 1)
            block = -(-len(rows) // parts)
        block = max(64, block)
        group = max(block, TABLE_ENTRIES // max(1, len(self.posting_hours)))
        eligible, keys = np.zeros(len(rows), np.int64), np.full((len(rows), k), NONE)
        with concurrent.futures.ThreadPoolExecutor(threads) as pool:
            run = pool.map if threads > 1 else map
            for begin in range(0, len(rows), group):
                end = min(len(rows), begin + group)
                shared = self.share(rows[begin:end], threads, run)

                def work(at):
                    there = slice(at, min(at + block, end))
                    eligible[there] = self.rank_block(rows[there], slice(at - begin, there.stop - begin), shared, k, keys[there])

                list(run(work, range(begin, end, block)))
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
        """The tables by class: what a class answers to things, as bits; hours in common; the pay term."""
        out, weights = Shared(), self.policy.weights
        values, numbers = {}, {}
        for segment, (found, number) in self.classes.items():
            number = number[rows]
            used = np.zeros(len(found), bool)
            used[number] = True
            values[segment] = found[used]
            numbers[segment] = (np.cumsum(used) - 1)[number]
        out.week, out.pay = numbers["week"], numbers["pay"]
        common = self.share_weeks(out, values["week"], threads, run)
        out.pay_value = self.pay_values(values["pay"])
        out.answers = []
        for segment in self.things.BY_CLASS:
            if segment in self.things.rows:
                keys, value = self.things.keys[segment], values[segment][:, None]
                if segment == "kind_workplace":
                    ok = (value >> keys[:, 0]) & (value >> (keys[:, 1] + 4)) & 1
                elif segment == "week":
                    ok = common.take(keys[:, 0], axis=1) >= keys[:, 1].astype(np.uint8)
                    ok[values[segment] == -1] = self.policy.admit["week"]
                elif segment == "pay":
                    missing = -1 if self.policy.admit["pay"] else BIG
                    ok = np.where(value == -1, missing, np.where(value == 0, -1, value)) <= keys
                elif segment == "start":
                    ok = value <= keys
                elif segment == "age":
                    ok = value
                else:
                    ok = keys <= value
                out.answers.append((np.packbits(ok, axis=1, bitorder="little"), numbers[segment]))
        return out

    def share_weeks(self, out, weeks, threads, run):
        """Common hours of weeks (numbers of masks, -1 not stated) with postings' masks, and the term's value of them."""
        masks = len(self.posting_hours)
        common = np.zeros((len(weeks), masks), np.uint8)
        out.week_value = np.full((len(weeks), masks + 1), 16384, np.uint16)
        hours = np.maximum(self.posting_hours, 1).astype(np.float32)

        def some(begin):
            piece = slice(begin, begin + step)
            words, bits, rest = common[piece], None, None
            for mine, theirs in zip(self.resident_words, self.posting_words):
                bits = np.bitwise_and(mine[weeks[piece], None], theirs, out=bits)
                rest = np.bitwise_count(bits, out=rest)
                words += rest
            value = words * np.float32(65535)  # exact: 65,535 x 168 < 2^24, and what is no integer is 1/168 or more off the next
            value /= hours
            out.week_value[piece, :-1] = value

        if masks and len(weeks) and weeks[-1] >= 0:
            step = max(1, min((1 << 16) // masks, -(-len(weeks) // threads)))
            list(run(some, range(0, len(weeks), step)))
            out.week_value[:, np.flatnonzero(self.posting_hours == 0)] = 65535
        out.week_value[weeks == -1] = 16384
        return common

    def pay_values(self, floors):
        """weight x term, of floors (-1 not stated) and upper pays."""
        floor = floors[:, None].astype(np.float64)
        value = np.clip(self.uppers - floor, 0, np.maximum(floor, 0))
        value *= 65535
        value /= np.maximum(floor, 1)  # exact: a floor is at most 10^11 < 2^53 / 65,535, so that no quotient rounds up to an integer
        value[floors == 0] = 65535
        value[floors == -1] = 16384
        value[:, self.uppers == -1] = 16384
        return value.astype(np.uint32) * np.uint32(self.policy.weights["pay"])

    def eligible_bits(self, rows, stated, cells, shared, there):
        """(residents, positions / 8): the postings for which a resident is eligible, before `blocked`. The number of rows is a multiple of
        64, `there` their places in the shared tables; the first `stated` residents state their skills."""
        things, residents, admit = self.things, self.market.residents, self.policy.admit
        ok = np.zeros((things.coded, len(rows)), bool)
        ok[ALWAYS] = True
        for segment, code, lists in (("must_skill", "must_skill", None), ("prerequisite_skill", "prerequisite", None),
                                     ("credential", "credential", residents.credentials),
                                     ("prerequisite_credential", "prerequisite", residents.credentials),
                                     ("language", "language", residents.languages)):
            if segment in things.rows and admit[code]:
                if lists is None:
                    ok[things.rows[segment], stated:] = True
                else:
                    ok[things.rows[segment], ~lists.stated[rows]] = True
        hold, many = self.hold.take(lists_of(self.hold_off, rows)), self.hold_off[rows + 1] - self.hold_off[rows]
        owner = np.repeat(np.arange(len(rows)), many)
        off, answers = self.answers
        index = answers.take(lists_of(off, hold))
        index *= len(rows)
        index += np.repeat(owner, off[hold + 1] - off[hold])
        ok.reshape(-1)[index] = True
        if "need" in things.rows:
            ok[things.rows["need"]] = True
            row_of = np.full(len(self.market.needs), ALWAYS)
            row_of[things.keys["need"]] = np.arange(things.total)[things.rows["need"]]
            needs = residents.needs
            row = row_of[needs.val[lists_of(needs.off, rows)]]
            ok[row, np.repeat(np.arange(len(rows)), needs.off[rows + 1] - needs.off[rows])] = False
            ok[ALWAYS] = True

        coded = [table.take(number[there], axis=0) for table, number in shared.answers]
        if "travel" in things.rows:
            place = cells if len(things.keys["travel"]) + 2 == cells.shape[1] else cells[:, things.keys["travel"]]
            if admit["travel"]:
                passes = place * (place != 254) <= self.limit[rows, None]
            else:
                passes = (place <= self.limit[rows, None]) & self.limit_stated[rows, None]
            coded.append(np.packbits(passes[:, :len(things.keys["travel"])], axis=1, bitorder="little"))
        bits = np.empty((things.total, len(rows) // 8), np.uint8)
        bits[:things.coded] = np.packbits(ok.reshape(-1), bitorder="little").reshape(things.coded, -1)
        if coded:
            missing = things.coded_width - sum(c.shape[1] for c in coded)
            coded = np.concatenate([*coded, np.zeros((len(rows), missing), np.uint8)], axis=1)
            bits[things.coded:] = transpose_bits(coded)
        bits = bits.view(np.uint64)
        (_, first), *others = self.slots
        out = bits.take(first, axis=0)
        for some, row in others:
            if some is None:
                out &= bits.take(row, axis=0)
            else:
                out[some] &= bits.take(row, axis=0)
        return transpose_bits(out.view(np.uint8))

    def block_out(self, rows, bits):
        """Clear the bits of postings and of employers' postings that block the resident or that the resident blocks."""
        local = np.arange(len(rows))
        position = [self.blocked_position[lists_of(self.blocked_off, rows)]]
        owner = [np.repeat(local, self.blocked_off[rows + 1] - self.blocked_off[rows])]
        employer = self.blocked_employer[lists_of(self.blocked_employer_off, rows)]
        by_resident = np.repeat(local, self.blocked_employer_off[rows + 1] - self.blocked_employer_off[rows])
        position.append(self.employer_position[lists_of(self.employer_off, employer)])
        owner.append(np.repeat(by_resident, self.employer_off[employer + 1] - self.employer_off[employer]))
        position, owner = np.concatenate(position), np.concatenate(owner)
        mask = np.bitwise_not(np.left_shift(np.uint8(1), (position & 7).astype(np.uint8)))
        np.bitwise_and.at(bits.reshape(-1), owner * bits.shape[1] + (position >> 3), mask)

    def covers(self, rows):
        """cover[resident, column] of all (skill, level) columns."""
        out = np.zeros((len(rows), self.columns), np.uint8)
        flat, off = out.reshape(-1), self.market.residents.skills.off
        hold, many = lists_of(off, rows), off[rows + 1] - off[rows]
        owner = np.repeat(np.arange(len(rows)), many)
        # every resident's first skill, then every second one, ...: within one of these no cell is written twice
        turn = (hold - off[rows][owner]).astype(np.int16)
        order = np.argsort(turn, kind="stable")
        hold, owner = self.skill_hold.take(hold[order]), owner[order]
        many = self.cover_off[hold + 1] - self.cover_off[hold]
        at = spread(self.cover_off[hold], many)
        value, index = self.cover_value.take(at), np.repeat(owner * self.columns, many)
        index += self.cover_column.take(at)
        ends = np.concatenate([[0], np.cumsum(many)])[np.cumsum(np.bincount(turn))] if len(turn) else []
        begin = 0
        for end in ends:
            cells = index[begin:end]
            best = flat.take(cells)
            np.maximum(best, value[begin:end], out=best)
            flat[cells] = best
            begin = end
        out[:, self.neutral_column] = 128
        return out

    def occupation_values(self, rows):
        """257 x closeness to every posting's occupation."""
        wanted, held = self.wanted_slots[rows], self.held_slots[rows]
        out = self.near_wanted.take(wanted[:, 0], axis=0)
        for table, slots in ((self.near_wanted, wanted.T[1:]), (self.near_held, held.T)):
            for slot in slots:
                some = np.flatnonzero(slot < len(table) - 1)
                if 3 * len(some) > len(slot):
                    np.maximum(out, table.take(slot, axis=0), out=out)
                elif len(some):
                    out[some] = np.maximum(out[some], table.take(slot[some], axis=0))
        out[:, -1] = 16384
        out[self.no_occupations[rows]] = 16384
        return out

    def liked(self, rows, bits):
        """The eligible pairs whose employer the resident named with a like: resident, position, like, likes of (kind, workplace)."""
        lists = self.market.residents.liked_employers
        at = lists_of(lists.off, rows)
        employer, like = lists.val[at], lists.more[0][at]
        owner = np.repeat(np.arange(len(rows)), lists.off[rows + 1] - lists.off[rows])
        many = self.employer_off[employer + 1] - self.employer_off[employer]
        position = self.employer_position[lists_of(self.employer_off, employer)]
        owner, like = np.repeat(owner, many), np.repeat(like, many)
        here = (bits[owner, position >> 3] >> (position & 7).astype(np.uint8)) & 1 != 0
        owner, position, like = owner[here], position[here], like[here]
        return owner, position, like, self.likes_kind_workplace[rows[owner]]

    def rank_block(self, rows, there, shared, k, keys):
        """Writes the k best keys of each resident, returns the eligible counts."""
        weights, size = self.policy.weights, len(rows)
        order = np.argsort(~self.skills_stated[rows], kind="stable")
        rows = rows[order]
        padded = np.append(order, np.repeat(order[-1:], -size % 64))
        cells = self.cells.take(self.cell_row[rows[np.minimum(np.arange(len(padded)), size - 1)]], axis=0)
        b = Block()
        b.stated = int(self.skills_stated[rows].sum())
        bits = self.eligible_bits(
            rows[np.minimum(np.arange(len(padded)), size - 1)], b.stated, cells, shared, there.start + padded)[:size]
        if self.policy.on["blocked"]:
            self.block_out(rows, bits)
        begins = [panel.begin // 64 for panel in self.panels]
        counts = np.bitwise_count(bits.view(np.uint64))
        counts = np.add.reduceat(counts, begins, axis=1, dtype=np.int64).T if begins else np.zeros((0, size), np.int64)
        eligible = counts.sum(axis=0)
        buckets, base = self.buckets(eligible)
        flat = np.full(sum(len(who) * width for who, width in buckets), NONE)

        b.rows, b.week, b.floor = rows, shared.week[there][order], shared.pay[there][order]
        b.commute = self.commute.take(self.cell_row[rows], axis=0) if weights["commute"] else None
        b.cover = self.covers(rows[:b.stated]) if weights["skills"] else None
        b.occupation = self.occupation_values(rows) if weights["occupation"] else None
        b.preference = np.clip(np.clip(self.likes_kind_workplace[rows], -4, 4).astype(np.int64) * 8192 + 32767, 0, 65535)
        b.preference = (b.preference * weights["preference"]).astype(np.uint32)
        b.liked = self.liked(rows, bits) if weights["preference"] else None
        for panel, count in zip(self.panels, counts):
            ends = np.cumsum(count)
            cuts = np.searchsorted(ends, np.arange(0, ends[-1], max(CHUNK, -(-ends[-1] // max(1, round(ends[-1] / CHUNK))))))
            for first, last in zip(cuts, [*cuts[1:], size]):
                part = bits[first:last, panel.begin // 8:(panel.begin + panel.size) // 8]
                posting, key = self.score(b, shared, panel, slice(first, last), count[first:last], part)
                start = ends[first:last] - count[first:last]
                target = np.repeat(base[first:last] - start + start[:1], count[first:last])
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

    def score(self, b, shared, panel, here, count, part):
        """Keys (2^32 - 1 - score, row) of the pairs in `part`: the bits of residents `here` of the block and of the panel's postings."""
        weights = self.policy.weights
        part = part.reshape(-1)
        octets = np.flatnonzero(part != 0)
        found = np.flatnonzero(np.unpackbits(part[octets], bitorder="little").view(bool))
        posting = octets.take(found >> 3)
        posting <<= 3
        found &= 7
        posting += found
        liked = self.find_liked(b, panel, here, posting) if weights["preference"] else None
        local = np.repeat(np.arange(len(count)), count)
        posting -= local * panel.size
        local += here.start

        def look_up(table, column, row):
            index = row * table.shape[1]
            index += column.take(posting)
            return table.reshape(-1).take(index)

        total = panel.fixed.take(posting)
        for term, table, column, row in (("commute", b.commute, panel.place, local), ("occupation", b.occupation, panel.occupation, local),
                                         ("week", shared.week_value, panel.mask, None)):
            if weights[term]:
                value = look_up(table, column, b.week.take(local) if row is None else row)
                total += np.multiply(value, np.uint32(weights[term]), dtype=np.uint32)
        if weights["pay"]:
            total += look_up(shared.pay_value, panel.upper, b.floor.take(local))
        if weights["preference"]:
            total += look_up(b.preference, panel.kind_workplace, local)
            pair, change = liked
            total[pair] += change
        if weights["skills"]:
            pairs = int(count[:max(0, b.stated - here.start)].sum())
            if pairs:
                value = (self.gains if panel.training else self.skills)(b, panel, posting[:pairs], local[:pairs])
                total[:pairs] += np.multiply(value, np.uint32(weights["skills"]), dtype=np.uint32)
            if not panel.training:
                total[pairs:] += np.uint32(16384 * weights["skills"])
        key = np.invert(total, out=total).astype(np.uint64)
        key <<= np.uint64(self.row_bits)
        key |= panel.row.take(posting)
        return posting, key

    def find_liked(self, b, panel, here, flat):
        """For the few pairs whose employer has a like: the pair, and what to add (modulo 2^32) for the employer's like."""
        owner, position, like, others = b.liked
        some = (position >= panel.begin) & (position < panel.begin + panel.size) & (owner >= here.start) & (owner < here.stop)
        owner, position, like, others = owner[some] - here.start, position[some] - panel.begin, like[some], others[some]
        pair = np.searchsorted(flat, owner * panel.size + position)
        without = others[np.arange(len(owner)), panel.kind_workplace[position]].astype(np.int64)
        change = [np.clip(32767 + 8192 * np.clip(s, -4, 4), 0, 65535) for s in (without + like, without)]
        return pair, ((change[0] - change[1]) * self.policy.weights["preference"]).astype(np.uint32)

    def skills(self, b, panel, posting, local):
        """The term `skills`, of residents who state skills and postings that are no training slots."""
        flat, base = b.cover.reshape(-1), local * self.columns
        out = np.zeros(len(posting), np.uint16)
        for column, share in panel.requirements:
            index = column.take(posting)
            index += base
            value = share.take(posting)
            value *= flat.take(index)
            out += value
        return out

    def gains(self, b, panel, posting, local):
        """The term `skills` of training slots: the largest gain over wanted occupations."""
        out = np.zeros(len(posting), np.uint32)
        posting, cover_base = posting * (self.no_occupation + 1), local * self.columns
        for wanted in self.gain_slots[b.rows].T:
            if (wanted == self.no_occupation).all():
                continue
            number = self.gain_list.take(posting + wanted.take(local))
            some = np.flatnonzero(number >= 0)
            if len(some):
                number = number[some]
                many = self.gain_off[number + 1] - self.gain_off[number]
                at = spread(self.gain_off[number], many)
                before = b.cover.reshape(-1).take(self.gain_column.take(at) + np.repeat(cover_base[some], many))
                gain = np.maximum(self.gain_cover.take(at), before)
                gain -= before
                gain = np.add.reduceat(gain * self.gain_share.take(at), np.cumsum(many) - many, dtype=np.uint32)
                out[some] = np.maximum(out[some], gain)
        return out

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
