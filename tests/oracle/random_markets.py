"""Random markets as CSV folders, every one strictly valid. Values come from small pools, so that ties and rule borders are common.

The same seed writes the same folder. The random policies, options and inputs are in random_requests.py.
"""
import csv
import random
import re
from datetime import date, timedelta
from pathlib import Path

from .market_reader import KINDS, WORKPLACES
from .market_reader import week as week_bits

AS_OF = date(2024, 3, 1)  # the day after a leap day; the dates lie around it
FLAVOURS = ('ties', 'empty_skills', 'all_unknown', 'zero_seats', 'one_survivor', 'none')
# Written so that code points, UTF-8 bytes, UTF-16 units and human collation all order them differently.
ODD = ['a"b', 'x,y', 'p|q', 'c:d', 'b\\s', '\\', '-', '--', '"', "'", '李雷', '深圳', '🧵', '\uff5e', 'é', 'e\u0301', ' sp ',
       'Z', '10', '9', '#', 'no']
MINUTES = ['0', '5', '6', '20', '30', '44', '45', '46', '253']
PAY = [('18.50', 'hour'), ('150', 'day'), ('750.01', 'week'), ('3000', 'month'),
       ('3000.01', ''), ('40000', 'year'), ('0', 'month'), ('1000000000', 'hour')]
FLOORS = ['0', '0.01', '3219', '3218.99', '3219.01', '3262.50', '3250.04', '3250.05', '3000',
          '3000.01', '2000', '1500', '3333.33', '1000000000']
AMOUNTS = ['0', '0', '0.01', '500', '500.5', '499.99', '1000']
WEEKS = ['-', 'mon-fri 9-18', 'mon-fri 9-18|sat 10-14', 'sat-sun 8-20',
         'mon 0-24', 'wed 22-24|thu 0-6', 'mon-sun 0-24', 'tue 9-10|tue 9-12']
LANGUAGE_LEVELS = ['', '', ':', ':0', ':A1', ':2', ':B1', ':4', ':C1', ':C2', ':3']


def escaped(name):
    return re.sub(r'^-|[\\|:]', r'\\\g<0>', name)


class Dice(random.Random):
    def maybe(self, chance, cell):
        return cell if self.random() < chance else ''

    def some(self, items, most):
        return self.sample(items, min(len(items), self.randint(0, most)))

    def names(self, count, stem):
        """Different ids; the odd ones are followed by the stem and the number, save one that is odd alone."""
        made = [(self.choice(ODD) if self.random() < 0.4 else '') + f'{stem}{i}' for i in range(count)]
        if stem != 'e':  # so that no employer has a resident's id
            made[-1] = self.choice(ODD)
        return made

    def list_cell(self, items):
        """Of ready items: in any order, at times one of them twice."""
        items = self.sample(items, len(items))
        if items and self.random() < 0.1:
            items.append(self.choice(items))
        return '|'.join(items) if items else '-'

    def name_list(self, names, most):
        return self.list_cell([escaped(name) for name in self.some(names, most)])

    def levelled_list(self, names, most, levels):
        """Names with levels; at times the same name at a second level."""
        chosen = self.some(names, most)
        return self.list_cell([escaped(name) + self.choice(levels) for name in chosen + chosen[:self.random() < 0.1]])

    def asked_list(self, names, most, levels):
        """Requirements: as levelled_list, at times with a count; the counts are often 0."""
        items = []
        for name in self.some(names, most):
            given, count = self.choice(levels).strip(':'), self.choice(['', '', '', '0', '0', '1', '2', '3', '7', '10000'])
            items.append(escaped(name) + (f':{given}:{count}' if count else f':{given}' if given else ''))
        return self.list_cell(items)

    def likes(self, names, most):
        return self.list_cell([f'{escaped(name)}:{self.choice([-2, -1, 0, 1, 2])}' for name in self.some(names, most)])

    def near_date(self, days=(-90, -15, -14, -2, -1, 0, 0, 1, 2, 14)):
        return AS_OF + timedelta(days=self.choice(days))

    def two_dates(self):
        return sorted((self.near_date(), self.near_date()))


