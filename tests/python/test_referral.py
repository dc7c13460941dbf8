"""Referral in Python: chains in words, strengths in a ranking, changes, measures of a graph."""

import numpy as np
import pytest
from referral_cases import LINKS, VERTICES, parts
from same_bytes import ranking_bytes

import aril

# Chains


def test_chains_come_best_first_and_in_words(small):
    best, other = small.introductions("ann", "mill")
    assert (best.vertices, best.introducers, best.hops, best.strength) == (("ann", "bo", "mill"), ("bo",), 2, 32767)
    assert (best.person, best.employer) == ("ann", "mill")
    assert (other.vertices, other.rows, other.fraction) == (("ann", "cy", "mill"), (0, 2, 3), 16383 / 65535)
    assert best.sentence() == str(best) == "Ann can ask Bo (the grid worker), who can speak to The Mill (deals with them); strength 50 of 100."
    assert best.sentence("zh") == "安可以请Bo（网格员）向面粉厂引荐（与该单位有往来）；关系强度50分。"
    assert small.introductions(0, np.uint32(3), k=1) == [best]
    assert small.introductions("ann", "mill", hops=1) == []


def test_nobody_is_asked_who_did_not_agree(small):
    assert small.introductions("ann", "shop") == small.introductions("cy", "shop") == []
    agreed = small.with_links({"from": ["cy"], "to": ["shop"], "strength": 0.5, "consent": True})
    assert [chain.vertices for chain in agreed.introductions("ann", "shop")] == [("ann", "cy", "shop")]


def test_a_batch_is_the_single_queries(district, community):
    random = np.random.default_rng(1)
    residents = community.resident_ids[random.integers(0, 5000, 300)]
    employers = community.employer_ids[random.integers(0, len(community.employer_ids), 300)]
    lists = district.introductions_of(residents, employers, k=3, progress=lambda done, total: None)
    assert len(lists) == 300 and list(lists) == [
        district.introductions(*pair, k=3) for pair in zip(residents, employers, strict=True)
    ]
    assert lists[-1] == lists[299] and lists[1:4] == [lists[1], lists[2], lists[3]] and len(lists.strengths) > 100
    frame = lists.to_pandas()
    assert frame.shape == (len(lists.strengths), 7) and (frame["fraction"] == frame["strength"] / 65535).all()
    assert (frame["fraction"].diff().dropna() < 0).any() and frame["rank"].max() == 3 and frame["hops"].max() <= 3
    first = next(chains[0] for chains in lists if chains)
    assert tuple(frame.iloc[0][["person", "employer", "rank", "strength", "introducers"]]) == (
        first.vertices[0], first.vertices[-1], 1, first.strength, "|".join(first.introducers)
    )  # fmt: skip


