"""No protected attribute reaches a ranking: whatever stands in their table, not one byte of a ranking changes. A planted leak is seen."""

import csv
import os
import random

import pytest
from oracle.random_markets import AS_OF, write_random_market
from same_bytes import ranking_bytes

import aril

COLUMNS = ("ethnicity", "sex", "age_group", "religion", "disability", "origin")
VALUES = {
    "ethnicity": ("Han", "Hui", "苗族", ""),
    "sex": ("female", "male", ""),
    "age_group": ("16-24", "25-54", "55+", ""),
    "religion": ("none", "Islam", ""),
    "disability": ("none", "vision", ""),
    "origin": ("local", "外省", ""),
}
FLIPS_PER_RELOAD = 10
FLIPS = 10_000 if os.environ.get("ARIL_DEEP") == "1" else 300


class Folder:
    """A market's files with a table of protected attributes, some of which can be flipped."""

    def __init__(self, path, seed):
        write_random_market(path, seed, 40, 60)
        self.path = path
        self.dice = random.Random(seed)
        market = aril.Market.from_csv(path)
        self.rows = {id: {column: self.dice.choice(VALUES[column]) for column in COLUMNS} for id in market.resident_ids}
        self.write()

    def write(self):
        with open(self.path / "protected_attributes.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["resident", *COLUMNS])
            writer.writerows([id, *row.values()] for id, row in self.rows.items() if any(row.values()))

    def flip(self, count):
        """Gives `count` cells, of any residents and columns, another value."""
        cells = [(id, column) for id in self.rows for column in COLUMNS]
        for id, column in self.dice.sample(cells, count):
            others = [value for value in VALUES[column] if value != self.rows[id][column]]
            self.rows[id][column] = self.dice.choice(others)
        self.write()

    def ranker(self, inputs=lambda rows: {}):
        """What a service does: reads the folder, ranks. `inputs`: what it takes from the rows of protected attributes, if it does."""
        return aril.Ranker(aril.Market.from_csv(self.path), AS_OF, **inputs(self.rows))


def reloads_that_differ(folder, reloads, inputs=lambda rows: {}):
    """After how many of so many flips and reloads the rankings were not those of before."""
    before = ranking_bytes(folder.ranker(inputs))
    differ = 0
    for _ in range(reloads):
        folder.flip(FLIPS_PER_RELOAD)
        differ += ranking_bytes(folder.ranker(inputs)) != before
    return differ


def test_flips_change_no_byte_of_any_ranking(tmp_path):
    markets = 5
    for seed in range(markets):
        assert reloads_that_differ(Folder(tmp_path / str(seed), seed), FLIPS // FLIPS_PER_RELOAD // markets) == 0


@pytest.mark.parametrize("column", COLUMNS)
def test_a_leak_is_seen(tmp_path, column):
    """The same comparison, on a service that feeds the column to a term of its own."""

    def leak(rows):
        strengths = {id: 65535 * (row[column] == VALUES[column][0]) for id, row in rows.items()}
        pairs = [(id, 0, strength) for id, strength in strengths.items() if strength]
        return {"sparse": {"leak": tuple(zip(*pairs, strict=True)) or ([], [], [])}, "weights": {"leak": 1}, "policy": {"rules": OFF}}

    assert reloads_that_differ(Folder(tmp_path, 1), 5, leak) > 0


OFF = {code: {"on": False} for code in aril.Policy.standard().rules}


def test_the_attributes_were_read(tmp_path):
    """Else nothing would be shown: they are in the market, and go from file to file."""
    folder = Folder(tmp_path / "in", 2)
    folder.ranker().market.to_csv(tmp_path / "out")
    with open(tmp_path / "out" / "protected_attributes.csv", encoding="utf-8", newline="") as file:
        written = {row.pop("resident"): row for row in csv.DictReader(file)}
    assert written == {id: row for id, row in folder.rows.items() if any(row.values())}


def test_no_table_of_python_holds_them(community):
    with pytest.raises(aril.Error, match="protected_attributes") as caught:
        community.table("protected_attributes")
    assert caught.value.code == "invalid_option"
    assert not set(COLUMNS) & set(community.resident(0))
