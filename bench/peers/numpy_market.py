"""Reads a market folder (docs/market_format.md) into columns for the NumPy peer.

The input is taken to be good: a cell that breaks the format raises, but not every error of the format is looked for.
Numbers, dates (proleptic ordinals) and amounts (minor units) that are not stated are -1. Lists are CSR: `off`, `val`, and `stated`.
"""

import csv
import datetime
import math
import os

import numpy as np

KINDS = ["job", "training_slot", "internship", "piecework_lot"]
WORKPLACES = ["on_site", "remote", "at_home"]
PERIODS = {"": (1, 1), "hour": (174, 1), "day": (87, 4), "week": (13, 3), "month": (1, 1), "year": (1, 12)}
DAYS = {d: i for i, d in enumerate("mon tue wed thu fri sat sun".split())}
CEFR = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6, "": 0, **{str(i): i for i in range(7)}}
SKILL_LEVELS = {"": 0, **{str(i): i for i in range(9)}}
UNKNOWN, OUT_OF_REACH = 254, 255


class Lists:
    """One list a row: values (or tuples of values as columns) in CSR form, and whether the list was stated."""

    def __init__(self, rows, width=1):
        self.stated = np.array([r is not None for r in rows], bool)
        sizes = np.array([len(r) if r else 0 for r in rows], np.int64)
        self.off = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        flat = [x for r in rows if r for x in r]
        if width == 1:
            self.val = np.array(flat, np.int64)
        else:
            self.val, *self.more = np.array(flat, np.int64).reshape(-1, width).T.copy()

    def row(self, i):
        return self.val[self.off[i]:self.off[i + 1]].tolist()

    def row_pairs(self, i):
        a, b = self.off[i], self.off[i + 1]
        return list(zip(self.val[a:b].tolist(), *(m[a:b].tolist() for m in self.more)))


def items(cell):
    """A list cell: None when not stated, else a list of items, each a list of its parts."""
    if cell == "":
        return None
    if cell == "-":
        return []
    if "\\" not in cell:
        return [x.split(":") for x in cell.split("|")]
    out, i = [[""]], 0
    while i < len(cell):
        c = cell[i]
        if c == "\\":
            i += 1
            out[-1][-1] += cell[i]
        elif c == "|":
            out.append([""])
        elif c == ":":
            out[-1].append("")
        else:
            out[-1][-1] += c
        i += 1
    return out


def integer(cell):
    return -1 if cell == "" else int(cell)


def date(cell):
    return -1 if cell == "" else datetime.date.fromisoformat(cell).toordinal()


def amount(cell):
    if cell == "":
        return -1
    whole, _, cents = cell.partition(".")
    return int(whole) * 100 + int((cents + "00")[:2])


def yes_no(cell):
    return {"": -1, "no": 0, "yes": 1}[cell]


def week(cell):
    """The 168 bits as an integer, -1 when not stated."""
    parsed = items(cell)
    if parsed is None:
        return -1
    mask = 0
    for (item,) in parsed:
        days, hours = item.split(" ")
        first, _, last = days.partition("-")
        begin, end = map(int, hours.split("-"))
        day_bits = (1 << end) - (1 << begin)
        for day in range(DAYS[first], DAYS[last or first] + 1):
            mask |= day_bits << (24 * day)
    return mask


def read(folder, name):
    """The table as a function: column name -> list of cells (empty cells for a column that is absent)."""
    path = os.path.join(folder, name + ".csv")
    head, rows = [], []
    if os.path.exists(path):
        csv.field_size_limit(1 << 30)
        with open(path, newline="", encoding="utf-8-sig") as file:
            reader = csv.reader(file, strict=True)
            head = next(reader, [])
            rows = [r for r in reader if r]
        if any(len(r) != len(head) for r in rows):
            raise ValueError(f"{path}: a record with the wrong number of cells")
    at = {c: i for i, c in enumerate(head)}

    def column(key):
        return [r[at[key]] for r in rows] if key in at else [""] * len(rows)

    return column


def sorted_table(folder, name):
    """The same with rows in the order of ids (UTF-8 order is code point order), and the ids."""
    column = read(folder, name)
    ids = column("id")
    order = sorted(range(len(ids)), key=ids.__getitem__)
    ids = [ids[i] for i in order]
    index = {x: i for i, x in enumerate(ids)}
    if len(index) != len(ids):
        raise ValueError(f"{name}: a repeated id")

    def ordered(key):
        cells = column(key)
        return [cells[i] for i in order]

    return ids, index, ordered