def test_whom_someone_reaches_and_who_reaches_an_employer(small, district, community):
    reach = small.employers_in_reach("ann")
    assert [(one.employer, one.strength, one.introducers) for one in reach] == [("mill", 32767, ("bo",))]
    who = small.people_in_reach("mill")
    assert [(one.person, one.strength) for one in who] == [("bo", 65535), ("cy", 65535), ("ann", 32767)]
    assert who.to_pandas().to_dict("list") == {
        "person": ["bo", "cy", "ann"], "kind": ["grid_worker", "resident", "resident"], "employer": ["mill"] * 3, "strength": [65535, 65535, 32767],
        "fraction": [1.0, 1.0, 32767 / 65535], "hops": [1, 1, 2], "introducers": ["", "", "bo"],
    }  # fmt: skip
    assert who[-1] == who[2] and who[:2] == [who[0], who[1]] and "Ann can ask Bo" in repr(who)
    assert [small.ids[row] for row in who.persons] == ["bo", "cy", "ann"] and set(who.employers) == {3} and who.strengths.tolist()[0] == 65535
    assert len(small.people_in_reach("mill", hops=1)) == 2 and len(small.people_in_reach("shop")) == len(small.employers_in_reach("bo", hops=1)) - 1 == 0
    strengths = district.strengths(community, most_employers=len(community.employer_ids))
    for row in (42, 2175):
        part = slice(int(strengths.offsets[row]), int(strengths.offsets[row + 1]))
        expected = dict(zip(community.employer_ids[strengths.employers[part]], strengths.strengths[part].tolist(), strict=True))
        reach = district.employers_in_reach(community.resident_ids[row])
        assert expected == {one.employer: one.strength for one in reach} and len(expected) > 0
        assert reach.strengths.tolist() == sorted(reach.strengths.tolist(), reverse=True)
    best = reach[0].employer
    column = strengths.employers == community.employer_rows(best)[0]
    expected = dict(zip(community.resident_ids[strengths.residents[column]], strengths.strengths[column].tolist(), strict=True))
    people = district.people_in_reach(best, threads=2).to_pandas()
    people = people[people["person"].isin(community.resident_ids)]
    assert expected == dict(zip(people["person"], people["strength"], strict=True))
    with pytest.raises(aril.Error) as raised:
        small.employers_in_reach("mill")
    assert raised.value.code == "out_of_range"


def test_a_plan_names_nobody_too_often(district, community):
    residents, employers = zip(*[(id, employer) for id in community.resident_ids[:300] for employer in community.employer_ids[40:44]], strict=True)
    lists = district.introductions_of(residents, employers)
    plan = aril.plan_introductions(lists, most_namings=1)
    named = [person for chain in plan.introductions for person in chain.introducers]
    assert len(named) == len(set(named)) > 10
    assert len({chain.vertices[0] for chain in plan.introductions}) == len(plan.introductions) == len(plan.pairs)
    assert plan.worth == sum(chain.strength for chain in plan.introductions) <= plan.bound
    assert aril.plan_introductions(lists, most_namings=300).worth > plan.worth


def test_a_plan_shows_itself(small):
    plan = aril.plan_introductions(small.introductions_of(["ann", "cy"], ["mill", "mill"]))
    assert repr(plan) == "<aril.IntroductionPlan: 2 introductions, worth 98,302 of at most 98,302>" and len(plan) == 2
    frame = plan.to_pandas()
    assert frame.to_dict("list") == {
        "person": ["ann", "cy"], "employer": ["mill", "mill"], "strength": [32767, 65535], "fraction": [32767 / 65535, 1.0], "hops": [2, 1],
        "introducers": ["bo", ""],
    }  # fmt: skip
    assert list(aril.plan_introductions(small.introductions_of([], [])).to_pandas().columns) == list(frame.columns)
    for wrong in ([], [small.introductions("ann", "mill")], None):
        with pytest.raises(aril.Error) as raised:
            aril.plan_introductions(wrong)
        assert (raised.value.code, raised.value.field) == ("malformed", "lists") and "introductions_of" in str(raised.value)


def test_stops_where_the_caller_wants_and_stays_usable(district, community):
    def stop(done, total):
        raise KeyboardInterrupt

    residents = np.repeat(community.resident_ids, 60)
    with pytest.raises(KeyboardInterrupt):
        district.introductions_of(residents, np.resize(community.employer_ids, len(residents)), hops=4, threads=1, progress=stop)
    assert len(district.introductions("R000042", "E000001", hops=4)) >= 0


