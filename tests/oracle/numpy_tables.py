"""What the NumPy rules and terms share: a market's columns as arrays, and the tables of cover, minutes and common hours."""
from datetime import date

import numpy as np

from .market_reader import KINDS, WORKPLACES

MISSING = -1  # of amounts, days, counts: all of them are 0 or more


def has(rows, column, names):
    """Table rows x names: is the name in the row's set?"""
    number = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)), bool)
    for row, value in enumerate(rows):
        table[row, [number[name] for name in getattr(value, column) or ()]] = True
    return table


def stated(rows, column):
    return np.array([getattr(row, column) is not None for row in rows], bool)


def numbers(rows, column):
    def number(value):
        return MISSING if value is None else value.toordinal() if isinstance(value, date) else value
    return np.array([number(getattr(row, column)) for row in rows], np.int64)


def positions(rows, column, names, missing):
    number = {name: i for i, name in enumerate(names)}
    return np.array([number.get(getattr(row, column), missing) for row in rows], np.int64)


def paths(links):
    """Is there a path of exactly one, two, three links?"""
    one = links.astype(int)
    two = one @ one > 0
    return links, two, two.astype(int) @ one > 0


def link_table(rows, column):
    return has(rows, column, [row.id for row in rows])


def largest(shape, cases):
    """Of all the (condition, value) that apply, the largest value; 0 where none does."""
    table = np.zeros(shape, np.int64)
    for condition, value in cases:
        table = np.maximum(table, np.where(condition, value, 0))
    return table



def same(rows):
    return np.eye(len(rows), dtype=bool)


class Tables:
    """Tables are residents x postings unless said otherwise."""

    def __init__(self, market, policy, as_of):
        self.market, self.policy, self.today = market, policy, as_of.toordinal()
        self.residents, self.postings = market.residents, market.postings
        self.shape = len(self.residents), len(self.postings)
        self.kind = positions(self.postings, 'kind', KINDS, None)
        self.training, self.piecework = self.kind == 1, self.kind == 3
        self.workplace = positions(self.postings, 'workplace', WORKPLACES, None)
        self.employer = positions(self.postings, 'employer', [row.id for row in market.employers], None)
        self.upper_pay, self.pay_floor = numbers(self.postings, 'upper_pay'), numbers(self.residents, 'pay_floor')[:, None]
        self.common_hours = (self.weeks(self.residents) @ self.weeks(self.postings).T).astype(np.int64)
        self.read_skills()
        self.read_places()

    def weeks(self, rows):
        return has(rows, 'week', range(168)).astype(np.float32)  # counts to 168 are exact; floats multiply faster

    def read_skills(self):
        rows, close, fit = self.market.skills, self.policy.closeness['skill'], self.policy.closeness['level_fit']
        self.skill_ids = [row.id for row in rows]
        self.skill_row = {id: row for row, id in enumerate(self.skill_ids)}
        up1, up2, _ = paths(link_table(rows, 'broader'))
        self.counts_for = same(rows) | up1 | up2  # [held, asked]
        usable = up1.any(1) & (up1.sum(0) <= close['sibling_limit'])  # as a broader concept of siblings
        siblings = up1[:, usable].astype(int) @ up1[:, usable].T.astype(int) > 0
        related = link_table(rows, 'related')
        self.skill_closeness = largest(up1.shape, [  # [held, asked]
            (same(rows), close['same']), (siblings & ~same(rows), close['sibling']), (related | related.T, close['related']),
            (up1, close['narrower'][0]), (up2, close['narrower'][1]), (up1.T, close['broader'][0]), (up2.T, close['broader'][1])])
        missing = np.maximum(0, np.arange(9)[None, :] - np.arange(9)[:, None])  # [held level, asked level]
        missing[0, 1:] = 1
        self.level_fit = np.array(list(fit) + [0] * 9)[missing]
        self.cover = np.array([self.cover_of(row.skills) for row in self.residents])  # [resident, skill, level]

    def cover_of(self, held):
        """[skill, level]"""
        table = np.zeros((len(self.skill_ids), 9), np.int64)
        for skill, level in held or ():
            table = np.maximum(table, self.skill_closeness[self.skill_row[skill]][:, None] * self.level_fit[level] // 255)
        return table

    def read_places(self):
        """The travel cell and whether there is a measured place; a last row and column of each table stand for a missing one."""
        modes, grids = [row.id for row in self.market.modes], [row.id for row in self.market.grids]
        cells = np.full((len(modes) + 1, len(grids) + 1, len(grids) + 1), 254)
        for m, mode in enumerate(modes):
            for a, start in enumerate(grids):
                cells[m, a, :-1] = [self.market.minutes(mode, start, end) for end in grids]
        at_pickup = self.piecework & stated(self.postings, 'pickup_grid')
        self.measured = at_pickup | (self.workplace == 0)  # [posting]
        grid, pickup = (positions(self.postings, column, grids, len(grids)) for column in ('grid', 'pickup_grid'))
        home, mode = positions(self.residents, 'home', grids, len(grids)), positions(self.residents, 'mode', modes, len(modes))
        self.minutes = cells[mode[:, None], home[:, None], np.where(at_pickup, pickup, grid)]
