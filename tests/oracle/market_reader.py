"""A market folder (docs/market_format.md) as plain Python objects. The input is taken to be good: nothing is checked.

A row refers to other rows by id. None is "not stated"; an empty set is "has none".
"""
import csv
import math
import re
from collections import namedtuple
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import SimpleNamespace

KINDS = ('job', 'training_slot', 'internship', 'piecework_lot')
WORKPLACES = ('on_site', 'remote', 'at_home')
DAYS = ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
LANGUAGE_LEVELS = {'A1': 1, 'A2': 2, 'B1': 3, 'B2': 4, 'C1': 5, 'C2': 6}
MONTHS_PAY = {'hour': 174, 'day': Fraction(87, 4), 'week': Fraction(13, 3), 'month': 1, 'year': Fraction(1, 12)}
NOT_KNOWN, OUT_OF_REACH = 254, 255
EARTH_RADIUS = 6371008.8  # metres

Requirement = namedtuple('Requirement', 'skill level must count')


# Cells: each function reads one kind of cell that is not empty.

def split(text, separator):
    """Splits at the separator where no backslash takes it literally. The backslashes stay."""
    parts, escaped = [''], False
    for character in text:
        if character == separator and not escaped:
            parts.append('')
        else:
            parts[-1] += character
        escaped = character == '\\' and not escaped
    return parts


def entries(cell):
    """'a:1|b' is [['a', '1'], ['b']]; '-' is []."""
    if cell == '-':
        return []
    return [[re.sub(r'\\(.)', r'\1', part, flags=re.S) for part in split(item, ':')] for item in split(cell, '|')]


def text(cell):
    return cell


def yes(cell):
    return cell == 'yes'


def amount(cell):
    return int(Decimal(cell) * 100)  # minor units


def names(cell):
    return frozenset(name for name, in entries(cell))


def levelled(cell):
    """A skills or languages list as a set of (name, level); level 0 is not stated."""
    return frozenset((item[0], level(item[1:])) for item in entries(cell))


def level(parts):
    given = parts[0] if parts else ''
    return LANGUAGE_LEVELS.get(given) or int(given or 0)


def likes(cell):
    return {name: int(value) for name, value in entries(cell)}


def offers(cell):
    return {item[0]: item[1:] != ['no'] for item in entries(cell)}


def asked_skills(cell):
    """A list of [skill, level, count], count None where it is not stated."""
    return [(item[0], level(item[1:]), int(item[2]) if len(item) > 2 else None) for item in entries(cell)]


def week(cell):
    """The set of bits 24 * weekday + hour."""
    bits = set()
    for (item,) in entries(cell):
        days, hours = item.split(' ')
        first, last = days.split('-') if '-' in days else (days, days)
        start, end = hours.split('-')
        for day in range(DAYS.index(first), DAYS.index(last) + 1):
            bits.update(24 * day + hour for hour in range(int(start), int(end)))
    return frozenset(bits)


MARKET = dict(key=text, value=text)
MODES = dict(id=text, metres_per_minute=int)
GRIDS = dict(id=text, latitude=float, longitude=float)
TRAVEL = {'mode': text, 'from': text, 'to': text, 'minutes': int}
SKILLS = dict(id=text, broader=names, related=names)
OCCUPATIONS = dict(SKILLS, essential=levelled, optional=levelled)
EMPLOYERS = dict(id=text, blocked_residents=names)
RESIDENTS = dict(
    id=text, home=text, mode=text, travel_limit=int, wanted_kinds=names, wanted_workplaces=names, skills=levelled, credentials=names,
    languages=levelled, week=week, pay_floor=amount, currency=text, needs=names, of_legal_age=yes, available_from=date.fromisoformat,
    budget=amount, daily_units=int, wanted_occupations=names, held_occupations=names, liked_employers=likes, liked_kinds=likes,
    liked_workplaces=likes, blocked_postings=names, blocked_employers=names)
POSTINGS = dict(
    id=text, kind=text, employer=text, occupation=text, seats=int, opens=date.fromisoformat, closes=date.fromisoformat,
    posted=date.fromisoformat, workplace=text, grid=text, pickup_grid=text, week=week, hours_asked=int, pay_lower=amount, pay_upper=amount,
    pay_period=text, currency=text, must_skills=asked_skills, nice_skills=asked_skills, credentials=names, languages=levelled,
    offers=offers, legal_age=yes, latest_start=date.fromisoformat, starts=date.fromisoformat, blocked_residents=names, grants=levelled,
    prerequisite_skills=levelled, prerequisite_credentials=names, fee=amount, least_daily_units=int)


