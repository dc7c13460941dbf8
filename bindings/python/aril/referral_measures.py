"""Measures of who knows whom: reach by PageRank, proximity, components, and the place of ties. docs/definitions.md, section Reach.

    rows = aril.LinkRows.from_pairs(1005, sources, targets)
    ranks, bounds = aril.page_rank(rows, [42, 7])
    contacts = rows.symmetrized()
    together = aril.embeddedness(contacts)         # one number a column of contacts

Vertices are numbers from 0; where a ReferralGraph is given in place of LinkRows, ids are taken as well, and an int that could also be an id
is an Error, as everywhere. "simple" rows are undirected ones, each link both ways, without loops and repeats, as symmetrized() makes them;
what needs them refuses others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from . import _aril
from .error import error
from .market import _at_least, _threads
from .progress import showing


class LinkRows:
    """Links as compressed rows: row v leads to columns[offsets[v]:offsets[v + 1]], rising. Immutable.

    offsets: whole numbers, one more than there are rows; columns: whole numbers below the number of rows. Errors: shape_mismatch,
    wrong_order or out_of_range for arrays that are no rows."""

    def __init__(self, offsets: Any, columns: Any):
        self._set(_aril.CompressedRows(_whole("offsets", offsets, np.uint64), _whole("columns", columns, np.uint32)))

    @classmethod
    def from_pairs(cls, count: int, rows: Any, columns: Any) -> "LinkRows":
        """Rows of `count` vertices from pairs in any order; loops and repeats stay. Errors: out_of_range for a number of count or above."""
        pairs = _whole("rows", rows, np.uint32), _whole("columns", columns, np.uint32)
        return cls._of(_aril.CompressedRows.from_pairs(_at_least(0, "count", count), *pairs))

    def symmetrized(self) -> "LinkRows":
        """The undirected graph under it: each link both ways, without loops and repeats."""
        return self._of(self._rows.symmetrized())

    @property
    def offsets(self) -> np.ndarray:
        """uint64, one more than there are rows; not to be written to."""
        return self._rows.offsets()

    @property
    def columns(self) -> np.ndarray:
        """uint32, one a link; not to be written to."""
        return self._rows.columns()

    def __len__(self) -> int:
        return len(self._rows)

    def _set(self, rows):
        self._rows, self._simple = rows, None

    @classmethod
    def _of(cls, rows):
        made = cls.__new__(cls)
        made._set(rows)
        return made

    def _as_simple(self):
        if self._simple is None:
            self._simple = self._rows.is_simple()
        if not self._simple:
            raise error("invalid_option", "rows", "links both ways without loops and repeats: rows.symmetrized()", "others")
        return self._rows


@dataclass(frozen=True, repr=False)
class PushedRanks:
    """Ranks near each seed: those of the i-th seed stand at [offsets[i], offsets[i + 1]) of vertices (rising) and ranks.

    error_bounds[i]: at most so far, in sum over all vertices, from the exact ranks, before `most` cut any."""

    offsets: np.ndarray
    vertices: np.ndarray
    ranks: np.ndarray
    error_bounds: np.ndarray

    def __repr__(self):
        return f"<aril.PushedRanks: {len(self.error_bounds):,} seeds, {len(self.ranks):,} ranks>"

    def of(self, seed_number: int) -> tuple[np.ndarray, np.ndarray]:
        """(vertices, ranks) of a seed."""
        part = slice(int(self.offsets[seed_number]), int(self.offsets[seed_number + 1]))
        return self.vertices[part], self.ranks[part]


@dataclass(frozen=True)
class TieKind:
    """Ties whose strength lies in [strength_from, strength_below), and the placements that they carried or may have carried."""

    strength_from: int
    strength_below: int
    links: int
    bridges: int
    mean_embeddedness: float
    carried: int
    referred_in_reach: int
    other_in_reach: int


@dataclass(frozen=True)
class TieReport:
    """kinds: weakest first. referred, others: how many placements came through a referral, and how many did not."""

    kinds: list[TieKind]
    referred: int
    others: int


def page_rank(
    rows: LinkRows, seeds: Any, *, damping: float = 0.85, tolerance: float = 1e-8, threads: int | None = None, progress: Any = False
) -> tuple[np.ndarray, np.ndarray]:
    """Personalised PageRank of each seed: (ranks, error bounds); float64, seeds x vertices and seeds.

    The L1 distance of a row from the exact ranks is at most its bound, which is at most the tolerance. 8 bytes a seed and vertex."""
    with showing(progress, "seeds") as report:
        return _aril.page_rank(_links(rows), _vertices(rows, "seeds", seeds), damping, tolerance, _threads(threads), report)


def global_page_rank(
    rows: LinkRows, teleport: Any = None, *, damping: float = 0.85, tolerance: float = 1e-8, threads: int | None = None
) -> tuple[np.ndarray, float]:
    """(ranks, error bound) of a walk that starts again by the shares of `teleport`, one a vertex; None: anywhere alike."""
    shares = None if teleport is None else np.asarray(teleport, np.float64)
    ranks, bounds = _aril.page_rank_from(_links(rows), shares, damping, tolerance, _threads(threads))
    return ranks[0], float(bounds[0])


def page_rank_direct(rows: LinkRows, seeds: Any, *, damping: float = 0.85) -> np.ndarray:
    """The same ranks by a sparse factorisation, to check with; seeds x vertices. For small graphs."""
    return _aril.page_rank_direct(_links(rows), _vertices(rows, "seeds", seeds), damping)[0]


def page_rank_push(
    rows: LinkRows,
    seeds: Any,
    *,
    damping: float = 0.85,
    threshold: float = 1e-6,
    symmetric: bool | None = None,
    most: int | None = None,
    threads: int | None = None,
    progress: Any = False,
) -> PushedRanks:
    """Personalised PageRank near each seed by forward push, with its error bound. most: keep so many largest ranks a seed; None: all.

    symmetric: whether links are the same both ways, as those of contacts and symmetrized() are; None: one pass over the links finds out, so
    say it where you ask for few seeds of a large graph. Stated wrongly it costs time; the bounds still hold."""
    kept = 0 if most is None else _at_least(1, "most", most)
    with showing(progress, "seeds") as report:
        numbers = _vertices(rows, "seeds", seeds)
        return PushedRanks(*_aril.page_rank_push(_links(rows), numbers, damping, threshold, symmetric, kept, _threads(threads), report))


def embeddedness(rows: LinkRows, *, threads: int | None = None, progress: Any = False) -> np.ndarray:
    """The triangles through every link of simple rows: uint32, one a column."""
    with showing(progress, "people") as report:
        return _aril.embeddedness(_simple(rows), _threads(threads), report)


def clustering(rows: LinkRows, *, threads: int | None = None) -> tuple[np.ndarray, float]:
    """(coefficient of every vertex, their average) of simple rows."""
    _, coefficients, average, _ = _aril.triangles(_simple(rows), embeddedness(rows, threads=threads))
    return coefficients, average


def triangles(rows: LinkRows, *, threads: int | None = None) -> tuple[np.ndarray, int]:
    """(triangles through every vertex, all triangles) of simple rows."""
    counts, _, _, count = _aril.triangles(_simple(rows), embeddedness(rows, threads=threads))
    return counts, count


def common_neighbour_counts(rows: LinkRows, lefts: Any, rights: Any, *, threads: int | None = None) -> np.ndarray:
    """How many neighbours lefts[i] and rights[i] have in common, for every i; simple rows; uint32."""
    pairs = _vertices(rows, "lefts", lefts), _vertices(rows, "rights", rights)
    return _aril.common_neighbour_counts(_simple(rows), *pairs, _threads(threads))


def adamic_adar(rows: LinkRows, lefts: Any = None, rights: Any = None, *, threads: int | None = None, progress: Any = False) -> np.ndarray:
    """Adamic-Adar of lefts[i] and rights[i], for every i; without them, of the ends of every link, one a column. Simple rows; float64."""
    if lefts is None and rights is None:
        with showing(progress, "people") as report:
            return _aril.adamic_adar_of_links(_simple(rows), _threads(threads), report)
    pairs = _vertices(rows, "lefts", lefts), _vertices(rows, "rights", rights)
    return _aril.adamic_adar(_simple(rows), *pairs, _threads(threads))


def components(rows: LinkRows, *, strong: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """(number of each vertex's component, size of each component); numbered in the order of their lowest vertex. Weak ones take links
    both ways."""
    return _aril.components(_links(rows), strong)


def local_bridges(
    rows: LinkRows, *, span_limit: int = 6, threads: int | None = None, progress: Any = False
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Links whose ends have no common neighbour: (lower ends, higher ends, spans). A span is the links of the shortest way round, 0 where
    there is none within the limit. Simple rows."""
    with showing(progress, "bridges") as report:
        return _aril.local_bridges(_simple(rows), _at_least(0, "span_limit", span_limit), _threads(threads), report)


def burt_constraint(rows: LinkRows, weights: Any = None, *, threads: int | None = None, progress: Any = False) -> np.ndarray:
    """Burt's constraint of every vertex, NaN without links that weigh anything. weights: 0 or above, one a column; a link weighs what its
    two directions weigh together, so burt_constraint(graph, graph.contact_strengths) works, one-way links among them; None: all 1. Simple
    rows; float64."""
    given = None if weights is None else np.asarray(weights, np.float64)
    with showing(progress, "people") as report:
        return _aril.burt_constraint(_simple(rows), given, _threads(threads), report)


def tie_report(
    rows: LinkRows, strengths: Any, cuts: Any, placements: Iterable[tuple] = (), *, threads: int | None = None
) -> TieReport:
    """Kinds of ties by strength, side by side. strengths: 0..65535, one a column of simple rows; cuts: rising, one fewer than kinds.

    placements: (resident, employer, through a referral or not), or with the introducer, or None, behind; ids or rows. See
    docs/python.md for placements from chains."""
    if not isinstance(placements, Iterable):
        raise error("malformed", "placements", "a list of (resident, employer, through a referral or not)", placements)
    given = [_placement(place, placement) for place, placement in enumerate(placements)]
    residents, employers, referred, introducers = zip(*given, strict=True) if given else ((), (), (), ())
    arrays = (
        _vertices(rows, "placements", residents),
        _vertices(rows, "placements", employers),
        np.asarray(referred, np.bool_),
        _introducers(rows, introducers),
    )
    numbers = _whole("strengths", strengths, np.uint16), _whole("cuts", cuts, np.uint16)
    kinds, of_referrals, others = _aril.tie_report(_simple(rows), *numbers, arrays, _threads(threads))
    return TieReport([TieKind(*kind) for kind in kinds], of_referrals, others)


def _placement(place, placement):
    """(resident, employer, through a referral or not, introducer or None)"""
    if not isinstance(placement, (tuple, list)) or len(placement) not in (3, 4):
        expected = "(resident, employer, through a referral or not), or with the introducer behind"
        raise error("malformed", "", expected, placement, file="placements", row=place)
    return (*placement, None)[:4]


def _introducers(rows, introducers):
    named = np.array([one is not None for one in introducers], np.bool_)
    found = np.full(len(introducers), _aril.no_introducer, np.uint32)
    found[named] = _vertices(rows, "placements", [one for one in introducers if one is not None])
    return found


def _links(rows):
    return _checked(rows)._rows


def _simple(rows):
    return _checked(rows)._as_simple()


def _checked(rows):
    if not hasattr(rows, "_as_simple"):
        expected = "a ReferralGraph or LinkRows (of a NetworkX or igraph graph: ReferralGraph.from_networkx, from_igraph)"
        raise error("malformed", "rows", expected, f"{type(rows).__module__}.{type(rows).__name__}")
    return rows


def _vertices(rows, field, vertices):
    """Rows of vertices: of a graph by id or row, as its rows() takes them; of plain LinkRows by number."""
    return _whole(field, vertices, np.uint32) if isinstance(rows, LinkRows) else _checked(rows).rows(vertices)


def _whole(field, values, dtype):
    """Whole numbers in the range of dtype as an array of it."""
    array = np.atleast_1d(np.asarray(values))
    if array.size == 0:
        return np.zeros(0, dtype)
    if array.ndim != 1 or array.dtype.kind not in "iu":
        raise error("malformed", field, "whole numbers in one dimension (ids: of a ReferralGraph alone)", f"{array.dtype} of {array.ndim} dimensions")
    wrong = (array < 0) | (array > np.iinfo(dtype).max)
    if wrong.any():
        raise error("out_of_range", field, f"whole numbers of 0..{np.iinfo(dtype).max}", array[wrong][0].item())
    return np.ascontiguousarray(array, dtype)
