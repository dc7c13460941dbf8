"""What postings ask, as rows of equal things, and which held skills, credentials and languages answer which of them (untimed)."""

import numpy as np

from numpy_market import KINDS
from numpy_policy import ancestors

BIG = 1 << 60
ALWAYS, NEVER = 0, 1
TRAINING, PIECEWORK = KINDS.index("training_slot"), KINDS.index("piecework_lot")
LEVELS = 9


def csr(size, pairs):
    """CSR of (key, value...) tuples: offsets, and one array for each value."""
    table = np.array(sorted(pairs), np.int64) if len(pairs) else np.zeros((0, 3), np.int64)
    return (np.searchsorted(table[:, 0], np.arange(size + 1)), *(np.ascontiguousarray(c) for c in table[:, 1:].T))


def spread(start, count):
    """Positions start[i] .. start[i] + count[i] - 1, for all i, one after the other."""
    ends = np.cumsum(count)
    return np.repeat(start - (ends - count), count) + np.arange(ends[-1] if len(ends) else 0)


def lists_of(off, rows):
    """Positions of the entries of some rows of a CSR, row after row."""
    return spread(off[rows], off[rows + 1] - off[rows])


def distinct(values):
    """The distinct values, and the number of each row's value among them."""
    found, number = np.unique(values, return_inverse=True)
    return found, number.reshape(-1)


class Things:
    """Rows of things in segments, one segment for each way in which they are answered."""

    DIRECT = ["must_skill", "prerequisite_skill", "credential", "prerequisite_credential", "language", "need"]
    BY_CLASS = ["kind_workplace", "week", "pay", "start", "fee", "daily_units", "age"]

    def __init__(self, postings):
        self.segments = {}
        self.asked = [[] for _ in range(postings)]

    def ask(self, posting, segment, key):
        self.segments.setdefault(segment, {})[key] = None
        self.asked[posting].append((segment, key))

    def number(self):
        """Rows: 0 is always true, 1 never, then what is answered directly; from `coded` on what is answered by class, and travel last,
        each of these segments padded to whole bytes and all of them to whole words."""
        self.keys, self.rows, self.row_of, total = {}, {}, {("const", "never"): NEVER}, 2
        for segment in self.DIRECT + self.BY_CLASS + ["travel"]:
            if segment == self.BY_CLASS[0]:
                self.coded = total
            if segment in self.segments:
                keys = sorted(self.segments[segment])
                self.row_of.update({(segment, key): total + i for i, key in enumerate(keys)})
                self.rows[segment] = slice(total, total + len(keys))
                self.keys[segment] = np.array(keys, np.int64)
                total += len(keys) if segment in self.DIRECT else -(-len(keys) // 8) * 8
        self.coded_width = -(-(total - self.coded) // 64) * 8
        self.total = self.coded + 8 * self.coded_width
        self.lists = [sorted({self.row_of[a] for a in asked}) for asked in self.asked]


class AskedThings:
    """The part of Prepared that collects things."""

    def make_things(self):
        market, policy, p = self.market, self.policy, self.market.postings
        on, admit = policy.on, policy.admit
        things = self.things = Things(len(self.alive))
        wanted_needs = set(market.residents.needs.val.tolist())
        for at, i in enumerate(self.alive.tolist()):
            def ask_if(known, code, key):  # what is not known of the posting is unknown for every resident
                if known:
                    things.ask(at, code, key)
                elif not admit[code]:
                    things.ask(at, "const", "never")

            kind, upper, mask, hours = int(p.kind[i]), int(p.upper_pay[i]), int(p.week[i]), int(self.hours_asked[i])
            if on["kind"] or on["workplace"]:
                things.ask(at, "kind_workplace", (kind, int(p.workplace[i])))
            if on["must_skill"]:
                for s, level, must, _ in self.requirements[i]:
                    if must:
                        things.ask(at, "must_skill", (s, level))
            if on["credential"]:
                for c in p.credentials.row(i):
                    things.ask(at, "credential", (c, 0))
            if on["language"]:
                for key in p.languages.row_pairs(i):
                    things.ask(at, "language", key)
            if on["prerequisite"] and kind == TRAINING:
                for key in p.prerequisite_skills.row_pairs(i):
                    things.ask(at, "prerequisite_skill", key)
                for c in p.prerequisite_credentials.row(i):
                    things.ask(at, "prerequisite_credential", (c, 0))
            if on["week"] and hours != 0:
                ask_if(mask >= 0, "week", (mask, hours))
            if on["travel"] and self.place[i] != self.no_place:
                ask_if(self.place[i] != self.missing_place, "travel", int(self.place[i]))
            if on["pay"] and kind != TRAINING and (upper >= 0 or not admit["pay"]):
                things.ask(at, "pay", upper)
            if on["need"]:
                for need in wanted_needs:
                    if not p.offers[i].get(need, admit["need"]):
                        things.ask(at, "need", need)
            if on["age"] and p.legal_age[i] == 1:
                things.ask(at, "age", 0)
            if on["start"]:
                latest = int(p.starts[i] if kind == TRAINING else p.latest_start[i])
                ask_if(latest >= 0, "start", latest)
            if on["fee"] and kind == TRAINING and p.fee[i] != 0:
                ask_if(p.fee[i] > 0, "fee", int(p.fee[i]))
            if on["daily_units"] and kind == PIECEWORK and p.least_daily_units[i] != 0:
                least = int(p.least_daily_units[i])
                ask_if(least > 0, "daily_units", least)
        things.number()

    def make_holdings(self):
        """Everything that residents hold, as distinct (skill or credential or language, level); for each the things it answers, CSR."""
        m, r, things, admit = self.market, self.market.residents, self.things, self.policy.admit
        skills = len(m.skills)
        owners, codes = [], []
        for lists, first in ((r.skills, 0), (r.credentials, skills), (r.languages, skills + m.credentials)):
            owners.append(np.repeat(np.arange(len(lists.stated)), np.diff(lists.off)))
            codes.append((lists.val + first) * LEVELS + (lists.more[0] if hasattr(lists, "more") else 0))
        owners, codes = np.concatenate(owners), np.concatenate(codes)
        order = np.argsort(owners, kind="stable")
        self.hold_off = np.searchsorted(owners[order], np.arange(len(r.home) + 1))
        self.held, self.hold = distinct(codes[order])
        by_skill, by_other = {}, {}
        for segment, code, first in (("must_skill", "must_skill", None), ("prerequisite_skill", "prerequisite", None),
                                     ("credential", "credential", skills), ("prerequisite_credential", "prerequisite", skills),
                                     ("language", "language", skills + m.credentials)):
            for what, level in things.segments.get(segment, ()):
                asked_by = by_skill.setdefault(what, []) if first is None else by_other.setdefault(first + what, [])
                asked_by.append((things.row_of[segment, (what, level)], level, admit[code]))
        pairs, memo = [], {}
        for number, code in enumerate(self.held.tolist()):
            what, level = divmod(code, LEVELS)
            if what not in memo:
                above = ancestors(m.skills, what, 2) if what < skills else ()
                memo[what] = [entry for s in above for entry in by_skill.get(s, ())] + by_other.get(what, [])
            pairs.extend((number, row) for row, asked, admitting in memo[what]
                         if asked == 0 or (level >= asked if level else admitting))
        self.answers = csr(len(self.held), pairs)[:2]