def test_same_bytes_for_any_threads(district, community, tables):
    pairs = np.repeat(community.resident_ids[:500], 2), np.resize(community.employer_ids, 1000)
    chains, strengths, graphs = set(), set(), set()
    for threads in (1, 2, 7):
        for hops in (3, 4):
            lists = district.introductions_of(*pairs, hops=hops, threads=threads)
            chains.add((hops, lists.strengths.tobytes(), lists.introducers.tobytes(), lists.chain_offsets.tobytes()))
        matrix = district.strengths(community, threads=threads)
        strengths.add((matrix.offsets.tobytes(), matrix.employers.tobytes(), matrix.strengths.tobytes()))
        derived = aril.ReferralGraph.from_market(community, tables, rules=[]).with_derived_links(threads=threads)
        graphs.add(b"".join(derived.links()[name].tobytes() for name in ("from", "to", "strength", "consent")))
    assert (len(chains), len(strengths), len(graphs)) == (2, 1, 1)
    assert graphs == {b"".join(district.links()[name].tobytes() for name in ("from", "to", "strength", "consent"))}


# In a ranking

WEIGHTS = {"skills": 3, "commute": 1, "referral": 2}


def test_an_empty_graph_changes_no_byte_of_a_ranking(community, ranker):
    none = aril.ReferralGraph().strengths(community)
    assert len(none) == 0 and none.shape == (5000, len(community.employer_ids))
    assert ranking_bytes(aril.Ranker(community, "2026-06-03", sparse={"referral": none})) == ranking_bytes(ranker)
    silent = aril.ReferralGraph.from_market(community)  # links, and nobody agreed
    assert silent.link_count > 0 and len(silent.strengths(community)) == 0
    without = aril.Ranker(community, "2026-06-03", weights=WEIGHTS, sparse={"referral": ([], [], [])})
    for graph in (aril.ReferralGraph(), silent):
        ranked = aril.Ranker(community, "2026-06-03", weights=WEIGHTS, sparse={"referral": graph.strengths(community)})
        assert ranking_bytes(ranked) == ranking_bytes(without)


def test_a_referral_only_adds_and_the_explanation_names_it(district, community):
    strengths = district.strengths(community, most_employers=len(community.employer_ids))
    with_links = aril.Ranker(community, "2026-06-03", weights=WEIGHTS, sparse={"referral": strengths})
    without = aril.Ranker(community, "2026-06-03", weights=WEIGHTS, sparse={"referral": ([], [], [])})
    residents = community.resident_ids[::500]
    known = 0
    for hits in with_links.rank(k=2000, residents=residents):
        for hit in hits:
            (term,) = [term for term in with_links.explain(hit.resident, hit.posting).terms if term.term == "referral"]
            row = community.posting_row(hit.posting)
            best = district.introductions(hit.resident, community.posting_employers[row], k=1)
            assert term.is_neutral == (not best)
            if best:
                assert term.value == 16384 + 49151 * best[0].strength // 65535
                assert hit.score >= without.explain(hit.resident, hit.posting).score
                known += 1
            else:
                assert hit.score == without.explain(hit.resident, hit.posting).score
    assert known > 20


def test_strengths_as_scipy_give_the_same_ranking(district, community):
    pytest.importorskip("scipy")
    strengths = district.strengths(community, most_employers=3)
    assert np.diff(strengths.offsets.astype(int)).max() == 3
    rankers = [
        aril.Ranker(community, "2026-06-03", weights=WEIGHTS, sparse={"referral": given}) for given in (strengths, strengths.to_scipy())
    ]
    assert ranking_bytes(rankers[0]) == ranking_bytes(rankers[1])


def test_strengths_of_another_market_are_refused(small, community):
    shop = aril.Market.from_tables({"residents": {"id": ["ann"]}, "employers": {"id": ["mill"]}})
    assert small.strengths(shop).strengths.tolist() == [32767]
    with pytest.raises(aril.Error) as raised:
        aril.Ranker(community, "2026-06-03", sparse={"referral": small.strengths(shop)})
    assert (raised.value.code, raised.value.field) == ("shape_mismatch", "sparse.referral")


# Changes


