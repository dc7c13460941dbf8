"""Vertices and links that a caller hands over, or a graph of NetworkX or igraph, as the arrays that the compiled part takes; and back."""

import datetime
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from . import _aril, tables
from .error import error, one_of

VERTEX_KINDS = {name: place for place, name in enumerate(_aril.vertex_kind_names)}
LINK_KINDS = {name: place for place, name in enumerate(_aril.link_kind_names)}
VERTEX_COLUMNS = ("id", "title_en", "title_zh", "kind")
LINK_COLUMNS = ("from", "to", "kind", "strength", "since", "consent")


def vertex_arrays(vertices):
    """(ids, English titles, Chinese titles, kinds) of a table of vertices, or of a list of ids alone, all residents."""
    if not isinstance(vertices, Mapping) and not hasattr(vertices, "columns") and not hasattr(vertices, "to_pydict"):
        vertices = list(vertices)
        if not any(isinstance(row, Mapping) for row in vertices):
            vertices = {"id": vertices}
    columns = known_columns("vertices", vertices, VERTEX_COLUMNS)
    ids = tables.texts_of("vertices", "id", columns.get("id", []))
    texts = [
        tables.texts_of("vertices", name, columns[name]) if name in columns else [""] * len(ids) for name in ("title_en", "title_zh")
    ]
    kinds = kind_array("vertices", columns.get("kind"), VERTEX_KINDS, "resident", len(ids))
    same_lengths("vertices", len(ids), {"title_en": texts[0], "title_zh": texts[1], "kind": kinds})
    return ids, *texts, kinds


def link_arrays(links, rows_of):
    """(from, to, strengths, kinds, days, consent) of a table of links. rows_of(field, ends): the rows that the ends stand for."""
    columns = known_columns("links", links, LINK_COLUMNS)
    ends = [rows_of(name, columns.get(name, [])) for name in ("from", "to")]
    count = len(ends[0])
    strengths = strength_array(columns["strength"] if "strength" in columns else [], count)
    kinds = kind_array("links", columns.get("kind"), LINK_KINDS, "other", count)
    days = day_array(columns.get("since"), count)
    consent = consent_array(columns.get("consent"), count)
    same_lengths("links", count, {"to": ends[1], "strength": strengths, "kind": kinds, "since": days, "consent": consent})
    return *ends, strengths, kinds, days, consent


class Places:
    """Link ends as places in a list of ids."""

    def __init__(self, ids):
        self._ids = ids

    @cached_property
    def _places(self):
        return {id: place for place, id in reversed(list(enumerate(self._ids)))}

    @cached_property
    def _numbers(self):
        """Ids that an int could mean as well as a place."""
        return {id for id in self._ids if id.isdecimal()}

    def of(self, field, ends):
        array = np.asarray(ends) if hasattr(ends, "dtype") else None
        if array is not None and array.dtype.kind in "iu" and array.ndim == 1:
            places = array.tolist() if array.dtype != np.uint32 else array
        else:
            texts = list(ends)
            if all(isinstance(end, str) for end in texts):
                return np.array([self._place(field, end, row) for row, end in enumerate(texts)], np.uint32)
            places = texts
        return self._checked(field, places)

    def _place(self, field, end, row):
        if end not in self._places:
            raise error("dangling_reference", field, "the id of a vertex", f"'{end}'", file="links", row=row)
        return self._places[end]

    def _checked(self, field, places):
        for row, place in enumerate(places if not isinstance(places, np.ndarray) else ()):
            if isinstance(place, bool) or not isinstance(place, (int, np.integer)) or not 0 <= place < len(self._ids):
                raise error("out_of_range", field, f"the id of a vertex, or a place below {len(self._ids):,}", place, file="links", row=row)
            if str(place) in self._numbers:
                expected = f'"{place}" (str), for there is a vertex with this id, or places as an array of numpy.uint32'
                raise error("invalid_option", field, expected, place, file="links", row=row)
        return np.asarray(places, np.uint32)


def known_columns(file, table, known):
    columns = tables.columns_of(file, table)
    for column in columns:
        if column not in known:
            raise error("unknown_column", column, one_of(known, column), f"'{column}'", file=file)
    return columns


def same_lengths(file, count, columns):
    for column, values in columns.items():
        if len(values) != count:
            raise error("shape_mismatch", column, f"{count} values, as in the first column", f"{len(values)}", file=file)


def listed(values):
    return values.tolist() if hasattr(values, "tolist") else list(values)


