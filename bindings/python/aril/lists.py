"""Ranked lists: NumPy arrays over the library's own memory, and the same as rows for people."""

import csv
import operator
import os
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, overload

import numpy as np

from . import _aril
from .error import error
from .market import Market

CHUNK = 1 << 16  # hits that to_csv holds as Python objects at a time


class Hit(NamedTuple):
    """One place of a list. questions: the codes of rules that are not known and that the policy asks about. employer: the posting's, its id."""

    rank: int
    resident: str
    posting: str
    title: str
    score: int
    fraction: float
    questions: tuple[str, ...]
    employer: str


@lru_cache(maxsize=4096)
def _codes(bits):
    return tuple(code for i, code in enumerate(_aril.rule_names) if bits >> i & 1)


class RankedLists(Sequence):
    """One list for each resident (rank, reciprocal) or for each posting (rank_residents). A list that is short is short: nothing is padded.

    len() is the number of lists; lists["R000042"] is a resident's (a posting's) list by id, lists[0] the first one, lists[:2] a list of the
    first two; iterating gives the lists; "R000042" in lists says whether there is such a list. Order: lists as asked for (all: in the order of ids); hits by higher score, then the lower row. The arrays can't be written to.
    """

    def __init__(self, compiled: _aril.ResidentLists | _aril.PostingLists, market: Market, offset: int = 0):
        self._compiled, self.market, self._offset = compiled, market, offset
        self.by: str = "resident" if isinstance(compiled, _aril.ResidentLists) else "posting"

    # Arrays

    @cached_property
    def residents(self) -> np.ndarray:
        """uint32 rows: one a list where the lists are residents', else one a hit."""
        return self._compiled.owners() if self.by == "resident" else self._compiled.residents()

    @cached_property
    def postings(self) -> np.ndarray:
        """uint32 rows: one a hit where the lists are residents', else one a list."""
        return self._compiled.postings() if self.by == "resident" else self._compiled.owners()

    @cached_property
    def offsets(self) -> np.ndarray:
        """uint64, one a list and one more: the i-th list's hits stand at [offsets[i]:offsets[i + 1]] of the arrays with one entry a hit."""
        return self._compiled.offsets()

    @cached_property
    def counts(self) -> np.ndarray:
        """int64, one a list: how many hits it has."""
        return np.diff(self.offsets.astype(np.int64))

    @cached_property
    def eligible(self) -> np.ndarray:
        """uint64, one a list: how many pairs the rules leave (after kinds, allow and deny), before min_score, caps, offset and k."""
        return self._compiled.eligible()

    @cached_property
    def scores(self) -> np.ndarray:
        """uint32, one a hit: 0..65,535 squared."""
        return self._compiled.scores()

    @property
    def fractions(self) -> np.ndarray:
        """float64, one a hit: scores as 0..1."""
        return self.scores / _aril.max_score

    @cached_property
    def questions(self) -> np.ndarray:
        """uint64, one a hit: bit i is set where rule i (in the order of aril.Policy.standard().rules) is not known and the policy asks."""
        return self._compiled.questions()

    @property
    def resident_ids(self) -> np.ndarray:
        """Object array of str, along `residents`."""
        return self.market.resident_ids[self.residents]

    @property
    def posting_ids(self) -> np.ndarray:
        """Object array of str, along `postings`."""
        return self.market.posting_ids[self.postings]

    @property
    def _owners(self):
        return self.residents if self.by == "resident" else self.postings

    # Lists

    def __len__(self) -> int:
        return len(self._compiled)

    @overload
    def __getitem__(self, owner: str | int) -> "Hits": ...
    @overload
    def __getitem__(self, owner: slice) -> "list[Hits]": ...
    def __getitem__(self, owner):
        """A list by its owner's id, or by its place; of a slice a list of them. Errors: Error "unknown_id" for one that was not ranked,
        IndexError for a place."""
        if isinstance(owner, str):
            return Hits(self, self._place_of(owner))
        if isinstance(owner, slice):
            return [Hits(self, place) for place in range(*owner.indices(len(self)))]
        place = operator.index(owner)
        if not -len(self) <= place < len(self):
            raise IndexError(f"list {place} of {len(self)}")
        return Hits(self, place % len(self))

    def __iter__(self) -> "Iterator[Hits]":
        return (Hits(self, place) for place in range(len(self)))

    def __contains__(self, owner) -> bool:
        return owner in (self.resident_ids if self.by == "resident" else self.posting_ids)

    def _place_of(self, id):
        row = (self.market.resident_row if self.by == "resident" else self.market.posting_row)(id)
        owners = self._owners
        if row < len(owners) and owners[row] == row:
            return row
        places = np.flatnonzero(owners == row)
        if not len(places):
            raise error("unknown_id", "owner", f"a {self.by} that was ranked", id)
        return int(places[0])

    # For people

    def to_pandas(self, language: str = "en"):
        """A DataFrame with one row a hit: resident, rank (from 1), posting, title, kind, employer, score, fraction, questions (codes
        joined by "|"). Differences: take fraction (score / 65,535 squared); score is an unsigned uint32 and wraps."""
        import pandas  # optional, and slow to import

        return pandas.DataFrame(self._columns(slice(0, len(self.scores)), language))

    def to_csv(self, path: str | os.PathLike[str], language: str = "en") -> None:
        """The rows of to_pandas as CSV, UTF-8. Errors: Error "file_not_writable"."""
        try:
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(self._columns(slice(0, 0), language))
                for start in range(0, len(self.scores), CHUNK):
                    columns = self._columns(slice(start, start + CHUNK), language)
                    writer.writerows(zip(*(column.tolist() for column in columns.values()), strict=True))
        except OSError as failure:
            raise error(
                "file_not_writable", "", "a file that can be written", failure.strerror or str(failure), file=os.fspath(path)
            ) from None

    def _columns(self, hits, language):
        """{column: array} for a range of hits."""
        hit_numbers = np.arange(*hits.indices(len(self.scores)))
        lists = np.searchsorted(self.offsets, hit_numbers, side="right") - 1
        residents, postings = (
            (self.residents[lists], self.postings[hits]) if self.by == "resident" else (self.residents[hits], self.postings[lists])
        )
        bits, numbers = np.unique(self.questions[hits], return_inverse=True)
        texts = np.array(["|".join(_codes(int(one))) for one in bits], dtype=object)
        rank = {"rank": hit_numbers - self.offsets[lists].astype(np.int64) + 1 + self._offset}
        resident = {"resident": self.market.resident_ids[residents]}
        posting = {
            "posting": self.market.posting_ids[postings],
            "title": self.market.posting_titles(language)[postings],
            "kind": self.market.posting_kinds[postings],
            "employer": self.market.posting_employers[postings],
        }
        scores = self.scores[hits]
        last = {"score": scores, "fraction": scores / _aril.max_score, "questions": texts[numbers]}
        return (resident | rank | posting if self.by == "resident" else posting | rank | resident) | last

    def __repr__(self):
        noun = self.by if len(self) == 1 else f"{self.by}s"
        head = f"<aril.RankedLists: {len(self):,} {noun}, {len(self.scores):,} hits>"
        if not len(self):
            return head
        best = self[0]
        more = "" if len(self) == 1 else f"\n... and {len(self) - 1:,} more {'list' if len(self) == 2 else 'lists'}"
        return f"{head}\n{best!r}{more}"


