"""Bad input to referral graphs is named with its place, all of it; lenient keeps the rest."""

import datetime

import numpy as np
import pytest
from referral_cases import LINKS, VERTICES, parts

import aril


@pytest.fixture(scope="module")
def small():
    return aril.ReferralGraph(VERTICES, LINKS)


@pytest.mark.parametrize(
    ("wrong", "code", "file", "row", "field"),
    [
        (lambda: aril.ReferralGraph(["a"], {"from": ["a"], "to": ["b"], "strength": [1]}), "dangling_reference", "links", 0, "to"),
        (lambda: aril.ReferralGraph(["a"], {"from": [0], "to": [1], "strength": [1]}), "out_of_range", "links", 0, "to"),
        (lambda: aril.ReferralGraph(["a"], {"from": [0], "to": [-1], "strength": [1]}), "out_of_range", "links", 0, "to"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": [1.5]}), "out_of_range", "links", 0, "strength"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": ["-1"]}), "out_of_range", "links", 0, "strength"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": [None]}), "missing_value", "links", 0, "strength"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": [float("nan")]}), "missing_value", "links", 0, "strength"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1]}), "missing_column", "links", None, "strength"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0, 0], "to": [1], "strength": 1}), "shape_mismatch", "links", None, "to"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": 1, "kind": ["pal"]}), "unknown_word", "links", 0, "kind"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": 1, "since": ["May"]}), "malformed", "links", 0, "since"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": 1, "consent": ["so"]}), "malformed", "links", 0, "consent"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "weight": 1}), "unknown_column", "links", None, "weight"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [0], "strength": 1}), "cycle", "links", 0, "to"),
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": 1, "kind": "works_at"}), "contradiction", "links", 0, "to"),
        (lambda: aril.ReferralGraph(["a", "a"]), "duplicate_id", "vertices", 1, "id"),
        (lambda: aril.ReferralGraph({"id": ["a"], "kind": ["boss"]}), "unknown_word", "vertices", 0, "kind"),
        (lambda: aril.ReferralGraph.from_tables({"folk": {}}), "unknown_table", "", None, "folk"),
        (
            lambda: aril.ReferralGraph.from_tables({"people": {"id": ["a"]}, "links": {"from": ["a"], "to": ["b"], "strength": [1]}}),
            "dangling_reference", "links", 0, "to",
        ),
        (
            lambda: aril.ReferralGraph.from_tables({"people": {"id": ["a"]}, "memberships": {"person": ["z"], "kind": ["group"], "of": ["x"]}}),
            "dangling_reference", "memberships", 0, "person",
        ),
        (lambda: aril.ReferralGraph.from_csv("/nowhere"), "file_not_readable", "/nowhere", None, ""),
        (lambda: aril.ReferralGraph(["a"]).with_derived_links(), "invalid_option", "", None, "graph"),
        (lambda: aril.ReferralGraph.from_tables({}, rules=[aril.DerivationRule("same_song", "friend", 1)]), "unknown_word", "rules", None, "basis"),
    ],
)  # fmt: skip
def test_bad_input_is_named_with_its_place(wrong, code, file, row, field):
    with pytest.raises(aril.Error) as raised:
        wrong()
    error = raised.value
    assert (error.code, error.file) == (code, file), str(error)
    assert row is None or error.row == row, str(error)
    assert field is None or error.field == field, str(error)


def choir_graph():
    return aril.ReferralGraph.from_tables(
        {"people": {"id": ["ann", "bo"]}, "memberships": {"person": ["ann", "bo"], "kind": "group", "of": ["choir", "band"]}}
    )