class Columns:
    """Makers of arrays and lists out of the cells of one table."""

    def __init__(self, cells):
        self.cells = cells

    def each(self, key, parse):
        memo = {}
        return [memo[c] if c in memo else memo.setdefault(c, parse(c)) for c in self.cells(key)]

    def numbers(self, key, parse=integer):
        return np.array(self.each(key, parse), np.int64)

    def refs(self, key, index):
        return np.array([-1 if c == "" else index[c] for c in self.cells(key)], np.int64)

    def names(self, key, index):
        return Lists([None if (p := items(c)) is None else [index[x] for (x,) in p] for c in self.cells(key)])

    def leveled(self, key, index, words):
        def one(name, level=""):
            return index[name], words[level]
        return Lists([None if (p := items(c)) is None else sorted({one(*x) for x in p}) for c in self.cells(key)], 2)

    def likes(self, key, index):
        def row(cell):
            out = {}
            for name, value in items(cell) or []:
                if out.setdefault(index[name], int(value)) != int(value):
                    raise ValueError(f"{key}: two values for {name}")
            return list(out.items())
        return Lists([row(c) for c in self.cells(key)], 2)

    def weeks(self, key):
        """Distinct masks as three words a mask, and a row's mask (-1 not stated)."""
        masks = self.each(key, week)
        number = {m: i for i, m in enumerate(sorted(set(masks) - {-1}))}
        words = [[(m >> (64 * i)) & (2**64 - 1) for i in range(3)] for m in number]
        return np.array(words, np.uint64).reshape(-1, 3), np.array([number.get(m, -1) for m in masks], np.int64)


class Interned(dict):
    """Names that have no table of their own: a name gets the next number when it is met."""

    def __missing__(self, key):
        self[key] = len(self)
        return self[key]


class Taxonomy:
    def __init__(self, cells, index):
        self.broader = [sorted({index[x] for (x,) in items(c) or []}) for c in cells("broader")]
        self.narrower = [[] for _ in self.broader]
        self.related = [set() for _ in self.broader]
        for a, ups in enumerate(self.broader):
            for b in ups:
                self.narrower[b].append(a)
        for a, cell in enumerate(cells("related")):
            for (x,) in items(cell) or []:
                self.related[a].add(index[x])
                self.related[index[x]].add(a)

    def __len__(self):
        return len(self.broader)


class Table:
    pass


