"""Each resident by a call of its own, timed: for both peers."""

import time

import numpy as np


def rank_each(rank, residents):
    """rank: resident rows -> lists. Gives all lists together, and the seconds of each call."""
    rank(residents[:1])
    found, seconds = [], []
    for row in residents:
        start = time.perf_counter()
        found.append(rank([row]))
        seconds.append(time.perf_counter() - start)
    together = {key: np.concatenate([lists[key] for lists in found]) for key in ("owners", "rows", "scores", "eligible")}
    together["offsets"] = np.cumsum([0] + [len(lists["rows"]) for lists in found])
    return together, seconds
