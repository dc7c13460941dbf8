"""A fix of an amount turns the rule when it is applied in full, and does not when it is one short."""
from collections import Counter
from copy import copy
from datetime import timedelta

from .market_reader import read_market
from .oracle import Oracle
from .policy import Policy
from .random_markets import AS_OF, write_random_market


def moved(row, column, amount):
    """A copy of the row with more in the column (days, if it is a date)."""
    changed = copy(row)
    value = getattr(row, column)
    setattr(changed, column, value + (timedelta(amount) if hasattr(value, 'year') else amount))
    return changed


def window(r, p, amount):
    return (r, moved(p, 'opens', -amount)) if p.opens is not None and p.opens > AS_OF else (r, moved(p, 'closes', amount))


def fewer_hours(r, p, amount):
    changed = copy(p)
    changed.hours_asked = (len(p.week) if p.hours_asked is None else p.hours_asked) - amount
    return r, changed


APPLY = {
    'open': window, 'week': fewer_hours,
    'seats': lambda r, p, amount: (r, moved(p, 'seats', amount)),
    'travel': lambda r, p, amount: (moved(r, 'travel_limit', amount), p),
    'pay': lambda r, p, amount: (moved(r, 'pay_floor', -amount), p),
    'start': lambda r, p, amount: (moved(r, 'available_from', -amount), p),
    'fee': lambda r, p, amount: (moved(r, 'budget', amount), p),
    'daily_units': lambda r, p, amount: (moved(r, 'daily_units', amount), p)}


def test_amounts_are_the_smallest_that_turn_the_rule(tmp_path):
    counts = Counter()
    for seed in range(10):
        write_random_market(tmp_path / str(seed), seed, 12, 25)
        market = read_market(tmp_path / str(seed))
        oracle = Oracle(market, Policy(), AS_OF)
        for row, resident in enumerate(market.residents):
            for column, posting in enumerate(market.postings):
                for code, found in oracle.nearest_fix(row, column).items():
                    if code in APPLY and found:
                        (_, amount, _), = found
                        for less, expected in ((0, 'pass'), (1, 'fail')):
                            assert answer_after(market, row, column, APPLY[code](resident, posting, amount - less), code) == expected
                        counts[code] += 1
    assert set(counts) == set(APPLY)


def answer_after(market, row, column, changed, code):
    other = copy(market)
    other.residents, other.postings = list(market.residents), list(market.postings)
    other.residents[row], other.postings[column] = changed
    return Oracle(other, Policy(), AS_OF).answers(row, column)[code]
