"""The rankings and their reasons equal the oracle's: a full score table and a full sort, written from docs/definitions.md alone."""

import os
from collections import Counter

import numpy as np
import pytest
from aril import _aril
from oracle.numpy_oracle import NumpyOracle
from oracle.oracle import COMBINATIONS
from oracle.policy import RULE_CODES
from oracle_cases import TERM_NAMES, lists_of, random_case, rows_of, with_rows

DEEP = os.environ.get("ARIL_DEEP") == "1"
NEVER_UNKNOWN = ("open", "seats", "kind", "workplace", "blocked")
SETTINGS = ("admit", "refuse", "ask", "off")


def posting_options(options):
    """Those that rank_residents has."""
    return {name: value for name, value in options.items() if name not in ("per_employer", "per_kind", "kinds")}


PATHS = ("automatic", "listed", "bounded", "bounded_by_skills")


def assert_same_lists(case, options, threads):
    options_of_postings, rows = posting_options(options), with_rows(options)
    expected, expected_of_postings = case.oracle.rank(**options), case.oracle.rank_residents(**options_of_postings)
    for level in _aril.cpu_levels():
        _aril.use_cpu_level(level)  # the best comes last, and stays
        for path in PATHS:
            assert lists_of(case.ranker.rank(threads=threads, path=path, **rows)) == expected, (level, path)
            of_postings = case.ranker.rank_residents(threads=threads, path=path, **posting_options(rows))
            assert lists_of(of_postings) == expected_of_postings, (level, path)
    for combination in COMBINATIONS:
        assert lists_of(case.ranker.reciprocal(combination, threads=threads, **rows)) == case.oracle.reciprocal(
            combination=combination, **options
        ), combination


def assert_single_lists_are_rows_of_all(case, options):
    """One resident at a time, and one posting at a time, take another way through the library."""
    rows = with_rows(options)
    expected = case.oracle.rank(**options)
    for row in rows_of(len(expected)):
        assert lists_of(case.ranker.rank(residents=row, **rows)) == [expected[row]]
    expected = case.oracle.rank_residents(**posting_options(options))
    for row in rows_of(len(expected))[::5]:
        assert lists_of(case.ranker.rank_residents(postings=row, **posting_options(rows))) == [expected[row]]


def assert_same_explanations(case, side):
    oracle = case.oracle
    for r in rows_of(len(oracle.market.residents)):
        for p in rows_of(len(oracle.market.postings)):
            explanation = case.ranker.explain(r, p, side)
            assert {rule.rule: rule.answer for rule in explanation.rules} == oracle.answers(r, p), (r, p)
            values = oracle.values(r, p, side)
            assert {term.term: (term.value, term.is_neutral, term.weight) for term in explanation.terms} == {
                term.term: values[term.term] for term in explanation.terms
            }, (r, p)
            assert all(term.contribution == term.value * term.weight for term in explanation.terms)
            assert sum(term.contribution for term in explanation.terms) == explanation.score == oracle.score(r, p, side)
            assert explanation.is_eligible == oracle.is_eligible(r, p)
            assert len(explanation.questions()) == len(explanation.questions("zh")) == len(oracle.standing(r, p)[2])


def assert_same_refusals(case, allow, deny):
    oracle = case.oracle
    for r in rows_of(len(oracle.market.residents)):
        for p in rows_of(len(oracle.market.postings)):
            failed, refused, _ = oracle.standing(r, p)
            expected = [(code, "fail" if code in failed else "unknown") for code in RULE_CODES if code in failed or code in refused]
            if allow is not None and r in allow and p not in allow[r]:
                expected.append(("allow", "fail"))
            if deny is not None and p in deny.get(r, ()):
                expected.append(("deny", "fail"))
            why = case.ranker.why_not(r, p, **with_rows({"allow": allow, "deny": deny}))
            assert [(reason.rule, reason.answer) for reason in why.reasons] == expected, (r, p)
            fixes = oracle.nearest_fix(r, p)
            assert {reason.rule: sorted(map(tuple, reason.fix)) for reason in why.reasons if reason.rule in failed} == fixes, (r, p)
            assert not any(reason.fix for reason in why.reasons if reason.rule not in failed)
            assert why.is_near_miss == (len(expected) == 1 and expected[0][1] == "fail" and expected[0][0] in RULE_CODES)


