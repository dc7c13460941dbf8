"""The ranker: exact rankings in both directions, and the reasons for them."""

import dataclasses
import datetime
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import numpy as np

from . import _aril
from .changed_lists import ChangedLists
from .error import Error, error
from .explanation import Explanation, NearMiss, ReciprocalExplanation, WhyNot, near_miss_of
from .inputs import NO_PAIRS, date_text, embedding_input, pair_lists, sparse_input
from .lists import RankedLists
from .market import Market, _at_least, _threads
from .policy import Policy, policy_of
from .progress import showing

Progress = bool | Callable[[int, int], Any] | None


class Ranker:
    """Ranks the residents and postings of a market under a policy, as of a date. Immutable; any number of threads may use it.

    as_of: a date, or its text as YYYY-MM-DD; no clock is read.
    policy: a Policy, a dict or JSON text as in docs/market_format.md, or the path of such a file; None: the standard one.
    weights: {term: weight} for the resident's side; terms that are not named get 0, and the employer's side keeps its weights.
    employer_weights: the same for the employer's side. A weight is an int, float, Decimal or str, read exactly as written (a float as
    its repr).
    sparse: {name: pairs with a strength of 0..65,535}, each a term of that name: graph.strengths(market) of a ReferralGraph, a scipy
    sparse array, residents x postings or x employers, or (residents, postings, strengths), ids or rows; with "employers" behind it,
    (residents, employers, strengths, "employers"). Without a weight: 0.
    embedding: (resident vectors, posting vectors), float32, rows x dimensions in the order of rows, a row of NaN where no vector is
    given; or a dict with residents, postings, scale (127.0), multiplier (2), shift (0).

    Errors: Error that names the argument or the policy's key. Ctrl-C: KeyboardInterrupt within 100 ms.
    """

    def __init__(
        self,
        market: Market,
        as_of: str | datetime.date | np.datetime64,
        policy: Policy | Mapping[str, Any] | str | os.PathLike[str] | None = None,
        *,
        weights: Mapping[str, Any] | None = None,
        employer_weights: Mapping[str, Any] | None = None,
        sparse: Mapping[str, Any] | None = None,
        embedding: Any = None,
    ):
        self.market = market
        sparse_inputs = [sparse_input(market, name, given) for name, given in (sparse or {}).items()]
        file = os.fspath(policy) if isinstance(policy, os.PathLike) else "policy"
        self._as_of = date_text(as_of)
        with _telling_of_sparse_terms():
            edited = policy_of(policy, [given[0] for given in sparse_inputs])
            if weights is not None:
                edited._weigh("resident", weights)
            if employer_weights is not None:
                edited._weigh("employer", employer_weights)
            self._ranker = _aril.Ranker(market._market, edited._text(), file, self._as_of, sparse_inputs, embedding_input(embedding))

    @property
    def policy(self) -> Policy:
        """A copy of the policy, complete."""
        text = self._ranker.policy_json()
        return Policy.from_json(text, terms=_terms_of(text))

    @property
    def as_of(self) -> datetime.date:
        return datetime.date.fromisoformat(self._as_of)

    def __repr__(self):
        return f"<aril.Ranker of {self.market!r} as of {self._as_of}>"

    # Rankings

    def rank(
        self,
        k: int = 20,
        threads: int | None = None,
        *,
        residents: Any = None,
        kinds: str | Iterable[str] | None = None,
        per_employer: int | None = None,
        per_kind: int | None = None,
        min_score: int | float | None = None,
        offset: int = 0,
        allow: Mapping[Any, Any] | None = None,
        deny: Mapping[Any, Any] | None = None,
        path: str = "automatic",
        progress: Progress = False,
    ) -> RankedLists:
        """Each resident's best postings.

        k: at most so many a resident. threads: None for all that the machine has. residents: an id or row, or a list of them; None: all.
        kinds: "job", "training_slot", "internship", "piecework_lot", one or several; None: all. per_employer, per_kind: caps, None for
        none.
        min_score: a score (int, 0..65,535 squared) or a fraction of it (float, 0..1). offset: skip so many of the capped order: the next
        page.
        allow, deny: {resident: [postings]}, ids or rows; a resident in `allow` is narrowed to its list, `deny` wins.
        path: how they are searched, "listed", "bounded" or "bounded_by_skills", for measurements; all give the same lists.
        progress: True for a bar, or a callable(done, total), which the calling thread calls some times a second.
        One resident is ranked at once, without threads and progress: some tens of microseconds beside the ranking itself.
        Errors: Error that names the argument. Ctrl-C: KeyboardInterrupt within 100 ms; the ranker stays usable.
        """
        options = self._options(k, threads, residents, kinds, per_employer, per_kind, min_score, offset, allow, deny, path)
        with showing(progress, "residents") as report:
            return RankedLists(self._ranker.rank(options, report), self.market, offset)

    def stream(
        self,
        k: int = 20,
        threads: int | None = None,
        *,
        block: int = 65_536,
        residents: Any = None,
        kinds: str | Iterable[str] | None = None,
        per_employer: int | None = None,
        per_kind: int | None = None,
        min_score: int | float | None = None,
        offset: int = 0,
        allow: Mapping[Any, Any] | None = None,
        deny: Mapping[Any, Any] | None = None,
        progress: Progress = False,
    ) -> Iterator[RankedLists]:
        """The same lists as rank, for more residents than should stand in memory at once: an iterator of RankedLists, each of the next
        `block` residents, in their order. A block is ranked when it is asked for, by all threads; larger ones share more work.

        Memory: the lists of about two blocks, 50 x k bytes a resident of a block. progress: over all residents. The rest: as rank.
        Errors: Error that names the argument, at once. Ctrl-C: KeyboardInterrupt within 100 ms, where the next block is asked for; the
        iterator then has no more, and stream(residents=...) of those who are left goes on.
        """
        size = _at_least(1, "block", block)
        rows = self.market.resident_rows(np.arange(self.market._market.resident_count) if residents is None else residents)
        options = self._options(k, threads, None, kinds, per_employer, per_kind, min_score, offset, allow, deny)
        return self._blocks(options, rows, size, offset, progress)

    def _blocks(self, options, rows, size, offset, progress):
        with showing(progress, "residents") as report:
            for begin in range(0, len(rows), size):
                of_block = None if report is None else lambda done, _, begin=begin: report(begin + done, len(rows))
                lists = self._ranker.rank_rows(options, rows[begin : begin + size], of_block)
                yield RankedLists(lists, self.market, offset)

    def reciprocal(
        self,
        combination: str = "minimum",
        k: int = 20,
        threads: int | None = None,
        *,
        residents: Any = None,
        kinds: str | Iterable[str] | None = None,
        per_employer: int | None = None,
        per_kind: int | None = None,
        min_score: int | float | None = None,
        offset: int = 0,
        allow: Mapping[Any, Any] | None = None,
        deny: Mapping[Any, Any] | None = None,
        progress: Progress = False,
    ) -> RankedLists:
        """Each resident's best postings by both sides' scores combined: "minimum", "geometric" or "harmonic". The rest: as rank."""
        options = self._options(k, threads, residents, kinds, per_employer, per_kind, min_score, offset, allow, deny)
        with showing(progress, "residents") as report:
            return RankedLists(self._ranker.reciprocal(combination, options, report), self.market, offset)

    def rank_residents(
        self,
        postings: Any = None,
        k: int = 20,
        threads: int | None = None,
        *,
        min_score: int | float | None = None,
        offset: int = 0,
        allow: Mapping[Any, Any] | None = None,
        deny: Mapping[Any, Any] | None = None,
        path: str = "automatic",
        progress: Progress = False,
    ) -> RankedLists:
        """Each posting's best residents, by the employer's weights. postings: an id or row, or a list of them; None: all. The rest: as
        rank."""
        options = _aril.PostingRankOptions(
            _at_least(0, "k", k),
            _threads(threads),
            None if postings is None else self.market.posting_rows(postings),
            _score(min_score),
            _at_least(0, "offset", offset),
            pair_lists(self.market, allow, "allow"),
            pair_lists(self.market, deny, "deny"),
            path,
        )
        with showing(progress, "residents") as report:
            return RankedLists(self._ranker.rank_residents(options, report), self.market, offset)

    def changed_lists(
        self,
        before: "Ranker",
        lists_before: RankedLists,
        k: int = 20,
        threads: int | None = None,
        *,
        residents: Any = None,
        kinds: str | Iterable[str] | None = None,
        per_employer: int | None = None,
        per_kind: int | None = None,
        min_score: int | float | None = None,
        offset: int = 0,
        allow: Mapping[Any, Any] | None = None,
        deny: Mapping[Any, Any] | None = None,
        progress: Progress = False,
    ) -> ChangedLists:
        """Today's lists after the market has changed, ranking again only whom the change can reach, and what entered, left and moved.

        before, lists_before: yesterday's ranker, and what its rank() gave under the same options. The rest: as rank; the lists are its
        lists, to the byte. Rows are compared by id. Whoever stands in `allow` or `deny` is ranked again; who stood there yesterday has to
        stand there today. Everyone is ranked again under another policy or taxonomy, and where more postings changed than it pays to look at
        (a quarter; in larger markets 64, or 1 in 128): on another date nearly all do, by their freshness, unless that term weighs nothing.
        Errors: as rank; Error for lists that `before` cannot have given: other residents' lists, and "contradiction" for those of other
        options than these, as far as some of them, evenly spread, show it.
        """
        options = self._options(k, threads, residents, kinds, per_employer, per_kind, min_score, offset, allow, deny)
        if not isinstance(before, Ranker):
            raise error("malformed", "before", "an aril.Ranker", type(before).__name__)
        if not isinstance(lists_before, RankedLists) or lists_before.by != "resident" or lists_before.market is not before.market:
            raise error("invalid_option", "lists_before", "lists of before.rank", repr(lists_before).splitlines()[0])
        with showing(progress, "residents") as report:
            compiled = _aril.changed_lists(self._ranker, before._ranker, lists_before._compiled, options, report)
        return ChangedLists(compiled, before.market, self.market, offset)

    # Reasons

    def explain(self, resident: str | int, posting: str | int, side: str = "resident") -> Explanation:
        """Why the pair has its score, seen from one side, "resident" or "employer", and what the rules say. Also for a pair that is not
        eligible."""
        market, row, column = self.market, self.market.resident_row(resident), self.market.posting_row(posting)
        compiled = _aril.explain(self._ranker, row, column, side)
        posting, title, employer = market.posting_ids[column], market._title(column), market.posting_employers[column]
        return Explanation(compiled, market.resident_ids[row], posting, title, employer, side)

    def explain_reciprocal(self, resident: str | int, posting: str | int, combination: str = "minimum") -> ReciprocalExplanation:
        """Both sides of a pair and their combination."""
        sides = [self.explain(resident, posting, side) for side in ("resident", "employer")]
        return ReciprocalExplanation(*sides, combination, _aril.combine(sides[0].score, sides[1].score, combination))

    def why_not(
        self,
        resident: str | int,
        posting: str | int,
        *,
        allow: Mapping[Any, Any] | None = None,
        deny: Mapping[Any, Any] | None = None,
    ) -> WhyNot:
        """Every reason why the pair is not eligible, each with the nearest change that would turn it."""
        market, row, column = self.market, self.market.resident_row(resident), self.market.posting_row(posting)
        options = self._options(0, None, None, None, None, None, None, 0, allow, deny)
        ids = market.resident_ids[row], market.posting_ids[column], market.posting_employers[column]
        return WhyNot(_aril.why_not(self._ranker, row, column, options), *ids)

    def near_misses(self, resident: str | int, k: int = 10, *, kinds: str | Iterable[str] | None = None) -> list[NearMiss]:
        """Postings that one rule alone keeps the resident from, best first by the score that the pair would have; at most k."""
        market, row = self.market, self.market.resident_row(resident)
        found = _aril.near_misses(self._ranker, row, _at_least(0, "k", k), _kinds(kinds))
        return [
            near_miss_of(
                market.resident_ids[row], market.posting_ids[posting], market._title(posting), market.posting_employers[posting], *rest
            )
            for posting, *rest in found
        ]

    def _options(self, k, threads, residents, kinds, per_employer, per_kind, min_score, offset, allow, deny, path="automatic"):
        market = self.market
        return _aril.RankOptions(
            _at_least(0, "k", k),
            _threads(threads),
            None if residents is None else market.resident_rows(residents),
            _kinds(kinds),
            0 if per_employer is None else _at_least(1, "per_employer", per_employer),
            0 if per_kind is None else _at_least(1, "per_kind", per_kind),
            _score(min_score),
            _at_least(0, "offset", offset),
            NO_PAIRS if allow is None else pair_lists(market, allow, "allow"),
            NO_PAIRS if deny is None else pair_lists(market, deny, "deny"),
            path,
        )


