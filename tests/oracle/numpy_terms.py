"""The terms in NumPy: {name: (table residents x postings of values, table of bools: is it the neutral)}."""
from bisect import bisect_right

import numpy as np

from .inputs import Embedding, OwnTerm, Sparse
from .market_reader import KINDS, WORKPLACES
from .numpy_tables import MISSING, has, largest, link_table, numbers, paths, positions, same, stated

TOP = 65535


def dealt(total, counts):
    """Shares by largest remainder, ties to the earlier."""
    counts = np.array(counts, np.int64)
    parts, remainders = np.divmod(total * counts, counts.sum())
    parts[np.argsort(-remainders, kind='stable')[:total - parts.sum()]] += 1
    return parts


def halving_table(half_life, length):
    """round(65535 * 2^(-x/h)) is the largest v with v - 1/2 <= 65535 * 2^(-x/h), that is (2v - 1)^h * 2^x <= 131070^h: all integers."""
    def value(x):
        return bisect_right(range(1, TOP + 1), 131070 ** half_life, key=lambda v: (2 * v - 1) ** half_life << x)
    return np.array([value(x) for x in range(length)])


def all_values(tables, inputs):
    found = {
        'skills': (*skills(tables), np.where(tables.training, 0, 16384)),  # (value, is an input missing, neutral)
        'occupation': (*occupation(tables), 16384), 'commute': (*commute(tables), 16384), 'week': (*week(tables), 16384),
        'pay': (*pay(tables), 16384), 'freshness': (*freshness(tables), 16384), 'preference': (*preference(tables), 32767)}
    for given in inputs:
        term = {Sparse: sparse, Embedding: embedding, OwnTerm: own_term}[type(given)]
        found[given.name] = (*term(tables, given), given.neutral)
    return {name: (np.where(missing, neutral, value).astype(np.int64) + np.zeros(tables.shape, np.int64),
                   np.broadcast_to(missing, tables.shape)) for name, (value, missing, neutral) in found.items()}


def skills(tables):
    asked = [p.requirements for p in tables.postings]
    nothing_asked = np.array([not any(q.count for q in requirements) for requirements in asked])
    value, no_gain = gain(tables)
    for posting in np.flatnonzero(~tables.training & ~nothing_asked):
        for part, q in zip(dealt(257, [q.count for q in asked[posting]]), asked[posting]):
            value[:, posting] += part * tables.cover[:, tables.skill_row[q.skill], q.level]
    return value, ~stated(tables.residents, 'skills')[:, None] | np.where(tables.training, no_gain, nothing_asked)


def gain(tables):
    """Of training slots (0 in the other columns), and where grants or a wanted occupation that asks for anything are missing."""
    rows = tables.market.occupations
    pairs = sorted({(tables.skill_row[q.skill], q.level) for row in rows for q in row.asks})
    parts = np.zeros((len(pairs), len(rows)))  # the share of 257 that an occupation gives to a (skill, level); exact as floats
    for number, row in enumerate(rows):
        if row.asks:
            asked = [pairs.index((tables.skill_row[q.skill], q.level)) for q in row.asks]
            parts[asked, number] = dealt(257, [q.count for q in row.asks])
    skill, level = np.array(pairs, int).reshape(-1, 2).T
    before = tables.cover[:, skill, level]
    wanted = has(tables.residents, 'wanted_occupations', [row.id for row in rows]) & [bool(row.asks) for row in rows]
    value = np.zeros(tables.shape, np.int64)
    for posting in np.flatnonzero(tables.training):
        after = np.maximum(before, tables.cover_of(tables.postings[posting].grants)[skill, level])
        value[:, posting] = np.where(wanted, (after - before).astype(float) @ parts, 0).max(1, initial=0)
    return value, ~wanted.any(1)[:, None] | ~stated(tables.postings, 'grants')


