"""The timed terms of the NumPy peer: scores of the pairs that the rules leave, by gathers from tables that fit the cache."""

import numpy as np

from numpy_rules import Rules
from numpy_things import lists_of, spread


class Block:
    """What the residents of a block bring to the scoring of their pairs."""


class Terms(Rules):
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

    def embedding_values(self, rows, panel):
        """The term `embedding` of all pairs of residents and a panel's postings: one product of matrices."""
        value = self.resident_vectors[rows] @ self.posting_vectors[:, panel.begin:panel.begin + panel.size]
        value *= 2
        value += 32768
        return np.clip(value, 0, 65535, out=value).astype(np.uint16)

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
        if self.resident_vectors is not None:
            value = look_up(b.embedding, np.arange(panel.size), local)
            total += np.multiply(value, np.uint32(weights["embedding"]), dtype=np.uint32)
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
