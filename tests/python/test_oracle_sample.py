"""Exact where it is used: markets of 2,000 residents x 5,000 postings drawn from the sample equal the NumPy oracle, by every path and at every
CPU level."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from tempfile import TemporaryDirectory

from sample_cases import sample_case
from test_oracle import assert_same_lists

MARKETS = 50 if os.environ.get("ARIL_DEEP") == "1" else 1
MEMORY = 4 << 30  # that one market takes with the oracle's tables


def markets_at_once():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES")
    return max(1, min(os.cpu_count() or 1, memory // MEMORY))


def assert_equal_to_the_oracle(seed):
    with TemporaryDirectory() as folder:
        case = sample_case(Path(folder), seed, 2000, 5000, skills=400)
    assert len(case.oracle.postings) >= 5000 and case.oracle.eligible.any()
    options = {"k": 5} if seed % 4 < 2 else {"k": 20, "per_employer": 2, "per_kind": 8, "offset": 3}
    assert_same_lists(case, options, threads=2)


def test_markets_of_the_sample_equal_the_numpy_oracle():
    # Each in a process of its own: nearly all the time is the oracle's, on one thread.
    with ProcessPoolExecutor(markets_at_once(), multiprocessing.get_context("spawn")) as pool:
        seed_of = {pool.submit(assert_equal_to_the_oracle, seed): seed for seed in range(MARKETS)}
        for market in as_completed(seed_of):
            failure = market.exception()
            assert failure is None, f"seed {seed_of[market]}: {failure!r}"
