"""The ranker's options and inputs, and the shapes of what it gives. What the numbers are is test_oracle.py's."""

import datetime
import gc
import pickle
import threading
import weakref
from collections.abc import Sequence
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


@pytest.fixture(scope="module")
def lists(ranker):
    return ranker.rank(k=20, threads=2)


@pytest.fixture(scope="module")
def busy(lists):
    """The first resident with long lists."""
    return next(hits.id for hits in lists if hits.eligible > 40)


# Arrays


def test_arrays_have_the_shapes_and_types_that_are_promised(lists):
    hits = len(lists.scores)
    assert len(lists) == 5000 and lists.offsets.shape == (5001,) and lists.offsets[-1] == hits == lists.counts.sum()
    assert (lists.residents == np.arange(5000)).all() and lists.postings.shape == lists.questions.shape == (hits,)
    assert [
        getattr(lists, name).dtype
        for name in ("residents", "postings", "offsets", "counts", "scores", "fractions", "eligible", "questions")
    ] == [np.uint32, np.uint32, np.uint64, np.int64, np.uint32, np.float64, np.uint64, np.uint64]
    assert (lists.fractions == lists.scores / 65535**2).all() and (lists.counts == np.minimum(lists.eligible, 20)).all()
    assert lists.resident_ids[41] == "R000042" and lists.posting_ids.shape == (hits,)


def test_arrays_are_not_copied_and_keep_their_lists_alive(ranker):
    lists = ranker.rank(k=5)
    scores, postings = lists.scores, lists.postings
    assert scores.base is postings.base is lists._compiled and not scores.flags.owndata and not scores.flags.writeable
    copy, alive = scores.copy(), weakref.ref(lists)
    del lists
    gc.collect()
    assert alive() is None and (scores == copy).all()
    with pytest.raises(ValueError):
        scores[0] = 1


def test_hits_fall_in_score_and_ties_rise_in_row(lists):
    for hits in lists:
        scores, rows = hits.scores.astype(np.int64), hits.postings.astype(np.int64)
        assert ((scores[:-1] > scores[1:]) | (scores[:-1] == scores[1:]) & (rows[:-1] < rows[1:])).all()


# One list


def test_lists_are_found_by_id_and_by_place(ranker, lists):
    by_id, by_place = lists["R000042"], lists[41]
    assert by_id.id == by_place.id == "R000042" and by_id.row == 41 and lists[-1].id == "R005000"
    assert by_id.eligible == lists.eligible[41] and (by_id.scores == by_place.scores).all()
    some = ranker.rank(residents=["R000042", "R000001", "R000042"])
    assert [hits.id for hits in some] == ["R000042", "R000001", "R000042"]
    assert some["R000001"].postings.tolist() == lists["R000001"].postings.tolist()
    with pytest.raises(IndexError):
        lists[5000]
    with pytest.raises(IndexError):
        by_id[len(by_id)]


def test_lists_and_hits_are_sequences(ranker, lists, busy):
    hits = lists[busy]
    every = list(hits)
    for part in (slice(2), slice(-3, None), slice(None, None, -1), slice(1, 9, 3), slice(30, 40)):
        assert hits[part] == every[part]
        assert [one.id for one in lists[part]] == lists.resident_ids[part].tolist()
    assert hits[-1] == every[-1] and hits[-20] == every[0] and hits[np.int64(3)] == every[3] and list(reversed(hits)) == every[::-1]
    assert hits.index(every[4]) == 4 and every[4] in hits and [one.id for one in reversed(lists[:3])] == ["R000003", "R000002", "R000001"]
    few = ranker.rank(residents=["R000042", "R000001"])
    assert "R000042" in few and "R000002" not in few and "nobody" not in few and [one.id for one in reversed(few)] == ["R000001", "R000042"]
    assert isinstance(hits, Sequence) and isinstance(lists, Sequence)
    for wrong in (1.5, None):
        with pytest.raises(TypeError):
            hits[wrong]
        with pytest.raises(TypeError):
            lists[wrong]
    with pytest.raises(TypeError):
        hits["P000007"]
    with pytest.raises(IndexError):
        hits[-21]


