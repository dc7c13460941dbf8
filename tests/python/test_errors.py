"""Errors reach Python with the library's own codes, with place, and readable."""

import pickle

import numpy as np
import pytest

import aril

MARKET = {
    "residents": "id,home,pay_floor,skills\nr1,,1,\n",
    "employers": "id,parent\ne1,\n",
    "skills": "id,broader\ns1,\n",
    "postings": "id,kind,employer,opens,closes\np1,job,e1,,\n",
    "occupations": "id\no1\n",
}


def folder_with(path, **files):
    path.mkdir(exist_ok=True)
    for name, text in (MARKET | files).items():
        (path / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


FILES = [  # code, table, its text, first and last line, field
    ("invalid_utf8", "employers", b"id,title_en\ne1,\xff\n", 2, 2, "title_en"),
    ("stray_quote", "skills", 'id\ns1\n"s2\n', 3, 3, ""),
    ("wrong_cell_count", "skills", "id,broader\ns1,,\n", 2, 2, ""),
    ("missing_column", "skills", "title_en\nx\n", 1, 2, "id"),
    ("unknown_column", "skills", "id,brooder\n", 1, 1, "brooder"),
    ("repeated_column", "skills", "id,id\n", 1, 1, "id"),
    ("missing_value", "skills", "id,title_en\n,x\n", 2, 2, "id"),
    ("invalid_id", "skills", 'id\n"a\nb"\n', 2, 3, "id"),
    ("malformed", "residents", "id,available_from\nr1,2024-02-30\n", 2, 2, "available_from"),
    ("out_of_range", "residents", "id,travel_limit\nr1,1441\n", 2, 2, "travel_limit"),
    ("unknown_word", "postings", "id,kind,employer\np1,jbo,e1\n", 2, 2, "kind"),
    ("duplicate_id", "skills", "id\ns1\ns1\n", 3, 3, "id"),
    ("dangling_reference", "residents", "id,home\nr1,nowhere\n", 2, 2, "home"),
    ("cycle", "skills", "id,broader\ns1,s2\ns2,s1\n", 2, 2, "broader"),
    ("wrong_order", "postings", "id,kind,employer,opens,closes\np1,job,e1,2024-01-02,2024-01-01\n", 2, 2, "closes"),
    ("contradiction", "postings", "id,kind,employer,offers\np1,job,e1,ramp:yes|ramp:no\n", 2, 2, "offers"),
]


@pytest.mark.parametrize(("code", "table", "text", "first", "last", "field"), FILES, ids=[case[0] for case in FILES])
def test_a_bad_file_is_reported_with_its_place(tmp_path, code, table, text, first, last, field):
    with pytest.raises(aril.Error) as caught:
        aril.Market.from_csv(folder_with(tmp_path / "m", **{table: text}))
    problem = next(problem for problem in caught.value.problems if problem.code == code)
    assert (problem.file, problem.first_line, problem.last_line) == (f"{table}.csv", first, last)
    assert field in (problem.field, "")
    assert problem.message.startswith(f"{table}.csv:{first}") and problem.message.endswith(f"[{code}]")
    assert problem.row is None


def policy_error(text):
    return lambda market: aril.Policy.from_json(text)


def ranker_error(**options):
    return lambda market: aril.Ranker(market, **{"as_of": "2024-03-01"} | options)


def rank_error(**options):
    return lambda market: aril.Ranker(market, "2024-03-01").rank(**options)


ARGUMENTS = [  # code, call, field
    ("file_not_readable", lambda market: aril.Market.from_csv("/no such folder"), ""),
    ("file_not_readable", lambda market: aril.Policy.from_json("/no such policy.json"), ""),
    ("file_not_writable", lambda market: market.to_csv("/proc/no/such"), ""),
    ("file_not_writable", lambda market: aril.Ranker(market, "2024-03-01").rank().to_csv("/proc/no/such.csv"), ""),
    ("invalid_json", policy_error("{"), ""),
    ("unknown_key", policy_error('{"rules": {"travell": {}}}'), "rules.travell"),
    ("unknown_key", lambda market: aril.Policy.standard().rules["travell"], "rules.travell"),
    ("unknown_key", ranker_error(embedding={"residents": [[1]], "postings": [[1]], "scales": 1}), "embedding"),
    ("missing_key", policy_error('{"weights": {"resident": []}}'), "weights"),
    ("missing_key", ranker_error(embedding={"residents": [[1]]}), "embedding"),
    ("unknown_term", ranker_error(weights={"skils": 1}), "weights.resident"),
    ("malformed", ranker_error(weights={"skills": "many"}), "weights.resident.skills"),
    ("malformed", ranker_error(weights={"skills": -1}), "weights.resident.skills"),
    ("malformed", ranker_error(weights={"skills": float("nan")}), "weights.resident.skills"),
    ("malformed", ranker_error(employer_weights={"pay": None}), "weights.employer.pay"),
    ("malformed", policy_error('{"weights": {"resident": [{"weight": -1, "term": "pay"}], "employer": []}}'), "weights.resident.pay"),
    ("malformed", policy_error('{"weights": {"resident": [{"term": "pay", "weight": 1}, 5], "employer": []}}'), "weights.resident[1]"),
    ("missing_key", policy_error('{"weights": {"resident": [{"term": "pay"}], "employer": []}}'), "weights.resident.pay"),
    ("missing_key", policy_error('{"weights": {"resident": [{"weight": 1}], "employer": []}}'), "weights.resident[0]"),
    ("unknown_key", policy_error('{"weights": {"resident": [{"term": "pay", "wieght": 1}], "employer": []}}'), "weights.resident.pay.wieght"),
    ("malformed", ranker_error(as_of="2024-02-30"), "as_of"),
    ("malformed", ranker_error(as_of=20240301), "as_of"),
    ("malformed", ranker_error(sparse={"referral": 3}), "sparse.referral"),
    ("malformed", rank_error(allow=["r1"]), "allow"),
    ("invalid_option", ranker_error(weights={"skills": 0}), "weights.resident"),
    ("invalid_option", ranker_error(employer_weights={}), "weights.employer"),
    ("invalid_option", rank_error(k=-1), "k"),
    ("invalid_option", rank_error(k=1.5), "k"),
    ("invalid_option", rank_error(k=True), "k"),
    ("invalid_option", rank_error(offset=-1), "offset"),
    ("invalid_option", rank_error(threads=0), "threads"),
    ("invalid_option", rank_error(threads=5000), "threads"),
    ("invalid_option", rank_error(per_employer=0), "per_employer"),
    ("invalid_option", rank_error(per_kind=0), "per_kind"),
    ("invalid_option", rank_error(min_score=1.5), "min_score"),
    ("invalid_option", rank_error(min_score=70), "min_score"),  # of a hundred? a score is far larger
    ("invalid_option", rank_error(min_score=-1), "min_score"),
    ("invalid_option", rank_error(min_score=65535**2 + 1), "min_score"),
    ("invalid_option", lambda market: market.table("protected_attributes"), "table"),
    ("invalid_option", lambda market: aril.Market.from_tables({"resident": {"id": []}}), "table"),
    ("unknown_word", rank_error(kinds=["jbo"]), "kinds"),
    ("unknown_word", lambda market: aril.sample_district("town"), "size"),
    ("unknown_word", lambda market: market.title("p1", "fr"), "language"),
    ("unknown_word", lambda market: aril.Ranker(market, "2024-03-01").reciprocal("mean"), "combination"),
    ("unknown_word", lambda market: aril.Ranker(market, "2024-03-01").explain("r1", "p1", side="both"), "side"),
    ("unknown_id", rank_error(residents="r2"), "resident"),
    ("unknown_id", rank_error(residents=1), "resident"),
    ("unknown_id", rank_error(residents=[0, -1]), "resident"),
    ("unknown_id", rank_error(deny={"r1": ["p2"]}), "posting"),
    ("unknown_id", lambda market: market.title("p2"), "posting"),
    ("unknown_id", lambda market: market.title(None), "posting"),
    ("unknown_id", lambda market: aril.Ranker(market, "2024-03-01").rank(residents=[])["r1"], "owner"),
    ("shape_mismatch", ranker_error(sparse={"referral": ([0, 0], [0], [1])}), "sparse.referral"),
    ("shape_mismatch", ranker_error(embedding=([[1.0], [2.0]], [[1.0]])), ""),
    ("shape_mismatch", ranker_error(embedding=([1.0], [1.0])), "embedding.residents"),
    ("out_of_range", ranker_error(sparse={"referral": ([0], [0], [65536])}), "sparse.referral"),
    ("out_of_range", ranker_error(sparse={"referral": ([0], [0], [0.5])}), "sparse.referral"),
    ("out_of_range", ranker_error(embedding=([[np.inf, 1]], [[1.0, 1.0]])), ""),
    ("contradiction", ranker_error(sparse={"skills": ([0], [0], [1])}), ""),
]


@pytest.mark.parametrize(("code", "call", "field"), ARGUMENTS, ids=[f"{code}-{number}" for number, (code, _, _) in enumerate(ARGUMENTS)])
def test_a_bad_argument_is_reported_with_its_name(tmp_path, code, call, field):
    market = aril.Market.from_csv(folder_with(tmp_path / "m"))
    with pytest.raises(aril.Error) as caught:
        call(market)
    assert caught.value.code == code, caught.value
    assert caught.value.field == field or not field, caught.value
    assert str(caught.value).endswith(f"[{code}]")


def test_unknown_words_name_the_nearest(tmp_path):
    market = aril.Market.from_csv(folder_with(tmp_path / "m"))
    for call, word in (
        (rank_error(kinds="jbo"), "job"),
        (policy_error('{"rulse": {}}'), "rules"),
        (ranker_error(weights={"comute": 1}), "commute"),
    ):
        with pytest.raises(aril.Error, match=f"nearest is '{word}'"):
            call(market)


def test_one_error_has_all_problems_and_pickles(tmp_path):
    with pytest.raises(aril.Error) as caught:
        aril.Market.from_csv(
            folder_with(tmp_path / "m", residents="id,home,pay_floor\nr1,nowhere,1\nr2,,x\nr3,,\n", skills="id,broader\ns1,s9\n")
        )
    error = caught.value
    assert len(error.problems) == 3 and str(error).endswith("(and 2 more in .problems)")
    first = error.problems[0]
    assert (error.code, error.file, error.line, error.field) == (first.code, first.file, first.first_line, first.field)
    assert {problem.file for problem in error.problems} == {"residents.csv", "skills.csv"}
    again = pickle.loads(pickle.dumps(error))
    assert again.problems == error.problems and str(again) == str(error)


def test_lenient_reading_keeps_the_rest_and_reports(tmp_path):
    folder = folder_with(tmp_path / "m", residents="id,home\nr1,nowhere\nr2,\n")
    market = aril.Market.from_csv(folder, lenient=True)
    assert list(market.resident_ids) == ["r2"]
    assert [(problem.code, problem.file, problem.first_line) for problem in market.problems] == [("dangling_reference", "residents.csv", 2)]


def test_a_misnamed_file_is_reported(tmp_path):
    folder = folder_with(tmp_path / "m", resident="id\nr2\n")
    (folder / "README.md").write_text("notes")
    with pytest.raises(aril.Error, match="perhaps residents.csv") as caught:
        aril.Market.from_csv(folder)
    assert (caught.value.code, caught.value.file, len(caught.value.problems)) == ("unknown_file", "resident.csv", 1)
    market = aril.Market.from_csv(folder, lenient=True)
    assert [problem.file for problem in market.problems] == ["resident.csv"] and list(market.resident_ids) == ["r1"]


def test_a_currency_that_the_market_does_not_name_is_reported():
    tables = {"residents": {"id": ["r1", "r2", "r3"], "pay_floor": [None, 3000, 2000], "currency": ["CNY", "CNY", None]}}
    with pytest.raises(aril.Error, match="the row currency,CNY"):
        aril.Market.from_tables(tables)
    market = aril.Market.from_tables(tables, lenient=True)
    assert [(problem.file, problem.row, problem.field) for problem in market.problems] == [("residents", 1, "currency")]
    assert [market.resident(id)["pay_floor"] for id in ("r1", "r2", "r3")] == [None, None, 2000.0]
    tables["market"] = {"key": ["currency"], "value": ["CNY"]}
    assert aril.Market.from_tables(tables).resident("r2")["pay_floor"] == 3000.0


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("id;home\nr1;\n", "separated by commas, found semicolons"),
        ("id,home\nr1,\n".encode("utf-16"), "UTF-16"),
        ("id,home\n张三,\n李四,\n".encode("gbk"), "GBK"),
    ],
)
def test_a_file_of_another_kind_is_told_so(tmp_path, text, hint):
    with pytest.raises(aril.Error, match=hint) as caught:
        aril.Market.from_csv(folder_with(tmp_path / "m", residents=text))
    assert caught.value.file == "residents.csv"


