"""The definition (docs/definitions.md) in plain Python: every pair's answers, values and score, then a full sort."""
from collections import Counter
from functools import cache
from math import isqrt

from . import rules, terms
from .closeness import Closeness
from .fixes import FIXES
from .inputs import Embedding, OwnRule, OwnTerm, Sparse

COMBINATIONS = {
    'minimum': min,
    'geometric': lambda a, b: isqrt(a * b),
    'harmonic': lambda a, b: 2 * a * b // (a + b) if a + b else 0}


class Oracle:
    """Residents and postings are row numbers. inputs: Sparse, Embedding, OwnTerm and OwnRule objects."""

    def __init__(self, market, policy, as_of, inputs=()):
        self.market, self.policy, self.as_of = market, policy, as_of
        self.closeness = Closeness(market, policy)
        self.employers = {employer.id: employer for employer in market.employers}
        self.occupations = {occupation.id: occupation for occupation in market.occupations}
        self.own_rules = [given for given in inputs if isinstance(given, OwnRule)]
        self.extra_terms = [given for given in inputs if isinstance(given, (Sparse, Embedding, OwnTerm))]
        self.rule_settings = policy.rules | {rule.code: {'on': True, 'unknown': rule.unknown} for rule in self.own_rules}
        # Each pair is worked out once.
        self.answers, self.term_values, self.standing = cache(self.answers), cache(self.term_values), cache(self.standing)

    # One pair

    def answers(self, resident, posting):
        """{rule code: 'pass', 'unknown' or 'fail'} of every rule, switched on or not."""
        r, p = self.market.residents[resident], self.market.postings[posting]
        found = {code: rules.ANSWERS[rule(self, r, p)] for code, rule in rules.RULES.items()}
        return found | {rule.code: rule.answer(resident, posting) for rule in self.own_rules}

    def standing(self, resident, posting):
        """The codes of the rules that fail, that are refused for being unknown, and that ask."""
        failed, refused, asked = [], [], []
        for code, answer in self.answers(resident, posting).items():
            setting = self.rule_settings[code]
            if setting['on'] and answer == 'fail':
                failed.append(code)
            if setting['on'] and answer == 'unknown':
                {'admit': [], 'refuse': refused, 'ask': asked}[setting['unknown']].append(code)
        return failed, refused, asked

    def is_eligible(self, resident, posting):
        failed, refused, _ = self.standing(resident, posting)
        return not failed and not refused

    def term_values(self, resident, posting):
        """{term: (value, is it the neutral of a missing input)}."""
        r, p = self.market.residents[resident], self.market.postings[posting]
        found = {name: term(self, r, p) for name, term in terms.TERMS.items()}
        neutral = dict(terms.NEUTRAL, skills=terms.GAIN_NEUTRAL if rules.is_training(p) else terms.NEUTRAL['skills'])
        for given in self.extra_terms:
            neutral[given.name] = given.neutral
            if isinstance(given, OwnTerm):
                found[given.name] = given.value(resident, posting)
            else:
                term = terms.sparse if isinstance(given, Sparse) else terms.embedding
                found[given.name] = term(given, self, resident, posting)
        return {name: (neutral[name], True) if value is None else (value, False) for name, value in found.items()}

    def values(self, resident, posting, side):
        """{term: (value, is it neutral, integer weight on this side)}."""
        weights = self.policy.weights[side]
        return {name: (*pair, weights.get(name, 0)) for name, pair in self.term_values(resident, posting).items()}

    def score(self, resident, posting, side):
        values = self.term_values(resident, posting)
        return sum(weight * values[term][0] for term, weight in self.policy.weights[side].items())

    # Lists

    def is_kept_out(self, resident, posting, allow, deny):
        narrowed = allow is not None and resident in allow and posting not in allow[resident]
        return narrowed or (deny is not None and posting in deny.get(resident, ()))

    def take(self, pairs, score_of, row_of, k, min_score, offset, caps=()):
        """Of one resident's or posting's pairs: ([(row, score, asked codes)], eligible count). caps: (row -> key, most of one key)."""
        eligible = [pair for pair in pairs if self.is_eligible(*pair)]
        ordered = sorted((-score_of(*pair), row_of(pair), pair) for pair in eligible if score_of(*pair) >= min_score)
        taken, counts = [], [Counter() for _ in caps]
        for minus_score, row, pair in ordered:
            keys = [key(row) for key, _ in caps]
            if all(count[key] < most for count, key, (_, most) in zip(counts, keys, caps)):
                taken.append((row, -minus_score, self.standing(*pair)[2]))
                for count, key in zip(counts, keys):
                    count[key] += 1
        return taken[offset:offset + k], len(eligible)

    def pairs(self, residents, postings, kinds, allow, deny):
        return [(r, p) for r in residents for p in postings
                if (kinds is None or self.market.postings[p].kind in kinds) and not self.is_kept_out(r, p, allow, deny)]

    def posting_lists(self, score_of, k, min_score=0, offset=0, kinds=None, per_employer=None, per_kind=None, allow=None, deny=None):
        postings = self.market.postings
        caps = [(key, most) for key, most in ((lambda p: postings[p].employer, per_employer), (lambda p: postings[p].kind, per_kind))
                if most is not None]
        return [self.take(self.pairs([r], range(len(postings)), kinds, allow, deny), score_of, lambda pair: pair[1],
                          k, min_score, offset, caps) for r in range(len(self.market.residents))]

    def resident_lists(self, score_of, k, min_score=0, offset=0, kinds=None, allow=None, deny=None):
        return [self.take(self.pairs(range(len(self.market.residents)), [p], kinds, allow, deny), score_of, lambda pair: pair[0],
                          k, min_score, offset) for p in range(len(self.market.postings))]

    def rank(self, k, **options):
        """For each resident ([(posting row, score, asked rule codes)], eligible count). allow, deny: {resident row: posting rows}."""
        return self.posting_lists(lambda r, p: self.score(r, p, 'resident'), k, **options)

    def rank_residents(self, k, **options):
        """For each posting ([(resident row, score, asked rule codes)], eligible count)."""
        return self.resident_lists(lambda r, p: self.score(r, p, 'employer'), k, **options)

    def combined(self, combination):
        return lambda r, p: COMBINATIONS[combination](self.score(r, p, 'resident'), self.score(r, p, 'employer'))

    def reciprocal(self, k, combination, **options):
        """As rank, by the two sides' combination (min_score is of the combination)."""
        return self.posting_lists(self.combined(combination), k, **options)

    def reciprocal_residents(self, k, combination, **options):
        return self.resident_lists(self.combined(combination), k, **options)

    # Near misses

    def near_misses(self, allow=None, deny=None):
        """For each resident [(posting row, the one rule that fails)], by row."""
        found = []
        for r in range(len(self.market.residents)):
            standings = [(p, *self.standing(r, p)) for r, p in self.pairs([r], range(len(self.market.postings)), None, allow, deny)]
            found.append([(p, failed[0]) for p, failed, refused, _ in standings if len(failed) == 1 and not refused])
        return found

    def nearest_fix(self, resident, posting):
        """{code of a failed rule: [(unit, amount, name)], sorted}."""
        r, p = self.market.residents[resident], self.market.postings[posting]
        failed = self.standing(resident, posting)[0]
        return {code: sorted(FIXES[code](self, r, p)) if code in FIXES else [] for code in failed}
