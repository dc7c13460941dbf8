"""The market: who looks, what is open, where, and the words for it."""

import os
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from . import _aril, tables
from .error import Problem, error


class Match(NamedTuple):
    """A concept that a text names. similarity: 0..1; kind: "exact" (a title), "alias" or "similar"."""

    id: str
    title: str
    similarity: float
    kind: str


class MarketInfo(dict):
    """Counts of what a market holds, as a dict that reads well."""

    def __repr__(self):
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in self["postings_by_kind"].items() if count)
        lines = [
            f"{self['title'] or 'A market'}" + (f", in {self['currency']}" if self["currency"] else ""),
            f"  residents    {self['residents']:,}",
            f"  postings     {self['postings']:,}" + (f" ({kinds})" if kinds else "") + f", {self['seats']:,} seats",
            f"  employers    {self['employers']:,}",
            f"  taxonomy     {self['skills']:,} skills, {self['occupations']:,} occupations",
            f"  places       {self['areas']:,} areas, {self['grids']:,} grids, {self['modes']:,} ways to travel",
            f"  words        {self['credentials']:,} credentials, {self['languages']:,} languages, {self['needs']:,} needs",
        ]
        for table, shares in self["missing"].items():
            some = {
                column: share for column, share in shares.items() if 0 < share < 0.9
            }  # more: the column is not in use, or of another kind
            most = sorted(some, key=some.get, reverse=True)[:6]
            if most:
                lines.append(
                    f"  not stated   {table}: "
                    + ", ".join(f"{column} {some[column]:.0%}" for column in most)
                    + (", ..." if len(some) > 6 else "")
                )
        return "\n".join(lines)


