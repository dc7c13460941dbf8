"""Nearest fixes: for a rule that fails, the smallest change that turns it, as a list of (unit, amount, name).

The amount is 0 where the fix is only a name; the name is '' where it is only an amount. A rule that nothing turns gives an empty list.
"""
from . import rules
from .market_reader import OUT_OF_REACH


def open_(world, r, p):
    late = p.opens is None or p.opens <= world.as_of
    return [('days', (world.as_of - p.closes if late else p.opens - world.as_of).days, '')]


def skills(world, r, asked):
    """asked: (skill, level) pairs. Levels short over the skills that count for it, where one is held; else the skill with its level."""
    found = []
    for skill, level in asked:
        if rules.skill_answer(world, r, skill, level) == rules.FAIL:
            held = rules.counting_levels(world, r, skill)
            found.append(('levels', level - max(held), skill) if held else ('skill', level, skill))
    return found


def credentials(r, asked):
    return [('credential', 0, name) for name in asked or () if rules.credential_answer(r, name) == rules.FAIL]


def prerequisite(world, r, p):
    return skills(world, r, p.prerequisite_skills or ()) + credentials(r, p.prerequisite_credentials)


def language(world, r, p):
    found = []
    for name, level in p.languages:
        if rules.language_answer(r, name, level) == rules.FAIL:
            held = rules.language_levels(r, name)
            found.append(('levels', level - max(held), name) if held else ('language', level, name))
    return found


def travel(world, r, p):
    minutes = rules.travel_cell(world, r, p)
    return [] if minutes == OUT_OF_REACH else [('minutes', minutes - r.travel_limit, '')]


FIXES = {
    'open': open_,
    'seats': lambda world, r, p: [('seats', 1, '')],
    'kind': lambda world, r, p: [('kind', 0, p.kind)],
    'workplace': lambda world, r, p: [('workplace', 0, p.workplace)],
    'must_skill': lambda world, r, p: skills(world, r, rules.must_haves(p)),
    'credential': lambda world, r, p: credentials(r, p.credentials),
    'language': language,
    'week': lambda world, r, p: [('hours', rules.hours_asked(p) - len(r.week & p.week), '')],
    'travel': travel,
    'pay': lambda world, r, p: [('money', r.pay_floor - p.upper_pay, '')],
    'need': lambda world, r, p: [('need', 0, name) for name in r.needs if rules.need_answer(p, name) == rules.FAIL],
    'age': lambda world, r, p: [],
    'start': lambda world, r, p: [('days', (r.available_from - rules.last_start(p)).days, '')],
    'blocked': lambda world, r, p: [],
    'prerequisite': prerequisite,
    'fee': lambda world, r, p: [('money', p.fee - r.budget, '')],
    'daily_units': lambda world, r, p: [('units', p.least_daily_units - r.daily_units, '')]}
