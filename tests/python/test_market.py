"""Markets from files and from tables in memory, their counts, rows and words."""

import datetime
from decimal import Decimal

import numpy as np
import pandas
import pytest

import aril

TABLES = ("market", "modes", "areas", "grids", "travel", "skills", "occupations", "employers", "residents", "postings")
SHOP = {
    "market": {"key": ["currency", "title_zh"], "value": ["CNY", "小市场"]},
    "modes": {"id": ["walk"], "metres_per_minute": np.array([75])},
    "grids": {"id": ["g1", "g2"], "latitude": np.array([31.2, 31.21]), "longitude": [121.4, 121.4]},
    "skills": {
        "id": ["craft", "sew|fine", "weld"],
        "title_en": ["Craft", "Fine sewing", "Welding"],
        "title_zh": ["手艺", "精细缝纫", "焊接"],
        "aliases": [None, ["needlework", "a:b"], []],
        "broader": [None, ["craft"], ["craft"]],
    },
    "occupations": {"id": ["tailor"], "title_en": ["Tailor"], "essential": [[("sew|fine", 2)]]},
    "employers": [{"id": "mill", "title_en": "The mill"}, {"id": "shop", "parent": "mill"}],
    "residents": {
        "id": np.array(["r2", "r1", "r3"]),
        "home": ["g1", None, "g2"],
        "mode": ["walk", np.nan, "walk"],
        "travel_limit": np.array([30, np.nan, 15]),
        "skills": [[("sew|fine", 3), "weld"], [], None],
        "pay_floor": [3000, 2500.5, Decimal("18.50")],
        "languages": [[("zh", "C1")], None, {"en": 2}],
        "of_legal_age": [True, np.bool_(False), None],
        "available_from": np.array(["2024-03-01", "NaT", "2024-04-01"], "datetime64[ns]"),
        "wanted_kinds": [{"job"}, (), None],
        "week": ["mon-fri 9-18", np.zeros(168, bool), np.arange(168).reshape(7, 24) < 24],
        "liked_employers": [{"mill": 2, "shop": -1}, {}, None],
        "needs": [["ramp"], [], None],
    },
    "postings": pandas.DataFrame(
        {
            "id": ["p1", "p2"],
            "kind": ["job", "training_slot"],
            "employer": ["shop", "mill"],
            "title_en": ["Tailor wanted", None],
            "occupation": ["tailor", "tailor"],
            "seats": [2, None],
            "must_skills": [[("sew|fine", 2, 3), ("weld", None, 0)], None],
            "opens": [pandas.Timestamp("2024-02-01"), pandas.NaT],
            "closes": [datetime.date(2024, 4, 1), None],
            "offers": [{"ramp": True, "desk": False}, None],
            "grid": ["g2", None],
            "pay_upper": [4200, None],
        }
    ),
}


@pytest.fixture(scope="module")
def shop():
    return aril.Market.from_tables(SHOP)


def test_rows_stand_in_the_order_of_ids(shop):
    assert list(shop.resident_ids) == ["r1", "r2", "r3"] and shop.resident_ids.dtype == object
    assert list(shop.posting_ids) == ["p1", "p2"] and list(shop.employer_ids) == ["mill", "shop"]
    assert shop.resident_row("r2") == 1 and shop.resident_row(2) == 2 and shop.posting_row(np.int64(1)) == 1
    assert shop.resident_rows(["r3", "r1"]).tolist() == [2, 0] and shop.resident_rows(["r3", 0]).tolist() == [2, 0]
    assert shop.resident_rows("r3").tolist() == [2] and shop.posting_rows(np.array([1, 0])).dtype == np.uint32
    assert shop.resident_rows(pandas.Series(["r2"])).tolist() == [1] and shop.resident_rows([]).tolist() == []


