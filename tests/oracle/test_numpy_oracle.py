"""The plain and the NumPy oracle agree on random markets, and the random markets reach every answer and every neutral."""
from collections import Counter

import pytest

from .market_reader import read_market
from .numpy_oracle import NumpyOracle
from .oracle import COMBINATIONS, Oracle
from .policy import RULE_CODES, STANDARD_TERMS, Policy
from .random_markets import AS_OF, FLAVOURS, write_random_market
from .random_requests import INPUT_NAMES, options_of_residents, policy_json, random_inputs, random_options, random_policy

MARKETS = 200
NEVER_UNKNOWN = ('open', 'seats', 'kind', 'workplace', 'blocked')


def random_market(folder, seed, residents=12, postings=25):
    """Every other market has a special shape."""
    write_random_market(folder, seed, residents, postings, FLAVOURS[seed // 2 % len(FLAVOURS)] if seed % 2 else None)
    return read_market(folder)


def assert_same_tables(plain, fast):
    for r in range(fast.shape[0]):
        for p in range(fast.shape[1]):
            assert plain.answers(r, p) == {code: ('fail', 'unknown', 'pass')[table[r, p]] for code, table in fast.answer.items()}, (r, p)
            assert plain.term_values(r, p) == {term: (fast.value[term][r, p], fast.neutral[term][r, p]) for term in fast.value}, (r, p)
            assert {side: plain.score(r, p, side) for side in fast.scores} == {side: fast.scores[side][r, p] for side in fast.scores}


def assert_same_lists(plain, fast, options):
    of_residents = options_of_residents(options)
    assert plain.rank(**options) == fast.rank(**options)
    assert plain.rank_residents(**of_residents) == fast.rank_residents(**of_residents)
    for combination in COMBINATIONS:
        assert plain.reciprocal(combination=combination, **options) == fast.reciprocal(combination=combination, **options)
        assert (plain.reciprocal_residents(combination=combination, **of_residents)
                == fast.reciprocal_residents(combination=combination, **of_residents))
    kept_out = {'allow': options['allow'], 'deny': options['deny']}
    assert plain.near_misses(**kept_out) == fast.near_misses(**kept_out)


def count_what_was_reached(plain, counts):
    for r in range(len(plain.market.residents)):
        for p in range(len(plain.market.postings)):
            for code, answer in plain.answers(r, p).items():
                if plain.rule_settings[code]['on']:
                    counts[code, plain.rule_settings[code]['unknown'], answer] += 1
            for term, (_, is_neutral) in plain.term_values(r, p).items():
                counts[term, is_neutral] += 1


def test_both_oracles_agree_and_everything_is_reached(tmp_path):
    counts = Counter()
    for seed in range(MARKETS):
        market = random_market(tmp_path / str(seed), seed)
        inputs, options, policy = random_inputs(seed, market), random_options(seed, market), Policy(random_policy(seed))
        plain, fast = Oracle(market, policy, AS_OF, inputs), NumpyOracle(market, policy, AS_OF, inputs)
        assert_same_tables(plain, fast)
        assert_same_lists(plain, fast, options)
        best = [found[0][1] for found, _ in plain.rank(k=1) if found]
        if best:  # a score that is just reached, and one that just is not
            assert_same_lists(plain, fast, dict(options, min_score=best[0], offset=0))
            assert_same_lists(plain, fast, dict(options, min_score=best[0] + 1, offset=0))
        count_what_was_reached(plain, counts)
    reachable = [(code, setting, answer) for code in (*RULE_CODES, 'vetted') for setting in ('admit', 'refuse', 'ask')
                 for answer in ('pass', 'unknown', 'fail') if answer != 'unknown' or code not in NEVER_UNKNOWN]
    reachable += [(term, is_neutral) for term in (*STANDARD_TERMS, *INPUT_NAMES) for is_neutral in (True, False)]
    assert [case for case in reachable if counts[case] == 0] == []


def test_both_oracles_agree_without_inputs(tmp_path):
    for seed in range(20):
        market = random_market(tmp_path / str(seed), seed)
        plain, fast = Oracle(market, Policy(), AS_OF), NumpyOracle(market, Policy(), AS_OF)
        assert_same_tables(plain, fast)
        assert_same_lists(plain, fast, random_options(seed, market))


def test_both_oracles_agree_on_a_larger_market(tmp_path):
    market = random_market(tmp_path, 0, 60, 300)
    inputs, policy = random_inputs(0, market), Policy({'rules': {'start': {'on': False}}, 'weights': random_policy(0)['weights']})
    plain, fast = Oracle(market, policy, AS_OF, inputs), NumpyOracle(market, policy, AS_OF, inputs)
    assert_same_tables(plain, fast)
    assert_same_lists(plain, fast, dict(random_options(0, market), k=20, min_score=0, per_employer=2, per_kind=9))


@pytest.mark.parametrize('flavour', FLAVOURS)
def test_flavours_have_their_shape(tmp_path, flavour):
    for seed in range(10):
        folder = tmp_path / str(seed)
        write_random_market(folder, seed, 12, 25, flavour)
        oracle = Oracle(read_market(folder), Policy(), AS_OF)
        lists = oracle.rank(k=100)
        if flavour in ('zero_seats', 'none'):
            assert all(count == 0 for _, count in lists)
        elif flavour == 'one_survivor':
            assert all(count == 1 for _, count in lists)
        elif flavour == 'ties':
            assert all(len({oracle.score(r, p, 'resident') for p in range(25)}) <= 3 + 25 // 10 for r in range(12))
        elif flavour == 'all_unknown':
            assert all(value[1] for value in oracle.term_values(0, 0).values())
        else:
            assert all(resident.skills == frozenset() for resident in oracle.market.residents)


def test_a_policy_survives_its_json():
    for seed in range(50):
        given = random_policy(seed)
        assert vars(Policy(given)) == vars(Policy.from_json(policy_json(given)))


def test_the_same_seed_writes_the_same_market(tmp_path):
    for folder in ('a', 'b'):
        write_random_market(tmp_path / folder, 7, 12, 25)
    for file in (tmp_path / 'a').iterdir():
        assert file.read_bytes() == (tmp_path / 'b' / file.name).read_bytes()
