"""Measures of links equal NetworkX and igraph, on random graphs and on the e-mail graph where the real data is."""

import os
from pathlib import Path

import numpy as np
import pytest

import aril

networkx = pytest.importorskip("networkx")
igraph = pytest.importorskip("igraph")

DATA = Path(os.environ.get("ARIL_REAL_DATA", Path(__file__).resolve().parents[2] / ".." / "shared" / "data"))
EMAIL = DATA / "email_eu_core" / "email-Eu-core.txt"


def random_pairs(seed, vertices, links):
    random = np.random.default_rng(seed)
    rows = random.integers(0, vertices, links)
    columns = np.where(random.random(links) < 0.5, (rows + random.integers(0, 6, links)) % vertices, random.integers(0, vertices, links))
    return rows, columns


def email_pairs():
    if not EMAIL.exists():
        pytest.skip("no email_eu_core: set ARIL_REAL_DATA to the folder that holds it")
    return tuple(np.loadtxt(EMAIL, dtype=np.int64).T)


CASES = [("random", 40, 60), ("random", 60, 300), ("random", 200, 900), ("email", 1005, 0)]


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def case(request):
    """(rows, the same as a networkx.DiGraph): simple directed links with loops, so that both count a link once."""
    name, vertices, links = request.param
    sources, targets = email_pairs() if name == "email" else random_pairs(links, vertices, links)
    pairs = np.unique(np.stack([sources, targets], axis=1), axis=0)
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(vertices))
    graph.add_edges_from(pairs.tolist())
    return aril.LinkRows.from_pairs(vertices, pairs[:, 0], pairs[:, 1]), graph


def undirected(case):
    rows, graph = case
    plain = networkx.Graph(graph.to_undirected())
    plain.remove_edges_from(list(networkx.selfloop_edges(plain)))
    return rows.symmetrized(), plain


def by_vertex(values, count):
    return np.array([values[vertex] for vertex in range(count)])


def row_of_every_column(rows):
    return np.repeat(np.arange(len(rows)), np.diff(rows.offsets.astype(np.int64)))


@pytest.mark.parametrize("make", [lambda case: case, undirected], ids=["directed", "both ways"])
def test_page_rank_is_that_of_networkx_within_its_bound(case, make):
    rows, graph = make(case)
    seeds = np.array([0, 3, 17, len(rows) - 1])
    ranks, bounds = aril.page_rank(rows, seeds)
    pushed = aril.page_rank_push(rows, seeds, threshold=1e-8)
    direct = aril.page_rank_direct(rows, seeds)
    for number, seed in enumerate(seeds.tolist()):
        peer = by_vertex(networkx.pagerank(graph, personalization={seed: 1}, tol=1e-15 / len(rows), max_iter=1000), len(rows))
        assert bounds[number] <= 1e-8
        assert np.abs(ranks[number] - peer).sum() <= bounds[number] + 1e-12
        assert np.abs(direct[number] - peer).sum() <= 1e-11
        near = np.zeros(len(rows))
        near[pushed.of(number)[0]] = pushed.of(number)[1]
        assert np.abs(near - peer).sum() <= pushed.error_bounds[number] + 1e-12


def test_push_is_told_whether_links_are_the_same_both_ways(case):
    for rows, is_symmetric in ((case[0], False), (case[0].symmetrized(), True)):
        found, told, wrongly = (aril.page_rank_push(rows, [0, 3], symmetric=one) for one in (None, is_symmetric, not is_symmetric))
        assert found.ranks.tobytes() == told.ranks.tobytes() and found.vertices.tobytes() == told.vertices.tobytes()
        exact = aril.page_rank_direct(rows, [0, 3])
        for number in (0, 1):
            near = np.zeros(len(rows))
            near[wrongly.of(number)[0]] = wrongly.of(number)[1]
            assert np.abs(near - exact[number]).sum() <= wrongly.error_bounds[number] + 1e-12


def test_global_page_rank_is_that_of_networkx_and_igraph(case):
    rows, graph = case
    ranks, bound = aril.global_page_rank(rows)
    peer = by_vertex(networkx.pagerank(graph, tol=1e-15 / len(rows), max_iter=1000), len(rows))
    other = np.array(igraph.Graph(n=len(rows), edges=list(graph.edges()), directed=True).pagerank())
    assert np.abs(ranks - peer).sum() <= bound + 1e-12
    assert np.abs(ranks - other).sum() <= bound + 1e-9


def test_neighbours_and_clustering_are_those_of_networkx(case):
    rows, graph = undirected(case)
    lefts, rights = row_of_every_column(rows), rows.columns.astype(np.int64)
    together = aril.embeddedness(rows)
    closeness = aril.adamic_adar(rows)
    pairs = list(zip(lefts.tolist(), rights.tolist(), strict=True))
    assert together.tolist() == [len(set(graph[left]) & set(graph[right])) for left, right in pairs]
    peer = np.array([score for _, _, score in networkx.adamic_adar_index(graph, pairs)])
    assert np.abs(closeness - peer).max() <= 1e-9
    assert (aril.adamic_adar(rows, lefts, rights) == closeness).all()
    assert (aril.common_neighbour_counts(rows, lefts, rights) == together).all()
    coefficients, average = aril.clustering(rows)
    assert np.abs(coefficients - by_vertex(networkx.clustering(graph), len(rows))).max() <= 1e-12
    assert abs(average - networkx.average_clustering(graph)) <= 1e-12
    counts, count = aril.triangles(rows)
    assert counts.tolist() == by_vertex(networkx.triangles(graph), len(rows)).tolist()
    assert count == counts.sum() // 3


