"""The same input gives the same bytes: for any number of threads, any order of input rows, and on the way through files and tables."""

import csv
import random

import pytest
from oracle.random_markets import AS_OF, write_random_market
from same_bytes import ranking_bytes

import aril

TABLES = ("market", "modes", "areas", "grids", "travel", "skills", "occupations", "employers", "residents", "postings")


def file_bytes(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def shuffle_rows(folder, seed):
    for path in sorted(folder.iterdir()):
        with open(path, encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        order = random.Random(f"{seed} {path.name}").sample(range(len(header)), len(header))
        rows = random.Random(seed).sample(rows, len(rows))
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([[row[i] for i in order] for row in (header, *rows)])


@pytest.mark.parametrize("threads", [2, 7])
def test_any_number_of_threads_gives_the_same_bytes(ranker, tmp_path, threads):
    assert ranking_bytes(ranker, threads) == ranking_bytes(ranker, 1)
    for name, count in (("one", 1), ("many", threads)):
        ranker.rank(threads=count).to_csv(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "many").read_bytes()


def test_ties_across_the_borders_of_blocks_give_the_same_bytes(tmp_path):
    """400 residents of two kinds and 120 postings of three: nearly all scores are ties, over some 25 blocks."""
    write_random_market(tmp_path, 5, 400, 120, "ties")
    all_off = {"rules": {code: {"on": False} for code in aril.Policy.standard().rules}}
    ranker = aril.Ranker(aril.Market.from_csv(tmp_path), AS_OF, policy=all_off)
    expected = ranking_bytes(ranker, 1)
    assert ranking_bytes(ranker, 2) == expected
    assert ranking_bytes(ranker, 7) == expected
    lists = ranker.rank_residents(k=400)
    assert all((hits.residents[:-1] < hits.residents[1:])[hits.scores[:-1] == hits.scores[1:]].all() for hits in lists)
    assert all(len(hits) == 400 and len(set(hits.scores.tolist())) < 100 for hits in lists)


def test_any_order_of_input_rows_and_columns_gives_the_same_bytes(tmp_path):
    for seed in range(10):
        folder = tmp_path / str(seed)
        write_random_market(folder / "as_drawn", seed, 30, 40)
        market = aril.Market.from_csv(folder / "as_drawn")
        market.to_csv(folder / "written")
        market.to_csv(folder / "shuffled")
        shuffle_rows(folder / "shuffled", seed)
        shuffled = aril.Market.from_csv(folder / "shuffled")
        shuffled.to_csv(folder / "written_again")
        assert file_bytes(folder / "written") == file_bytes(folder / "written_again")
        assert ranking_bytes(aril.Ranker(market, AS_OF)) == ranking_bytes(aril.Ranker(shuffled, AS_OF))


def test_a_community_survives_files_and_shuffling(community, ranker, tmp_path):
    community.to_csv(tmp_path)
    shuffle_rows(tmp_path, 1)
    assert ranking_bytes(aril.Ranker(aril.Market.from_csv(tmp_path), "2026-06-03")) == ranking_bytes(ranker)


def test_a_market_survives_tables(tmp_path):
    for seed in range(10):
        folder = tmp_path / str(seed)
        write_random_market(folder / "as_drawn", seed, 30, 40)
        market = aril.Market.from_csv(folder / "as_drawn")
        rebuilt = aril.Market.from_tables({name: market.table(name) for name in TABLES})
        market.to_csv(folder / "files")
        rebuilt.to_csv(folder / "tables")
        (folder / "files" / "protected_attributes.csv").unlink()  # they don't come out as a table
        (folder / "tables" / "protected_attributes.csv").unlink()
        assert file_bytes(folder / "files") == file_bytes(folder / "tables")


def test_the_same_seed_gives_the_same_district():
    first, again, other = (aril.Ranker(aril.sample_district(seed=seed), "2026-06-03") for seed in (3, 3, 4))
    assert ranking_bytes(first) == ranking_bytes(again) != ranking_bytes(other)