def assert_same_near_misses(case):
    expected, count = case.oracle.near_misses(), len(case.oracle.market.postings)
    for r, misses in zip(rows_of(len(expected)), expected, strict=True):
        best_first = sorted((-case.oracle.score(r, p, "resident"), p, code) for p, code in misses)
        found = case.ranker.near_misses(r, k=count)
        assert [(-miss.score, case.market.posting_row(miss.posting), miss.reason.rule) for miss in found] == best_first
        assert case.ranker.near_misses(r, k=2) == found[:2]


def count_what_was_reached(case, counts):
    for r in rows_of(len(case.oracle.market.residents)):
        for p in rows_of(len(case.oracle.market.postings)):
            explanation = case.ranker.explain(r, p)
            for rule in explanation.rules:
                counts[rule.rule, rule.unknown if rule.on else "off", rule.answer] += 1
            for term in explanation.terms:
                counts[term.term, "neutral" if term.is_neutral else "stated"] += 1


def table_of(counts):
    lines = [f"{'rule':<14}" + "".join(f"{setting + ' ' + answer:>16}" for setting in SETTINGS for answer in ("pass", "unknown", "fail"))]
    for code in RULE_CODES:
        numbers = [counts[code, setting, answer] for setting in SETTINGS for answer in ("pass", "unknown", "fail")]
        lines.append(f"{code:<14}" + "".join(f"{number:16,}" for number in numbers))
    lines.append(f"{'term':<14}{'neutral':>16}{'stated':>16}")
    for term in TERM_NAMES:
        lines.append(f"{term:<14}{counts[term, 'neutral']:16,}{counts[term, 'stated']:16,}")
    return "\n".join(lines)


def test_small_markets_equal_the_oracle_and_reach_every_answer(tmp_path, capsys):
    counts = Counter()
    lengths = Counter()
    for seed in range(1000 if DEEP else 150):
        case = random_case(tmp_path / str(seed), seed)
        threads = (1, 2, 7)[seed % 3]
        try:
            assert_same_lists(case, case.options, threads)
            best = [found[0][1] for found, _ in case.oracle.rank(k=1) if found]
            if best:  # a score that is just reached, and one that just is not
                for min_score in {best[0], min(best[0] + 1, 65535**2)}:
                    assert lists_of(case.ranker.rank(**with_rows(dict(case.options, min_score=min_score)))) == case.oracle.rank(
                        **dict(case.options, min_score=min_score)
                    )
            assert_same_explanations(case, ("resident", "employer")[seed % 2])
            assert_same_refusals(case, case.options["allow"], case.options["deny"])
            assert_same_near_misses(case)
            if seed % 5 == 0:
                assert_single_lists_are_rows_of_all(case, case.options)
        except AssertionError as failure:
            raise AssertionError(f"seed {seed}") from failure
        count_what_was_reached(case, counts)
        lengths.update(min(count, 3) for _, count in case.oracle.rank(k=0))
    with capsys.disabled():
        print("\n" + table_of(counts))
        print("lists with 0, 1, 2, more eligible:", *(f"{lengths[count]:,}" for count in range(4)))
    reachable = [
        (code, setting, answer)
        for code in RULE_CODES
        for setting in SETTINGS
        for answer in ("pass", "unknown", "fail")
        if answer != "unknown" or code not in NEVER_UNKNOWN
    ]
    reachable += [(term, input) for term in TERM_NAMES for input in ("neutral", "stated")]
    assert [cell for cell in reachable if counts[cell] == 0] == []
    assert all(lengths[count] for count in range(4))


@pytest.mark.parametrize("seed", range(20 if DEEP else 2))
def test_larger_markets_equal_the_numpy_oracle(tmp_path, seed):
    case = random_case(tmp_path, 2 * seed, 300, 3000, NumpyOracle)
    for options in (case.options, {"k": 20}, {"k": 50, "per_employer": 2, "per_kind": 20, "offset": 10}):
        assert_same_lists(case, options, threads=2)
    misses = case.oracle.near_misses()
    for r in rows_of(300)[::10]:
        found = case.ranker.near_misses(r, k=3000)
        scores = case.oracle.scores["resident"][r]
        best_first = sorted((-int(scores[p]), p, code) for p, code in misses[r])
        assert [(-miss.score, case.market.posting_row(miss.posting), miss.reason.rule) for miss in found] == best_first


def test_contributions_add_up_for_every_returned_pair(community, ranker):
    lists = ranker.rank(k=3)
    for hits in lists:
        for hit in hits:
            explanation = ranker.explain(hit.resident, hit.posting)
            assert sum(term.contribution for term in explanation.terms) == explanation.score == hit.score
            assert explanation.is_eligible
    assert np.all(lists.counts <= 3)
