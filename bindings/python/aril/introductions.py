"""Who can introduce whom: chains, one pair's or many pairs', a plan that asks nobody too often, and strengths as a ranker takes them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from . import _aril
from .error import error
from .market import Market, _at_least

if TYPE_CHECKING:
    from .referral import ReferralGraph


@dataclass(frozen=True)
class Introduction:
    """A chain from a person, over introducers who agreed to be asked, to an employer.

    strength: 0..65,535, folded from the employer backwards (docs/definitions.md). vertices: ids, from the person to the employer; rows: the
    same as the graph's row numbers."""

    strength: int
    vertices: tuple[str, ...]
    rows: tuple[int, ...]
    _graph: "ReferralGraph" = field(repr=False, compare=False)

    @property
    def person(self) -> str:
        """Where the chain starts, an id."""
        return self.vertices[0]

    @property
    def employer(self) -> str:
        """Where it ends, an id."""
        return self.vertices[-1]

    @property
    def introducers(self) -> tuple[str, ...]:
        """Who would be asked, in the order of the chain; empty where the person knows the employer."""
        return self.vertices[1:-1]

    @property
    def hops(self) -> int:
        """Links of the chain; the one to the employer counts."""
        return len(self.rows) - 1

    @property
    def fraction(self) -> float:
        """strength / 65,535."""
        return self.strength / 65535

    def sentence(self, language: str = "en") -> str:
        """Who asks whom, and how they know each other. language: "en" or "zh"."""
        return _aril.chain_sentence(self._graph._graph, self.strength, list(self.rows), language)

    def __str__(self):
        return self.sentence()


class IntroductionLists:
    """The chains of many pairs, in the order in which the pairs were given: lists[i] is the i-th pair's, best first.

    persons, employers: uint32 rows of the graph, one a pair. chain_offsets: the i-th pair's chains stand at [chain_offsets[i],
    chain_offsets[i + 1]). strengths: uint16, one a chain. introducer_offsets: the same for a chain's introducers; introducers: uint32 rows.
    """

    def __init__(self, compiled: _aril.IntroductionLists, graph: "ReferralGraph", persons: np.ndarray, employers: np.ndarray):
        self._lists, self._graph, self.persons, self.employers = compiled, graph, persons, employers
        self.chain_offsets, self.strengths, self.introducer_offsets, self.introducers = compiled.arrays()

    def __len__(self) -> int:
        return len(self.persons)

    def __getitem__(self, pair: Any) -> Any:
        """One pair's chains; of a slice, a list of such lists."""
        if isinstance(pair, slice):
            return [self[one] for one in range(len(self))[pair]]
        pair = range(len(self))[pair]  # negative ones, and IndexError
        return [self._chain(pair, chain) for chain in range(int(self.chain_offsets[pair]), int(self.chain_offsets[pair + 1]))]

    def __iter__(self) -> Iterator[list[Introduction]]:
        return (self[pair] for pair in range(len(self)))

    def _chain(self, pair, chain):
        between = self.introducers[int(self.introducer_offsets[chain]) : int(self.introducer_offsets[chain + 1])].tolist()
        return self._graph._introduction(int(self.strengths[chain]), (int(self.persons[pair]), *between, int(self.employers[pair])))

    def __repr__(self):
        return f"<aril.IntroductionLists: {len(self):,} pairs, {len(self.strengths):,} chains>"

    def to_pandas(self):
        """A DataFrame of one row a chain: person, employer, rank (from 1), strength, fraction, hops, introducers (ids, joined by "|").
        Differences: take fraction; strength is unsigned and wraps."""
        import pandas  # optional, and slow to import

        counts = np.diff(self.chain_offsets.astype(np.int64))
        ids, pairs = self._graph.ids, np.repeat(np.arange(len(self)), counts)
        ends = self.introducer_offsets.astype(np.int64)
        names = ["|".join(ids[self.introducers[ends[chain] : ends[chain + 1]]]) for chain in range(len(self.strengths))]
        ranks = np.arange(len(pairs)) - np.repeat(self.chain_offsets[:-1].astype(np.int64), counts) + 1
        return pandas.DataFrame(
            {
                "person": ids[self.persons[pairs]],
                "employer": ids[self.employers[pairs]],
                "rank": ranks,
                "strength": self.strengths,
                "fraction": self.strengths / 65535,
                "hops": np.diff(ends) + 1,
                "introducers": names,
            }
        )