def kind_array(file, kinds, known, usual, count):
    """uint8. kinds: words, None where not stated, or one word for all."""
    if kinds is None or isinstance(kinds, str):
        return np.full(count, of_kind(file, kinds, known, usual, None), np.uint8)
    try:
        return np.array([known[kind] for kind in listed(kinds)], np.uint8)
    except (KeyError, TypeError):  # the rest is slower
        return np.array([of_kind(file, kind, known, usual, row) for row, kind in enumerate(listed(kinds))], np.uint8)


def of_kind(file, kind, known, usual, row):
    if tables.is_missing(kind) or kind == "":
        return known[usual]
    if not isinstance(kind, str) or kind not in known:
        raise error("unknown_word", "kind", one_of(known, kind), kind, file=file, row=row)
    return known[kind]


def strength_array(values, count):
    """uint16. NumPy's uint16 is a strength as it is stored, 0..65,535; every other number is exact, 0..1; one number is for all."""
    if isinstance(values, str) or not hasattr(values, "__len__"):
        values = [values] * count
    dtype = getattr(values, "dtype", None)
    if dtype == np.uint16:
        return np.ascontiguousarray(values, np.uint16)
    if dtype in (np.float16, np.float32):
        values = np.asarray(values).astype(str).astype(np.float64)  # the digits that were meant, not those of the nearest double
    if getattr(dtype, "kind", "") in ("f", "i", "u"):
        return _aril.stored_strengths(np.asarray(values, np.float64), "links")
    values = listed(values)
    if all(type(value) is float for value in values):
        return _aril.stored_strengths(np.array(values, np.float64), "links")
    texts = [None if tables.is_missing(value) or isinstance(value, bool) else tables.scalar_text(value) for value in values]
    if None in texts:
        row = texts.index(None)
        raise error("malformed", "strength", "a number of 0..1", values[row], file="links", row=row)
    if any("e" in text for text in texts):  # 1e-05
        return _aril.stored_strengths(np.array(texts, np.float64), "links")
    return _aril.parsed_strengths(texts, "links")


def day_array(values, count):
    """int32 days since 1970-01-01."""
    if values is None or isinstance(values, (str, datetime.date)):
        values = [values] * count
    array = np.asarray(values)
    if array.dtype.kind != "M":
        array = np.array([day_of(value, row) for row, value in enumerate(listed(values))], "datetime64[D]")
    days = array.astype("datetime64[D]")
    return np.where(np.isnat(days), _aril.no_day, days.astype(np.int64)).astype(np.int32)


def day_of(value, row):
    if tables.is_missing(value) or value == "":
        return np.datetime64("NaT")
    text = tables.scalar_text(value)
    try:
        return np.datetime64(datetime.date.fromisoformat(text or ""), "D")
    except ValueError:
        raise error("malformed", "since", "a date, or its text as YYYY-MM-DD", value, file="links", row=row) from None


def consent_array(values, count):
    """uint8: 1 for yes; what is not stated is no."""
    if values is None or isinstance(values, (bool, str)):
        values = [values] * count
    if getattr(values, "dtype", None) == np.bool_:
        return np.asarray(values).astype(np.uint8)
    return np.array([consent_of(value, row) for row, value in enumerate(listed(values))], np.uint8)


def consent_of(value, row):
    if tables.is_missing(value):
        return 0
    words = {True: 1, False: 0, "yes": 1, "no": 0, "": 0}
    if not isinstance(value, (bool, np.bool_, int, str)) or value not in words:
        raise error("malformed", "consent", "True or False, yes or no, None where it is not stated", value, file="links", row=row)
    return words[value]


# Graphs of other packages


def of_networkx(graph, strength):
    """(vertices, links) as tables, link ends as places; an undirected edge is two links (both_ways)."""
    places = {node: place for place, node in enumerate(graph)}
    nodes = [data for _, data in graph.nodes(data=True)]
    vertices = {"id": list(places)} | attribute_columns(nodes, VERTEX_COLUMNS[1:])
    edges = [(places[source], places[target], data) for source, target, data in graph.edges(data=True)]
    return vertices, edge_table(edges if graph.is_directed() else both_ways(edges, vertices["kind"]), strength)


def of_igraph(graph, strength):
    """The same; ids are the vertices' names, else their numbers."""
    known = [name for name in VERTEX_COLUMNS[1:] if name in graph.vs.attributes()]
    vertices = {"id": graph.vs["name"] if "name" in graph.vs.attributes() else list(range(graph.vcount()))}
    vertices |= {name: graph.vs[name] for name in known}
    edges = [(*edge.tuple, edge.attributes()) for edge in graph.es]
    kinds = vertices.get("kind", [None] * graph.vcount())
    return vertices, edge_table(edges if graph.is_directed() else both_ways(edges, kinds), strength)


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
        "strength": [data.get(strength) for data in attributes],
    } | attribute_columns(attributes, ("kind", "since", "consent"))
