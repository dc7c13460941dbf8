"""The definition once more, in NumPy: one table residents x postings per rule and term, a full score table, a full sort.

Written for larger markets, and apart from the rules and terms of oracle.py: the two check each other.
"""
from collections import Counter

import numpy as np

from .inputs import OwnRule
from .numpy_rules import FAIL, PASS, UNKNOWN, all_answers
from .numpy_tables import Tables
from .numpy_terms import all_values
from .policy import RULE_CODES

TOP = 65535 ** 2


class NumpyOracle:
    """The lists of Oracle, and the tables behind them: answer[code], value[term], neutral[term], scores[side], eligible."""

    def __init__(self, market, policy, as_of, inputs=()):
        tables = Tables(market, policy, as_of)
        self.policy, self.postings, self.shape = policy, market.postings, tables.shape
        self.kind, self.employer = tables.kind, tables.employer
        self.own_rules = [given for given in inputs if isinstance(given, OwnRule)]
        self.answer = all_answers(tables) | {rule.code: self.own_answers(rule) for rule in self.own_rules}
        self.answer = {code: np.broadcast_to(table, self.shape) for code, table in self.answer.items()}
        values = all_values(tables, [given for given in inputs if not isinstance(given, OwnRule)])
        self.value = {name: value for name, (value, _) in values.items()}
        self.neutral = {name: neutral for name, (_, neutral) in values.items()}
        self.scores = {side: sum(weight * self.value[term] for term, weight in policy.weights[side].items() if weight)
                       for side in policy.weights}
        self.eligible = self.all_eligible()

    def own_answers(self, rule):
        number = {'fail': FAIL, 'unknown': UNKNOWN, 'pass': PASS}
        return np.array([[number[rule.answer(r, p)] for p in range(self.shape[1])] for r in range(self.shape[0])], np.int8)

    def settings(self):
        """(code, whether on, how unknown counts)"""
        return ([(code, self.policy.rules[code]['on'], self.policy.rules[code]['unknown']) for code in RULE_CODES]
                + [(rule.code, True, rule.unknown) for rule in self.own_rules])

    def all_eligible(self):
        self.failures, self.refusals = np.zeros(self.shape, np.int64), np.zeros(self.shape, bool)
        for code, on, unknown in self.settings():
            if on:
                self.failures += self.answer[code] == FAIL
                if unknown == 'refuse':
                    self.refusals |= self.answer[code] == UNKNOWN
        return (self.failures == 0) & ~self.refusals

    def asked(self, resident, posting):
        return [code for code, on, unknown in self.settings()
                if on and unknown == 'ask' and self.answer[code][resident, posting] == UNKNOWN]

    def let_in(self, kinds, allow, deny):
        table = np.broadcast_to([kinds is None or p.kind in kinds for p in self.postings], self.shape).copy()
        for resident, postings in (allow or {}).items():
            table[resident] &= np.isin(np.arange(self.shape[1]), list(postings))
        for resident, postings in (deny or {}).items():
            table[resident, list(postings)] = False
        return table

    def lists(self, scores, k, min_score, offset, kinds, allow, deny, by_posting, caps=()):
        """One list for each row of scores (residents), or for each column (postings)."""
        eligible = self.eligible & self.let_in(kinds, allow, deny)
        scores, found = scores.astype(np.int64), []
        for row, (row_scores, row_eligible) in enumerate(zip(scores.T, eligible.T) if by_posting else zip(scores, eligible)):
            order = np.argsort(-row_scores, kind='stable')
            order = self.capped(order[row_eligible[order] & (row_scores[order] >= min_score)], caps)[offset:offset + k]
            found.append(([(int(i), int(row_scores[i]), self.asked(*((i, row) if by_posting else (row, i)))) for i in order],
                          int(row_eligible.sum())))
        return found

    def capped(self, order, caps):
        caps = [(keys, most) for keys, most in caps if most is not None]
        if not caps:
            return order
        taken, counts = [], Counter()
        for posting in order:
            slots = [(number, keys[posting], most) for number, (keys, most) in enumerate(caps)]
            if all(counts[number, key] < most for number, key, most in slots):
                taken.append(posting)
                counts.update((number, key) for number, key, _ in slots)
        return taken

    def rank(self, k, min_score=0, offset=0, kinds=None, per_employer=None, per_kind=None, allow=None, deny=None, scores=None):
        caps = [(self.employer, per_employer), (self.kind, per_kind)]
        return self.lists(self.scores['resident'] if scores is None else scores, k, min_score, offset, kinds, allow, deny, False, caps)

    def rank_residents(self, k, min_score=0, offset=0, kinds=None, allow=None, deny=None, scores=None):
        return self.lists(self.scores['employer'] if scores is None else scores, k, min_score, offset, kinds, allow, deny, True)

    def combined(self, combination):
        a, b = (self.scores[side].astype(np.uint64) for side in ('resident', 'employer'))
        if combination == 'minimum':
            return np.minimum(a, b)
        if combination == 'geometric':  # a * b fits 64 bits; the float root may be one off
            root, product = np.sqrt(a.astype(float) * b).astype(np.uint64), a * b
            root = np.minimum(root, TOP)
            root -= root * root > product
            return root + ((root + 1 <= TOP) & ((root + 1) ** 2 <= product))
        whole, rest = np.divmod(a * b, np.maximum(a + b, 1))  # harmonic; 2ab itself may not fit
        return 2 * whole + 2 * rest // np.maximum(a + b, 1)

    def reciprocal(self, k, combination, **options):
        return self.rank(k, scores=self.combined(combination), **options)

    def reciprocal_residents(self, k, combination, **options):
        return self.rank_residents(k, scores=self.combined(combination), **options)

    def near_misses(self, allow=None, deny=None):
        misses = (self.failures == 1) & ~self.refusals & self.let_in(None, allow, deny)
        on = [code for code, on, _ in self.settings() if on]
        return [[(int(p), next(code for code in on if self.answer[code][r, p] == FAIL)) for p in np.flatnonzero(misses[r])]
                for r in range(self.shape[0])]