def read_rows(folder, name, columns):
    path = Path(folder) / f'{name}.csv'
    if not path.exists():
        return []
    with open(path, encoding='utf-8-sig', newline='') as file:
        records = list(csv.DictReader(file))
    rows = [SimpleNamespace(**{name: parse(record[name]) if record.get(name) else None for name, parse in columns.items()})
            for record in records]
    return sorted(rows, key=lambda row: row.id.encode()) if 'id' in columns else rows


def requirements(asked):
    """Of (skill, level, must, count), one a skill: a must before a nice, then the higher level, then the higher count."""
    best = {}
    for skill, level, must, count in asked:
        best[skill] = max(best.get(skill, ()), (must, level, count))
    in_order = sorted(best.items(), key=lambda item: item[0].encode())
    return [Requirement(skill, level, must, count) for skill, (must, level, count) in in_order]


class Market:
    def __init__(self, folder):
        self.currency = {row.key: row.value for row in read_rows(folder, 'market', MARKET)}.get('currency')
        self.modes = read_rows(folder, 'modes', MODES)
        self.grids = read_rows(folder, 'grids', GRIDS)
        self.skills = read_rows(folder, 'skills', SKILLS)
        self.occupations = read_rows(folder, 'occupations', OCCUPATIONS)
        self.employers = read_rows(folder, 'employers', EMPLOYERS)
        self.residents = read_rows(folder, 'residents', RESIDENTS)
        self.postings = read_rows(folder, 'postings', POSTINGS)
        self.given_minutes = {(row.mode, getattr(row, 'from'), row.to): row.minutes for row in read_rows(folder, 'travel', TRAVEL)}
        self.speed = {mode.id: mode.metres_per_minute for mode in self.modes}
        self.place = {grid.id: grid for grid in self.grids}
        self.minutes = cache(self.minutes)
        self.employer_row = {employer.id: row for row, employer in enumerate(self.employers)}
        for occupation in self.occupations:
            occupation.asks = requirements([(skill, level, True, 2) for skill, level in occupation.essential or ()]
                                           + [(skill, level, False, 1) for skill, level in occupation.optional or ()])
        for resident in self.residents:
            self.drop_foreign_amounts(resident, 'pay_floor', 'budget')
        for posting in self.postings:
            self.complete_posting(posting)

    def drop_foreign_amounts(self, row, *columns):
        """An amount in another currency than the market's counts as missing."""
        if row.currency not in (None, self.currency):
            for column in columns:
                setattr(row, column, None)

    def complete_posting(self, posting):
        self.drop_foreign_amounts(posting, 'pay_lower', 'pay_upper', 'fee')
        upper = posting.pay_lower if posting.pay_upper is None else posting.pay_upper
        posting.upper_pay = None if upper is None else round_half_up(upper * MONTHS_PAY[posting.pay_period or 'month'])
        posting.seats = 1 if posting.seats is None else posting.seats
        posting.workplace = posting.workplace or 'on_site'
        posting.requirements = requirements(
            [(skill, level, True, 2 if count is None else count) for skill, level, count in posting.must_skills or ()]
            + [(skill, level, False, 1 if count is None else count) for skill, level, count in posting.nice_skills or ()])

    def minutes(self, mode, start, end):
        """The travel cell from one grid to another: as given, else filled from the distance, else not known."""
        given = self.given_minutes.get((mode, start, end), NOT_KNOWN)
        a, b = self.place[start], self.place[end]
        if given != NOT_KNOWN or self.speed[mode] is None or a.latitude is None or b.latitude is None:
            return given
        millimetres = math.floor(haversine(a, b) * 1000 + 0.5)
        minutes = -(-millimetres // (1000 * self.speed[mode]))  # rounded up
        return minutes if minutes <= 253 else OUT_OF_REACH


def haversine(a, b):
    lat1, lon1, lat2, lon2 = map(math.radians, (a.latitude, a.longitude, b.latitude, b.longitude))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1, math.sqrt(h)))


def round_half_up(number):
    return math.floor(number + Fraction(1, 2))


def read_market(folder):
    return Market(folder)
