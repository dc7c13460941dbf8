"""Graphs of NetworkX and igraph as tables of vertices and links, and back."""

import numpy as np

from . import _aril
from .error import error
from .referral_arrays import VERTEX_COLUMNS


def of_networkx(graph, strength):
    """(vertices, links) as tables, link ends as places; an undirected edge is two links (both_ways)."""
    require(graph, ("nodes", "edges", "is_directed"), "a NetworkX graph")
    places = {node: place for place, node in enumerate(graph)}
    nodes = [data for _, data in graph.nodes(data=True)]
    vertices = {"id": list(places)} | attribute_columns(nodes, VERTEX_COLUMNS[1:])
    edges = [(places[source], places[target], data) for source, target, data in graph.edges(data=True)]
    return vertices, edge_table(edges if graph.is_directed() else both_ways(edges, vertices["kind"]), strength)


def of_igraph(graph, strength):
    """The same; ids are the vertices' names, else their numbers."""
    require(graph, ("vs", "es", "is_directed"), "an igraph graph")
    known = [name for name in VERTEX_COLUMNS[1:] if name in graph.vs.attributes()]
    vertices = {"id": graph.vs["name"] if "name" in graph.vs.attributes() else list(range(graph.vcount()))}
    vertices |= {name: graph.vs[name] for name in known}
    edges = [(*edge.tuple, edge.attributes()) for edge in graph.es]
    kinds = vertices.get("kind", [None] * graph.vcount())
    return vertices, edge_table(edges if graph.is_directed() else both_ways(edges, kinds), strength)


def networkx_of(vertices, links):
    """A MultiDiGraph of tables whose columns are lists, link ends places."""
    import networkx  # optional

    graph = networkx.MultiDiGraph()
    names = [name for name in vertices if name != "id"]
    for id, *values in zip(*vertices.values(), strict=True):
        graph.add_node(id, **dict(zip(names, values, strict=True)))
    names = list(links)[2:]
    for source, target, *values in zip(*links.values(), strict=True):
        graph.add_edge(vertices["id"][source], vertices["id"][target], **dict(zip(names, values, strict=True)))
    return graph


def igraph_of(vertices, links):
    """The same, a directed Graph."""
    import igraph  # optional

    ends = list(zip(links.pop("from"), links.pop("to"), strict=True))
    attributes = {"name": vertices.pop("id")} | vertices
    return igraph.Graph(len(attributes["name"]), ends, directed=True, vertex_attrs=attributes, edge_attrs=links)


def require(graph, attributes, expected):
    if isinstance(graph, type) or not all(hasattr(graph, name) for name in attributes):
        raise error("malformed", "graph", expected, f"{type(graph).__module__}.{type(graph).__name__}")


def attribute_columns(owners, names):
    return {name: [owner.get(name) for owner in owners] for name in names}


def both_ways(edges, vertex_kinds):
    """Undirected edges as links: two each, but one, to the employer, where the kind of link leads to an employer alone."""
    back = [(target, source, data) for source, target, data in edges if source != target]

    def is_kept(edge):
        source, target, data = edge
        employers = vertex_kinds[source] == "employer", vertex_kinds[target] == "employer"
        return data.get("kind") not in _aril.kinds_to_employers or employers != (True, False)

    return [edge for edge in edges + back if is_kept(edge)]


def edge_table(edges, strength):
    ends = np.array([(source, target) for source, target, _ in edges], np.uint32).reshape(-1, 2)
    attributes = [data for _, _, data in edges]
    return {
        "from": ends[:, 0],
        "to": ends[:, 1],
        "strength": [data.get(strength) for data in attributes] if isinstance(strength, str) else [strength] * len(attributes),
    } | attribute_columns(attributes, ("kind", "since", "consent"))
