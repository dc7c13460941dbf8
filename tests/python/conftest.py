import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the package `oracle`

import aril  # noqa: E402


@pytest.fixture(scope="session")
def community():
    return aril.sample_district("community", seed=7)


@pytest.fixture(scope="session")
def ranker(community):
    return aril.Ranker(community, as_of="2026-06-03")