class Hits(Sequence):
    """One list: a sequence of Hit objects, best first, of which a slice is a list; the arrays are those of RankedLists, for this list."""

    def __init__(self, lists: RankedLists, place: int):
        self._lists = lists
        self._place = place
        self._range = slice(int(lists.offsets[place]), int(lists.offsets[place + 1]))

    @property
    def row(self) -> int:
        """The row of the resident (the posting) whose list this is."""
        return int(self._lists._owners[self._place])

    @property
    def id(self) -> str:
        """Whose list this is."""
        market = self._lists.market
        return (market.resident_ids if self._lists.by == "resident" else market.posting_ids)[self.row]

    @property
    def eligible(self) -> int:
        return int(self._lists.eligible[self._place])

    @property
    def residents(self) -> np.ndarray:
        """uint32 rows, one a hit. Of a resident's list: all the same."""
        return np.full(len(self), self.row, np.uint32) if self._lists.by == "resident" else self._lists.residents[self._range]

    @property
    def postings(self) -> np.ndarray:
        """uint32 rows, one a hit."""
        return self._lists.postings[self._range] if self._lists.by == "resident" else np.full(len(self), self.row, np.uint32)

    @property
    def resident_ids(self) -> np.ndarray:
        return self._lists.market.resident_ids[self.residents]

    @property
    def posting_ids(self) -> np.ndarray:
        return self._lists.market.posting_ids[self.postings]

    @property
    def scores(self) -> np.ndarray:
        """uint32, one a hit."""
        return self._lists.scores[self._range]

    @property
    def fractions(self) -> np.ndarray:
        """float64, one a hit."""
        return self.scores / _aril.max_score

    def __len__(self) -> int:
        return self._range.stop - self._range.start

    @overload
    def __getitem__(self, place: int) -> Hit: ...
    @overload
    def __getitem__(self, place: slice) -> list[Hit]: ...
    def __getitem__(self, place):
        """A hit by its place, of a slice a list of them."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        place = operator.index(place)
        if not -len(self) <= place < len(self):
            raise IndexError(f"hit {place} of {len(self)}")
        at, lists = self._range.start + place % len(self), self._lists
        market, is_residents = lists.market, lists.by == "resident"
        resident = self.row if is_residents else int(lists.residents[at])
        posting = int(lists.postings[at]) if is_residents else self.row
        score = int(lists.scores[at])
        return Hit(
            lists._offset + place % len(self) + 1,
            market.resident_ids[resident],
            market.posting_ids[posting],
            market._title(posting),
            score,
            score / _aril.max_score,
            _codes(int(lists.questions[at])),
            market.posting_employers[posting],
        )

    def __iter__(self) -> Iterator[Hit]:
        return (self[place] for place in range(len(self)))

    def to_pandas(self, language: str = "en"):
        """As RankedLists.to_pandas."""
        import pandas  # optional, and slow to import

        return pandas.DataFrame(self._lists._columns(self._range, language))

    def __repr__(self):
        lines = [f"{self.id}: {self.eligible:,} eligible"]
        for hit in self[:10]:
            name = f"{hit.posting}  {hit.title}" if self._lists.by == "resident" else hit.resident
            lines.append(f"{hit.rank:4d}  {hit.fraction:.4f}  {name}" + (f"  (ask: {', '.join(hit.questions)})" if hit.questions else ""))
        if len(self) > 10:
            lines.append(f"      ... and {len(self) - 10:,} more")
        return "\n".join(lines)
