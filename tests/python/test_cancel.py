"""Ctrl-C during long work: KeyboardInterrupt within 100 ms of the signal, and everything usable afterwards."""

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time

import pytest
from same_bytes import ranking_bytes

import aril

WITHIN = 0.1  # seconds
ALL_OFF = {"rules": {code: {"on": False} for code in aril.Policy.standard().rules}}


class Interrupted:
    """Runs work while another thread sends SIGINT after a delay.

    late: seconds from the signal to the KeyboardInterrupt; None where the work had ended before.
    """

    def __init__(self, work, delay):
        self.late, self.sent = None, None
        thread = threading.Thread(target=self.send, args=(delay,))
        try:
            thread.start()
            work()
            thread.join()
            time.sleep(1)  # the signal is heard here at the latest
        except KeyboardInterrupt:
            self.late = time.perf_counter() - self.sent
            thread.join()

    def send(self, delay):
        time.sleep(delay)
        self.sent = time.perf_counter()
        os.kill(os.getpid(), signal.SIGINT)


def lateness(work, delay):
    """Seconds from the signal to the KeyboardInterrupt; a second and a third try where a busy machine may be to blame."""
    for _ in range(3):
        late = Interrupted(work, delay).late
        if late is not None and late < WITHIN:
            break
    return late


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    return aril.sample_district("district", seed=1)


@pytest.fixture(scope="module")
def open_ranker(district):
    return aril.Ranker(district, "2026-06-03", policy=ALL_OFF)


@pytest.mark.parametrize("seed", range(20))
def test_ranking_the_district_stops_at_any_moment(open_ranker, seed):
    delay = random.Random(seed).uniform(0.001, 2)
    rankings = [
        lambda: open_ranker.rank(k=20),
        lambda: open_ranker.rank(k=20, threads=1),
        lambda: open_ranker.reciprocal("harmonic"),
        lambda: open_ranker.rank_residents(k=5),
    ]
    late = lateness(rankings[seed % len(rankings)], delay)
    assert late is not None and late < WITHIN, late


def test_the_ranker_is_as_good_as_before(open_ranker):
    rows = range(0, 150_000, 1500)
    before = open_ranker.rank(residents=rows)
    for delay in (0.05, 0.3):
        Interrupted(lambda: open_ranker.rank(k=20), delay)
    after = open_ranker.rank(residents=rows)
    assert (before.scores == after.scores).all() and (before.postings == after.postings).all()
    assert len(before.scores) == 100 * 20


def test_a_community_ranks_the_same_after_many_stops(community):
    ranker = aril.Ranker(community, "2026-06-03", policy=ALL_OFF)
    before = ranking_bytes(ranker)
    dice = random.Random(1)
    stops = [lateness(lambda: [ranker.rank(threads=2) for _ in range(100)], dice.uniform(0, 0.5)) for _ in range(20)]
    assert None not in stops and max(stops) < WITHIN, stops
    assert ranking_bytes(ranker) == before


@pytest.mark.parametrize("delay", [0.02, 0.2, 0.5])
def test_making_a_ranker_stops(district, delay):
    """It goes on in the background, unheard, and harms nobody."""
    late = lateness(lambda: [aril.Ranker(district, "2026-06-03") for _ in range(20)], delay)
    assert late is not None and late < WITHIN, late
    assert district.title(0)


def test_reading_and_sampling_stop(community, tmp_path):
    community.to_csv(tmp_path)
    for work in (lambda: aril.Market.from_csv(tmp_path), lambda: aril.sample_district("community")):
        late = lateness(lambda work=work: [work() for _ in range(50)], 0.15)
        assert late is not None and late < WITHIN, late
    assert aril.Market.from_csv(tmp_path).info() == community.info()


def test_a_process_that_was_interrupted_ends_in_order():
    """What still runs in the background is waited for at exit; Python reports the interrupt as ever."""
    program = """
        import os, signal, threading, aril
        market = aril.sample_district("community")
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
        while True:
            aril.Ranker(market, "2026-06-03")
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=60, check=False)
    assert "KeyboardInterrupt" in done.stderr
    assert done.returncode in (1, 130, -signal.SIGINT)


def test_an_error_in_progress_stops_the_work_and_is_raised(community):
    ranker = aril.Ranker(community, "2026-06-03", policy=ALL_OFF)

    def refuse(done, total):
        raise ZeroDivisionError(f"{done} of {total}")

    with pytest.raises(ZeroDivisionError):
        ranker.rank(progress=refuse)
    assert len(ranker.rank(k=1)) == 5000


def rank_in_child(connection, ranker):
    outcomes = [ranker.rank(residents=0).scores.tolist(), ranker.rank(threads=1, k=1).scores.tolist()]
    try:
        ranker.rank(threads=2)
    except RuntimeError as error:
        outcomes.append(str(error))
    connection.send(outcomes)


def test_a_forked_child_ranks_alone_and_is_told_why_no_more(ranker):
    expected = [ranker.rank(residents=0).scores.tolist(), ranker.rank(threads=2, k=1).scores.tolist()]
    here, there = multiprocessing.get_context("fork").Pipe()
    child = multiprocessing.get_context("fork").Process(target=rank_in_child, args=(there, ranker))
    child.start()
    assert here.poll(60)
    *rankings, told = here.recv()
    child.join(60)
    assert child.exitcode == 0
    assert rankings == expected
    assert "threads=1" in told and "spawn" in told