def test_constraint_is_that_of_networkx_and_igraph(case):
    rows, graph = undirected(case)
    ours = aril.burt_constraint(rows)
    peer = by_vertex(networkx.constraint(graph), len(rows))
    other = np.array(igraph.Graph(n=len(rows), edges=list(graph.edges())).constraint())
    linked = np.diff(rows.offsets.astype(np.int64)) > 0
    assert np.isnan(ours[~linked]).all()
    assert np.abs(ours - peer)[linked].max() <= 1e-9
    assert np.abs(ours - other)[linked].max() <= 1e-9


def test_weighted_constraint_is_that_of_networkx(case):
    rows, graph = undirected(case)
    lefts, rights = row_of_every_column(rows), rows.columns.astype(np.int64)
    weights = 1.0 + (np.minimum(lefts, rights) * 7 + np.maximum(lefts, rights)) % 5
    for left, right, weight in zip(lefts.tolist(), rights.tolist(), weights.tolist(), strict=True):
        graph[left][right]["weight"] = weight
    ours = aril.burt_constraint(rows, weights)
    peer = by_vertex(networkx.constraint(graph, weight="weight"), len(rows))
    assert np.nanmax(np.abs(ours - peer)) <= 1e-9


def test_constraint_takes_links_that_lead_one_way(case):
    rows, graph = case
    graph = graph.copy()
    graph.remove_edges_from(list(networkx.selfloop_edges(graph)))
    simple = rows.symmetrized()
    lefts, rights = row_of_every_column(simple).tolist(), simple.columns.tolist()
    for left, right in graph.edges():
        graph[left][right]["weight"] = 1.0 + (left * 7 + right) % 5
    weights = [graph[left][right]["weight"] if graph.has_edge(left, right) else 0 for left, right in zip(lefts, rights, strict=True)]
    peer = by_vertex(networkx.constraint(graph, weight="weight"), len(rows))
    linked = np.diff(simple.offsets.astype(np.int64)) > 0
    assert np.abs(aril.burt_constraint(simple, weights) - peer)[linked].max() <= 1e-9


def test_components_are_those_of_networkx(case):
    rows, graph = case
    for strong, peer in ((False, networkx.weakly_connected_components), (True, networkx.strongly_connected_components)):
        numbers, sizes = aril.components(rows, strong=strong)
        ours = [frozenset(np.flatnonzero(numbers == number).tolist()) for number in range(len(sizes))]
        assert set(ours) == {frozenset(one) for one in peer(graph)}
        assert [min(one) for one in ours] == sorted(min(one) for one in ours)


def test_local_bridges_are_those_of_networkx(case):
    rows, graph = undirected(case)
    ours = {(left, right): span for left, right, span in zip(*map(np.ndarray.tolist, aril.local_bridges(rows, span_limit=50)), strict=True)}
    peer = {(min(a, b), max(a, b)): 0 if span == float("inf") else span for a, b, span in networkx.local_bridges(graph)}
    assert ours == peer


def test_known_numbers_of_the_email_graph():
    rows = aril.LinkRows.from_pairs(1005, *email_pairs())
    assert aril.components(rows)[1].max() == 986
    assert aril.components(rows, strong=True)[1].max() == 803
    assert aril.triangles(rows.symmetrized())[1] == 105_461
    assert abs(aril.clustering(rows.symmetrized())[1] - 0.3994) < 5e-5
    assert np.argsort(-aril.global_page_rank(rows)[0])[:5].tolist() == [1, 130, 160, 62, 86]


def test_ties_side_by_side():
    rows = aril.LinkRows.from_pairs(6, [0, 0, 1, 0, 2, 3], [1, 2, 2, 3, 4, 5]).symmetrized()
    strengths = [900, 800, 100, 900, 700, 10, 700, 400, 90, 300, 400, 300]
    report = aril.tie_report(rows, strengths, [500], [(0, 5, True, 3), (0, 5, True), (0, 4, False), (1, 5, True), (3, 5, False)])
    weak, strong = report.kinds
    assert (report.referred, report.others) == (3, 2)
    assert (weak.links, weak.bridges, weak.carried, weak.referred_in_reach, weak.other_in_reach) == (3, 3, 1, 2, 1)
    assert (strong.links, strong.mean_embeddedness, strong.referred_in_reach, strong.other_in_reach) == (3, 1.0, 0, 1)


def test_same_bytes_for_any_threads():
    rows = aril.LinkRows.from_pairs(5000, *random_pairs(1, 5000, 40_000)).symmetrized()
    seeds = np.arange(20)
    for measure in (
        lambda threads: aril.page_rank(rows, seeds, threads=threads)[0],
        lambda threads: aril.page_rank_push(rows, seeds, threads=threads).ranks,
        lambda threads: aril.adamic_adar(rows, threads=threads),
        lambda threads: aril.burt_constraint(rows, threads=threads),
    ):
        assert measure(1).tobytes() == measure(2).tobytes() == measure(7).tobytes()


def test_refuses_what_is_no_vertex_and_no_simple_rows():
    rows = aril.LinkRows([0, 1, 1], [1])
    for wrong, code in (
        (lambda: aril.page_rank(rows, [2]), "out_of_range"),
        (lambda: aril.page_rank(rows, [-1]), "out_of_range"),
        (lambda: aril.page_rank(rows, [0.5]), "malformed"),
        (lambda: aril.page_rank(rows, [0], damping=1), "invalid_option"),
        (lambda: aril.page_rank_push(rows, [0], threshold=0), "invalid_option"),
        (lambda: aril.embeddedness(rows), "invalid_option"),
        (lambda: aril.LinkRows([0, 2], [0]), "shape_mismatch"),
        (lambda: aril.LinkRows([0, 1], [1]), "out_of_range"),
    ):
        with pytest.raises(aril.Error) as raised:
            wrong()
        assert raised.value.code == code