def occupation(tables):
    rows, close, discount = tables.market.occupations, tables.policy.closeness['occupation'], tables.policy.closeness['held_occupation']
    ids, related, ups = [row.id for row in rows], link_table(rows, 'related'), paths(link_table(rows, 'broader'))
    cases = [(same(rows), close['same']), (related | related.T, close['related'])]
    reach, no_root = same(rows), ups[0].any(1)
    for up, value in zip(ups, close['shared_broader']):
        reach = reach | up  # at most one, two, three steps up
        cases.append((reach[:, no_root].astype(int) @ reach[:, no_root].T.astype(int) > 0, value))
    closeness = largest(reach.shape, cases)

    def best(column, table):
        """[resident, occupation]: the largest over the occupations in the resident's list."""
        return np.array([table[listed].max(0, initial=0) for listed in has(tables.residents, column, ids)])
    value = np.maximum(best('wanted_occupations', closeness), best('held_occupations', discount * closeness // 255))
    of_posting = positions(tables.postings, 'occupation', ids, len(ids))
    no_list = ~stated(tables.residents, 'wanted_occupations') & ~stated(tables.residents, 'held_occupations')
    return 257 * np.pad(value, ((0, 0), (0, 1)))[:, of_posting], no_list[:, None] | (of_posting == len(ids))


def commute(tables):
    minutes = tables.minutes
    by_minutes = np.append(halving_table(15, 249)[np.maximum(0, np.arange(254) - 5)], [0, 0])  # 254 is missing, 255 is 0
    return np.where(tables.measured, by_minutes[minutes], TOP), tables.measured & (minutes == 254)


def week(tables):
    hours = np.array([len(p.week or ()) for p in tables.postings])
    value = np.where(hours == 0, TOP, TOP * tables.common_hours // np.maximum(hours, 1))
    return value, ~(stated(tables.residents, 'week')[:, None] & stated(tables.postings, 'week'))


def pay(tables):
    floor, upper = tables.pay_floor, tables.upper_pay
    above = np.clip(TOP * (upper - floor) // np.maximum(floor, 1), 0, TOP)
    return np.where(floor == 0, TOP, above), (floor == MISSING) | (upper == MISSING)


def freshness(tables):
    posted = numbers(tables.postings, 'posted')
    days = np.clip(tables.today - posted, 0, 399)  # 0 from day 14 x 17 on
    return halving_table(14, 400)[days], posted == MISSING


def preference(tables):
    def liking(column, names):
        return np.array([[(getattr(r, column) or {}).get(name, 0) for name in names] for r in tables.residents])
    total = (liking('liked_employers', [row.id for row in tables.market.employers])[:, tables.employer]
             + liking('liked_kinds', KINDS)[:, tables.kind] + liking('liked_workplaces', WORKPLACES)[:, tables.workplace])
    any_list = sum(stated(tables.residents, column) for column in ('liked_employers', 'liked_kinds', 'liked_workplaces')) > 0
    return np.clip(32767 + 8192 * np.clip(total, -4, 4), 0, TOP), ~any_list[:, None]


def sparse(tables, given):
    strength = np.full((tables.shape[0], tables.shape[1] if given.by == 'posting' else len(tables.market.employers)), MISSING, np.int64)
    for cell, number in given.strength.items():
        strength[cell] = number
    if given.by == 'employer':
        strength = strength[:, tables.employer]
    return 16384 + (TOP - 16384) * strength // TOP, strength == MISSING


def embedding(tables, given):
    length = max((len(vector) for vector in given.residents + given.postings if vector is not None), default=0)

    def matrix(vectors):
        filled = np.array([[0] * length if vector is None else vector for vector in vectors], np.float64)
        return np.clip(np.rint(filled * given.scale), -127, 127), np.array([vector is None for vector in vectors])
    (a, no_a), (b, no_b) = matrix(given.residents), matrix(given.postings)
    product = (a @ b.T).astype(np.int64)
    return np.clip(32768 + (product * given.m >> given.s), 0, TOP), no_a[:, None] | no_b


def own_term(tables, given):
    value = np.array([[given.value(r, p) for p in range(tables.shape[1])] for r in range(tables.shape[0])])
    missing = value == None  # noqa: E711 (element by element)
    return np.where(missing, 0, value).astype(np.int64), missing
