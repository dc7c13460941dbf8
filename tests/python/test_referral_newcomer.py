"""What somebody new to referral graphs tries first: one id for a list, another market's strengths, misnamed files, wrong kinds of things."""

import importlib.util

import numpy as np
import pytest

import aril

EMPLOYED = {"id": ["ann", "bo", "mill"], "kind": ["resident", "resident", "employer"]}
CHOIRS = {
    "people": {"id": ["ann", "bo", "cy"]},
    "memberships": {"person": ["ann", "bo", "cy"], "kind": "group", "of": ["choirA", "choirB", "choirC"]},
}


def employed():
    links = {"from": ["ann", "bo"], "to": ["mill", "mill"], "strength": [0.5, 1], "kind": "works_at", "consent": True}
    return aril.ReferralGraph(EMPLOYED, links)


def failure_of(wrong):
    with pytest.raises(aril.Error) as raised:
        wrong()
    return raised.value


def test_one_text_is_one_id():
    assert aril.ReferralGraph("ab").ids.tolist() == ["ab"]
    assert employed().with_vertices("xyz", taken="bo").ids.tolist() == ["ann", "mill", "xyz"]
    for wrong in (b"ab", 5, None):
        assert failure_of(lambda wrong=wrong: aril.ReferralGraph(wrong)).code == "malformed"


def market_of(residents):
    return aril.Market.from_tables({"residents": {"id": residents}, "employers": {"id": ["mill"]}})


def test_strengths_of_a_market_with_other_ids_are_refused():
    strengths = employed().strengths(market_of(["ann", "bo"]))
    assert strengths.shape == (2, 1)
    for same in (strengths.market, market_of(["bo", "ann"])):
        aril.Ranker(same, "2026-06-03", sparse={"referral": strengths})
    failure = failure_of(lambda: aril.Ranker(market_of(["cy", "di"]), "2026-06-03", sparse={"referral": strengths}))
    assert (failure.code, failure.field) == ("invalid_option", "sparse.referral") and "graph.strengths(market)" in str(failure)


def test_a_title_in_one_language_stays_in_one(tmp_path):
    graph = aril.ReferralGraph({"id": ["ann", "bo"], "title_en": ["Ann", None], "title_zh": [None, "宝"]})
    assert (graph.vertices()["title_en"], graph.vertices()["title_zh"]) == (["Ann", ""], ["", "宝"])
    graph.to_csv(tmp_path / "0")
    again = [aril.ReferralGraph(graph.vertices(), graph.to_pandas()), aril.ReferralGraph.from_csv(tmp_path / "0")]
    for library in ("networkx", "igraph"):
        if importlib.util.find_spec(library):
            again.append(getattr(aril.ReferralGraph, f"from_{library}")(getattr(graph, f"to_{library}")()))
    for number, one in enumerate(again, 1):
        one.to_csv(tmp_path / str(number))
        assert (tmp_path / str(number) / "people.csv").read_bytes() == (tmp_path / "0" / "people.csv").read_bytes()


def test_a_misnamed_file_is_reported(tmp_path, community):
    employed().to_csv(tmp_path)
    (tmp_path / "links.csv").rename(tmp_path / "link.csv")
    failure = failure_of(lambda: aril.ReferralGraph.from_csv(tmp_path))
    assert (failure.code, failure.file) == ("unknown_file", "link.csv") and "perhaps links.csv" in str(failure)
    kept = aril.ReferralGraph.from_csv(tmp_path, lenient=True)
    assert len(kept) == 3 and [problem.code for problem in kept.problems] == ["unknown_file"]
    (tmp_path / "people.csv").unlink()
    alone = failure_of(lambda: aril.ReferralGraph.from_csv(tmp_path))
    assert [problem.code for problem in alone.problems] == ["file_not_readable", "unknown_file"]


