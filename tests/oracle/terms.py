"""The terms: (world, resident, posting) -> a value in 0..65,535, or None where an input is missing and the neutral is taken."""
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from . import rules
from .market_reader import NOT_KNOWN, OUT_OF_REACH
from .policy import shares

TOP = 65535
NEUTRAL = {'skills': 16384, 'occupation': 16384, 'commute': 16384, 'week': 16384, 'pay': 16384, 'freshness': 16384, 'preference': 32767}
GAIN_NEUTRAL = 0  # of skills, where the posting is a training slot


def clamp(number, low, high):
    return max(low, min(high, number))


@cache
def halving(x, half_life):
    """round(65535 * 2^(-x / half_life)), half up; 60 digits are far more than the nearest tie needs."""
    context = Context(prec=60)
    power = context.power(Decimal(2), context.divide(Decimal(-x), Decimal(half_life)))
    return int(context.multiply(Decimal(TOP), power).to_integral_value(ROUND_HALF_UP))


def skills(world, r, p):
    if rules.is_training(p):
        return gain(world, r, p)
    if r.skills is None or not any(requirement.count for requirement in p.requirements):
        return None
    return fit(p.requirements, lambda skill, level: world.closeness.cover(r.skills, skill, level))


def fit(requirements, cover):
    """The requirements' counts as shares of 257; the sum of share x cover."""
    parts = shares(257, [requirement.count for requirement in requirements])
    return sum(part * cover(requirement.skill, requirement.level) for part, requirement in zip(parts, requirements))


def gain(world, r, p):
    asking = [world.occupations[wanted].asks for wanted in r.wanted_occupations or () if world.occupations[wanted].asks]
    if r.skills is None or p.grants is None or not asking:
        return None
    cover = world.closeness.cover
    after = r.skills | p.grants
    return max(fit(asks, lambda skill, level: cover(after, skill, level) - cover(r.skills, skill, level)) for asks in asking)


def occupation(world, r, p):
    if p.occupation is None or (r.wanted_occupations is None and r.held_occupations is None):
        return None
    close, discount = world.closeness.of_occupations, world.closeness.numbers['held_occupation']
    wanted = [close(one, p.occupation) for one in r.wanted_occupations or ()]
    held = [discount * close(one, p.occupation) // 255 for one in r.held_occupations or ()]
    return 257 * max(wanted + held, default=0)


def commute(world, r, p):
    if not rules.measured_place(p)[0]:
        return TOP
    minutes = rules.travel_cell(world, r, p)
    if minutes == NOT_KNOWN:
        return None
    return 0 if minutes == OUT_OF_REACH else halving(max(0, minutes - 5), 15)


def week(world, r, p):
    if r.week is None or p.week is None:
        return None
    return TOP * len(r.week & p.week) // len(p.week) if p.week else TOP


def pay(world, r, p):
    if p.upper_pay is None or r.pay_floor is None:
        return None
    return clamp(TOP * (p.upper_pay - r.pay_floor) // r.pay_floor, 0, TOP) if r.pay_floor else TOP


def freshness(world, r, p):
    return None if p.posted is None else halving(max(0, (world.as_of - p.posted).days), 14)


def preference(world, r, p):
    if r.liked_employers is None and r.liked_kinds is None and r.liked_workplaces is None:
        return None
    liking = sum((likes or {}).get(name, 0) for likes, name in (
        (r.liked_employers, p.employer), (r.liked_kinds, p.kind), (r.liked_workplaces, p.workplace)))
    return clamp(32767 + 8192 * clamp(liking, -4, 4), 0, TOP)


def sparse(given, world, resident, posting):
    column = posting if given.by == 'posting' else world.market.employer_row[world.market.postings[posting].employer]
    strength = given.strength.get((resident, column))
    return None if strength is None else 16384 + (TOP - 16384) * strength // TOP


def embedding(given, world, resident, posting):
    a, b = given.residents[resident], given.postings[posting]
    if a is None or b is None:
        return None
    product = sum(quantised(x, given.scale) * quantised(y, given.scale) for x, y in zip(a, b))
    return clamp(32768 + (product * given.m >> given.s), 0, TOP)


def quantised(number, scale):
    return clamp(round(number * scale), -127, 127)  # round() is half to even


TERMS = {'skills': skills, 'occupation': occupation, 'commute': commute, 'week': week, 'pay': pay, 'freshness': freshness,
         'preference': preference}
