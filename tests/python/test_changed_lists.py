"""changed_lists: today's lists as rank() gives them, and what entered, left and moved."""

import numpy as np
import pandas
import pytest

import aril

POSTINGS = [
    {"id": f"p{i}", "kind": "job", "employer": "mill", "title_en": f"Job {i}", "pay_upper": 3000 + 100 * i, "pay_period": "month"}
    for i in range(10)
]
RESIDENTS = [{"id": f"r{i}", "pay_floor": 2000 + 200 * i} for i in range(6)]


def ranker_of(residents=RESIDENTS, postings=POSTINGS, as_of="2026-06-03", **options):
    tables = {"employers": {"id": ["mill"]}, "residents": residents, "postings": postings}
    return aril.Ranker(aril.Market.from_tables(tables), as_of=as_of, **options)


def same(a, b):
    arrays = ("residents", "postings", "offsets", "scores", "eligible", "questions")
    return all(np.array_equal(getattr(a, name), getattr(b, name)) for name in arrays)


def test_a_posting_that_is_gone_leaves_and_the_next_one_enters():
    before, after = ranker_of(), ranker_of(postings=POSTINGS[:-1])
    changed = after.changed_lists(before, before.rank(k=3), k=3)
    assert same(changed.lists, after.rank(k=3))
    assert changed.counts == {"changed_residents": 0, "changed_postings": 1, "ranked_again": 6, "everyone": False}
    frame = changed.to_pandas()
    of_first = frame[frame.resident == "r0"]
    left = of_first[of_first.change == "left"]
    assert left[["posting", "title", "rank_before"]].values.tolist() == [["p9", "Job 9", 1]]
    assert left.rank_after.isna().all() and left.score_after.isna().all()
    assert len(of_first[of_first.change == "entered"]) == 1


def test_only_who_is_reached_is_ranked_again():
    residents = [dict(RESIDENTS[0], pay_floor=3500), *RESIDENTS[1:]]
    before, after = ranker_of(), ranker_of(residents=residents)
    changed = after.changed_lists(before, before.rank(k=4), k=4)
    assert same(changed.lists, after.rank(k=4))
    assert changed.counts["ranked_again"] == changed.counts["changed_residents"] == 1
    assert changed.resident_ids.tolist() == ["r0"]
    assert repr(changed) == "<aril.ChangedLists: 1 of 6 lists changed, 1 residents ranked again>"


def test_who_is_new_enters_and_who_is_gone_is_named():
    before, after = ranker_of(), ranker_of(residents=[*RESIDENTS[1:], {"id": "r9", "pay_floor": 0}])
    changed = after.changed_lists(before, before.rank(), threads=1)
    assert changed.gone_ids.tolist() == ["r0"]
    frame = changed.to_pandas()
    assert set(frame.resident) == {"r9"} and set(frame.change) == {"entered"}


def test_nothing_is_ranked_again_where_nothing_changed():
    before, after = ranker_of(), ranker_of()
    changed = after.changed_lists(before, before.rank())
    assert changed.counts["ranked_again"] == 0
    frame = changed.to_pandas()
    assert isinstance(frame, pandas.DataFrame) and frame.empty


def test_another_date_reaches_everyone_by_freshness_unless_it_weighs_nothing():
    fresh = [dict(posting, posted="2026-06-01") for posting in POSTINGS]
    for weights, everyone in ((None, True), ({"pay": 1}, False)):
        before = ranker_of(postings=fresh, weights=weights)
        after = ranker_of(postings=fresh, as_of="2026-06-04", weights=weights)
        changed = after.changed_lists(before, before.rank())
        assert changed.counts["everyone"] == everyone
        assert same(changed.lists, after.rank())


def test_a_page_and_caps_are_those_of_rank():
    before, after = ranker_of(), ranker_of(postings=POSTINGS[1:8])
    for options in ({"k": 2, "offset": 2}, {"k": 5, "per_employer": 3}, {"k": 5, "min_score": 0.3}, {"k": 3, "deny": {"r1": ["p2"]}}):
        changed = after.changed_lists(before, before.rank(**options), **options)
        assert same(changed.lists, after.rank(**options)), options
        assert (changed.to_pandas().rank_after.dropna() > options.get("offset", 0)).all()


def test_the_sample_community_after_a_day_of_small_changes(community):
    weights = {"skills": 5, "commute": 3}
    before = aril.Ranker(community, "2026-06-03", weights=weights)
    lists = before.rank(k=20)
    changed = aril.Ranker(community, "2026-06-04", weights=weights).changed_lists(before, lists, k=20)
    assert 0 < changed.counts["changed_postings"] < 100  # those that open or close
    assert changed.counts["ranked_again"] < len(lists) / 2
    assert same(changed.lists, aril.Ranker(community, "2026-06-04", weights=weights).rank(k=20))


def test_lists_of_another_ranker_are_an_error():
    before, other = ranker_of(), ranker_of()
    with pytest.raises(aril.Error) as caught:
        before.changed_lists(before, other.rank())
    assert (caught.value.code, caught.value.field) == ("invalid_option", "lists_before")
    with pytest.raises(aril.Error):
        before.changed_lists(before, before.rank_residents())
    with pytest.raises(aril.Error) as caught:
        before.changed_lists(before, before.rank(k=5), k=2)
    assert caught.value.code == "invalid_option"
    for wrong in ((None, before.rank()), (before, None)):
        with pytest.raises(aril.Error):
            before.changed_lists(*wrong)


def test_lists_of_other_options_are_an_error(community):
    before = aril.Ranker(community, "2026-06-03")
    for lists in (before.rank(k=10), before.rank(per_employer=1), before.rank(min_score=0.8), before.reciprocal()):
        with pytest.raises(aril.Error) as caught:
            before.changed_lists(before, lists)
        assert (caught.value.code, caught.value.field) == ("contradiction", "lists_before")