def test_a_markets_files_may_lie_beside(tmp_path, community):
    community.to_csv(tmp_path)  # every file of a market
    employed().to_csv(tmp_path)
    assert aril.ReferralGraph.from_csv(tmp_path) == employed()


def test_a_term_that_was_not_handed_over_is_named(community):
    weights = {"skills": 1, "referral": 1}
    for given in ({"weights": weights}, {"weights": weights, "employer_weights": weights}, {"policy": {"weights": {"resident": weights, "employer": weights}}}):
        failure = failure_of(lambda given=given: aril.Ranker(community, "2026-06-03", **given))
        assert failure.code == "unknown_term" and "no sparse term of this name was handed over" in str(failure)
    failure = failure_of(lambda: aril.Ranker(community, "2026-06-03", sparse={"referral": employed()}))
    assert failure.code == "malformed" and "graph.strengths(market)" in str(failure)


def test_strengths_come_back_as_they_went_in(tmp_path):
    numbers = [0.5, 0.25, 0.1, 0.3, 0.6, 0.8, 0.9, 0.05, 1, 0]
    graph = aril.ReferralGraph(["a", "b"], {"from": "a", "to": ["b"] * len(numbers), "strength": numbers})
    assert sorted(graph.to_pandas()["strength"]) == sorted(numbers)
    graph.to_csv(tmp_path)
    assert "a,b,other,0.5,,no\n" in (tmp_path / "links.csv").read_text()
    texts = aril._aril.strength_texts(np.arange(65536, dtype=np.uint16))
    assert aril._aril.parsed_strengths(texts)[0].tolist() == list(range(65536)) and max(map(len, texts)) == 7
    for text in texts[1:-1:97]:  # no shorter one reads as the same
        shorter = [f"{tenths / 10 ** (len(text) - 3):.{len(text) - 3}f}" for tenths in (int(text[2:-1] or 0), int(text[2:-1] or 0) + 1)]
        assert set(aril._aril.parsed_strengths(shorter)[0].tolist()).isdisjoint(aril._aril.parsed_strengths([text])[0].tolist())


def test_what_a_limit_costs_is_not_the_solvers_gap():
    people = {"id": ["a", "b", "c", "w", "mill"], "kind": ["resident", "resident", "resident", "grid_worker", "employer"]}
    links = {"from": ["a", "b", "c", "w"], "to": ["w", "w", "w", "mill"], "strength": [1, 0.5, 0.25, 1], "consent": True}
    graph = aril.ReferralGraph(people, links)
    chains = graph.introductions_of(["a", "a", "b", "c"], "mill")
    best = [chains[pair][0].strength for pair in (0, 2, 3)]
    assert len(set(best)) == 3 and best[0] == max(best)
    plan = aril.plan_introductions(chains, 1)
    assert len(plan) == 1 and plan.bound == plan.worth == best[0]
    free = aril.plan_introductions(chains, len(chains))
    assert plan.worth_without_limit == free.worth_without_limit == free.worth == sum(best)
    assert aril.plan_introductions(graph.introductions_of([], [])).worth_without_limit == 0


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (lambda graph, other: aril.ReferralGraph.from_networkx("x"), "malformed", "graph"),
        (lambda graph, other: aril.ReferralGraph.from_igraph(other), "malformed", "graph"),
        (lambda graph, other: aril.page_rank(other, [0]), "malformed", "rows"),
        (lambda graph, other: aril.page_rank_push(other, [0]), "malformed", "rows"),
        (lambda graph, other: aril.embeddedness(other), "malformed", "rows"),
        (lambda graph, other: graph.strengths(graph), "malformed", "market"),
        (lambda graph, other: aril.ReferralGraph.from_market(graph), "malformed", "market"),
        (lambda graph, other: graph.with_derived_links([("same_group", "friend", 1)]), "malformed", ""),
        (lambda graph, other: graph.with_derived_links("same_group"), "malformed", ""),
        (lambda graph, other: aril.tie_report(graph, graph.contact_strengths, [1], [("ann", "mill")]), "malformed", ""),
    ],
)
def test_the_wrong_kind_of_thing_is_an_error(wrong, code, field):
    failure = failure_of(lambda: wrong(employed(), pytest.importorskip("networkx").path_graph(3)))
    assert (failure.code, failure.field) == (code, field), str(failure)


