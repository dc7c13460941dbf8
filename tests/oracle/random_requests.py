"""Random policies, options and inputs to go with the random markets."""
import json
import random
import re
from decimal import Decimal

from .inputs import Embedding, OwnRule, OwnTerm, Sparse
from .market_reader import KINDS
from .policy import CLOSENESS, RULE_CODES, STANDARD_TERMS

INPUT_NAMES = ('embedding', 'referral', 'history', 'whim')  # the terms of random_inputs


def random_policy(seed, term_names=INPUT_NAMES):
    """A policy as a dict, weights as ints and Decimals. Its weights name the term_names: hand in such inputs, or pass ()."""
    dice = random.Random(f'policy {seed}')
    chance_on = dice.choice([0.3, 0.7, 1])
    policy = {'rules': {code: {'on': dice.random() < chance_on, 'unknown': dice.choice(['admit', 'admit', 'refuse', 'ask'])}
                        for code in RULE_CODES if dice.random() < 0.9}}
    if dice.random() < 0.9:
        names = [*STANDARD_TERMS, *term_names]
        policy['weights'] = {side: random_weights(dice, dice.sample(names, len(names))) for side in ('resident', 'employer')}
    if dice.random() < 0.8:
        policy['closeness'] = random_closeness(dice)
    return policy


def random_weights(dice, names):
    """Some zeros, some equal (which tie in the remainders), some that a double cannot hold; never all zero."""
    def weight():
        return dice.choice([0, 1, 1, 10, 30, Decimal('0.1'), Decimal('0.3'), Decimal('20.5'), Decimal(dice.randrange(10**12)).scaleb(-9)])
    entries = [{'term': name, 'weight': weight()} for name in names]
    dice.choice(entries)['weight'] = 7
    return entries


def random_closeness(dice):
    """A few tables, of any numbers or of falling ones, and sibling limits that small markets reach."""
    def numbers(count):
        return sorted((dice.randint(0, 255) for _ in range(count)), reverse=True)
    skill = dict(zip(('same', 'related', 'sibling'), numbers(3)), narrower=numbers(2), broader=numbers(2), sibling_limit=dice.randint(0, 6))
    occupation = {'same': dice.choice([255, dice.randint(0, 255)]), 'related': dice.randint(0, 255), 'shared_broader': numbers(3)}
    tables = {'skill': skill, 'occupation': occupation, 'held_occupation': dice.randint(0, 255), 'level_fit': numbers(4)}
    if dice.random() < 0.3:
        tables['skill'] = dict(CLOSENESS['skill'], sibling_limit=dice.randint(1, 3))
    return {name: table for name, table in tables.items() if dice.random() < 0.8}


def policy_json(policy):
    """The policy JSON with every weight written digit by digit."""
    marked = json.dumps(policy, default=lambda number: f'@{number:f}@')
    return re.sub('"@(.*?)@"', r'\1', marked)


def random_options(seed, market):
    """Options of rank. rank_residents takes them without the two caps."""
    dice = random.Random(f'options {seed}')
    residents, postings = range(len(market.residents)), range(len(market.postings))

    def pair_lists(chance):
        return {r: sorted(dice.sample(postings, dice.randint(0, len(postings)))) for r in residents if dice.random() < chance}
    return {
        'k': dice.choice([0, 1, 3, 10, len(postings) + 5]), 'offset': dice.choice([0, 0, 0, 1, 4]),
        'min_score': dice.choice([0, 0, 0, dice.randrange(2**32), 65535**2 // 4, 65535**2 // 3]),
        'kinds': dice.choice([None, None, dice.sample(KINDS, dice.randint(1, 4))]),
        'per_employer': dice.choice([None, None, 1, 2, 3]), 'per_kind': dice.choice([None, None, 1, 2, 5]),
        'allow': dice.choice([None, pair_lists(0.3)]), 'deny': dice.choice([None, pair_lists(0.5)])}


def options_of_residents(options):
    return {name: option for name, option in options.items() if name not in ('per_employer', 'per_kind')}


def random_inputs(seed, market):
    """Two sparse terms, an embedding, a term and a rule of the caller's own."""
    dice = random.Random(f'inputs {seed}')

    def strengths(columns):
        cells = [(r, c) for r in range(len(market.residents)) for c in range(columns)]
        return {cell: dice.choice([0, 1, 32768, 65534, 65535, dice.randrange(65536)]) for cell in dice.sample(cells, len(cells) // 4)}

    dimensions, reach = dice.choice([1, 3, 8]), dice.choice([1, 8, 64, 300])

    def vectors(rows):
        # Multiples of 1/64, the same in float32: with scale 0.5 or 1 many lie halfway between integers.
        return [[dice.randint(-64 * reach, 64 * reach) / 64 if dice.random() < 0.6 else dice.randint(-8, 8) / 2 for _ in range(dimensions)]
                if dice.random() < 0.8 else None for _ in rows]
    a, b, modulus = dice.randrange(1, 999), dice.randrange(1, 999), dice.choice([2, 5, 65536, 65537])
    return [
        Sparse('referral', 'employer', strengths(len(market.employers))),
        Sparse('history', 'posting', strengths(len(market.postings))),
        Embedding(vectors(market.residents), vectors(market.postings), scale=dice.choice([0.5, 1.0, 0.1, 127.0, 3.7]),
                  m=dice.choice([1, 2, 2, 5, 100]), s=dice.choice([0, 0, 1, 4])),
        OwnTerm('whim', lambda r, p: own_number(a * r + b * p, modulus), neutral=dice.choice([0, 300, 16384, 65535])),
        OwnRule('vetted', lambda r, p: ('pass', 'pass', 'pass', 'pass', 'pass', 'unknown', 'fail')[(a * r + b * p) % 7],
                unknown=dice.choice(['admit', 'refuse', 'ask']))]


def own_number(number, modulus):
    return None if number % 4 == 3 else number * 7919 % modulus % 65536
