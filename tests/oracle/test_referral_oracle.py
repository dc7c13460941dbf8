"""The referral oracle on cases worked out by hand from docs/definitions.md, and what its random graphs contain."""
from collections import Counter

import pytest

from .random_graphs import random_graph, shape
from .referral import FULL, OUT_OF_REACH, Chain, Link, Person, ReferralGraph, best_worth, derived_links, stored

HALF = 32_768  # 0.5 stored: 32,767.5, half up


def graph(links, residents='abc', helpers='h', employers='yz', consent=True):
    """Rows: a 0, b 1, c 2, h 3, y 4, z 5. Links are 'ab 0.5', one letter a vertex; '?' behind: consent missing, '!': refused."""
    made = []
    for text in links:
        ends, strength = text.rstrip('?!').split()
        made.append(Link(ends[0], ends[1], strength, {'?': None, '!': False}.get(text[-1], consent)))
    return ReferralGraph(residents, helpers, employers, made)


@pytest.mark.parametrize('text, value', [
    ('0', 0), ('1', 65_535), ('0.5', 32_768), ('0.25', 16_384), ('1.0', 65_535),  # 16,383.75
    ('0.000007629510948349', 1), ('0.000007629510948348', 0),  # half a step is 1/131,070 = 0.00000762951094834821...
    ('0.99999237', 65_534), ('0.9999924', 65_535)])  # 65,534.49999 and 65,534.50193
def test_strengths_are_stored_rounded_half_up(text, value):
    assert stored(text) == value


def test_a_chain_is_folded_from_the_target_backwards():
    # (65,535 x 65,535) >> 16 = 65,534; once more: (65,535 x 65,534) >> 16 = 65,533
    assert graph(['ab 1', 'bc 1', 'cy 1']).chains('a', 'y') == [Chain(65_533, (0, 1, 2, 4))]
    # backwards: (40,000 x 2) >> 16 = 1, then (65,535 x 1) >> 16 = 0: no chain
    # forwards: (40,000 x 65,535) >> 16 = 39,999, then (2 x 39,999) >> 16 = 1.
    links = [Link('a', 'b', '1', True), Link('b', 'c', '0.61036', True), Link('c', 'y', '0.0000306', True)]
    assert [stored(link.strength) for link in links] == [65_535, 40_000, 2]
    assert ReferralGraph('abc', '', 'y', links).chains('a', 'y') == []
    assert ReferralGraph('abc', '', 'y', links).chains('b', 'y') == [Chain(1, (1, 2, 3))]


def test_a_link_costs_something_even_at_full_strength():
    assert graph(['ay 1', 'ab 1', 'by 1']).chains('a', 'y') == [Chain(FULL, (0, 4)), Chain(FULL - 1, (0, 1, 4))]


def test_hops_count_the_last_link_and_are_limited():
    chain = graph(['ab 1', 'bc 1', 'ch 1', 'hy 1'])
    assert [len(chain.chains('a', 'y', hops)) for hops in (1, 2, 3, 4, 5)] == [0, 0, 0, 1, 1]
    assert chain.chains('a', 'y') == []  # 3 unless said otherwise
    assert chain.chains('a', 'y', 4)[0].hops == 4


def test_ties_go_to_fewer_hops_then_to_the_lower_rows_from_the_resident_on():
    # over one: (65,535 x 32,768) >> 16 = 32,767; over two: (65,535 x 32,767) >> 16 = 32,766
    made = graph(['ay 0.499992', 'ab 1', 'ac 1', 'ah 1', 'by 0.5', 'cy 0.5', 'hy 0.5', 'bc 1', 'cb 1'])
    assert stored('0.499992') == 32_767  # 32,766.98
    assert made.chains('a', 'y') == [
        Chain(32_767, (0, 4)), Chain(32_767, (0, 1, 4)), Chain(32_767, (0, 2, 4)), Chain(32_767, (0, 3, 4)),
        Chain(32_766, (0, 1, 2, 4)), Chain(32_766, (0, 2, 1, 4))]


def test_rows_are_in_the_order_of_the_ids_bytes():
    assert ReferralGraph(['é', 'z', '李'], ['B'], ['a', '🧵'], []).ids == ['B', 'a', 'z', 'é', '李', '🧵']


def test_a_chain_visits_nobody_twice_and_passes_through_people_only():
    made = graph(['ab 1', 'ba 1', 'by 1', 'az 1', 'zy 1', 'bz 1'])
    assert made.chains('a', 'y', 4) == [Chain(65_534, (0, 1, 4))]  # neither a b a b y, nor over z
    assert made.chains('b', 'z', 4) == [Chain(FULL, (1, 5)), Chain(65_534, (1, 0, 5))]


def test_links_without_consent_to_oneself_or_out_of_an_employer_are_in_no_chain():
    assert graph(['ab 1?', 'by 1']).chains('a', 'y') == []
    assert graph(['ab 1', 'by 1!']).chains('a', 'y') == []
    assert graph(['aa 1', 'ay 0.5']).chains('a', 'y') == [Chain(HALF, (0, 4))]
    assert graph(['az 1', 'zb 1', 'by 1']).chains('a', 'y') == []


def test_helpers_are_passed_through_and_residents_too():
    assert [chain.rows for chain in graph(['ah 1', 'hy 1', 'ac 1', 'cy 1']).chains('a', 'y')] == [(0, 2, 4), (0, 3, 4)]
    with pytest.raises(AssertionError):
        graph(['hy 1']).chains('h', 'y')  # a chain leads from a resident