def test_one_rule_is_a_list_of_one():
    rule = aril.DerivationRule("same_group", "friend", 1)
    graph = aril.ReferralGraph.from_tables(CHOIRS).merge_sets("group", "choirA", "choirB")
    assert graph.with_derived_links(rule) == graph.with_derived_links([rule]) and graph.with_derived_links(rule).link_count == 2


def test_a_message_names_the_rows_that_are_meant():
    failure = failure_of(lambda: aril.ReferralGraph(["a", "b"], {"from": ["a", "a"], "to": "b", "strength": 1, "consent": "Yes"}))
    assert "found Yes, for all rows" in str(failure)
    assert "found 'a' again; row 0 stays" in str(failure_of(lambda: aril.ReferralGraph(["a", "a"])))
    failure = failure_of(lambda: aril.ReferralGraph.from_tables({"people": {"id": ["z", "a", "a"]}}))
    assert failure.row == 2 and "row 1 stays" in str(failure) and "row 1 stays" in failure.problems[0].found


def test_a_hint_is_near_and_another_word():
    merged = aril.ReferralGraph.from_tables(CHOIRS).merge_sets("group", "choirA", "choirB")
    failure = failure_of(lambda: merged.merge_sets("group", "choirA", "choirB"))
    assert "perhaps 'choirA'" in str(failure) and "merged into another" in str(failure)
    for wrong in (
        lambda: aril.ReferralGraph(["e0", "e1"]).row("px"),
        lambda: aril.ReferralGraph(["e0", "e1"], {"from": ["px"], "to": ["e1"], "strength": 1}),
        lambda: aril.ReferralGraph.from_tables({"people": {"id": ["e0", "e1"]}, "links": {"from": ["px"], "to": ["e1"], "strength": 1}}),
    ):
        assert "perhaps" not in str(failure_of(wrong))


def test_merging_after_files_says_that_they_had_no_memberships(tmp_path):
    aril.ReferralGraph.from_tables(CHOIRS).to_csv(tmp_path)
    failure = failure_of(lambda: aril.ReferralGraph.from_csv(tmp_path).merge_sets("group", "choirA", "choirB"))
    assert failure.code == "unknown_id" and "no memberships" in str(failure)


def test_graphs_are_compared_by_what_is_in_them(tmp_path):
    graph = employed()
    graph.to_csv(tmp_path)
    again = aril.ReferralGraph.from_csv(tmp_path)
    assert graph == again and len({graph, again}) == 1 and graph != aril.ReferralGraph("ann") and graph != "graph"
    other = graph.with_links({"from": "ann", "to": ["bo"], "strength": 1}).with_links(taken={"from": ["ann"], "to": ["mill"], "strength": 0.5, "kind": "works_at", "consent": True})
    assert other.link_count == graph.link_count and other != graph


def test_one_employer_is_for_all_persons():
    graph = employed()
    for lists in (graph.introductions_of(["ann", "bo"], "mill"), graph.introductions_of(["ann", "bo"], graph.row("mill"))):
        assert [chains[0].person for chains in lists] == ["ann", "bo"]
    assert [chains[0].employer for chains in graph.introductions_of("ann", ["mill", "mill"])] == ["mill", "mill"]
    assert failure_of(lambda: graph.introductions_of(["ann"], ["mill", "mill"])).code == "shape_mismatch"


def test_pushed_ranks_show_themselves_in_a_line():
    assert repr(aril.page_rank_push(employed(), ["ann", "bo"])) == "<aril.PushedRanks: 2 seeds, 4 ranks>"