class Writer:
    """Draws a market's rows, file by file, into self.files."""

    def __init__(self, seed, residents, postings):
        self.dice = Dice(f'market {seed}')
        self.calm = self.dice.choice([0.5, 0.8, 0.97])  # how often a row asks for nothing, field by field
        self.told = self.dice.choice([0.6, 0.9, 1.0])  # how often a resident states a field
        size = 1 + postings // 40
        self.skills = self.dice.names(9 + 4 * size, 's')
        self.occupations = self.dice.names(6 + size, 'o')
        self.employers = self.dice.names(3 + 2 * size, 'e')
        self.grids = self.dice.names(min(60, 5 + size), 'g')
        self.credentials, self.languages, self.needs = (self.dice.names(4, stem) for stem in 'cln')
        self.modes = self.dice.names(3, 'm')
        self.residents = self.dice.names(residents, 'r')
        self.postings = self.dice.names(postings, 'r')  # a posting may have a resident's id
        high = self.dice.random() < 0.5  # the levels of this market
        self.levels = ['', ':0', ':', ':3', ':4', ':5', ':6'] + ([':7', ':8', ':8'] if high else [':1', ':2', ':3'])
        self.files = {
            'market': self.market_rows(), 'modes': self.mode_rows(), 'grids': self.grid_rows(), 'areas': self.area_rows(),
            'travel': self.travel_rows(), 'skills': self.concept_rows(self.skills),
            'occupations': [row | self.asks() for row in self.concept_rows(self.occupations)],
            'employers': [self.employer(number) for number in range(len(self.employers))],
            'residents': [self.resident(id) for id in self.residents], 'postings': [self.posting(id) for id in self.postings],
            'protected_attributes': [{'resident': id, 'ethnicity': self.dice.choice(['', 'x', 'y'])} for id in self.residents[::2]]}

    def asked(self, cell):
        """A cell that asks for something, or (often) one that asks for nothing."""
        return self.dice.choice(['', '-']) if self.dice.random() < self.calm else cell

    def market_rows(self):
        self.currency = self.dice.choice(['', 'CNY', 'CNY', 'EUR'])
        self.row_currency = [''] * 8 + [self.currency] * 4 + ['USD' if self.currency else '']  # else strict reading fails
        return [{'key': 'currency', 'value': self.currency}, {'key': 'title_zh', 'value': '市场'}] if self.currency else []

    def mode_rows(self):
        speeds = ['70', '400', ''] if self.dice.random() < 0.7 else ['1', '10000', '250']
        return [{'id': id, 'title_en': 'on, "foot"\nor so', 'metres_per_minute': speed} for id, speed in zip(self.modes, speeds)]

    def area_rows(self):
        return [{'id': id, 'kind': 'township', 'parent': self.grids[0] if row else ''} for row, id in enumerate(self.grids[:2])]

    def grid_rows(self):
        rows = []
        for id in self.grids:
            spread = self.dice.choice([0.002, 0.02, 0.2, 20])  # degrees: next door to far out of reach
            place = [f'{centre + self.dice.uniform(-spread, spread):.5f}' for centre in (31.2, 121.4)]
            latitude, longitude = place if self.dice.random() < 0.8 else ('', '')
            rows.append({'id': id, 'area': self.dice.choice(['', self.grids[0]]), 'latitude': latitude, 'longitude': longitude})
        return rows

    def travel_rows(self):
        cells = [(mode, a, b) for mode in self.modes for a in self.grids for b in self.grids]
        chosen = self.dice.sample(cells, int(len(cells) * self.dice.choice([0, 0.3, 0.7])))
        minutes = MINUTES * 2 + ['254', '254', '255']
        return [{'mode': mode, 'from': a, 'to': b, 'minutes': self.dice.choice(minutes)} for mode, a, b in chosen]

    def concept_rows(self, ids):
        """A broader concept always stands earlier: no cycles. Half of the links go to a few hubs, which thus get many siblings."""
        rows = []
        for number, id in enumerate(ids):
            earlier = ids[:number] if self.dice.random() < 0.5 else ids[:min(number, 3)]
            is_root = number == 0 or self.dice.random() < 0.15
            rows.append({'id': id, 'title_en': self.dice.maybe(0.5, 'a, "title"'), 'aliases': self.dice.maybe(0.2, 'one|two\\|three'),
                         'broader': self.dice.choice(['', '-']) if is_root else self.dice.name_list(earlier, 3),
                         'related': self.dice.maybe(0.3, self.dice.name_list([other for other in ids if other != id], 2)),
                         'group': self.dice.choice(['', '', 'no', 'yes'])})
        return rows

    def asks(self):
        return {'essential': self.dice.maybe(0.7, self.dice.levelled_list(self.skills, 3, self.levels)),
                'optional': self.dice.maybe(0.6, self.dice.levelled_list(self.skills, 3, self.levels))}

    def employer(self, number):
        return {'id': self.employers[number], 'kind': 'workshop', 'parent': self.employers[0] if number > 1 else '',
                'grid': self.dice.maybe(0.5, self.dice.choice(self.grids)),
                'blocked_residents': self.asked(self.dice.name_list(self.residents, 2))}

    def resident(self, id):
        dice = self.dice
        cells = {
            'home': dice.choice(self.grids), 'mode': dice.choice(self.modes),
            'travel_limit': dice.choice(MINUTES[3:] + ['254', '255', '1440', '1440', '1440']),
            'skills': dice.levelled_list(self.skills, 6, self.levels), 'credentials': dice.name_list(self.credentials, 4),
            'languages': dice.levelled_list(self.languages, 4, LANGUAGE_LEVELS), 'week': dice.choice(WEEKS + ['mon-sun 0-24'] * 3),
            'pay_floor': dice.choice(FLOORS), 'of_legal_age': dice.choice(['yes', 'yes', 'no']), 'available_from': str(dice.near_date()),
            'budget': dice.choice(AMOUNTS), 'daily_units': dice.choice(['0', '9', '10', '11', '1000000000']),
            'wanted_occupations': dice.name_list(self.occupations, 3), 'held_occupations': dice.name_list(self.occupations, 2)}
        cells = {column: dice.maybe(self.told, cell) for column, cell in cells.items()}
        return cells | {
            'id': id, 'currency': dice.choice(self.row_currency), 'wanted_kinds': self.asked(dice.name_list(KINDS, 3)),
            'wanted_workplaces': self.asked(dice.name_list(WORKPLACES, 2)), 'needs': self.asked(dice.name_list(self.needs, 3)),
            'liked_employers': dice.maybe(0.4, dice.likes(self.employers, 3)), 'liked_kinds': dice.maybe(0.4, dice.likes(KINDS, 3)),
            'liked_workplaces': dice.maybe(0.4, dice.likes(WORKPLACES, 2)),
            'blocked_postings': self.asked(dice.name_list(self.postings, 2)),
            'blocked_employers': self.asked(dice.name_list(self.employers, 1))}

    def posting(self, id):
        dice, opens, starts = self.dice, self.dice.two_dates(), self.dice.two_dates()
        upper, period = dice.choice(PAY)
        least, most = sorted((dice.choice([0, 9, 10, 11]), dice.choice([9, 10, 11, 1000000000])))
        cells = {
            'title_en': 'a "title",\nof two lines', 'occupation': dice.choice(self.occupations), 'posted': str(dice.near_date()),
            'grid': dice.choice(self.grids), 'pickup_grid': dice.maybe(0.4, dice.choice(self.grids)), 'pay_period': period,
            'pay_lower': dice.choice(['0', upper]), 'pay_upper': dice.maybe(0.7, upper),
            'grants': dice.levelled_list(self.skills, 3, self.levels),
            'latest_start': str(dice.near_date()), 'starts': str(starts[0]), 'ends': str(starts[1]), 'fee': dice.choice(AMOUNTS),
            'ordered_by': dice.name_list(self.employers, 2), 'units': '100', 'unit_pay': '0.15', 'due': str(dice.near_date()),
            'least_daily_units': str(least), 'most_daily_units': str(most)}
        cells = {column: dice.maybe(0.85, cell) for column, cell in cells.items()}
        window = [str(day) for day in (opens if dice.random() > self.calm else (AS_OF - timedelta(days=1), AS_OF + timedelta(days=1)))]
        return cells | self.week_asked() | {
            'id': id, 'kind': dice.choice(KINDS), 'employer': dice.choice(self.employers), 'opens': dice.maybe(0.7, window[0]),
            'closes': dice.maybe(0.7, window[1]), 'seats': self.asked(dice.choice(['0', '1', '2'])).replace('-', '5'),
            'workplace': dice.choice(['', 'on_site', *WORKPLACES]), 'currency': dice.choice(self.row_currency),
            'must_skills': self.asked(dice.asked_list(self.skills, 2, self.levels)),
            'nice_skills': dice.asked_list(self.skills, 4, self.levels),
            'credentials': self.asked(dice.name_list(self.credentials, 2)),
            'languages': self.asked(dice.levelled_list(self.languages, 2, LANGUAGE_LEVELS)),
            'offers': dice.list_cell([escaped(need) + dice.choice(['', ':yes', ':yes', ':no']) for need in dice.some(self.needs, 4)]),
            'legal_age': dice.choice(['', 'no', 'yes']), 'blocked_residents': self.asked(dice.name_list(self.residents, 2)),
            'prerequisite_skills': self.asked(dice.levelled_list(self.skills, 2, self.levels)),
            'prerequisite_credentials': self.asked(dice.name_list(self.credentials, 2))}

    def week_asked(self):
        """A mask and the hours asked: never more than the mask holds."""
        cell = self.dice.maybe(0.8, self.dice.choice(WEEKS))
        hours = len(week_bits(cell)) if cell else 168
        given = self.dice.choice([hours, max(0, hours - 1), min(8, hours), min(9, hours), 0])
        return {'week': cell, 'hours_asked': self.dice.maybe(0.6, str(given))}

    # Special shapes

    def strip(self, row):
        """Everything unknown: only what every row must state."""
        for column in row.keys() - {'id', 'kind', 'employer'}:
            row[column] = ''

    def shape(self, flavour):
        residents, postings, dice = self.files['residents'], self.files['postings'], self.dice
        for rows in (residents, postings):  # every market has rows of which all is unknown
            for row in dice.sample(rows, len(rows) // 10):
                self.strip(row)
        if flavour == 'ties':
            for rows, kinds in ((residents, 2), (postings, 3)):
                for row in rows:
                    row.update({**dice.choice(rows[:kinds]), 'id': row['id']})
        if flavour == 'empty_skills':
            for row in residents + postings[::2]:
                row.update({column: '-' for column in ('skills', 'must_skills', 'nice_skills', 'grants') if column in row})
        if flavour == 'all_unknown':
            for row in residents + postings:
                self.strip(row)
        if flavour == 'zero_seats':
            for row in postings:
                row['seats'] = '0'
        if flavour in ('one_survivor', 'none'):
            for row in postings:
                row.update(opens='', closes=str(AS_OF - timedelta(days=1)))
        if flavour == 'one_survivor':  # under the standard policy it is every resident's only one
            survivor = dice.choice(postings)
            self.strip(survivor)
            survivor['kind'] = 'job'
            for row in residents + self.files['employers']:
                row.update({column: '' for column in row if column.startswith(('wanted_k', 'wanted_w', 'blocked'))})

    def write(self, folder):
        """In any order of rows and columns, with or without byte order mark, with LF or CRLF."""
        dice = self.dice
        for name, rows in self.files.items():
            if not rows:
                continue
            filled = [column for column in rows[0] if column == 'id' or any(row[column] for row in rows)]
            with open(Path(folder) / f'{name}.csv', 'w', encoding=dice.choice(['utf-8', 'utf-8-sig']), newline='') as file:
                writer = csv.DictWriter(file, dice.sample(filled, len(filled)), extrasaction='ignore',
                                        lineterminator=dice.choice(['\n', '\r\n']), quoting=dice.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
                writer.writeheader()
                writer.writerows(dice.sample(rows, len(rows)))


def write_random_market(folder, seed, residents, postings, flavour=None):
    assert flavour is None or flavour in FLAVOURS
    Path(folder).mkdir(parents=True, exist_ok=True)
    writer = Writer(seed, residents, postings)
    writer.shape(flavour)
    writer.write(folder)