def test_a_hit_is_a_row_for_people(community, lists, busy):
    hits = lists[busy]
    hit = hits[0]
    assert hit == list(hits)[0] and hit.rank == 1 and hit.resident == busy and hit.posting == hits.posting_ids[0]
    assert hit.title == community.title(hit.posting) and hit.score == hits.scores[0] and hit.fraction == hits.fractions[0]
    assert len(hits) == 20 and hits[-1].rank == 20 and (hits.resident_ids == busy).all()
    assert f"{busy}: " in repr(hits) and hit.posting in repr(hits) and "... and 10 more" in repr(hits)
    assert repr(lists).startswith("<aril.RankedLists: 5,000 residents, ") and "4,999 more lists" in repr(lists)


def test_questions_are_codes(lists):
    asked = {code for hits in lists for hit in hits for code in hit.questions}
    assert asked and asked <= {"credential", "need", "age", "prerequisite"}


# Frames and files


def test_a_frame_has_one_row_a_hit(community, lists, busy):
    frame = lists.to_pandas()
    assert list(frame) == ["resident", "rank", "posting", "title", "kind", "employer", "score", "fraction", "questions"]
    assert len(frame) == len(lists.scores) and (frame["score"].to_numpy() == lists.scores).all()
    assert (frame["resident"] == np.repeat(community.resident_ids, lists.counts)).all()
    hits, own = lists[busy], frame[frame["resident"] == busy]
    assert own["rank"].tolist() == list(range(1, 21)) and own["posting"].tolist() == list(hits.posting_ids)
    assert own["questions"].tolist() == ["|".join(hit.questions) for hit in hits]
    first = community.posting(hits[0].posting)
    assert (own["kind"].iloc[0], own["employer"].iloc[0]) == (first["kind"], first["employer"])
    pandas.testing.assert_frame_equal(hits.to_pandas(), own.reset_index(drop=True))
    assert lists.to_pandas(language="zh")["title"].iloc[0] == community.title(frame["posting"].iloc[0], "zh")


def test_the_file_is_the_frame(lists, tmp_path, monkeypatch):
    monkeypatch.setattr("aril.lists.CHUNK", 1000)
    lists.to_csv(tmp_path / "lists.csv")
    read = pandas.read_csv(tmp_path / "lists.csv", keep_default_na=False)
    pandas.testing.assert_frame_equal(read, lists.to_pandas(), check_dtype=False)


def test_a_postings_lists_are_of_residents(community, ranker):
    lists = ranker.rank_residents("P000007", k=4)
    assert (len(lists), lists.by, lists.postings.tolist()) == (1, "posting", [community.posting_row("P000007")])
    hits = lists["P000007"]
    assert hits.id == "P000007" and (hits.posting_ids == "P000007").all() and hits[0].resident == hits.resident_ids[0]
    frame = lists.to_pandas()
    assert list(frame) == ["posting", "title", "kind", "employer", "rank", "resident", "score", "fraction", "questions"]
    assert (
        frame["resident"].tolist() == list(lists.resident_ids)
        and hits[0].score == ranker.explain(hits[0].resident, "P000007", "employer").score
    )
    everyone = ranker.rank_residents(k=1)
    assert len(everyone) == len(community.posting_ids) and everyone["P000007"][0] == hits[0]


def test_lists_without_hits_are_empty_everywhere(ranker, tmp_path):
    lists = ranker.rank(residents=[], k=5)
    assert len(lists) == 0 and lists.to_pandas().empty and repr(lists) == "<aril.RankedLists: 0 residents, 0 hits>"
    nobody = ranker.rank(residents="R000042", allow={"R000042": []})
    assert len(nobody) == 1 and len(nobody[0]) == 0 and nobody[0].eligible == 0 and list(nobody[0].to_pandas()["score"]) == []
    nobody.to_csv(tmp_path / "empty.csv")
    assert (tmp_path / "empty.csv").read_text() == "resident,rank,posting,title,kind,employer,score,fraction,questions\n"


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


# Reasons


def test_an_explanation_reads_well(ranker, lists, busy):
    hit = lists[busy][0]
    explanation = ranker.explain(busy, hit.posting)
    assert explanation.is_eligible and explanation.score == hit.score and explanation.fraction == hit.fraction
    assert (explanation.resident, explanation.posting, explanation.side) == (busy, hit.posting, "resident")
    assert explanation.sentence() in str(explanation) and explanation.sentence("zh") != explanation.sentence("en")
    assert hit.posting in repr(explanation) and "\neligible\nnot known: pay (admitted)" in str(explanation)
    assert pandas.DataFrame(explanation.terms)["contribution"].sum() == explanation.score
    assert [rule.rule for rule in explanation.rules] == list(aril.Policy.standard().rules)