def travel_tables(folder, mode_index, speeds, grid_index, latitude, longitude):
    """minutes[mode, from, to] as uint8, unknown cells filled by the great circle where that can be done."""
    grids = len(grid_index)
    minutes = np.full((len(mode_index), grids, grids), UNKNOWN, np.uint8)
    cells = read(folder, "travel")
    at = [[index[x] for x in cells(key)] for key, index in (("mode", mode_index), ("from", grid_index), ("to", grid_index))]
    minutes[at[0], at[1], at[2]] = [int(x) for x in cells("minutes")]
    lat = np.radians(latitude)
    lon = np.radians(longitude)
    for a in range(grids):
        h = np.sin((lat - lat[a]) / 2) ** 2 + math.cos(lat[a]) * np.cos(lat) * np.sin((lon - lon[a]) / 2) ** 2
        metres = 2 * 6371008.8 * np.arcsin(np.minimum(1.0, np.sqrt(h)))
        known = ~np.isnan(metres)
        millimetres = np.floor(np.where(known, metres, 0) * 1000 + 0.5).astype(np.int64)
        for mode, speed in enumerate(speeds):
            if speed > 0:
                filled = -(-millimetres // (1000 * speed))
                filled = np.where(filled > 253, OUT_OF_REACH, filled).astype(np.uint8)
                fill = known & (minutes[mode, a] == UNKNOWN)
                minutes[mode, a, fill] = filled[fill]
    return minutes


class Market:
    def __init__(self, folder):
        cells = read(folder, "market")
        currency = dict(zip(cells("key"), cells("value"))).get("currency", "")

        _, mode_index, cells = sorted_table(folder, "modes")
        speeds = [integer(c) for c in cells("metres_per_minute")]
        _, grid_index, cells = sorted_table(folder, "grids")
        degrees = [np.array([float(c or "nan") for c in cells(key)]) for key in ("latitude", "longitude")]
        self.minutes = travel_tables(folder, mode_index, speeds, grid_index, *degrees)

        _, skill_index, cells = sorted_table(folder, "skills")
        self.skills = Taxonomy(cells, skill_index)
        _, occupation_index, cells = sorted_table(folder, "occupations")
        self.occupations = Taxonomy(cells, occupation_index)
        occupation = Columns(cells)
        self.essential = occupation.leveled("essential", skill_index, SKILL_LEVELS)
        self.optional = occupation.leveled("optional", skill_index, SKILL_LEVELS)

        _, employer_index, employer_cells = sorted_table(folder, "employers")
        self.resident_ids, resident_index, resident_cells = sorted_table(folder, "residents")
        self.posting_ids, posting_index, posting_cells = sorted_table(folder, "postings")
        self.resident_index = resident_index
        self.employers = len(employer_index)
        self.employer_blocks = Columns(employer_cells).names("blocked_residents", resident_index)
        kind_index = {x: i for i, x in enumerate(KINDS)}
        workplace_index = {x: i for i, x in enumerate(WORKPLACES)}
        credentials, languages, self.needs = Interned(), Interned(), Interned()

        def money(columns, key):
            counts = np.array(columns.each("currency", lambda c: c in ("", currency)), bool)
            return np.where(counts, columns.numbers(key, amount), -1)

        columns = Columns(resident_cells)
        r = self.residents = Table()
        r.home, r.mode = columns.refs("home", grid_index), columns.refs("mode", mode_index)
        r.travel_limit, r.daily_units = columns.numbers("travel_limit"), columns.numbers("daily_units")
        r.wanted_kinds = columns.names("wanted_kinds", kind_index)
        r.wanted_workplaces = columns.names("wanted_workplaces", workplace_index)
        r.skills = columns.leveled("skills", skill_index, SKILL_LEVELS)
        r.credentials = columns.names("credentials", credentials)
        r.languages = columns.leveled("languages", languages, CEFR)
        r.masks, r.week = columns.weeks("week")
        r.pay_floor, r.budget = money(columns, "pay_floor"), money(columns, "budget")
        r.needs = columns.names("needs", self.needs)
        r.of_legal_age = columns.numbers("of_legal_age", yes_no)
        r.available_from = columns.numbers("available_from", date)
        r.wanted_occupations = columns.names("wanted_occupations", occupation_index)
        r.held_occupations = columns.names("held_occupations", occupation_index)
        r.liked_employers = columns.likes("liked_employers", employer_index)
        r.liked_kinds = columns.likes("liked_kinds", kind_index)
        r.liked_workplaces = columns.likes("liked_workplaces", workplace_index)
        r.blocked_postings = columns.names("blocked_postings", posting_index)
        r.blocked_employers = columns.names("blocked_employers", employer_index)

        columns = Columns(posting_cells)
        p = self.postings = Table()
        p.kind = columns.refs("kind", kind_index)
        p.employer = columns.refs("employer", employer_index)
        p.occupation = columns.refs("occupation", occupation_index)
        p.seats = columns.numbers("seats", lambda c: int(c or 1))
        p.opens, p.closes, p.posted = (columns.numbers(key, date) for key in ("opens", "closes", "posted"))
        p.workplace = np.maximum(columns.refs("workplace", workplace_index), 0)
        p.grid, p.pickup_grid = columns.refs("grid", grid_index), columns.refs("pickup_grid", grid_index)
        p.masks, p.week = columns.weeks("week")
        p.hours_asked = columns.numbers("hours_asked")
        factor = np.array(columns.each("pay_period", PERIODS.__getitem__), np.int64).reshape(-1, 2)
        lower, upper = money(columns, "pay_lower"), money(columns, "pay_upper")
        pay = np.where(upper >= 0, upper, lower)
        monthly = (2 * pay * factor[:, 0] + factor[:, 1]) // (2 * factor[:, 1])
        p.upper_pay = np.where(pay >= 0, monthly, -1)
        p.fee = money(columns, "fee")
        p.must = [self.requirements(c, skill_index, 2) for c in posting_cells("must_skills")]
        p.nice = [self.requirements(c, skill_index, 1) for c in posting_cells("nice_skills")]
        p.credentials = columns.names("credentials", credentials)
        p.languages = columns.leveled("languages", languages, CEFR)
        p.offers = [{self.needs[x[0]]: x[1:] != ["no"] for x in items(c) or []} for c in posting_cells("offers")]
        p.legal_age = columns.numbers("legal_age", yes_no)
        p.latest_start, p.starts = columns.numbers("latest_start", date), columns.numbers("starts", date)
        p.blocked_residents = columns.names("blocked_residents", resident_index)
        p.grants = columns.leveled("grants", skill_index, SKILL_LEVELS)
        p.prerequisite_skills = columns.leveled("prerequisite_skills", skill_index, SKILL_LEVELS)
        p.prerequisite_credentials = columns.names("prerequisite_credentials", credentials)
        p.least_daily_units = columns.numbers("least_daily_units")
        self.credentials, self.languages = len(credentials), len(languages)

    @staticmethod
    def requirements(cell, skill_index, count):
        """(skill, level, count) of a must or a nice list."""
        out = []
        for name, level, stated in ((x + ["", ""])[:3] for x in items(cell) or []):
            out.append((skill_index[name], SKILL_LEVELS[level], int(stated) if stated else count))
        return out


def load(folder):
    return Market(folder)
