"""Exact where it is used: markets of 2,000 residents x 5,000 postings drawn from the sample equal the NumPy oracle, by every path and at every
CPU level."""

import os

import pytest
from sample_cases import sample_case
from test_oracle import assert_same_lists

SEEDS = range(50) if os.environ.get("ARIL_DEEP") == "1" else range(1)


@pytest.mark.parametrize("seed", SEEDS)
def test_markets_of_the_sample_equal_the_numpy_oracle(tmp_path, seed):
    case = sample_case(tmp_path, seed, 2000, 5000, skills=400)
    assert len(case.oracle.postings) >= 5000 and case.oracle.eligible.any()
    options = {"k": 5} if seed % 4 < 2 else {"k": 20, "per_employer": 2, "per_kind": 8, "offset": 3}
    assert_same_lists(case, options, threads=2)