class Market:
    """An immutable snapshot. Made from files (from_csv), from tables in memory (from_tables) or by sample_district.

    Rows are numbered in the order of the ids' UTF-8 bytes, from 0; wherever an id (str) is taken, a row number (int) is taken too. Where an
    id reads as that number ("42" and 42), an int is an Error: pass the id as a str. NumPy's uint32, as the row arrays of this package
    have it, is always a row.
    """

    def __init__(self, compiled: _aril.Market, problems: list[Problem] | None = None):
        self._market = compiled
        self.problems: list[Problem] = problems or []

    @classmethod
    def from_csv(
        cls,
        folder: str | os.PathLike[str],
        *,
        lenient: bool = False,
        columns: Mapping[str, Mapping[str, str]] | None = None,
        ignore_unknown_columns: bool = False,
    ) -> "Market":
        """Reads a folder of CSV files (docs/market_format.md).

        lenient: leave bad rows out, with what depends on them, and report them in `.problems`, instead of raising one error with all of
        them.
        columns: {table: {our column: the file's header}}, for files that call columns otherwise.
        Errors: Error with file, line and field of every problem. Ctrl-C: KeyboardInterrupt at once; what was read is dropped.
        """
        mapping = {table: dict(names) for table, names in (columns or {}).items()}
        return cls(*_aril.Market.read_folder(os.fspath(folder), lenient, mapping, ignore_unknown_columns))

    @classmethod
    def from_tables(cls, tables_by_name: Mapping[str, Any], *, lenient: bool = False, ignore_unknown_columns: bool = False) -> "Market":
        """Builds a market from tables in memory, named and with columns as the CSV files: {"residents": {"id": [...], "skills": [...]},
        ...}.

        A table: a dict of columns (lists or arrays of one length), a list of row dicts, or a pandas, polars or pyarrow table.
        A cell: text in the CSV grammar; None, NaN or NaT for "not stated"; a number; a bool; a date; a list of texts or of tuples
        (("weld", 3)); a dict for likes ({"job": 2}) and offers ({"ramp": True}); for `week` also 168 booleans, Monday 0 o'clock first.
        [] is "has none". A date with a time of day other than midnight is an error, and so is an amount with more than two decimals, but a
        float within 0.000001 of two (0.1 + 0.2) is rounded. Ids that are numbers become text: id 42 is "42" from then on.
        Errors: Error with table (file), row (from 0) and field of every problem.
        """
        return cls(*tables.read(_aril.Market.read_tables, tables_by_name, lenient, ignore_unknown_columns))

    def to_csv(self, folder: str | os.PathLike[str], *, columns: Mapping[str, Mapping[str, str]] | None = None) -> None:
        """Writes a file for every table; from_csv gives the same market back. The same market gives the same bytes."""
        self._market.write_folder(os.fspath(folder), {table: dict(names) for table, names in (columns or {}).items()})

    # Counts

    def info(self) -> MarketInfo:
        """Counts, and under "missing" the share of rows that don't state a column: {"residents": {column: share}, "postings": ...}."""
        return MarketInfo(_aril.info(self._market))

    def __repr__(self):
        return (
            f"<aril.Market: {self._market.resident_count:,} residents, {self._market.posting_count:,} postings, "
            f"{self._market.employer_count:,} employers>"
        )

    # Ids, rows, titles

    @cached_property
    def resident_ids(self) -> np.ndarray:
        """Object array of str, in the order of rows."""
        return _objects(self._market.resident_ids())

    @cached_property
    def posting_ids(self) -> np.ndarray:
        """Object array of str, in the order of rows."""
        return _objects(self._market.posting_ids())

    @cached_property
    def employer_ids(self) -> np.ndarray:
        """Object array of str, in the order of rows."""
        return _objects(self._market.employer_ids())

    @cached_property
    def _titles(self):
        return {}

    def posting_titles(self, language: str = "en") -> np.ndarray:
        """Object array of str, in the order of rows: the posting's title, else its occupation's, else its id. language: "en" or "zh"."""
        if language not in self._titles:
            self._titles[language] = _objects(self._market.posting_titles(language))
        return self._titles[language]

    @cached_property
    def posting_kinds(self) -> np.ndarray:
        """Object array of str, in the order of rows."""
        return _objects(_aril.kind_names)[self._market.posting_kinds()]

    @cached_property
    def posting_employers(self) -> np.ndarray:
        """Object array of the employers' ids, in the order of the postings' rows."""
        return self.employer_ids[self._market.posting_employers()]

    def title(self, posting: str | int, language: str = "en") -> str:
        """The posting's title, else its occupation's, else its id. language: "en" or "zh"."""
        return self._title(self.posting_row(posting), language)

    def _title(self, row, language="en"):
        return self._market.posting_title(row, language)

    @cached_property
    def _residents(self):
        return _Ids("resident", self._market.resident_rows, self._market.resident_count, self._market.resident_numbers())

    @cached_property
    def _postings(self):
        return _Ids("posting", self._market.posting_rows, self._market.posting_count, self._market.posting_numbers())

    @cached_property
    def _employers(self):
        return _Ids("employer", self._market.employer_rows, self._market.employer_count, self._market.employer_numbers())

    def resident_row(self, resident: str | int) -> int:
        """Errors: Error "unknown_id"; "invalid_option" for an int that could also be an id."""
        return self._residents.row(resident)

    def posting_row(self, posting: str | int) -> int:
        """Errors: as resident_row."""
        return self._postings.row(posting)

    def resident_rows(self, residents) -> np.ndarray:
        """uint32 rows of one id or row, or of a list or array of them. Errors: as resident_row."""
        return self._residents.rows(residents)

    def posting_rows(self, postings) -> np.ndarray:
        """uint32 rows of one id or row, or of a list or array of them. Errors: as resident_row."""
        return self._postings.rows(postings)

    def employer_rows(self, employers) -> np.ndarray:
        """uint32 rows of one id or row, or of a list or array of them. Errors: as resident_row."""
        return self._employers.rows(employers)

    # Rows and tables in the user's own words

    def resident(self, resident: str | int) -> dict[str, Any]:
        """One row as {column: value}, as from_tables takes it: None is "not stated", amounts are floats, dates datetime.date, skills
        (id, level)."""
        return _aril.resident(self._market, self.resident_row(resident))

    def posting(self, posting: str | int) -> dict[str, Any]:
        """One row as {column: value}, as from_tables takes it."""
        return _aril.posting(self._market, self.posting_row(posting))

    def table(self, name: str) -> dict[str, list[Any]]:
        """A whole table as {column: values}, rows in the order of ids, as from_tables takes it. All but the protected attributes, which
        don't come out
        again: they go from file to file (from_csv, to_csv)."""
        return _aril.table(self._market, name)

    def residents_frame(self):
        """table("residents") as a pandas DataFrame."""
        return self._frame("residents")

    def postings_frame(self):
        """table("postings") as a pandas DataFrame."""
        return self._frame("postings")

    def _frame(self, name):
        import pandas  # optional, and slow to import

        return pandas.DataFrame(self.table(name))

    # Finding concepts

    def find_skill(self, text: str, k: int = 5, language: str = "en") -> list[Match]:
        """The skills that a text names best: exact title, alias, then similarity; at most k. language: of the titles that are returned."""
        return _matches(self._market.find_skill(text, _at_least(0, "k", k), language))

    def find_occupation(self, text: str, k: int = 5, language: str = "en") -> list[Match]:
        """The occupations that a text names best: exact title, alias, then similarity; at most k."""
        return _matches(self._market.find_occupation(text, _at_least(0, "k", k), language))