@dataclass(frozen=True, repr=False)
class IntroductionPlan:
    """At most one introduction a person, nobody an introducer too often.

    introductions: in the order of the pairs; pairs: the place of each one's pair in the lists. worth: the sum of strengths. bound: no plan
    within the same limit is worth more, so bound - worth is the most that a better search could gain. worth_without_limit: everyone's best
    chain, however often anybody is named; less worth, it is what the limit and the search cost together."""

    introductions: list[Introduction]
    pairs: np.ndarray = field(compare=False)
    worth: int
    bound: int
    worth_without_limit: int

    def __len__(self) -> int:
        return len(self.introductions)

    def __repr__(self):
        return f"<aril.IntroductionPlan: {len(self):,} introductions, worth {self.worth:,} of at most {self.bound:,}>"

    def to_pandas(self):
        """A DataFrame of one row an introduction: person, employer, strength, fraction, hops, introducers (ids, joined by "|")."""
        import pandas  # optional, and slow to import

        columns = {name: [getattr(one, name) for one in self.introductions] for name in ("person", "employer", "strength", "fraction", "hops")}
        return pandas.DataFrame(columns | {"introducers": ["|".join(one.introducers) for one in self.introductions]})


def plan_introductions(lists: IntroductionLists, most_namings: int = 3, *, rounds: int = 200) -> IntroductionPlan:
    """Chooses among the chains of the lists, for the largest sum of strengths that it finds.

    lists: as introductions_of gives them. most_namings: how often one introducer may be named in the whole plan. rounds: of improving the
    bound. The same lists give the same plan. Errors: Error "malformed" for other lists."""
    if not isinstance(lists, IntroductionLists):
        raise error("malformed", "lists", "the IntroductionLists of graph.introductions_of(persons, employers)", type(lists).__name__)
    pairs, ranks, worth, bound = lists._lists.plan(_at_least(1, "most_namings", most_namings), _at_least(0, "rounds", rounds))
    chosen = [
        lists._chain(pair, int(lists.chain_offsets[pair]) + rank) for pair, rank in zip(pairs.tolist(), ranks.tolist(), strict=True)
    ]
    return IntroductionPlan(chosen, pairs, worth, bound, _worth_without_limit(lists))


def _worth_without_limit(lists):
    """The sum of every person's best chain: a pair's first is its best, and a person's pairs may be several."""
    pairs = np.flatnonzero(np.diff(lists.chain_offsets.astype(np.int64)))
    persons, numbers = np.unique(lists.persons[pairs], return_inverse=True)
    best = np.zeros(len(persons), np.int64)
    np.maximum.at(best, numbers, lists.strengths[lists.chain_offsets[pairs].astype(np.int64)].astype(np.int64))
    return int(best.sum())


class ReferralStrengths:
    """The best strength of every resident and employer of a market, sparse: what a Ranker takes as sparse={"referral": strengths}.

    shape: residents x employers. The i-th resident's employers stand at [offsets[i], offsets[i + 1]) of employers (uint32 rows of the
    market, rising) and strengths (uint16, 1..65,535). market: whose rows these are; a Ranker over a market with other residents or employers
    refuses them."""

    def __init__(self, market: Market, offsets: np.ndarray, employers: np.ndarray, strengths: np.ndarray):
        self.market, self.offsets, self.employers, self.strengths = market, offsets, employers, strengths

    @property
    def shape(self) -> tuple[int, int]:
        return self.market._market.resident_count, self.market._market.employer_count

    def _has_rows_of(self, market):
        if market._market is self.market._market:
            return True
        pairs = (self.market.resident_ids, market.resident_ids), (self.market.employer_ids, market.employer_ids)
        return all(np.array_equal(own, other) for own, other in pairs)

    @property
    def residents(self) -> np.ndarray:
        """uint32, one an entry: its resident's row."""
        return np.repeat(np.arange(self.shape[0], dtype=np.uint32), np.diff(self.offsets.astype(np.int64)))

    def __len__(self) -> int:
        return len(self.strengths)

    def __repr__(self):
        return f"<aril.ReferralStrengths: {self.shape[0]:,} residents x {self.shape[1]:,} employers, {len(self):,} entries>"

    def to_scipy(self) -> Any:
        """A scipy.sparse.csr_array of uint16."""
        from scipy.sparse import csr_array  # optional

        return csr_array((self.strengths, self.employers, self.offsets.astype(np.int64)), shape=self.shape)