@pytest.mark.parametrize(
    ("wrong", "nearest"),
    [
        (lambda: aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": 1, "kind": "freind"}), "friend"),
        (lambda: aril.ReferralGraph.from_tables({"links": {"from": ["a"], "to": ["b"], "strength": 1, "kind": ["freind"]}}), "friend"),
        (lambda: aril.ReferralGraph({"id": ["a"], "kind": ["employr"]}), "employer"),
        (lambda: aril.ReferralGraph.from_tables({"people": {"id": ["a"], "kind": ["employr"]}}), "employer"),
        (lambda: aril.ReferralGraph.from_tables({"person": {}}), "people"),
        (lambda: aril.ReferralGraph({"id": ["a"], "knd": ["employer"]}), "kind"),
        (lambda: aril.ReferralGraph.from_tables({}, rules=[aril.DerivationRule("same_gird", "same_grid", 1)]), "same_grid"),
        (lambda: aril.ReferralGraph.from_tables({}, rules=[aril.DerivationRule("same_grid", "same_gird", 1)]), "same_grid"),
        (lambda: aril.ReferralGraph(["mill", "shop"]).row("shap"), "shop"),
        (lambda: aril.ReferralGraph(["mill", "shop"], {"from": ["mill"], "to": ["shap"], "strength": [1]}), "shop"),
        (lambda: aril.ReferralGraph.from_tables({"people": {"id": ["mill", "shop"]}, "links": {"from": ["mill"], "to": ["shap"], "strength": [1]}}), "shop"),
        (lambda: choir_graph().merge_sets("gird", "a", "b"), "grid"),
        (lambda: choir_graph().merge_sets("group", "chior", "band"), "choir"),
    ],
)
def test_a_misspelt_word_gets_the_nearest_known_one(wrong, nearest):
    with pytest.raises(aril.Error) as raised:
        wrong()
    assert f"'{nearest}'" in raised.value.problems[0].expected, str(raised.value)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda graph: graph.introductions("ann", "nobody"), "unknown_id"),
        (lambda graph: graph.introductions("ann", 99), "unknown_id"),
        (lambda graph: graph.introductions("mill", "mill"), "out_of_range"),
        (lambda graph: graph.introductions("ann", "bo"), "out_of_range"),
        (lambda graph: graph.introductions("ann", "mill", k=0), "invalid_option"),
        (lambda graph: graph.introductions("ann", "mill", hops=0), "invalid_option"),
        (lambda graph: graph.introductions_of(["ann", "bo"], ["mill"]), "shape_mismatch"),
        (lambda graph: graph.introductions_of(["ann"], ["ann"]), "out_of_range"),
        (lambda graph: graph.introductions("ann", "mill")[0].sentence("fr"), "unknown_word"),
        (lambda graph: graph.with_links({"from": ["ann"], "to": ["ann"], "strength": 1}), "cycle"),
        (lambda graph: graph.with_links(taken={"from": ["ann"], "to": ["mill"], "strength": 1}), "unknown_id"),
        (lambda graph: graph.with_vertices(["ann"]), "duplicate_id"),
        (lambda graph: graph.with_vertices(taken=["zoe"]), "unknown_id"),
        (lambda graph: aril.plan_introductions(graph.introductions_of(["ann"], ["mill"]), 0), "invalid_option"),
    ],
)
def test_wrong_questions_are_errors(small, wrong, code):
    with pytest.raises(aril.Error) as raised:
        wrong(small)
    assert raised.value.code == code, str(raised.value)


def test_lenient_keeps_what_is_good():
    links = {"from": [0, 1, 1], "to": [1, 1, 2], "strength": 1, "consent": True}
    graph = aril.ReferralGraph({"id": ["a", "b", "m"], "kind": [None, None, "employer"]}, links, lenient=True)
    assert [problem.code for problem in graph.problems] == ["cycle"] and graph.link_count == 2
    tables = {"people": {"id": ["a", "b"]}, "links": {"from": ["a", "a"], "to": ["b", "c"], "strength": [1, 1]}}
    kept = aril.ReferralGraph.from_tables(tables, lenient=True)
    assert kept.link_count == 1 and [(problem.file, problem.row) for problem in kept.problems] == [("links", 1)]


BAD = {
    "from": ["ann", "zoe", "ann", "ann", "bo", "ann", "bo", "bo"],
    "to": ["bo", "bo", "bo", "bo", "bo", "mill", "mill", "ann"],
    "strength": [0.5, 0.5, 1.5, None, 1, "half", 1, 1],
    "kind": ["friend", "friend", "friend", "freind", "friend", "works_at", "works_at", "works_at"],
    "since": [None, None, None, "May", None, None, "2020-01-01", None],
    "consent": [True, True, True, "so", True, True, True, True],
}
BAD_VERTICES = {"id": ["ann", "bo", "mill", "cy", "ann"], "kind": ["resident", "resident", "employer", "boss", "resident"]}
BAD_PLACES = [
    ("vertices", 3, "kind", "unknown_word"), ("vertices", 4, "id", "duplicate_id"), ("links", 1, "from", "dangling_reference"),
    ("links", 2, "strength", "out_of_range"), ("links", 3, "strength", "missing_value"), ("links", 3, "kind", "unknown_word"),
    ("links", 3, "since", "malformed"), ("links", 3, "consent", "malformed"), ("links", 4, "to", "cycle"), ("links", 5, "strength", "malformed"),
    ("links", 7, "to", "contradiction"),
]  # fmt: skip


def places_of(problems):
    return [(problem.file, problem.row, problem.field, problem.code) for problem in problems]


def test_lenient_keeps_the_good_rows_and_names_all_bad_ones():
    graph = aril.ReferralGraph(BAD_VERTICES, BAD, lenient=True)
    assert places_of(graph.problems) == BAD_PLACES
    assert all(problem.message.startswith(f"{problem.file}[{problem.row}]: {problem.field}: expected ") for problem in graph.problems)
    links = graph.links()
    assert graph.ids.tolist() == ["ann", "bo", "mill"] and links["from"].tolist() == [0, 1] and links["to"].tolist() == [1, 2]
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph(BAD_VERTICES, BAD)
    assert places_of(raised.value.problems) == BAD_PLACES and raised.value.row == 3