def sample_district(size: str = "community", seed: int = 1, *, residents: int | None = None, postings: int | None = None) -> Market:
    """A made-up district: "community" (5,000 residents), "district" (150,000), "city" or "province". Same seed, same bytes. It stands at
    2026-06-03. residents, postings (without training slots): None for as many as the size has."""
    counts = [0 if count is None else _at_least(1, name, count) for name, count in (("residents", residents), ("postings", postings))]
    return Market(_aril.sample_district(size, seed, *counts))


def _objects(values) -> np.ndarray:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    array.flags.writeable = False  # it is kept for the next caller
    return array


def _matches(found):
    return [Match(id, title, similarity / 65535, kind) for id, title, similarity, kind in found]


def _threads(threads):
    return 0 if threads is None else _at_least(1, "threads", threads)


def _at_least(least, name, value):
    """An integer argument, checked. bool is not taken for one."""
    try:
        number = value.__index__()
    except AttributeError:
        number = None
    if number is None or isinstance(value, bool) or not least <= number < 2**63:
        raise error("invalid_option", name, f"an integer of at least {least}", value)
    return number


class _Ids:
    """The ids of one table, to find rows by id (str) or by number (int)."""

    def __init__(self, noun, find, count, numbers):
        self._noun, self._find, self._count = noun, find, count
        self._numbers = numbers  # ids that an int could mean as well as a row

    def row(self, wanted) -> int:
        if isinstance(wanted, str):
            return int(self._find([wanted])[0])
        try:
            row = wanted.__index__()
        except AttributeError:
            raise error("unknown_id", self._noun, f"a {self._noun}'s id (str) or row (int)", wanted) from None
        if len(self._numbers) and 0 <= row < 2**63 and not isinstance(wanted, np.uint32):
            self._refuse_ids(np.array([row], np.uint64))
        if not 0 <= row < self._count:
            raise error("unknown_id", self._noun, f"a row below {self._count:,}", row)
        return row

    def rows(self, wanted) -> np.ndarray:
        if isinstance(wanted, (str, int, np.integer)):
            wanted = [wanted]
        elif isinstance(wanted, (set, frozenset)) or not hasattr(wanted, "__len__"):
            wanted = list(wanted)
        array = np.asarray(wanted)
        if array.size == 0:
            return np.zeros(0, np.uint32)
        if array.ndim != 1:
            raise error("shape_mismatch", self._noun, f"one dimension of {self._noun} ids or rows", f"{array.ndim} dimensions")
        if array.dtype.kind in "iu":
            if len(self._numbers) and array.dtype != np.uint32:
                self._refuse_ids(array[array >= 0].astype(np.uint64))
            wrong = (array < 0) | (array >= self._count)
            if wrong.any():
                raise error("unknown_id", self._noun, f"rows below {self._count:,}", int(array[wrong][0]))
            return array.astype(np.uint32)
        items = list(wanted)
        if all(isinstance(item, str) for item in items):
            return self._find([str(item) for item in items])
        return np.array([self.row(item) for item in items], np.uint32)

    def _refuse_ids(self, rows):
        places = np.minimum(np.searchsorted(self._numbers, rows), len(self._numbers) - 1)
        both = rows[self._numbers[places] == rows]
        if len(both):
            expected = f'"{both[0]}" (str), for there is a {self._noun} with this id, or numpy.uint32({both[0]}) for the row of this number'
            raise error("invalid_option", self._noun, expected, int(both[0]))
