"""Vertices and links that a caller hands over as the arrays that the compiled part takes. What is wrong with them goes to Faults, and
stands in the arrays as something harmless."""

import datetime
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cached_property

import numpy as np

from . import _aril, tables
from .error import error, one_of, perhaps

VERTEX_KINDS = {name: place for place, name in enumerate(_aril.vertex_kind_names)}
LINK_KINDS = {name: place for place, name in enumerate(_aril.link_kind_names)}
VERTEX_COLUMNS = ("id", "title_en", "title_zh", "kind")
LINK_COLUMNS = ("from", "to", "kind", "strength", "since", "consent")
CONSENTS = {True: 1, False: 0, "yes": 1, "no": 0, "": 0}
A_STRENGTH = "a number of 0..1, or, as stored, 0..65,535 in an array of numpy.uint16"
IDS_COMPARED = 1_000_000  # for hints, in one table


def vertex_arrays(vertices, faults, file="vertices"):
    """(ids, English titles, Chinese titles, kinds) of a table of vertices, or of an id or a list of ids alone, all residents."""
    if isinstance(vertices, str):
        vertices = [vertices]
    if isinstance(vertices, (bytes, bytearray)) or not any(hasattr(vertices, name) for name in ("__iter__", "columns", "to_pydict")):
        raise error("malformed", "", "a table of vertices, a list of ids or one id", type(vertices).__name__, file=file)
    if not isinstance(vertices, Mapping) and not hasattr(vertices, "columns") and not hasattr(vertices, "to_pydict"):
        vertices = list(vertices)
        if not any(isinstance(row, Mapping) for row in vertices):
            vertices = {"id": vertices}
    columns = known_columns(file, vertices, VERTEX_COLUMNS, ("id",), faults)
    ids = tables.texts_of(file, "id", columns.get("id", []))
    texts = [tables.texts_of(file, name, columns[name]) if name in columns else [""] * len(ids) for name in ("title_en", "title_zh")]
    kinds = column(file, "kind", columns.get("kind"), len(ids), lambda *given: kind_array(*given, VERTEX_KINDS, "resident"), faults)
    same_lengths(file, len(ids), {"title_en": texts[0], "title_zh": texts[1], "kind": kinds})
    faults.leave_out(file, kinds)
    return ids, *texts, kinds


def link_arrays(links, rows_of, faults, file="links"):
    """(from, to, strengths, kinds, days, consent) of a table of links. rows_of(ends, report): the rows that the ends stand for."""
    columns = known_columns(file, links, LINK_COLUMNS, ("from", "to", "strength"), faults)
    lists = [values for name in ("from", "to") if name in columns and not is_one(values := columns[name])]
    count = len(listed(lists[0])) if lists else int("from" in columns)
    given = columns.get
    ends = [column(file, name, given(name, []), count, rows_of, faults) for name in ("from", "to")]
    strengths = column(file, "strength", given("strength", []), count, strength_array, faults)
    kinds = column(file, "kind", given("kind"), count, lambda *given: kind_array(*given, LINK_KINDS, "other"), faults)
    days = column(file, "since", given("since"), count, day_array, faults)
    consent = column(file, "consent", given("consent"), count, consent_array, faults)
    same_lengths(file, count, {"from": ends[0], "to": ends[1], "strength": strengths, "kind": kinds, "since": days, "consent": consent})
    faults.leave_out(file, kinds)
    return *ends, strengths, kinds, days, consent


class Places:
    """Link ends as places in a list of ids."""

    def __init__(self, ids):
        self._ids = ids
        self._hints = IDS_COMPARED // max(len(ids), 1) or 1

    @cached_property
    def _places(self):
        return {id: place for place, id in reversed(list(enumerate(self._ids)))}

    @cached_property
    def _numbers(self):
        """Ids that an int could mean as well as a place."""
        return {id for id in self._ids if id.isdecimal()}

    def of(self, ends, report):
        dtype = getattr(ends, "dtype", None)
        if dtype == np.uint32 and ends.ndim == 1:
            places = np.ascontiguousarray(ends)
            for row in np.flatnonzero(places >= len(self._ids)).tolist():
                self._place(int(places[row]), row, report)
            return places
        return np.array([self._place(end, row, report) for row, end in enumerate(listed(ends))], np.uint32)

    def _place(self, end, row, report):
        if isinstance(end, str):
            if end in self._places:
                return self._places[end]
            report(row, "dangling_reference", f"the id of a vertex{self._hint(end)}", f"'{end}'")
        elif isinstance(end, (bool, np.bool_)) or not isinstance(end, (int, np.integer)) or not 0 <= end < len(self._ids):
            report(row, "out_of_range", f"the id of a vertex, or a place below {len(self._ids):,}", end)
        elif not isinstance(end, np.uint32) and str(end) in self._numbers:
            expected = f'"{end}" (str), for there is a vertex with this id, or places as an array of numpy.uint32'
            report(row, "invalid_option", expected, end)
        else:
            return int(end)
        return 0

    def _hint(self, end):
        if not self._ids or self._hints == 0:
            return ""
        self._hints -= 1
        return perhaps(self._ids, end)


def known_columns(file, table, known, required, faults):
    """The columns of a table; none where a required one is missing, unless there is none at all."""
    columns = tables.columns_of(file, table)
    for name in columns:
        if name not in known:
            faults.add(file, None, name, "unknown_column", one_of(known, name), f"'{name}'")
    missing = [name for name in required if name not in columns] if columns else []
    for name in missing:
        values = ": numbers of 0..1, or one for all" if name == "strength" else ""
        faults.add(file, None, name, "missing_column", f"a column of this name{values}", "none; no row is read")
    return {} if missing else columns


