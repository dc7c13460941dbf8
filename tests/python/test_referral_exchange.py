"""Referral graphs from tables, arrays, files and other packages, and back."""

import numpy as np
import pytest
from oracle.random_graphs import random_graph
from referral_cases import LINKS, VERTICES, array_bytes, parts
from test_referral_oracle import graph_of

import aril


def test_tables_arrays_and_files_give_the_same_graph(small, tmp_path):
    people = [dict(zip(VERTICES, row, strict=True)) for row in zip(*VERTICES.values(), strict=True)]
    assert parts(aril.ReferralGraph.from_tables({"people": people, "links": LINKS})) == parts(small)
    places = {id: place for place, id in enumerate(VERTICES["id"])}
    arrays = {
        "from": np.array([places[id] for id in LINKS["from"]]),
        "to": np.array([places[id] for id in LINKS["to"]], np.uint32),
        "strength": np.array([32768, 65535, 16384, 65535, 65535], np.uint16),
        "kind": LINKS["kind"],
        "since": np.array(["NaT", "2020-01-31", "2021-02-03", "NaT", "NaT"], "datetime64[s]"),
        "consent": np.array([1, 1, 1, 1, 0], bool),
    }
    assert parts(aril.ReferralGraph(VERTICES, arrays)) == parts(small)
    assert parts(aril.ReferralGraph(small.vertices(), small.links())) == parts(small)
    (tmp_path / "people.csv").write_text("id,title_en,title_zh,kind\nann,Ann,安,\nbo,Bo,,grid_worker\ncy,,,\n", encoding="utf-8")
    (tmp_path / "links.csv").write_text(
        "from,to,kind,strength,since,consent\nann,bo,grid_worker,0.5,,yes\nbo,mill,business_contact,1,2020-01-31,yes\n"
        "ann,cy,friend,0.25,2021-02-03,yes\ncy,mill,works_at,1,,yes\ncy,shop,,1,,\n"
    )
    market = aril.Market.from_tables({"employers": {"id": ["mill", "shop"], "title_en": ["The Mill", None], "title_zh": ["面粉厂", None]}})
    assert parts(aril.ReferralGraph.from_csv(tmp_path, market)) == parts(small)


def test_a_graph_written_and_read_again_is_the_same(district, small, community, tmp_path):
    pandas = pytest.importorskip("pandas")
    for number, graph in enumerate((small, district, aril.ReferralGraph(), *(graph_of(random_graph(seed)) for seed in range(20)))):
        folder = tmp_path / str(number)
        graph.to_csv(folder)
        assert array_bytes(aril.ReferralGraph.from_csv(folder)) == array_bytes(graph)
        frame = graph.to_pandas()
        assert array_bytes(aril.ReferralGraph(graph.vertices(), frame)) == array_bytes(graph)
        assert array_bytes(aril.ReferralGraph.from_tables({"people": graph.vertices(), "links": frame})) == array_bytes(graph)
        frame.to_csv(tmp_path / "frame.csv", index=False)
        again = pandas.read_csv(tmp_path / "frame.csv", dtype={"from": str, "to": str}, keep_default_na=False)
        assert array_bytes(aril.ReferralGraph(graph.vertices(), again)) == array_bytes(graph)
    assert array_bytes(aril.ReferralGraph.from_csv(tmp_path / "1", community)) == array_bytes(district)
    with pytest.raises(aril.Error) as raised:
        small.to_csv(tmp_path / "0" / "links.csv")
    assert raised.value.code == "file_not_writable"


def test_every_strength_survives_its_decimal():
    stored = np.arange(65536, dtype=np.uint16)
    graph = aril.ReferralGraph(["a", "b"], {"from": "a", "to": np.ones(65536, np.uint32), "strength": stored})
    assert array_bytes(aril.ReferralGraph(["a", "b"], graph.to_pandas())) == array_bytes(graph)


def test_rows_and_stored_strengths_are_not_taken_for_something_else(small):
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph.from_tables({"people": small.vertices(), "links": small.links()})
    assert (raised.value.code, raised.value.field) == ("invalid_option", "from") and "to_pandas()" in str(raised.value)
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph(["a", "b"], {"from": [0], "to": [1], "strength": [32768]})
    assert raised.value.code == "out_of_range" and "numpy.uint16" in str(raised.value)
    stored = {"from": ["ann"], "to": ["bo"], "strength": np.array([32768], np.uint16)}
    assert aril.ReferralGraph.from_tables({"people": {"id": ["ann", "bo"]}, "links": stored}).links()["strength"].tolist() == [32768]


def test_vertices_may_be_ids_alone_and_links_may_be_none():
    graph = aril.ReferralGraph(["b", "a"])
    assert (len(graph), graph.link_count, graph.ids.tolist()) == (2, 0, ["a", "b"])
    assert graph.vertices()["kind"].tolist() == ["resident"] * 2 and "2 people" in repr(graph)
    linked = aril.ReferralGraph([7, 10], {"from": [0], "to": [1], "strength": np.float32(0.1)})
    assert linked.ids.tolist() == ["10", "7"] and linked.links()["from"].tolist() == [1]
    assert linked.links()["strength"].tolist() == [6554] and linked.row("7") == 1


def test_networkx_and_igraph_give_the_same_graph_back():
    pytest.importorskip("networkx")
    pytest.importorskip("igraph")
    for seed in range(50):
        graph = graph_of(random_graph(seed))
        assert parts(aril.ReferralGraph.from_networkx(graph.to_networkx())) == parts(graph), seed
        assert parts(aril.ReferralGraph.from_igraph(graph.to_igraph())) == parts(graph), seed


def test_graphs_of_others_bring_their_weights_and_both_directions():
    networkx, igraph = pytest.importorskip("networkx"), pytest.importorskip("igraph")
    friends = networkx.Graph()
    friends.add_node("mill", kind="employer")
    friends.add_edge("ann", "bo", weight=0.5, consent=True)
    friends.add_edge("bo", "mill", weight=1, consent=True, kind="works_at", since="2020-01-01")
    graph = aril.ReferralGraph.from_networkx(friends, strength="weight")
    assert graph.link_count == 3 and [chain.strength for chain in graph.introductions("ann", "mill")] == [32767]
    numbered = igraph.Graph(3, [(0, 1), (1, 2)], vertex_attrs={"kind": ["resident", "resident", "employer"]})
    numbered.es["strength"], numbered.es["consent"] = 1.0, True
    assert aril.ReferralGraph.from_igraph(numbered).introductions("0", "2")[0].introducers == ("1",)
    with pytest.raises(aril.Error) as raised:
        aril.ReferralGraph.from_networkx(friends)
    assert (raised.value.code, raised.value.file, raised.value.field, raised.value.row) == ("missing_value", "links", "strength", 0)


def test_one_strength_for_all_edges_that_have_none():
    networkx = pytest.importorskip("networkx")
    graph = aril.ReferralGraph.from_networkx(networkx.path_graph(["ann", "bo", "cy"]), strength=0.5)
    assert graph.links()["strength"].tolist() == [32768] * 4