def test_cells_of_many_types_become_what_they_mean(shop):
    assert shop.resident("r2") == {
        "id": "r2",
        "home": "g1",
        "mode": "walk",
        "travel_limit": 30,
        "wanted_kinds": ["job"],
        "wanted_workplaces": None,
        "skills": [("sew|fine", 3), ("weld", None)],
        "credentials": None,
        "languages": [("zh", "C1")],
        "week": "mon-fri 9-18",
        "pay_floor": 3000.0,
        "currency": None,
        "needs": ["ramp"],
        "of_legal_age": True,
        "available_from": datetime.date(2024, 3, 1),
        "budget": None,
        "daily_units": None,
        "wanted_occupations": None,
        "held_occupations": None,
        "liked_employers": {"mill": 2, "shop": -1},
        "liked_kinds": None,
        "liked_workplaces": None,
        "blocked_postings": None,
        "blocked_employers": None,
    }
    first, third = shop.resident("r1"), shop.resident("r3")
    assert (first["home"], first["mode"], first["travel_limit"], first["available_from"]) == (None, None, None, None)
    assert (first["skills"], first["wanted_kinds"], first["needs"], first["liked_employers"]) == ([], [], [], {})
    assert (first["pay_floor"], first["of_legal_age"], first["week"]) == (2500.5, False, "-")
    assert (third["pay_floor"], third["week"], third["languages"]) == (18.5, "mon 0-24", [("en", "A2")])


def test_a_data_frame_is_a_table(shop):
    posting = shop.posting("p1")
    assert posting["must_skills"] == [("sew|fine", 2, 3), ("weld", None, 0)]
    assert (posting["seats"], posting["opens"], posting["closes"]) == (2, datetime.date(2024, 2, 1), datetime.date(2024, 4, 1))
    assert posting["offers"] == {"ramp": True, "desk": False} and posting["pay_upper"] == 4200.0
    assert shop.posting("p2")["title_en"] is None and shop.posting("p2")["opens"] is None


def test_a_market_comes_back_from_its_own_tables_and_frames(shop, tmp_path):
    tables = {name: shop.table(name) for name in TABLES}
    frames = {name: pandas.DataFrame(table) for name, table in tables.items()}
    rows = {name: [dict(zip(table, values, strict=True)) for values in zip(*table.values(), strict=True)] for name, table in tables.items()}
    shop.to_csv(tmp_path / "0")
    for number, given in enumerate((tables, frames, rows), 1):
        aril.Market.from_tables(given).to_csv(tmp_path / str(number))
        for file in (tmp_path / "0").iterdir():
            assert file.read_bytes() == (tmp_path / str(number) / file.name).read_bytes(), (number, file.name)


def test_frames_have_every_column(shop):
    residents, postings = shop.residents_frame(), shop.postings_frame()
    assert list(residents["id"]) == ["r1", "r2", "r3"] and residents.shape == (3, 24)
    assert postings.shape == (2, 39) and postings["kind"].tolist() == ["job", "training_slot"]


def test_tables_of_a_market_without_rows_have_their_columns():
    empty = aril.Market.from_tables({"skills": {"id": []}})
    assert empty.table("residents") == {column: [] for column in empty.table("residents")} and len(empty.table("residents")) == 24
    assert repr(empty) == "<aril.Market: 0 residents, 0 postings, 0 employers>"
    assert len(aril.Ranker(empty, "2024-03-01").rank()) == 0


def test_info_counts(shop):
    info = shop.info()
    assert {
        name: info[name] for name in ("residents", "postings", "seats", "employers", "skills", "occupations", "grids", "modes", "needs")
    } == {"residents": 3, "postings": 2, "seats": 3, "employers": 2, "skills": 3, "occupations": 1, "grids": 2, "modes": 1, "needs": 2}
    assert info["postings_by_kind"] == {"job": 1, "training_slot": 1, "internship": 0, "piecework_lot": 0}
    assert info["missing"]["residents"]["home"] == pytest.approx(1 / 3) and info["missing"]["residents"]["id"] == 0
    assert info["missing"]["postings"]["title_en"] == 0.5 and info["currency"] == "CNY"
    assert "3 skills" in repr(info) and "小市场" in repr(info) and "home 33%" in repr(info)


def test_titles_in_two_languages(shop):
    assert shop.title("p1") == "Tailor wanted" and shop.title("p2") == "Tailor" and shop.title("p1", "zh") == "Tailor wanted"
    assert list(shop.posting_titles()) == ["Tailor wanted", "Tailor"]
    assert list(shop.posting_kinds) == ["job", "training_slot"] and list(shop.posting_employers) == ["shop", "mill"]