def test_problems_of_tables_name_table_row_and_field():
    skills = {"id": ["weld\nline two", "cut", "cut"], "title_en": ["a", "b", "c"]}
    with pytest.raises(aril.Error) as caught:
        aril.Market.from_tables({"residents": {"id": ["a", "b", "c"], "pay_floor": [1.0, None, -3]}, "skills": skills})
    places = {(problem.code, problem.file, problem.row, problem.field) for problem in caught.value.problems}
    assert ("out_of_range", "residents", 2, "pay_floor") in places or ("malformed", "residents", 2, "pay_floor") in places
    assert ("invalid_id", "skills", 0, "id") in places
    assert any(code == "duplicate_id" and (file, row) == ("skills", 2) for code, file, row, _ in places)
    assert any(problem.message.startswith("residents[2]: pay_floor: ") for problem in caught.value.problems)
    assert all(problem.first_line == 0 for problem in caught.value.problems)


def test_problems_of_a_tables_header_name_the_column():
    with pytest.raises(aril.Error) as caught:
        aril.Market.from_tables({"skills": {"id": ["a"], "brooder": [None]}})
    assert str(caught.value).startswith("skills: brooder: ") and caught.value.row is None


@pytest.mark.parametrize(
    ("table", "code", "row"),
    [
        ({"id": ["a", "b"], "kind": ["x"]}, "shape_mismatch", None),
        ({"id": [object()]}, "malformed", 0),
        ({"id": "abc"}, "malformed", None),
        ({"id": ["a", "b"], "title_en": ["fine", "\ud800"]}, "invalid_utf8", 1),
        ([1, 2], "malformed", None),
    ],
)
def test_a_table_of_no_shape_is_reported(table, code, row):
    with pytest.raises(aril.Error) as caught:
        aril.Market.from_tables({"employers": table})
    assert (caught.value.code, caught.value.file, caught.value.row) == (code, "employers", row)


def test_lenient_tables_report_rows():
    market = aril.Market.from_tables({"skills": [{"id": "a", "broader": ["zzz"]}, {"id": "b"}]}, lenient=True)
    assert [(problem.file, problem.row, problem.field) for problem in market.problems] == [("skills", 0, "broader")]
    assert market.info()["skills"] == 1
