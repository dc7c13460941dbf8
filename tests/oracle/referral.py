"""Referral as docs/definitions.md says it, in plain Python: every simple chain is walked, folded backwards, and all of them are sorted.

    graph = ReferralGraph(residents=['ann'], helpers=['bo'], employers=['mill'],
                          links=[Link('ann', 'bo', '0.5', consent=True), Link('bo', 'mill', '1', consent=True)])
    graph.chains('ann', 'mill')  # [Chain(strength=32767, rows=(0, 1, 2))]

Ids are the caller's strings. Rows are their places in the order of the ids' UTF-8 bytes, people and employers together.
"""
from collections import Counter
from fractions import Fraction
from itertools import product
from typing import NamedTuple

FULL = 65_535
UNKNOWN, OUT_OF_REACH = 254, 255  # travel cells


class Link(NamedTuple):
    source: str
    target: str
    strength: str  # a decimal from 0 to 1
    consent: bool | None  # None: missing
    kind: str = ''


class Chain(NamedTuple):
    strength: int
    rows: tuple  # from the resident to the employer

    @property
    def hops(self):
        return len(self.rows) - 1

    @property
    def introducers(self):
        return self.rows[1:-1]


def stored(strength):
    """round(65,535 x x), half up, without a float between."""
    return (FULL * Fraction(strength) + Fraction(1, 2)).__floor__()


def folded(strengths):
    """From the target backwards."""
    *before, value = strengths
    for strength in reversed(before):
        value = (strength * value) >> 16
    return value


def order(chain):
    return -chain.strength, chain.hops, chain.rows


class ReferralGraph:
    def __init__(self, residents, helpers, employers, links):
        self.ids = sorted([*residents, *helpers, *employers], key=str.encode)
        self.row = {id_: row for row, id_ in enumerate(self.ids)}
        assert len(self.row) == len(self.ids), 'an id names one vertex'
        self.residents, self.employers = ([self.row[id_] for id_ in sorted(ids, key=str.encode)] for ids in (residents, employers))
        self.strength = {}  # (row, row): the strongest link with consent; those that are in no chain are left out
        for link in links:
            ends = self.row[link.source], self.row[link.target]
            if link.consent is True and ends[0] != ends[1] and ends[0] not in self.employers:
                self.strength[ends] = max(self.strength.get(ends, 0), stored(link.strength))
        self.after = {}  # row: the rows that its links lead to
        for source, target in self.strength:
            self.after.setdefault(source, []).append(target)

    def walks(self, rows, target, hops):
        """All continuations of a walk over people that reach the target with no vertex twice and at most so many hops more."""
        if hops == 0:
            return
        for after in self.after.get(rows[-1], []):
            if after == target:
                yield (*rows, after)
            elif after not in rows and after not in self.employers:
                yield from self.walks((*rows, after), target, hops - 1)

    def chains(self, resident, employer, hops=3):
        """All chains, the best first."""
        start, target = self.row[resident], self.row[employer]
        assert start in self.residents and target in self.employers
        found = [Chain(folded([self.strength[ends] for ends in zip(rows, rows[1:])]), rows)
                 for rows in self.walks((start,), target, hops)]
        return sorted((chain for chain in found if chain.strength > 0), key=order)

    def best_strengths(self, hops=3, keep=64):
        """{resident's row: [(employer's row, strength)]}, strongest first, ties to the lower row; every resident has a list."""
        table = {}
        for resident in self.residents:
            best = [(chains[0].strength, employer) for employer in self.employers
                    if (chains := self.chains(self.ids[resident], self.ids[employer], hops))]
            best.sort(key=lambda entry: (-entry[0], entry[1]))
            table[resident] = [(employer, strength) for strength, employer in best[:keep]]
        return table


def best_worth(candidates, limit):
    """The largest sum of strengths: at most one chain of each resident's candidates, nobody an introducer in more than `limit` of them.

    candidates: one list of chains a resident. Every way to choose is tried, so keep it tiny.
    """
    worth = 0
    for plan in product(*[[None, *chains] for chains in candidates]):
        chosen = [chain for chain in plan if chain]
        named = Counter(person for chain in chosen for person in chain.introducers)
        if all(times <= limit for times in named.values()):
            worth = max(worth, sum(chain.strength for chain in chosen))
    return worth


class Person(NamedTuple):
    id: str
    home: str | None = None  # a grid
    sets: frozenset = frozenset()  # what the rule goes by: employers, groups, buildings lived in
    heads: frozenset = frozenset()  # buildings that this person is the head of
    consent: bool | None = None  # to be asked over a link of the rule's kind


def derived_links(people, rule, strength, minutes, most=64):
    """The links of one rule: 'same_unit_grid', 'same_employer', 'same_group' or 'building_head_of'.

    minutes: {(grid, grid): a walking cell}; a pair that is not there is not known. A building's people are linked to its heads.
    """
    people = sorted(people, key=lambda person: person.id.encode())
    links = []
    for person in people:
        others = [other for other in people if other.id != person.id and belongs(person, other, rule)]
        others.sort(key=lambda other: distance(person, other, minutes))  # a stable sort: ties to the lower row
        links += [Link(person.id, other.id, strength, other.consent, rule) for other in others[:most]]
    return links


def belongs(person, other, rule):
    if rule == 'same_unit_grid':
        return person.home is not None and person.home == other.home
    if rule == 'building_head_of':
        return bool(person.sets & other.heads)
    return bool(person.sets & other.sets)


def distance(person, other, minutes):
    """Known minutes first, then out of reach, then not known."""
    if person.home is None or other.home is None:
        return 2, 0
    if person.home == other.home:
        return 0, 0
    cell = minutes.get((person.home, other.home), UNKNOWN)
    return {UNKNOWN: (2, 0), OUT_OF_REACH: (1, 0)}.get(cell, (0, cell))
