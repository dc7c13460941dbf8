"""A policy: the standard one with what the caller's dict (the policy JSON) names put over it."""
import json
from decimal import Decimal
from fractions import Fraction

UNKNOWN = {
    'open': 'admit', 'seats': 'admit', 'kind': 'admit', 'workplace': 'admit', 'must_skill': 'admit', 'credential': 'ask',
    'language': 'admit', 'week': 'admit', 'travel': 'admit', 'pay': 'admit', 'need': 'ask', 'age': 'ask', 'start': 'admit',
    'blocked': 'admit', 'prerequisite': 'ask', 'fee': 'admit', 'daily_units': 'admit'}
RULE_CODES = tuple(UNKNOWN)
STANDARD_TERMS = ('skills', 'occupation', 'commute', 'week', 'pay', 'freshness', 'preference')
SIDES = ('resident', 'employer')


def weight_list(**weights):
    return [{'term': term, 'weight': weight} for term, weight in weights.items()]


WEIGHTS = {
    'resident': weight_list(skills=30, commute=20, occupation=15, week=10, pay=10, preference=10, freshness=5),
    'employer': weight_list(skills=55, commute=10, occupation=20, week=10, pay=0, preference=0, freshness=5)}
CLOSENESS = {
    'skill': {'same': 255, 'narrower': [240, 225], 'broader': [150, 90], 'sibling': 110, 'related': 130, 'sibling_limit': 64},
    'occupation': {'same': 255, 'related': 150, 'shared_broader': [180, 100, 40]},
    'held_occupation': 200,
    'level_fit': [255, 190, 120, 60]}


def shares(total, counts):
    """The total dealt out by largest remainder of the counts; ties to the earlier one."""
    whole = sum(counts)
    parts = [total * count // whole for count in counts]
    largest_first = sorted(range(len(counts)), key=lambda i: -(total * counts[i] % whole))  # sorted() is stable
    for i in largest_first[:total - sum(parts)]:
        parts[i] += 1
    return parts


def integer_weights(entries):
    """{term: integer weight} of one side, summing to 65,535. A weight is an int, a str or a Decimal: never a float, which is not exact."""
    assert not any(isinstance(entry['weight'], float) for entry in entries)
    exact = [Fraction(entry['weight']) for entry in entries]
    return dict(zip([entry['term'] for entry in entries], shares(65535, exact)))


class Policy:
    """rules[code] = {'on': bool, 'unknown': 'admit' | 'refuse' | 'ask'}; weights[side] = {term: integer}; closeness as in the JSON."""

    def __init__(self, given=None):
        given = given or {}
        self.rules = {code: {'on': True, 'unknown': unknown} | given.get('rules', {}).get(code, {}) for code, unknown in UNKNOWN.items()}
        self.weights = {side: integer_weights(given.get('weights', WEIGHTS)[side]) for side in SIDES}
        named = given.get('closeness', {})
        self.closeness = CLOSENESS | named
        for part in ('skill', 'occupation'):
            self.closeness[part] = CLOSENESS[part] | named.get(part, {})

    @classmethod
    def from_json(cls, text):
        return cls(json.loads(text, parse_float=Decimal))