def test_lenient_reading_of_tables_keeps_and_names_the_same():
    good = {name: values[:3] for name, values in BAD_VERTICES.items()}
    graph = aril.ReferralGraph(good, BAD, lenient=True)
    read = aril.ReferralGraph.from_tables({"people": good, "links": BAD}, lenient=True)
    assert parts(graph) == parts(read)
    assert {problem.row for problem in graph.problems} == {problem.row for problem in read.problems} == {1, 2, 3, 4, 5, 7}


def test_one_wrong_value_for_all_leaves_all_out_and_is_told_once():
    for column, value, code in (("strength", 7, "out_of_range"), ("kind", "freind", "unknown_word"), ("consent", "so", "malformed")):
        links = {"from": [0, 1], "to": [1, 0], "strength": 1} | {column: value}
        graph = aril.ReferralGraph(["a", "b"], links, lenient=True)
        assert places_of(graph.problems) == [("links", None, column, code)] and graph.link_count == 0


def test_changes_name_all_that_is_wrong_with_its_place(small):
    for wrong, expected in (
        ({"from": ["ann", "zoe", "bo"], "to": ["bo", "bo", "nobody"], "strength": [1, 2, 1]}, [
            ("added", 1, "from", "dangling_reference"), ("added", 1, "strength", "out_of_range"), ("added", 2, "to", "dangling_reference")]),
        ({"from": ["ann", "ann", "bo"], "to": ["bo", "ann", "ann"], "strength": 1, "kind": [None, None, "works_at"]}, [
            ("added", 1, "to", "cycle"), ("added", 2, "to", "contradiction")]),
    ):  # fmt: skip
        with pytest.raises(aril.Error) as raised:
            small.with_links(wrong)
        assert sorted(places_of(raised.value.problems)) == sorted(expected)
    with pytest.raises(aril.Error) as raised:
        small.with_vertices(["new", "ann", "bo"])
    assert places_of(raised.value.problems) == [("added", 1, "id", "duplicate_id"), ("added", 2, "id", "duplicate_id")]


def test_one_value_stands_for_all_rows_of_a_table(small):
    links = {"from": "ann", "to": ["bo", "cy"], "strength": 0.5, "kind": "friend", "consent": True, "since": datetime.date(2020, 1, 1)}
    people = {"id": ["ann", "bo", "cy"], "kind": "resident"}
    graphs = aril.ReferralGraph(people, links), aril.ReferralGraph.from_tables({"people": people, "links": links})
    assert parts(graphs[0]) == parts(graphs[1]) and graphs[0].links()["strength"].tolist() == [32768, 32768]
    assert aril.ReferralGraph(people, {"from": "ann", "to": "bo", "strength": 1}).link_count == 1
    tiny = [aril.ReferralGraph.from_tables({"people": people, "links": links | {"strength": one}}) for one in (1e-05, [1e-05, 1.0], np.float32(0.1))]
    assert [graph.links()["strength"].tolist() for graph in tiny] == [[1, 1], [1, 65535], [6554, 6554]]


def test_what_is_missing_is_said_plainly():
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph(list("ab"), {"from": [0], "to": [1]})
    assert str(raised.value) == (
        "links: strength: expected a column of this name: numbers of 0..1, or one for all, found none; no row is read [missing_column]"
    )
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph(list("ab"), {"from": [0], "to": [1], "strength": [None]})
    assert str(raised.value).startswith("links[0]: strength: expected a strength that is stated, a number of 0..1, or, as stored, 0..65,535 in")


def test_an_id_that_reads_as_a_row_is_given_as_text():
    graph = aril.ReferralGraph({"id": ["1", "2"], "kind": ["resident", "employer"]}, {"from": ["1"], "to": ["2"], "strength": 1, "consent": True})
    assert len(graph.introductions("1", "2")) == len(graph.introductions(np.uint32(0), np.uint32(1))) == 1
    with pytest.raises(aril.Error) as raised:
        graph.introductions(1, "2")
    assert raised.value.code == "invalid_option"


def test_an_int_that_could_be_an_id_as_well_as_a_place_is_an_error():
    vertices = {"id": [1, 2, 3]}
    with pytest.raises(aril.Error) as caught:
        aril.ReferralGraph(vertices, {"from": [1], "to": [2], "strength": [0.5]})
    assert caught.value.code == "invalid_option"
    by_id = aril.ReferralGraph(vertices, {"from": ["1"], "to": ["2"], "strength": [0.5]})
    by_place = aril.ReferralGraph(vertices, {"from": np.array([0], np.uint32), "to": np.array([1], np.uint32), "strength": [0.5]})
    assert by_id.links()["from"].tolist() == by_place.links()["from"].tolist() == [0]
    assert by_id.links()["to"].tolist() == by_place.links()["to"].tolist() == [1]


def test_every_unknown_id_of_a_batch_is_named_with_its_row(small):
    with pytest.raises(aril.Error) as raised:
        small.introductions_of(["ann", "oops", "bo", "eek"], ["shop"] * 4)
    assert [(problem.file, problem.row, problem.found) for problem in raised.value.problems] == [
        ("persons", 1, "'oops'"),
        ("persons", 3, "'eek'"),
    ]