@contextmanager
def _telling_of_sparse_terms():
    """A weight of a term that is not known is a misspelt one, or that of a term that should have been handed over."""
    try:
        yield
    except Error as failure:
        raise Error([_with_sparse_hint(problem) for problem in failure.problems]) from None


def _with_sparse_hint(problem):
    if problem.code != "unknown_term":
        return problem
    found = f"{problem.found}; no sparse term of this name was handed over (sparse={{name: strengths}})"
    message = problem.message.replace(f"found {problem.found}", f"found {found}", 1)
    return dataclasses.replace(problem, found=found, message=message)


def _kinds(kinds):
    if kinds is None:
        return None
    return [kinds] if isinstance(kinds, str) else [str(kind) for kind in kinds]


def _score(min_score):
    if min_score is None:
        return 0
    if isinstance(min_score, (float, np.floating)):
        if not 0 <= min_score <= 1:
            raise error("invalid_option", "min_score", "a fraction of 0..1 as a float, or a score as an int", min_score)
        return _aril.score_at_least(float(min_score))
    score = _at_least(0, "min_score", min_score)
    if 1 <= score <= 100:
        raise error("invalid_option", "min_score", f"a fraction of 0..1 as a float, such as {score / 100}, or a score as hits have them", score)
    if score > _aril.max_score:
        raise error("invalid_option", "min_score", f"a score of at most {_aril.max_score:,}", score)
    return score


def _terms_of(policy_json):
    return [entry["term"] for entry in json.loads(policy_json)["weights"]["resident"]]