def test_find_names_concepts(shop):
    (match,) = shop.find_skill("welding", k=1)
    assert match == ("weld", "Welding", 1.0, "exact")
    assert shop.find_skill("needlework", 1)[0][::3] == ("sew|fine", "alias")
    similar = shop.find_skill("weldings", 3, language="zh")[0]
    assert similar.id == "weld" and similar.title == "焊接" and 0 < similar.similarity < 1 and similar.kind == "similar"
    assert shop.find_occupation("tailor")[0].id == "tailor" and shop.find_skill("zzz") == [] and shop.find_skill("welding", k=0) == []


def test_columns_can_be_called_otherwise(shop, tmp_path):
    names = {"residents": {"id": "Person No."}, "skills": {"title_zh": "名称"}}
    shop.to_csv(tmp_path, columns=names)
    assert (tmp_path / "residents.csv").read_text(encoding="utf-8").startswith("Person No.,")
    assert aril.Market.from_csv(tmp_path, columns=names).info() == shop.info()
    with pytest.raises(aril.Error) as caught:
        aril.Market.from_csv(tmp_path)
    assert {"missing_column", "unknown_column"} & {problem.code for problem in caught.value.problems}


def test_unknown_columns_can_be_ignored(tmp_path):
    tables = {"skills": {"id": ["a"], "colour": ["red"]}}
    assert aril.Market.from_tables(tables, ignore_unknown_columns=True).info()["skills"] == 1
    (tmp_path / "skills.csv").write_text("id,colour\na,red\n")
    assert aril.Market.from_csv(tmp_path, ignore_unknown_columns=True).info()["skills"] == 1


class ArrowTable:
    def to_pydict(self):
        return {"id": ["a"], "title_en": ["Craft"]}


def test_a_table_with_to_pydict_is_a_table():
    assert aril.Market.from_tables({"skills": ArrowTable()}).find_skill("craft")[0].id == "a"


def test_odd_texts_survive(tmp_path):
    odd = ["-", "--", "a|b", "c:d", "b\\s", "\\", '"', "'", "x,y", " sp ", "李雷", "🧵", "no", "0"]
    market = aril.Market.from_tables(
        {
            "skills": {"id": odd, "title_en": ["of\ntwo\r\nlines"] * len(odd)},
            "residents": {"id": ["r"], "skills": [odd], "credentials": [["-"]], "needs": [["-", "x"]]},
        }
    )
    assert sorted(name for name, _ in market.resident("r")["skills"]) == sorted(odd)
    assert market.resident("r")["credentials"] == ["-"] and market.resident("r")["needs"] == ["-", "x"]
    assert market.table("skills")["title_en"] == ["of\ntwo\r\nlines"] * len(odd)


def test_a_sample_has_the_sizes_of_its_name(community):
    info = community.info()
    assert info["residents"] == 5000 and info["postings"] >= 1246 and info["grids"] == 30
    assert community.title("P000001", "zh") and community.problems == []


@pytest.fixture(scope="module")
def numbered():
    """Ids as a database counts them: residents 1001 to 1020, postings 0, 2, 7."""
    return aril.Market.from_tables(
        {
            "employers": {"id": [1]},
            "residents": {"id": np.arange(1001, 1021)},
            "postings": {"id": [7, 0, 2], "kind": ["job"] * 3, "employer": [1] * 3, "title_en": ["g", "a", "c"]},
        }
    )


def test_an_int_that_could_be_an_id_is_refused_with_a_hint(numbered):
    ranker = aril.Ranker(numbered, "2024-03-01")
    assert list(numbered.posting_ids) == ["0", "2", "7"]
    for call, noun, number in (
        (lambda: numbered.title(2), "posting", 2),
        (lambda: numbered.posting(np.int64(7)), "posting", 7),
        (lambda: ranker.explain(1001, "2"), "resident", 1001),
        (lambda: ranker.explain("1001", 0), "posting", 0),
        (lambda: ranker.rank(residents=1002), "resident", 1002),
        (lambda: ranker.rank(residents=[3, 1002]), "resident", 1002),
        (lambda: ranker.rank(residents=pandas.Series([1002])), "resident", 1002),
        (lambda: ranker.rank(deny={"1001": [2]}), "posting", 2),
        (lambda: numbered.employer_rows([1]), "employer", 1),
    ):
        with pytest.raises(aril.Error, match=rf'"{number}" \(str\).*numpy.uint32') as caught:
            call()
        assert (caught.value.code, caught.value.field) == ("invalid_option", noun)


