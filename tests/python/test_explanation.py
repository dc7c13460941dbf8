"""Why a pair has its score, and why it is not eligible."""

import pickle

import pandas
import pytest

import aril

AS_OF = "2026-06-03"


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