def test_unknowns_are_asked_about(ranker, lists):
    hit = next(hit for hits in lists for hit in hits if hit.questions)
    explanation = ranker.explain(hit.resident, hit.posting)
    assert len(explanation.questions()) == len(explanation.questions("zh")) == len(hit.questions)
    assert set(hit.questions) <= set(explanation.unknowns) and [rule.rule for rule in explanation.rules if rule.asks] == list(hit.questions)


def test_what_is_not_known_is_named_once_and_shown(ranker, lists, busy):
    explanations = [ranker.explain(hit.resident, hit.posting) for hits in list(lists)[:200] for hit in hits[:2]]
    assert any("week" in explanation.unknowns and "week" in explanation.neutral_terms for explanation in explanations)
    for explanation in explanations:
        unknown = {rule.rule: rule for rule in explanation.rules if rule.on and rule.answer == "unknown"}
        assert explanation.unknowns == list(unknown)
        assert explanation.neutral_terms == [term.term for term in explanation.terms if term.is_neutral and term.weight]
        shown = ", ".join(f"{code} ({'to ask' if rule.asks else 'admitted'})" for code, rule in unknown.items())
        assert str(explanation).endswith(f"\nnot known: {shown}" if unknown else "\neligible")
    refusing = aril.Policy.standard()
    refusing.rules["week"].unknown = "refuse"
    hit = next(explanation for explanation in explanations if "week" in explanation.unknowns)
    text = str(aril.Ranker(ranker.market, AS_OF, refusing).explain(hit.resident, hit.posting))
    assert "not eligible: week (unknown)" in text and "week (admitted)" not in text


def test_whatever_names_a_posting_names_its_employer(ranker, busy):
    market = ranker.market
    hit, miss = ranker.rank(k=1, residents=busy)[0][0], ranker.near_misses(busy, k=1)[0]
    assert hit.employer == market.posting(hit.posting)["employer"] == ranker.rank_residents(k=1, postings=hit.posting)[0][0].employer
    assert hit.employer == ranker.explain(busy, hit.posting).employer == ranker.rank(k=1, residents=busy).to_pandas()["employer"][0]
    assert miss.employer == ranker.why_not(busy, miss.posting).employer == market.posting(miss.posting)["employer"]


def test_a_near_miss_has_a_fix_in_words(ranker, busy):
    misses = ranker.near_misses(busy, k=5)
    assert len(misses) == 5 and [miss.score for miss in misses] == sorted((miss.score for miss in misses), reverse=True)
    for miss in misses:
        why = ranker.why_not(busy, miss.posting)
        assert why.is_near_miss and not why.is_eligible and why.reasons == [miss.reason] and miss.reason.rule in repr(why)
        assert all(miss.reason.fix_text(language) in why.sentence(language) for language in ("en", "zh")) and str(why) == why.sentence()
        assert miss.fraction == ranker.explain(busy, miss.posting).fraction
        assert miss.sentence().startswith(f"Would fit to {miss.fraction * 100:.0f} of 100, but ") and miss.sentence() in str(miss)
        assert miss.sentence("zh").startswith("匹配度") and miss.reason.fix_text("zh") in miss.sentence("zh")
        again = pickle.loads(pickle.dumps(miss))
        assert again == miss and again.sentence() == miss.sentence() and tuple(miss)[:2] == (busy, miss.posting)
    with pytest.raises(aril.Error, match="'en' or 'zh'"):
        misses[0].sentence("fr")
    assert {ranker.market.posting(miss.posting)["kind"] for miss in ranker.near_misses(busy, kinds="job")} <= {"job"}
    eligible = ranker.rank(residents=busy, k=1)[0][0]
    assert ranker.why_not(busy, eligible.posting).is_eligible


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


def test_a_travel_radius_is_stated_with_the_market(community):
    tables = {name: community.table(name) for name in ("modes", "areas", "grids")}
    tables["market"] = {"key": ["travel_radius"], "value": ["15"]}
    near = aril.Market.from_tables(tables)
    assert near.table("market") == tables["market"]
    tables["market"]["value"] = ["many"]
    with pytest.raises(aril.Error, match="minutes"):
        aril.Market.from_tables(tables)