def test_a_changed_graph_is_one_made_afresh(small):
    more = {"from": ["shop", 0], "to": ["ann", 4], "strength": [0.1, 0.2]}
    afresh = {name: [*LINKS[name], *more.get(name, [None, None])] for name in LINKS}
    afresh["to"][-1], afresh["from"][-1] = "shop", "ann"
    changed = small.with_links(more)
    assert parts(changed) == parts(aril.ReferralGraph(VERTICES, afresh))
    assert parts(changed.with_links(taken=more)) == parts(small)
    bigger = small.with_vertices({"id": ["abe"], "kind": ["volunteer"]}, taken=["bo"])
    assert bigger.ids.tolist() == ["abe", "ann", "cy", "mill", "shop"] and bigger.link_count == 3
    assert small.link_count == 5
    with pytest.raises(aril.Error) as raised:
        bigger.merge_sets("group", "x", "y")
    assert raised.value.code == "invalid_option"


def test_two_compounds_become_one():
    people = {"id": [f"p{number}" for number in range(8)]}
    members = [{"person": f"p{number}", "kind": "building", "of": "north" if number < 4 else "south", "head": False} for number in range(8)]
    members += [{"person": "p0", "kind": "building", "of": "north", "head": True}]
    consents = [{"person": id, "kind": "building_head", "consent": True} for id in people["id"]]
    rules = aril.standard_derivation_rules()
    before = aril.ReferralGraph.from_tables({"people": people, "memberships": members, "consents": consents}, rules=rules)
    merged = before.merge_sets("building", "north", "south")
    for member in members:
        member["of"] = "north"
    afresh = aril.ReferralGraph.from_tables({"people": people, "memberships": members, "consents": consents}, rules=rules)
    assert (before.link_count, merged.link_count) == (3, 7)
    assert parts(merged) == parts(afresh)


def test_people_move_in_and_out_of_what_is_shared():
    def member(id, of):
        return {"person": id, "kind": "group", "of": of}

    rules = [aril.DerivationRule("same_group", "same_group", 0.4, most_links=2)]
    members = [member(id, "choir") for id in "abcd"] + [member("x", "band")]
    before = aril.ReferralGraph.from_tables({"people": {"id": [*"abcdxy"]}, "memberships": members}, rules=rules)
    merged = before.merge_sets("group", "choir", "band")
    consents = {"person": ["a", "n"], "kind": "same_group", "consent": True}
    changed = merged.with_vertices(["n"], taken=["b"], memberships=[member("n", "band"), member("y", "choir")], consents=consents)
    members = [member(id, "choir") for id in "acdnxy"]
    afresh = aril.ReferralGraph.from_tables({"people": {"id": [*"acdnxy"]}, "memberships": members, "consents": consents}, rules=rules)
    assert parts(changed) == parts(afresh) and changed.link_count == 12
    assert changed.with_vertices(taken=[*"acdnxy"]).link_count == 0


def compound(homes):
    return aril.Market.from_tables({"residents": {"id": list(homes), "home": list(homes.values())}, "grids": {"id": ["east", "west"]}})


def test_a_newcomer_lives_where_the_market_of_today_says():
    yesterday, today = compound({"ann": "east", "bo": "west"}), compound({"ann": "east", "bo": "west", "cy": "west"})
    graph = aril.ReferralGraph.from_market(yesterday)
    assert graph.with_vertices("cy").link_count == 0
    assert parts(graph.with_vertices("cy", market=today)) == parts(aril.ReferralGraph.from_market(today))
    with pytest.raises(aril.Error) as raised:
        graph.with_vertices("cy", memberships={"person": ["cy", "zoe"], "kind": "group", "of": "choir"})
    assert (raised.value.code, raised.value.file, raised.value.row) == ("dangling_reference", "memberships", 1)
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph(["ann"]).with_vertices("cy", consents={"person": ["cy"], "kind": "same_group", "consent": True})
    assert raised.value.code == "invalid_option"


