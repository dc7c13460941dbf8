"""Random small referral graphs. Strengths come from small pools, so that ties, chains that fade to nothing and borders of
rounding are common.

The same seed gives the same graph.
"""
import random
from collections import Counter
from typing import NamedTuple

from .referral import Link

# Half a stored step is 1/131,070 = 0.00000762951094834821...: among the fine ones are the decimals next to it on both sides.
FINE = ['0', '1', '0.5', '0.25', '0.0000152590218967', '0.000007629510948349', '0.000007629510948348', '0.9999999', '0.123456789012345']
POOLS = {'ties': ['1', '0.5'], 'zeros': ['0', '0', '1', '0.5'], 'faint': ['0.004', '0.0003', '0.00002', '0', '0.06'], 'fine': FINE,
         'any': None}
CONSENTS = {'mostly': [True] * 8 + [False, None], 'half': [True, True, False, None], 'all': [True], 'none': [False, None]}
KINDS = ['neighbour', 'colleague', 'helps', 'works_at', '']
# Rows are ordered by bytes: neither by code points' UTF-16 units, nor by what a person would call the alphabet.
STEMS = ['a', 'B', 'é', '李', '\uff5e', '🧵', '10', '9', '_']


class RandomGraph(NamedTuple):
    residents: list
    helpers: list
    employers: list
    links: list
    flavour: str


class Dice(random.Random):
    def names(self, count):
        return self.sample([f'{stem}{number}' for stem in STEMS for number in range(count)], count)

    def decimal(self, pool):
        return self.choice(pool) if pool else f'0.{self.randrange(10 ** 6):06}'


def random_graph(seed):
    dice = Dice(seed)
    flavour = dice.choice(list(POOLS))
    consents = CONSENTS[dice.choices(list(CONSENTS), [6, 3, 3, 1])[0]]
    residents, helpers, employers = dice.randint(1, 6), dice.randint(0, 3), dice.randint(1, 4)
    ids = dice.names(residents + helpers + employers)
    people, firms = ids[:residents + helpers], ids[residents + helpers:]
    links = []
    for _ in range(dice.choice([0, 3, 12, 40, 60, 90])):
        source, target = dice.choice(people), dice.choice(ids)
        if dice.random() < 0.06:
            source = dice.choice(firms)  # out of an employer
        if dice.random() < 0.05:
            target = source
        links.append(Link(source, target, dice.decimal(POOLS[flavour]), dice.choice(consents), dice.choice(KINDS)))
    for link in dice.sample(links, len(links) // 6):  # parallel ones
        links.append(link._replace(strength=dice.decimal(POOLS[flavour]), consent=dice.choice(consents), kind=dice.choice(KINDS)))
    links = [link._replace(kind=fitting(link, people, firms)) for link in links]
    dice.shuffle(links)
    return RandomGraph(people[:residents], people[residents:], firms, links, flavour)


def fitting(link, people, firms):
    """The kind, but works_at where the link leads from a person to an employer alone."""
    return link.kind if link.kind != 'works_at' or (link.source in people and link.target in firms) else ''


def shape(graph):
    """What a graph holds, to count whether a run met every case."""
    ends = Counter((link.source, link.target) for link in graph.links)
    return {
        'no link': not graph.links, 'helpers': bool(graph.helpers), 'parallel links': any(times > 1 for times in ends.values()),
        'self link': any(source == target for source, target in ends),
        'link out of an employer': any(link.source in graph.employers for link in graph.links),
        'consent missing': any(link.consent is None for link in graph.links),
        'consent refused': any(link.consent is False for link in graph.links),
        'strength 0': any(float(link.strength) == 0 for link in graph.links)}
