import signal
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the package `oracle`

from referral_cases import LINKS, VERTICES  # noqa: E402

import aril  # noqa: E402

# A shell's background job ignores Ctrl-C, and then nobody could test it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def community():
    return aril.sample_district("community", seed=7)


@pytest.fixture(scope="session")
def ranker(community):
    return aril.Ranker(community, as_of="2026-06-03")


@pytest.fixture(scope="session")
def lists(ranker):
    return ranker.rank(k=20, threads=2)


@pytest.fixture(scope="session")
def busy(lists):
    """The first resident with long lists."""
    return next(hits.id for hits in lists if hits.eligible > 40)


@pytest.fixture(scope="session")
def small():
    """A referral graph of five."""
    return aril.ReferralGraph(VERTICES, LINKS)


@pytest.fixture(scope="session")
def tables(community):
    """Who knows whom in the community, as tables of a referral graph."""
    return aril.sample_neighbours(community, 7)


@pytest.fixture(scope="session")
def district(community, tables):
    return aril.ReferralGraph.from_market(community, tables)
