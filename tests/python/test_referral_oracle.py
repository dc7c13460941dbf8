"""Chains, strengths, plans and derived links equal the oracle's: every chain walked, all of them sorted, from docs/definitions.md alone."""

import os
from collections import Counter

import numpy as np
from oracle.random_graphs import Dice, random_graph, shape
from oracle.referral import Person, best_worth, derived_links
from oracle.referral import ReferralGraph as Oracle

import aril
from aril._aril import link_kind_names

DEEP = os.environ.get("ARIL_DEEP") == "1"
ALL = 10**6


def graph_of(plain):
    """The same graph for aril. Links from someone to themselves are refused, and reported."""
    people = [(id, "resident") for id in plain.residents] + [(id, "helper") for id in plain.helpers]
    vertices = people + [(id, "employer") for id in plain.employers]
    graph = aril.ReferralGraph(
        {"id": [id for id, _ in vertices], "kind": [kind for _, kind in vertices]},
        {
            "from": [link.source for link in plain.links],
            "to": [link.target for link in plain.links],
            "strength": [link.strength for link in plain.links],
            "consent": [link.consent for link in plain.links],
            "kind": [link.kind if link.kind in link_kind_names else None for link in plain.links],
        },
        lenient=True,
    )
    loops = sum(link.source == link.target for link in plain.links)
    assert [problem.code for problem in graph.problems] == ["cycle"] * loops
    return graph


def market_of(plain):
    return aril.Market.from_tables({"residents": {"id": plain.residents}, "employers": {"id": plain.employers}})


def plain_chains(introductions):
    return [(chain.strength, chain.rows) for chain in introductions]


def strengths_by_id(strengths, market):
    """{resident: {employer: strength}}"""
    found = {id: {} for id in market.resident_ids.tolist()}
    for resident, employer, strength in zip(strengths.residents, strengths.employers, strengths.strengths.tolist(), strict=True):
        found[market.resident_ids[resident]][market.employer_ids[employer]] = strength
    return found


def assert_same_chains(oracle, graph, plain, hops):
    pairs = [(resident, employer) for resident in plain.residents for employer in plain.employers]
    lists = graph.introductions_of(*zip(*pairs, strict=True), k=5, hops=hops, threads=2)
    count = 0
    for (resident, employer), batch in zip(pairs, lists, strict=True):
        expected = [tuple(chain) for chain in oracle.chains(resident, employer, hops)]
        for k in (1, 5, ALL):
            assert plain_chains(graph.introductions(resident, employer, k, hops)) == expected[:k], (resident, employer, k, hops)
        assert plain_chains(batch) == expected[:5]
        count += len(expected)
    return count


def test_chains_and_strengths_equal_the_oracle(capsys):
    met = Counter()
    for seed in range(2000 if DEEP else 300):
        plain = random_graph(seed)
        oracle, graph, market = Oracle(*plain[:4]), graph_of(plain), market_of(plain)
        assert graph.ids.tolist() == oracle.ids
        try:
            for hops in (1, 2, 3, 4):
                met[f"chains of at most {hops} hops"] += assert_same_chains(oracle, graph, plain, hops)
                keep = (1, 2, 64)[seed % 3]
                expected = {
                    oracle.ids[resident]: {oracle.ids[employer]: strength for employer, strength in best}
                    for resident, best in oracle.best_strengths(hops, keep).items()
                }
                strengths = graph.strengths(market, hops=hops, most_employers=keep, threads=(1, 2, 7)[seed // 3 % 3])
                assert strengths_by_id(strengths, market) == expected, hops
        except AssertionError as failure:
            raise AssertionError(f"seed {seed}") from failure
        met.update(name for name, holds in shape(plain).items() if holds)
        met[f"strengths: {plain.flavour}"] += 1
    with capsys.disabled():
        print("\n" + ", ".join(f"{name}: {count:,}" for name, count in sorted(met.items())))
    assert all(met[name] for name in shape(plain)) and len([name for name in met if name.startswith("strengths")]) == 5


def test_a_plan_asks_nobody_too_often_and_its_bound_holds():
    gaps = Counter()
    for seed in range(400 if DEEP else 100):
        plain = random_graph(seed)
        oracle, graph, most = Oracle(*plain[:4]), graph_of(plain), 1 + seed % 3
        employers = [plain.employers[place % len(plain.employers)] for place in range(len(plain.residents))]
        lists = graph.introductions_of(plain.residents, employers, k=3)
        plan = aril.plan_introductions(lists, most)
        candidates = [oracle.chains(*pair)[:3] for pair in zip(plain.residents, employers, strict=True)]
        best = best_worth(candidates, most)
        assert plan.worth <= best <= plan.bound, seed
        assert plan.worth == sum(chain.strength for chain in plan.introductions)
        named = Counter(person for chain in plan.introductions for person in chain.introducers)
        assert all(times <= most for times in named.values())
        assert all(
            plain_chains([chain])[0] in [tuple(one) for one in candidates[pair]]
            for chain, pair in zip(plan.introductions, plan.pairs.tolist(), strict=True)
        )
        gaps[plan.worth == best] += 1
    assert gaps[True] > 9 * gaps[False]


def random_people(seed):
    """People who share groups, employers and buildings, and what they agreed to; and the same as tables."""
    dice = Dice(seed)
    ids = dice.names(dice.randint(2, 12))
    kinds = {"same_employer": "employer", "same_group": "group", "building_head_of": "building"}
    people, memberships, consents = {}, [], []
    for rule, kind in kinds.items():
        link_kind = "building_head" if kind == "building" else rule
        people[rule] = []
        for id in ids:
            sets = frozenset(dice.sample("xyz", dice.randint(0, 2)))
            heads = frozenset(dice.sample("xyz", 1) if kind == "building" and dice.random() < 0.2 else ())
            consent = dice.choice([True, True, False, None])
            people[rule].append(Person(id, None, sets, heads, consent))
            memberships += [{"person": id, "kind": kind, "of": name, "head": False} for name in sorted(sets)]
            memberships += [{"person": id, "kind": kind, "of": name, "head": True} for name in sorted(heads)]
            consents += [{"person": id, "kind": link_kind, "consent": consent}] if consent is not None else []
    return people, {"people": {"id": ids}, "memberships": memberships, "consents": consents}


def test_derived_links_equal_the_oracle():
    for seed in range(300 if DEEP else 60):
        people, tables = random_people(seed)
        most = (64, 2, 1)[seed % 3]
        names = {"same_employer": "same_employer", "same_group": "same_group", "building_head_of": "building_head"}
        rules = [aril.DerivationRule(name, name, 0.5, most) for name in names.values()]
        links = aril.ReferralGraph.from_tables(tables, rules=rules).links()
        graph_ids = sorted(tables["people"]["id"], key=str.encode)
        found = Counter(
            (graph_ids[source], graph_ids[target], kind, consent)
            for source, target, kind, consent in zip(*(links[name].tolist() for name in ("from", "to", "kind", "consent")), strict=True)
        )
        expected = Counter(
            (link.source, link.target, names[rule], link.consent is True)
            for rule in names
            for link in derived_links(people[rule], rule, "0.5", {}, most)
        )
        assert found == expected, seed
        assert np.all(links["strength"] == 32768)