def is_one(value):
    """Whether one value stands for all rows."""
    return isinstance(value, str) or not isinstance(value, Iterable) or getattr(value, "ndim", 1) == 0


def column(file, name, values, count, convert, faults):
    """A column as an array; one value is for all rows."""
    if is_one(values):
        return np.repeat(convert([values], faults.report_for_all(file, name)), count)
    return convert(values, faults.report_to(file, name))


def spread(table):
    """{column: values} with one value for all as many times as the other columns have rows."""
    lengths = [len(values) for values in table.values() if not is_one(values) and hasattr(values, "__len__")]
    return {name: [values] * lengths[0] if lengths and is_one(values) else values for name, values in table.items()}


def same_lengths(file, count, columns):
    for name, values in columns.items():
        if len(values) != count:
            raise error("shape_mismatch", name, f"{count} values, as in the first column", f"{len(values)}", file=file)


def listed(values):
    return values.tolist() if hasattr(values, "tolist") else list(values)


def kind_array(kinds, report, known, usual):
    """uint8. kinds: words, None where not stated."""
    kinds = listed(kinds)
    try:
        return np.array([known[kind] for kind in kinds], np.uint8)
    except (KeyError, TypeError):  # the rest is slower
        return np.array([kind_of(kind, row, report, known, usual) for row, kind in enumerate(kinds)], np.uint8)


def kind_of(kind, row, report, known, usual):
    if tables.is_missing(kind) or kind == "":
        return known[usual]
    if isinstance(kind, str) and kind in known:
        return known[kind]
    report(row, "unknown_word", one_of(known, kind), kind)
    return known[usual]


def strength_array(values, report):
    """uint16. NumPy's uint16 is a strength as it is stored, 0..65,535; every other number is exact, 0..1."""
    dtype = getattr(values, "dtype", None)
    if dtype == np.uint16:
        return np.ascontiguousarray(values, np.uint16)
    if dtype in (np.float16, np.float32):
        values = np.asarray(values).astype(str).astype(np.float64)  # the digits that were meant, not those of the nearest double
    if getattr(dtype, "kind", "") not in ("f", "i", "u"):
        values = listed(values)
        if not all(type(value) is float for value in values):
            return strengths_of_cells(values, report)
    numbers = np.asarray(values, np.float64)
    strengths, wrong = _aril.stored_strengths(numbers)
    for row in wrong:
        report_strength(row, numbers[row].item(), report)
    return strengths


def strengths_of_cells(values, report):
    texts = [strength_text(value) for value in values]
    strengths, wrong = _aril.parsed_strengths([text or "0" for text in texts])
    for row in sorted({*wrong, *(row for row, text in enumerate(texts) if text is None)}):
        report_strength(row, values[row], report)
    return strengths


def strength_text(value):
    """A decimal without exponent; None for what is no number, a text that is none as it stands."""
    text = None if tables.is_missing(value) or isinstance(value, (bool, np.bool_)) else tables.scalar_text(value)
    if not text or "e" not in text:  # 1e-05
        return text or None
    try:
        return format(Decimal(text), "f")
    except InvalidOperation:
        return text


def report_strength(row, value, report):
    if tables.is_missing(value) or value == "":
        report(row, "missing_value", f"a strength that is stated, {A_STRENGTH}", value)
    else:
        is_number = not isinstance(value, str) or re.fullmatch(r"-?\d+(\.\d+)?", value)
        report(row, "out_of_range" if is_number and not isinstance(value, bool) else "malformed", A_STRENGTH, value)


def strength_cells(values):
    """For a CSV text: strengths as stored, and floats with exponents, as decimals; all others as they are."""
    if getattr(values, "dtype", None) == np.uint16:
        return _aril.strength_texts(np.ascontiguousarray(values))
    if getattr(values, "dtype", None) in (np.float16, np.float32):
        return values
    return [strength_text(value) if isinstance(value, float) else value for value in values]


def cells_of(name, columns):
    """Columns for a CSV text, which knows neither rows of a graph nor strengths as stored."""
    columns = spread(columns)
    if name != "links":
        return columns
    for end in ("from", "to"):
        if getattr(columns.get(end), "dtype", None) == np.uint32:
            raise error("invalid_option", end, "ids, as to_pandas() and to_csv() have them", "an array of numpy.uint32, which are rows", file=name)
    return columns | ({"strength": strength_cells(columns["strength"])} if "strength" in columns else {})


def day_array(values, report):
    """int32 days since 1970-01-01."""
    array = values if getattr(getattr(values, "dtype", None), "kind", "") == "M" else None
    if array is None:
        array = np.array([day_of(value, row, report) for row, value in enumerate(listed(values))], "datetime64[D]")
    days = np.asarray(array).astype("datetime64[D]")
    return np.where(np.isnat(days), _aril.no_day, days.astype(np.int64)).astype(np.int32)


def day_of(value, row, report):
    if tables.is_missing(value) or value == "":
        return np.datetime64("NaT", "D")
    try:
        return np.datetime64(datetime.date.fromisoformat(tables.scalar_text(value) or ""), "D")
    except ValueError:
        report(row, "malformed", "a date, or its text as YYYY-MM-DD", value)
        return np.datetime64("NaT", "D")


def consent_array(values, report):
    """uint8: 1 for yes; what is not stated is no."""
    if getattr(values, "dtype", None) == np.bool_:
        return np.asarray(values).astype(np.uint8)
    return np.array([consent_of(value, row, report) for row, value in enumerate(listed(values))], np.uint8)


def consent_of(value, row, report):
    if tables.is_missing(value):
        return 0
    if isinstance(value, (bool, np.bool_, int, str)) and value in CONSENTS:
        return CONSENTS[value]
    report(row, "malformed", "True or False, yes or no, None where it is not stated", value)
    return 0
