"""Whom someone can reach, and who can reach an employer: one best chain for each."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from .introductions import Introduction, IntroductionLists


class Reach(Sequence):
    """The employers within one person's reach, or the people within whose reach one employer is: the best chain of each, strongest first,
    ties to the lower row. reach[0] is an Introduction, with person, employer, strength and fraction; a slice is a list of them."""

    def __init__(self, lists: IntroductionLists):
        """lists: of one chain a pair at most."""
        self._lists = lists
        self._order = np.argsort(-lists.strengths.astype(np.int64), kind="stable")  # chains
        self._pairs = np.flatnonzero(np.diff(lists.chain_offsets.astype(np.int64)))[self._order]

    @property
    def persons(self) -> np.ndarray:
        """uint32 rows of the graph."""
        return self._lists.persons[self._pairs]

    @property
    def employers(self) -> np.ndarray:
        """uint32 rows of the graph."""
        return self._lists.employers[self._pairs]

    @property
    def strengths(self) -> np.ndarray:
        """uint16: 0..65,535, falling."""
        return self._lists.strengths[self._order]

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, place: Any) -> Introduction | list[Introduction]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        return self._lists[int(self._pairs[place])][0]

    def __repr__(self):
        lines = [f"{one.fraction:.4f}  {one}" for one in self[:10]]
        more = [f"... and {len(self) - 10:,} more"] if len(self) > 10 else []
        return "\n".join([f"<aril.Reach: {len(self):,}>", *lines, *more])

    def to_pandas(self):
        """A DataFrame of one row a chain, strongest first: person, kind (of vertex, the person's), employer, strength, fraction, hops,
        introducers (ids, joined by "|")."""
        frame = self._lists.to_pandas().drop(columns="rank").iloc[self._order].reset_index(drop=True)
        frame.insert(1, "kind", self._lists._graph.vertices()["kind"][self.persons])
        return frame