def test_who_moves_house_has_other_neighbours():
    yesterday = compound({"ann": "east", "bo": "east", "cy": "west"})
    today = compound({"ann": "east", "bo": "west", "cy": "west"})
    moved = aril.ReferralGraph.from_market(yesterday).with_vertices(market=today)
    assert parts(moved) == parts(aril.ReferralGraph.from_market(today))
    assert parts(moved.with_vertices("di")) == parts(aril.ReferralGraph.from_market(today).with_vertices("di"))  # and stays moved


@pytest.mark.parametrize("answers", [[True, False], [False, True]])
def test_consent_that_is_stated_both_ways_is_a_problem_and_no(answers):
    shared = {
        "people": {"id": ["a", "b"]},
        "memberships": {"person": ["a", "b"], "kind": "group", "of": "choir"},
        "consents": {"person": ["a", "a"], "kind": "same_group", "consent": answers},
    }
    rules = [aril.DerivationRule("same_group", "same_group", 0.5)]
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph.from_tables(shared, rules=rules)
    failure = raised.value
    assert (failure.code, failure.file, failure.row, failure.field) == ("contradiction", "consents", 1, "consent")
    graph = aril.ReferralGraph.from_tables(shared, rules=rules, lenient=True)
    assert len(graph.problems) == 1 and not graph.links()["consent"].any()


def test_a_derived_link_taken_away_by_hand_is_named_by_what_would_derive_it_again():
    shared = {"people": {"id": list("abc")}, "memberships": {"person": list("abc"), "kind": "group", "of": "choir"}}
    graph = aril.ReferralGraph.from_tables(shared, rules=[aril.DerivationRule("same_group", "same_group", 0.5)])
    less = graph.with_links(taken={"from": ["a"], "to": ["b"], "strength": 0.5, "kind": "same_group"})
    with pytest.raises(aril.Error, match="its rules derive.*none from 'a' to 'b' of kind same_group and strength 0.5"):
        less.with_vertices(taken="c")


def test_links_are_derived_once(district, community, tables):
    again = district.with_derived_links()
    assert again.link_count == district.link_count and parts(again) == parts(district)
    assert parts(again.with_derived_links(aril.standard_derivation_rules()[:2])) == parts(district)
    weaker = aril.DerivationRule("same_grid", "same_grid", 0.1, most_links=5)
    others = [rule for rule in aril.standard_derivation_rules() if rule.basis != "same_grid"]
    afresh = aril.ReferralGraph.from_market(community, tables, rules=[*others, weaker])
    replaced = district.with_derived_links([weaker, weaker])
    assert parts(replaced) == parts(afresh) and parts(replaced.with_derived_links()) == parts(district)
    grids = sorted({home for home in community.table("residents")["home"] if home})[:2]
    assert again.merge_sets("grid", *grids).link_count == district.merge_sets("grid", *grids).link_count


def test_rules_are_declared():
    rules = aril.standard_derivation_rules()
    assert [(rule.basis, rule.strength, rule.most_links) for rule in rules] == [
        ("same_grid", 0.3, 64), ("same_employer", 0.6, 64), ("same_group", 0.5, 64), ("building_head", 0.8, 64),
    ]  # fmt: skip
    members = [{"person": id, "kind": "group", "of": "choir"} for id in "abc"]
    tables = {"people": {"id": list("abc")}, "memberships": members}
    choir = aril.ReferralGraph.from_tables(tables, rules=[aril.DerivationRule("same_group", "friend", "0.125", most_links=1)])
    links = choir.links()
    assert (links["from"].tolist(), links["to"].tolist(), links["strength"].tolist()) == ([0, 1, 2], [1, 0, 0], [8192] * 3)
    assert links["kind"].tolist() == ["friend"] * 3 and not links["consent"].any()


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"basis": "same_song"}, "basis", "unknown_word"),
        ({"basis": 3}, "basis", "unknown_word"),
        ({"kind": "pal"}, "kind", "unknown_word"),
        ({"kind": "works_at"}, "kind", "contradiction"),
        ({"strength": 1.5}, "strength", "out_of_range"),
        ({"strength": "much"}, "strength", "malformed"),
        ({"strength": None}, "strength", "missing_value"),
        ({"most_links": -1}, "most_links", "invalid_option"),
        ({"most_links": 2.5}, "most_links", "invalid_option"),
        ({"most_links": True}, "most_links", "invalid_option"),
    ],
)
def test_a_rule_is_checked_as_it_is_made(wrong, field, code):
    with pytest.raises(aril.Error) as raised:
        aril.DerivationRule(**({"basis": "same_group", "kind": "friend", "strength": 0.5} | wrong))
    (problem,) = raised.value.problems
    assert (problem.field, problem.code) == (field, code) and problem.expected and problem.found


