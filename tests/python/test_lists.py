"""What a ranking gives: arrays, lists, frames and files."""

import gc
import weakref
from collections.abc import Sequence

import numpy as np
import pandas
import pytest

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
