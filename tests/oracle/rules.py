"""The rules: (world, resident, posting) -> PASS, UNKNOWN or FAIL. The world is the Oracle: market, as_of, closeness, employers by id."""
from .market_reader import NOT_KNOWN, OUT_OF_REACH

FAIL, UNKNOWN, PASS = range(3)
ANSWERS = ('fail', 'unknown', 'pass')


def any_of(answers):
    return max(answers, default=FAIL)  # pass beats unknown beats fail


def all_of(answers):
    return min(answers, default=PASS)  # fail beats unknown beats pass


def passes(condition):
    return PASS if condition else FAIL


def is_training(p):
    return p.kind == 'training_slot'


# One thing asked

def level_answer(held, asked):
    if asked == 0 or held >= asked:
        return PASS
    return UNKNOWN if held == 0 else FAIL


def counting_levels(world, r, skill):
    """The levels at which the resident holds the skill, or one narrower by one or two steps."""
    return [level for h, level in r.skills if any(skill in world.closeness.skills.up(h, steps) for steps in (0, 1, 2))]


def skill_answer(world, r, skill, asked):
    if r.skills is None:
        return UNKNOWN
    return any_of(level_answer(held, asked) for held in counting_levels(world, r, skill))


def credential_answer(r, credential):
    return UNKNOWN if r.credentials is None else passes(credential in r.credentials)


def language_levels(r, language):
    return [level for name, level in r.languages if name == language]


def language_answer(r, language, asked):
    if r.languages is None:
        return UNKNOWN
    return any_of(level_answer(held, asked) for held in language_levels(r, language))


def need_answer(p, need):
    said = (p.offers or {}).get(need)
    return UNKNOWN if said is None else passes(said)


def must_haves(p):
    return [(requirement.skill, requirement.level) for requirement in p.requirements if requirement.must]


def hours_asked(p):
    """None: not stated, and no mask either."""
    if p.hours_asked is not None:
        return p.hours_asked
    return None if p.week is None else len(p.week)


def measured_place(p):
    """(is there a place to measure to, its grid or None)."""
    if p.kind == 'piecework_lot' and p.pickup_grid is not None:
        return True, p.pickup_grid
    return (True, p.grid) if p.workplace == 'on_site' else (False, None)


def travel_cell(world, r, p):
    place = measured_place(p)[1]
    return NOT_KNOWN if None in (r.home, r.mode, place) else world.market.minutes(r.mode, r.home, place)


def last_start(p):
    return p.starts if is_training(p) else p.latest_start


# The rules

def open_(world, r, p):
    return passes((p.opens is None or p.opens <= world.as_of) and (p.closes is None or world.as_of <= p.closes))


def seats(world, r, p):
    return passes(p.seats >= 1)


def kind(world, r, p):
    return passes(not r.wanted_kinds or p.kind in r.wanted_kinds)


def workplace(world, r, p):
    return passes(not r.wanted_workplaces or p.workplace in r.wanted_workplaces)


def must_skill(world, r, p):
    return all_of(skill_answer(world, r, skill, level) for skill, level in must_haves(p))


def credential(world, r, p):
    return all_of(credential_answer(r, asked) for asked in p.credentials or ())


def language(world, r, p):
    return all_of(language_answer(r, asked, level) for asked, level in p.languages or ())


def week(world, r, p):
    hours = hours_asked(p)
    if hours == 0:
        return PASS
    if r.week is None or p.week is None:
        return UNKNOWN
    return passes(len(r.week & p.week) >= hours)


def travel(world, r, p):
    if not measured_place(p)[0]:
        return PASS
    minutes = travel_cell(world, r, p)
    if minutes == NOT_KNOWN:
        return UNKNOWN
    if minutes == OUT_OF_REACH:
        return FAIL  # also where no limit is stated
    return UNKNOWN if r.travel_limit is None else passes(minutes <= r.travel_limit)


def pay(world, r, p):
    if is_training(p) or r.pay_floor == 0:
        return PASS
    if r.pay_floor is None or p.upper_pay is None:
        return UNKNOWN
    return passes(p.upper_pay >= r.pay_floor)


def need(world, r, p):
    return all_of(need_answer(p, asked) for asked in r.needs or ())


def age(world, r, p):
    if not p.legal_age:
        return PASS
    return UNKNOWN if r.of_legal_age is None else passes(r.of_legal_age)


def start(world, r, p):
    if r.available_from is None or last_start(p) is None:
        return UNKNOWN
    return passes(r.available_from <= last_start(p))


def blocked(world, r, p):
    employer = world.employers[p.employer]
    return passes(p.id not in (r.blocked_postings or ()) and p.employer not in (r.blocked_employers or ())
                  and r.id not in (p.blocked_residents or ()) and r.id not in (employer.blocked_residents or ()))


def prerequisite(world, r, p):
    if not is_training(p):
        return PASS
    return all_of([skill_answer(world, r, skill, level) for skill, level in p.prerequisite_skills or ()]
                  + [credential_answer(r, asked) for asked in p.prerequisite_credentials or ()])


def fee(world, r, p):
    if not is_training(p) or p.fee == 0:
        return PASS
    if p.fee is None or r.budget is None:
        return UNKNOWN
    return passes(p.fee <= r.budget)


def daily_units(world, r, p):
    if p.kind != 'piecework_lot' or p.least_daily_units == 0:
        return PASS
    if p.least_daily_units is None or r.daily_units is None:
        return UNKNOWN
    return passes(r.daily_units >= p.least_daily_units)


RULES = {
    'open': open_, 'seats': seats, 'kind': kind, 'workplace': workplace, 'must_skill': must_skill, 'credential': credential,
    'language': language, 'week': week, 'travel': travel, 'pay': pay, 'need': need, 'age': age, 'start': start, 'blocked': blocked,
    'prerequisite': prerequisite, 'fee': fee, 'daily_units': daily_units}