def test_rows_stay_rows_where_no_id_reads_as_their_number(numbered):
    ranker = aril.Ranker(numbered, "2024-03-01")
    assert numbered.resident(3)["id"] == numbered.resident(np.uint32(3))["id"] == "1004"
    assert numbered.title("7") == "g" and numbered.title(1) == numbered.title(np.uint32(1)) == "c"
    lists = ranker.rank()
    assert len(ranker.rank(residents=lists.residents)) == 20 and ranker.rank(residents=[0, 19])[1].id == "1020"
    assert [hit.title for hit in ranker.rank_residents(lists[0].postings)[0]] == ["a"] * 20
    assert ranker.explain("1001", lists.postings[0]).title == "a" and lists[0][0].title == "a"
    assert len(ranker.near_misses("1001")) == 0
    with pytest.raises(aril.Error, match="a row below 20"):
        numbered.resident(20)


def test_places_of_a_sparse_array_are_rows(numbered):
    class Sparse:
        shape, row, col, data = (20, 3), np.array([3]), np.array([2]), np.array([65535])

        def tocoo(self):
            return self

    ranker = aril.Ranker(numbered, "2024-03-01", weights={"referral": 1}, sparse={"referral": Sparse()})
    assert ranker.explain("1004", "7").score > ranker.explain("1004", "2").score


def residents_with(column, values, **options):
    return aril.Market.from_tables({"residents": {"id": [f"r{i}" for i in range(len(values))], column: values}}, **options)


DAY = datetime.date(2024, 3, 1)
MIDNIGHT = datetime.datetime(2024, 3, 1)


@pytest.mark.parametrize(
    "convert",
    [
        list,
        lambda moments: np.array(moments, "datetime64[s]"),
        lambda moments: list(np.array(moments, "datetime64[ms]")),
        pandas.Series,
        lambda moments: pandas.Series(moments).dt.tz_localize("Asia/Shanghai"),
    ],
)
def test_a_time_of_day_is_no_part_of_a_date(convert):
    assert residents_with("available_from", convert([MIDNIGHT])).resident("r0")["available_from"] == DAY
    with pytest.raises(aril.Error, match=r"a day of the calendar as YYYY-MM-DD, found .*2024-03-01T10:30") as caught:
        residents_with("available_from", convert([MIDNIGHT, MIDNIGHT.replace(hour=10, minute=30)]))
    assert (caught.value.row, caught.value.field) == (1, "available_from")
    lenient = residents_with("available_from", convert([MIDNIGHT, MIDNIGHT.replace(hour=10, minute=30)]), lenient=True)
    assert list(lenient.resident_ids) == ["r0"] and [problem.row for problem in lenient.problems] == [1]


def test_floats_are_amounts_to_the_last_digits_that_arithmetic_spoils():
    given = [0.1 + 0.2, 18.5, 3000.0, 19.99 * 100, 0.0, np.float32(18.3), None, 1234567.1 * 3]
    market = residents_with("pay_floor", given)
    assert [market.resident(f"r{i}")["pay_floor"] for i in range(len(given))] == [0.3, 18.5, 3000.0, 1999.0, 0.0, 18.3, None, 3703701.3]
    for convert in (np.array, pandas.Series, list):
        assert residents_with("budget", convert([0.1 + 0.2, np.nan])).resident("r0")["budget"] == 0.3
    for narrow in (np.array([5000.1], np.float32), pandas.Series([5000.1], dtype="float32")):
        assert residents_with("budget", narrow).resident("r0")["budget"] == 5000.1
    for wrong in (18.505, 0.3001, -1.0, 1e300, float("inf")):
        with pytest.raises(aril.Error, match="at most two decimals") as caught:
            residents_with("pay_floor", [1.0, wrong])
        assert (caught.value.row, caught.value.field) == (1, "pay_floor")


def test_a_travel_radius_is_stated_with_the_market(community):
    tables = {name: community.table(name) for name in ("modes", "areas", "grids")}
    tables["market"] = {"key": ["travel_radius"], "value": ["15"]}
    near = aril.Market.from_tables(tables)
    assert near.table("market") == tables["market"]
    tables["market"]["value"] = ["many"]
    with pytest.raises(aril.Error, match="minutes"):
        aril.Market.from_tables(tables)