# Measures


def test_measures_take_a_graph(district):
    for measure in (aril.embeddedness, aril.adamic_adar, aril.burt_constraint):
        assert np.array_equal(measure(district), measure(district.contacts), equal_nan=True)
    assert np.array_equal(aril.page_rank(district, district.rows(["R000042"]))[0], aril.page_rank(district.link_rows, [district.row("R000042")])[0])
    assert len(district.contacts) == len(district) and len(district.contact_strengths) == len(district.contacts.columns)
    report = aril.tie_report(district, district.contact_strengths, [30000], [(0, 1, True)])
    assert [kind.links > 0 for kind in report.kinds] == [True, True] and report.referred == 1


def test_measures_take_ids_and_rows_alike(small, district):
    ids, rows = ["ann", "cy"], small.rows(["ann", "cy"])
    for measure in (
        lambda ends: aril.page_rank(small, ends)[0],
        lambda ends: aril.page_rank_direct(small, ends),
        lambda ends: aril.page_rank_push(small, ends).ranks,
        lambda ends: aril.common_neighbour_counts(small, ends, ends[::-1]),
        lambda ends: aril.adamic_adar(small, ends, ends[::-1]),
    ):
        assert measure(ids).tobytes() == measure(rows).tobytes() == measure(rows.tolist()).tobytes()
    assert aril.page_rank(small, "ann")[0].tobytes() == aril.page_rank(small, 0)[0].tobytes()
    by_id = [("ann", "mill", True, "bo"), ("cy", "mill", False), ("ann", "shop", True, None)]
    by_row = [(0, 3, True, 1), (2, 3, False), (0, 4, True, None)]
    reports = [aril.tie_report(small, small.contact_strengths, [20000], given) for given in (by_id, by_row)]
    assert reports[0] == reports[1] and sum(kind.carried for kind in reports[0].kinds) == 1
    numbers = aril.ReferralGraph([1, 2, 3], {"from": ["1"], "to": ["2"], "strength": 1})
    assert aril.page_rank(numbers, ["1"])[0].tobytes() == aril.page_rank(numbers, np.array([0], np.uint32))[0].tobytes()
    for wrong, code in (
        (lambda: aril.page_rank(numbers, [1]), "invalid_option"),
        (lambda: aril.tie_report(numbers, numbers.contact_strengths, [5], [(1, 2, True)]), "invalid_option"),
        (lambda: aril.page_rank(small, ["zoe"]), "unknown_id"),
        (lambda: aril.page_rank(small, [99]), "unknown_id"),
        (lambda: aril.page_rank(small.link_rows, ["ann"]), "malformed"),
    ):
        with pytest.raises(aril.Error) as raised:
            wrong()
        assert raised.value.code == code


def test_constraint_weighs_by_the_strengths_of_a_graph(small):
    constraint = aril.burt_constraint(small, small.contact_strengths)
    assert np.isfinite(constraint).all() and constraint[small.row("shop")] == 1
    nothing = aril.ReferralGraph(["a", "b", "c"], {"from": [0], "to": [1], "strength": 0})
    assert np.isnan(aril.burt_constraint(nothing, nothing.contact_strengths)).all()