def test_of_parallel_links_the_strongest_with_consent_counts():
    assert graph(['ay 0.25', 'ay 0.5', 'ay 1?', 'ay 0.75!']).chains('a', 'y') == [Chain(HALF, (0, 4))]


def test_a_chain_of_strength_0_is_none():
    assert graph(['ay 0']).chains('a', 'y') == []
    assert graph(['ab 0', 'by 1']).chains('a', 'y') == []
    assert graph(['ab 0.5', 'by 0.00002']).chains('a', 'y') == []  # (32,768 x 1) >> 16


def test_best_strengths_keep_the_strongest_with_ties_to_the_lower_employer():
    made = graph(['ay 0.5', 'az 0.5', 'ab 1', 'bz 1', 'cy 0.5', 'cz 0.5'])
    assert made.best_strengths() == {0: [(5, 65_534), (4, HALF)], 1: [(5, FULL)], 2: [(4, HALF), (5, HALF)]}
    assert made.best_strengths(keep=1) == {0: [(5, 65_534)], 1: [(5, FULL)], 2: [(4, HALF)]}
    assert made.best_strengths(hops=1)[0] == [(4, HALF), (5, HALF)]


def test_best_strengths_keep_64_unless_said_otherwise():
    firms = [f'y{number:02}' for number in range(70)]
    made = ReferralGraph(['a'], [], firms, [Link('a', firm, '0.5' if firm < 'y69' else '1', True) for firm in firms])
    kept = made.best_strengths()[0]
    assert kept == [(70, FULL)] + [(row, HALF) for row in range(1, 64)]


def test_a_budget_names_nobody_more_often_than_allowed():
    through_h = [Chain(100, (0, 3, 4)), Chain(10, (0, 4))]
    others = [Chain(90, (1, 3, 4)), Chain(70, (1, 2, 4))]
    assert best_worth([through_h, others], 2) == 190
    assert best_worth([through_h, others], 1) == 170  # 100 + 70, not 10 + 90
    assert best_worth([through_h, others], 0) == 10  # a chain of one hop names nobody
    two_small = [[Chain(60, (1, 3, 4))], [Chain(60, (2, 1, 4))]]
    assert best_worth([[Chain(100, (0, 1, 3, 4))], *two_small], 1) == 120  # they beat the greedy pick
    assert best_worth([], 1) == 0


def test_a_resident_of_the_batch_may_be_an_introducer_too():
    assert best_worth([[Chain(50, (0, 1, 4))], [Chain(40, (1, 4))], [Chain(30, (2, 1, 4))]], 1) == 90


def test_people_of_one_grid_are_linked_with_the_consent_of_the_one_asked():
    people = [Person('a', 'g', consent=True), Person('b', 'g'), Person('c', 'other', consent=True), Person('d'), Person('e')]
    assert derived_links(people, 'same_unit_grid', '0.3', {}) == [
        Link('a', 'b', '0.3', None, 'same_unit_grid'), Link('b', 'a', '0.3', True, 'same_unit_grid')]  # no home is no common home


def test_a_rule_gives_the_nearest_first_and_not_known_last():
    near = {('g', 'n'): 7, ('g', 'm'): 7, ('g', 'x'): OUT_OF_REACH, ('n', 'g'): 1}
    homes = {'a': 'g', 'b': None, 'c': 'u', 'd': 'x', 'e': 'n', 'f': 'm', 'i': 'g'}
    people = [Person(id_, home, frozenset({'mill'}), consent=True) for id_, home in homes.items()]
    links = [link.target for link in derived_links(people, 'same_employer', '1', near) if link.source == 'a']
    assert links == ['i', 'e', 'f', 'd', 'b', 'c']  # 0 within one grid; 7 and 7 by row; out of reach; the two not known by row
    assert [link.target for link in derived_links(people, 'same_employer', '1', near, most=2) if link.source == 'a'] == ['i', 'e']


def test_a_rule_gives_at_most_64_links_a_person_and_each_once():
    people = [Person(f'p{number:02}', 'g', frozenset({'choir', 'chess'})) for number in range(70)]
    targets = [link.target for link in derived_links(people, 'same_group', '1', {}) if link.source == 'p03']
    assert targets == [f'p{number:02}' for number in range(65) if number != 3]


def test_people_of_a_building_are_linked_to_its_head():
    first, second = frozenset({'b1'}), frozenset({'b2'})
    people = [Person('a', sets=first), Person('h', sets=first, heads=first, consent=True), Person('z', sets=second)]
    assert derived_links(people, 'building_head_of', '0.9', {}) == [Link('a', 'h', '0.9', True, 'building_head_of')]


def test_random_graphs_hold_every_case():
    met, hops, ties, faded = Counter(), Counter(), 0, 0
    for seed in range(300):
        drawn = random_graph(seed)
        assert drawn == random_graph(seed)
        met.update(name for name, there in shape(drawn).items() if there)
        made = ReferralGraph(*drawn[:4])
        for resident in drawn.residents:
            chains = [chain for employer in drawn.employers for chain in made.chains(resident, employer, 4)]
            hops.update(chain.hops for chain in chains)
            ties += len(chains) - len({chain.strength for chain in chains})
            faded += sum(len(list(made.walks((made.row[resident],), made.row[employer], 4))) for employer in drawn.employers) - len(chains)
    assert min(met.values()) >= 10 and len(met) == 8, met
    assert min(hops[count] for count in (1, 2, 3, 4)) >= 100 and ties >= 500 and faded >= 100, (hops, ties, faded)
