"""The ranker's options and inputs. What the numbers are is test_oracle.py's."""

import datetime
import threading
from decimal import Decimal

import numpy as np
import pandas
import pytest

import aril

AS_OF = "2026-06-03"


class Coo:
    """What aril needs of a scipy sparse array."""

    def __init__(self, shape, row, col, data):
        self.shape, self.row, self.col, self.data = shape, np.array(row), np.array(col), np.array(data)

    def tocoo(self):
        return self


# Options


def test_ids_rows_and_arrays_name_the_same_residents(ranker):
    expected = ranker.rank(residents=["R000002", "R000005"]).scores
    for residents in (
        [1, 4],
        np.array([1, 4]),
        np.array(["R000002", "R000005"]),
        pandas.Series(["R000002", "R000005"]),
        ("R000002", 4),
        range(1, 5, 3),
    ):
        assert (ranker.rank(residents=residents).scores == expected).all()
    assert (ranker.rank(residents=4).scores == ranker.rank(residents="R000005").scores).all()


def test_pages_make_up_the_list(ranker, lists, busy):
    pages = [ranker.rank(k=7, offset=offset) for offset in (0, 7, 14)]
    row = lists[busy].row
    assert np.concatenate([page[row].postings for page in pages])[:20].tolist() == lists[row].postings.tolist()
    assert pages[1][row][0].rank == 8 and pages[1][row].to_pandas()["rank"].iloc[0] == 8


def test_min_score_is_a_score_or_a_fraction(ranker, lists, busy):
    best = lists[busy][0]
    assert len(ranker.rank(residents=busy, min_score=best.score)[0]) == 1
    assert len(ranker.rank(residents=busy, min_score=best.fraction)[0]) == 1
    assert len(ranker.rank(residents=busy, min_score=np.nextafter(best.fraction, 2))[0]) == 0
    assert len(ranker.rank(residents=busy, min_score=best.score + 1)[0]) == 0
    assert ranker.rank(residents=busy, min_score=np.uint32(best.score))[0].eligible == lists[busy].eligible


def test_kinds_and_caps(community, ranker):
    frame = ranker.rank(k=50, kinds="training_slot").to_pandas()
    assert set(frame["kind"]) == {"training_slot"}
    frame = ranker.rank(k=50, kinds=["job", "internship"], per_employer=1).to_pandas()
    assert set(frame["kind"]) == {"job", "internship"} and not frame.duplicated(["resident", "employer"]).any()
    frame = ranker.rank(k=50, per_kind=2).to_pandas()
    assert frame.groupby(["resident", "kind"]).size().max() == 2
    assert len(ranker.rank(kinds=[]).scores) == 0


def test_allow_and_deny(ranker, lists, busy):
    first, second, *_ = lists[busy].posting_ids
    refused = ranker.near_misses(busy, k=1)[0].posting
    narrowed = ranker.rank(allow={busy: [second, refused, first]})
    assert list(narrowed[busy].posting_ids) == [first, second] and narrowed[busy].eligible == 2
    assert (narrowed[0].postings == lists[0].postings).all() or busy == "R000001"
    denied = ranker.rank(residents=busy, allow={lists[busy].row: [first, second]}, deny={busy: [first]})
    assert list(denied[0].posting_ids) == [second]
    why = ranker.why_not(busy, first, deny={busy: [first]})
    assert [reason.rule for reason in why.reasons] == ["deny"] and not why.is_near_miss


def test_reciprocal_combines_both_sides(ranker, busy):
    for combination in ("minimum", "geometric", "harmonic"):
        hit = ranker.reciprocal(combination, residents=busy, k=1)[0][0]
        both = ranker.explain_reciprocal(busy, hit.posting, combination)
        assert both.score == hit.score and both.fraction == hit.fraction and both.combination == combination
        low, high = sorted((both.resident_side.score, both.employer_side.score))
        assert low <= both.score <= high and (combination != "minimum" or both.score == low)


