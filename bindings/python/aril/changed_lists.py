"""Lists of yesterday against today."""

from functools import cached_property

import numpy as np

from . import _aril
from .lists import RankedLists
from .market import Market

NONE = np.uint32(0xFFFFFFFF)


class ChangedLists:
    """What became of the lists of another day, and today's lists: ranker.changed_lists(...).

    lists: today's, equal to ranker.rank(...) to the byte. counts: {"changed_residents", "changed_postings", "ranked_again", "everyone"}:
    how much differs between the two days, how many residents were ranked again, and whether that was because the change reaches everyone.
    """

    def __init__(self, compiled: _aril.ChangedLists, before: Market, after: Market, offset: int = 0):
        self._compiled, self._before, self._after, self._offset = compiled, before, after, offset
        self.lists = RankedLists(compiled.lists(), after, offset)
        names = ("changed_residents", "changed_postings", "ranked_again", "everyone")
        self.counts: dict[str, int] = dict(zip(names, compiled.counters(), strict=True))

    @cached_property
    def residents(self) -> np.ndarray:
        """uint32 rows of today, one a list that is another one, in the order of the lists."""
        return self._compiled.residents()

    @property
    def resident_ids(self) -> np.ndarray:
        """Object array of str, along `residents`."""
        return self._after.resident_ids[self.residents]

    @property
    def gone_ids(self) -> np.ndarray:
        """Object array of str: who had a list and is no longer there."""
        return self._before.resident_ids[self._compiled.gone()]

    def to_pandas(self, language: str = "en"):
        """A DataFrame with one row for each posting of a list that entered, left or moved (another rank, another score or other questions):
        resident, change ("entered", "left", "moved"), posting, title, rank_before, rank_after (from 1; missing: not listed),
        score_before, score_after. Order: residents as listed; today's ranks, then what left by its rank of yesterday."""
        import pandas  # optional, and slow to import

        compiled = self._compiled
        before, after = compiled.places_before(), compiled.places_after()
        owners = np.repeat(self.residents, np.diff(compiled.offsets().astype(np.int64)))
        change = np.where(before == NONE, "entered", np.where(after == NONE, "left", "moved")).astype(object)

        def number(values, places):
            return pandas.array(np.where(places == NONE, 0, values.astype(np.int64)), dtype="Int64").copy(), places == NONE

        columns = {"resident": self._after.resident_ids[owners], "change": change}
        columns |= {"posting": self._named(lambda market: market.posting_ids)}
        columns |= {"title": self._named(lambda market: market.posting_titles(language))}
        for name, values, places in (
            ("rank_before", before.astype(np.int64) + 1 + self._offset, before),
            ("rank_after", after.astype(np.int64) + 1 + self._offset, after),
            ("score_before", compiled.scores_before(), before),
            ("score_after", compiled.scores_after(), after),
        ):
            columns[name], missing = number(values, places)
            columns[name][missing] = pandas.NA
        return pandas.DataFrame(columns)

    def _named(self, names_of):
        """One a change: of today's market where the posting is still there, else of yesterday's."""
        before, after = self._compiled.postings_before(), self._compiled.postings_after()
        names = np.empty(len(after), dtype=object)
        there = after != NONE
        names[there] = names_of(self._after)[after[there]]
        names[~there] = names_of(self._before)[before[~there]]
        return names

    def __repr__(self):
        again, lists = self.counts["ranked_again"], len(self.lists)
        return f"<aril.ChangedLists: {len(self.residents):,} of {lists:,} lists changed, {again:,} residents ranked again>"
