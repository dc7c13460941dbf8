"""The timed rules of the NumPy peer: all residents of a block against all things that postings ask, as bits."""

import numpy as np

from numpy_market import UNKNOWN
from numpy_prepare import Prepared
from numpy_things import ALWAYS, BIG, lists_of


def transpose_bits(rows):
    """A (64 n, m) matrix of words, 64 bits each, as a (64 m, n) one: bit (i, j) to bit (j, i). Blocks of 64 x 64 bits, all at once."""
    height, width = rows.shape[0] // 64, rows.shape[1]
    x = np.ascontiguousarray(rows.reshape(height, 64, width).transpose(1, 2, 0))
    step, mask = 32, 0xFFFFFFFF
    while step:
        pairs = x.reshape(32 // step, 2, -1)
        a, b = pairs[:, 0], pairs[:, 1]  # the high halves of a change places with the low halves of b
        t = a >> np.uint64(step)
        t ^= b
        t &= np.uint64(mask)
        b ^= t
        t <<= np.uint64(step)
        a ^= t
        step //= 2
        mask ^= mask << step
    return np.ascontiguousarray(x.transpose(1, 0, 2)).reshape(64 * width, height)


class Shared:
    """Tables between classes of residents (distinct weeks, floors, dates, ...) and of postings, made once in each call."""


class Rules(Prepared):
    def share(self, rows):
        """The tables by class: what a class answers to things, as bits; hours in common; the pay term."""
        out = Shared()
        values, numbers = {}, {}
        for segment, (found, number) in self.classes.items():
            number = number[rows]
            used = np.zeros(len(found), bool)
            used[number] = True
            values[segment] = found[used]
            numbers[segment] = (np.cumsum(used) - 1)[number]
        out.week, out.pay = numbers["week"], numbers["pay"]
        common = self.share_weeks(out, values["week"])
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

    def share_weeks(self, out, weeks):
        """Common hours of weeks (numbers of masks, -1 not stated) with postings' masks, and the term's value of them."""
        masks = len(self.posting_hours)
        common = np.zeros((len(weeks), masks), np.uint8)
        out.week_value = np.full((len(weeks), masks + 1), 16384, np.uint16)
        hours = np.maximum(self.posting_hours, 1).astype(np.float32)

        if masks and len(weeks) and weeks[-1] >= 0:
            step = max(1, (1 << 16) // masks)
            for begin in range(0, len(weeks), step):
                piece = slice(begin, begin + step)
                words = common[piece]
                for mine, theirs in zip(self.resident_words, self.posting_words):
                    words += np.bitwise_count(mine[weeks[piece], None] & theirs)
                value = words * np.float32(65535)  # exact: 65,535 x 168 < 2^24, and what is no integer is 1/168 or more off the next
                value /= hours
                out.week_value[piece, :-1] = value
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

    def eligible_bits(self, rows, stated, shared, there):
        """(residents, positions / 64) words: the postings for which a resident is eligible, before `blocked`. The number of rows is a
        multiple of 64, `there` their places in the shared tables; the first `stated` residents state their skills."""
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
            cells, limit = self.cells.take(self.cell_row[rows], axis=0), self.limit[rows, None]
            if admit["travel"]:
                passes = cells * (cells != UNKNOWN) <= limit
            else:
                passes = (cells <= limit) & self.limit_stated[rows, None]
            coded.append(np.packbits(passes[:, :self.missing_place], axis=1, bitorder="little"))
        bits = np.empty((things.total, len(rows) // 8), np.uint8)
        bits[:things.coded] = np.packbits(ok.reshape(-1), bitorder="little").reshape(things.coded, -1)
        if coded:
            missing = things.coded_width - sum(c.shape[1] for c in coded)
            coded = np.concatenate([*coded, np.zeros((len(rows), missing), np.uint8)], axis=1)
            bits[things.coded:] = transpose_bits(coded.view(np.uint64)).view(np.uint8)
        bits = bits.view(np.uint64)
        (_, first), *others = self.slots
        out = bits.take(first, axis=0)
        for some, row in others:
            if some is None:
                out &= bits.take(row, axis=0)
            else:
                out[some] &= bits.take(row, axis=0)
        return transpose_bits(out)

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