def test_progress_rises_to_the_end(ranker):
    seen = []
    ranker.rank(threads=1, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (5000, 5000) and seen == sorted(seen) and len(seen) > 1


@pytest.mark.parametrize("has_tqdm", [True, False])
def test_progress_can_be_shown(ranker, capsys, monkeypatch, has_tqdm):
    monkeypatch.setattr("aril.progress._has_tqdm", lambda: has_tqdm)
    for rank in (ranker.rank, ranker.rank_residents, ranker.reciprocal):
        rank(k=1, progress=True)
        shown = capsys.readouterr()
        assert ("5000/5000" in shown.err if has_tqdm else "5,000 of 5,000 residents\n" in shown.err) or rank == ranker.rank_residents
        assert shown.out == ""
    assert len(ranker.rank(residents=0, progress=True)) == 1


# Weights, dates, inputs


def test_weights_are_those_of_the_residents_side(community):
    ranker = aril.Ranker(community, AS_OF, weights={"skills": 5, "commute": 3})
    terms = {term.term: term.weight for term in ranker.explain(0, 0).terms}
    assert terms == {"skills": 40959, "commute": 24576, "occupation": 0, "week": 0, "pay": 0, "preference": 0, "freshness": 0}
    employer = {term.term: term.weight for term in ranker.explain(0, 0, "employer").terms}
    assert employer == {term.term: term.weight for term in aril.Ranker(community, AS_OF).explain(0, 0, "employer").terms}
    assert list(ranker.policy.weights["resident"])[:2] == ["skills", "commute"]


@pytest.mark.parametrize("weight", [0.1, "0.1", Decimal("0.1"), np.float32(0.1), np.float64(0.1)])
def test_a_weight_is_read_as_it_is_written(community, weight):
    ranker = aril.Ranker(community, AS_OF, weights={"skills": weight, "commute": 1}, employer_weights={"pay": 1e-3, "skills": 1})
    assert ranker.policy.weights["resident"]["skills"] == Decimal("0.1")
    assert ranker.policy.weights["employer"]["pay"] == Decimal("0.001")
    assert {term.term: term.weight for term in ranker.explain(0, 0).terms}[
        "skills"
    ] == 5958  # 65,535 / 11, and the rest is larger on the other


@pytest.mark.parametrize(
    "as_of", [datetime.date(2026, 6, 3), datetime.datetime(2026, 6, 3, 12), np.datetime64("2026-06-03"), pandas.Timestamp(AS_OF)]
)
def test_dates_of_many_types(community, ranker, as_of):
    other = aril.Ranker(community, as_of)
    assert other.as_of == datetime.date(2026, 6, 3) and (other.rank(residents=0).scores == ranker.rank(residents=0).scores).all()


def sparse_values(ranker, resident, postings):
    return [next(term.value for term in ranker.explain(resident, posting).terms if term.term == "referral") for posting in postings]


def test_a_sparse_term_comes_in_many_forms(community):
    employers, postings = len(community.employer_ids), len(community.posting_ids)
    employer = int(community._market.posting_employers()[3])
    of_that_employer = np.flatnonzero(community._market.posting_employers() == employer)[:3]
    value = 16384 + (65535 - 16384) * 40000 // 65535
    for given, others in [
        (([7], [3], [40000]), (4,)),
        ((["R000008"], [community.posting_ids[3]], np.array([40000], np.uint16)), (4,)),
        (Coo((5000, postings), [7], [3], [40000.0]), (4,)),
        ((Coo((5000, postings), [7], [3], [40000]), "postings"), (4,)),
        (([7], [employer], [40000], "employers"), ()),
        (Coo((5000, employers), [7], [employer], [40000]), ()),
    ]:
        ranker = aril.Ranker(community, AS_OF, weights={"skills": 1, "referral": 2}, sparse={"referral": given})
        assert sparse_values(ranker, 7, [3]) == [value]
        assert sparse_values(ranker, 7, others) == [16384] * len(others) and sparse_values(ranker, 8, [3]) == [16384]
        if not others:
            assert sparse_values(ranker, 7, of_that_employer) == [value] * len(of_that_employer)
    assert "referral" in ranker.policy.weights["employer"] and ranker.policy.weights["employer"]["referral"] == 0


def test_a_sparse_term_without_a_weight_counts_nothing(community, ranker):
    other = aril.Ranker(community, AS_OF, sparse={"referral": ([7], [3], [40000])})
    assert (other.rank(k=3).scores == ranker.rank(k=3).scores).all()


def test_an_embedding_is_a_pair_or_a_dict(community):
    residents, postings = np.zeros((5000, 4)), np.zeros((len(community.posting_ids), 4), np.float32)
    residents[7], postings[3], postings[4] = [1, 0, 0, 0], [0.5, 0, 0, 0], np.nan
    for given, value in [
        ((residents, postings), 32768 + 127 * 64 * 2),
        ({"residents": residents.tolist(), "postings": postings}, 32768 + 127 * 64 * 2),
        ({"residents": residents, "postings": postings, "scale": 10.0, "multiplier": 100, "shift": 1}, 32768 + 10 * 5 * 100 // 2),
    ]:
        ranker = aril.Ranker(community, AS_OF, weights={"embedding": 1}, embedding=given)
        terms = [ranker.explain(7, posting).terms[0] for posting in (3, 4)]
        assert terms[0][:2] == ("embedding", value) and terms[1][:2] == ("embedding", 32768) and terms[1].is_neutral


def test_many_threads_use_one_ranker(ranker, lists):
    wrong = []

    def work(start):
        for row in range(start, start + 40):
            if ranker.rank(residents=row)[0].scores.tolist() != lists[row].scores.tolist():
                wrong.append(row)
        ranker.rank(k=1, threads=2)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(0, 200, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
