"""The rules in NumPy: {code: table residents x postings of FAIL, UNKNOWN or PASS}."""
from functools import cache

import numpy as np

from .market_reader import KINDS, WORKPLACES
from .numpy_tables import MISSING, has, numbers, stated

FAIL, UNKNOWN, PASS = 0, 1, 2  # the least over all things asked, the largest over the holders


def answer(passes, unknown):
    return np.where(unknown, UNKNOWN, np.where(passes, PASS, FAIL)).astype(np.int8)


def all_answers(tables):
    postings, skills = tables.postings, levels_held(tables, 'skills', tables.skill_ids)

    @cache
    def skill_answer(skill, level):
        return level_answer(skills, tables.counts_for[:, tables.skill_row[skill]], level)
    prerequisites = np.minimum(all_asked(tables, [p.prerequisite_skills or () for p in postings], skill_answer),
                               credentials(tables, 'prerequisite_credentials'))
    return {
        **plain_answers(tables),
        'kind': wanted(tables, 'wanted_kinds', KINDS, tables.kind),
        'workplace': wanted(tables, 'wanted_workplaces', WORKPLACES, tables.workplace),
        'must_skill': all_asked(tables, [[(q.skill, q.level) for q in p.requirements if q.must] for p in postings], skill_answer),
        'credential': credentials(tables, 'credentials'),
        'language': languages(tables),
        'need': needs(tables),
        'blocked': blocked(tables),
        'prerequisite': np.where(tables.training, prerequisites, PASS)}


def plain_answers(tables):
    """The rules that compare one number of the resident with one of the posting."""
    residents, postings, training, piecework = tables.residents, tables.postings, tables.training, tables.piecework
    opens, closes = numbers(postings, 'opens'), numbers(postings, 'closes')
    has_week = stated(residents, 'week')[:, None] & stated(postings, 'week')
    hours = numbers(postings, 'hours_asked')
    hours = np.where((hours == MISSING) & stated(postings, 'week'), [len(p.week or ()) for p in postings], hours)
    limit, minutes, measured = numbers(residents, 'travel_limit')[:, None], tables.minutes, tables.measured
    floor, pay = tables.pay_floor, tables.upper_pay
    asks_age, age = numbers(postings, 'legal_age') == 1, numbers(residents, 'of_legal_age')[:, None]
    free_from = numbers(residents, 'available_from')[:, None]
    last_start = np.where(training, numbers(postings, 'starts'), numbers(postings, 'latest_start'))
    fee, budget = numbers(postings, 'fee'), numbers(residents, 'budget')[:, None]
    least, units = numbers(postings, 'least_daily_units'), numbers(residents, 'daily_units')[:, None]
    return {
        'open': answer(((opens == MISSING) | (opens <= tables.today)) & ((closes == MISSING) | (tables.today <= closes)), False),
        'seats': answer(numbers(postings, 'seats') >= 1, False),
        'week': answer((hours == 0) | (tables.common_hours >= hours), (hours != 0) & ~has_week),
        'travel': answer(~measured | ((minutes != 255) & (minutes <= limit)),
                         measured & ((minutes == 254) | ((minutes != 255) & (limit == MISSING)))),
        'pay': answer(training | (floor == 0) | (pay >= floor), ~training & (floor != 0) & ((floor == MISSING) | (pay == MISSING))),
        'age': answer(~asks_age | (age == 1), asks_age & (age == MISSING)),
        'start': answer(free_from <= last_start, (free_from == MISSING) | (last_start == MISSING)),
        'fee': answer(~training | (fee == 0) | (fee <= budget), training & (fee != 0) & ((fee == MISSING) | (budget == MISSING))),
        'daily_units': answer(~piecework | (least == 0) | (units >= least),
                              piecework & (least != 0) & ((least == MISSING) | (units == MISSING)))}


def wanted(tables, column, names, of_posting):
    table = has(tables.residents, column, names)
    return answer((table | ~table.any(1, keepdims=True))[:, of_posting], False)


def all_asked(tables, asked, answer_of):
    """The worst answer over each posting's things asked."""
    table = np.full(tables.shape, PASS, np.int8)
    for posting, things in enumerate(asked):
        for thing in things:
            table[:, posting] = np.minimum(table[:, posting], answer_of(*thing))
    return table


def levels_held(tables, column, names):
    """Residents x names: held at all; held at no stated level; the highest stated level, or 0. And whether the list is stated."""
    number = {name: i for i, name in enumerate(names)}
    held, unstated, best = (np.zeros((len(tables.residents), len(names)), kind) for kind in (bool, bool, np.int8))
    for row, resident in enumerate(tables.residents):
        for name, level in getattr(resident, column) or ():
            held[row, number[name]] = True
            unstated[row, number[name]] |= level == 0
            best[row, number[name]] = max(best[row, number[name]], level)
    return held, unstated, best, stated(tables.residents, column)


def level_answer(levels, counting, asked):
    """Of each resident, by the columns that count for what is asked."""
    held, unstated, best, is_stated = levels
    passes = held[:, counting].any(1) if asked == 0 else (best[:, counting] >= asked).any(1)
    return answer(passes, ~is_stated | (~passes & unstated[:, counting].any(1)))


def languages(tables):
    lists = [row.languages or () for row in tables.residents + tables.postings]
    names = sorted({name for held in lists for name, _ in held})
    levels = levels_held(tables, 'languages', names)
    language_answer = cache(lambda language, level: level_answer(levels, [names.index(language)], level))
    return all_asked(tables, [p.languages or () for p in tables.postings], language_answer)


def credentials(tables, column):
    asked = [getattr(p, column) or () for p in tables.postings]
    names = sorted(set().union(*asked, *(r.credentials or () for r in tables.residents)))
    asked, lacking = has(tables.postings, column, names), ~has(tables.residents, 'credentials', names)
    lacks = lacking.astype(np.float32) @ asked.T.astype(np.float32) > 0
    return answer(~lacks, asked.any(1) & ~stated(tables.residents, 'credentials')[:, None])


def needs(tables):
    table = np.full(tables.shape, PASS, np.int8)
    for need in set().union(*(r.needs or () for r in tables.residents)):
        asks = np.array([need in (r.needs or ()) for r in tables.residents])[:, None]
        said = np.array([{None: UNKNOWN, True: PASS, False: FAIL}[(p.offers or {}).get(need)] for p in tables.postings], np.int8)
        table = np.minimum(table, np.where(asks, said, np.int8(PASS)))
    return table


def blocked(tables):
    residents, employers = [row.id for row in tables.residents], [row.id for row in tables.market.employers]
    postings = has(tables.residents, 'blocked_postings', [row.id for row in tables.postings])
    postings |= has(tables.postings, 'blocked_residents', residents).T
    by_employer = has(tables.residents, 'blocked_employers', employers) | has(tables.market.employers, 'blocked_residents', residents).T
    return answer(~(postings | by_employer[:, tables.employer]), False)
