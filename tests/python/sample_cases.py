"""Markets drawn from the sample, as the oracle takes them and as aril does."""

import csv
from collections import Counter
from datetime import date

from oracle.market_reader import read_market
from oracle.numpy_oracle import NumpyOracle
from oracle.policy import Policy
from oracle.random_requests import policy_json, random_options, random_policy
from oracle_cases import Case

import aril

AS_OF = date(2026, 6, 3)  # the day at which the sample stands
SKILL_COLUMNS = {
    "skills": ("broader", "related"),
    "occupations": ("essential", "optional"),
    "residents": ("skills",),
    "postings": ("must_skills", "nice_skills", "grants", "prerequisite_skills"),
}


def sample_case(folder, seed, residents, postings, skills):
    """The market of a seed with the skills named most and what is broader than they are, for the oracle's tables are dense; the policy is
    the standard one for even seeds."""
    aril.sample_district("community", seed, residents=residents, postings=postings).to_csv(folder)
    keep_skills(folder, skills)
    text = policy_json(random_policy(seed, ())) if seed % 2 else aril.Policy.standard().to_json()
    plain = read_market(folder)
    ranker = aril.Ranker(aril.Market.from_csv(folder), AS_OF, policy=text)
    return Case(seed, NumpyOracle(plain, Policy.from_json(text), AS_OF), ranker, random_options(seed, plain))


def keep_skills(folder, count):
    """Writes the files anew without the other skills."""
    tables = {name: read_rows(folder / f"{name}.csv") for name in SKILL_COLUMNS}
    named = Counter(
        id_of(item)
        for name, columns in SKILL_COLUMNS.items()
        if name != "skills"
        for row in tables[name]
        for column in columns
        for item in items_of(row[column])
    )
    broader = {row["id"]: items_of(row["broader"]) for row in tables["skills"]}
    kept, left = set(), [skill for skill, _ in named.most_common(count)]
    while left:
        skill = left.pop()
        if skill not in kept:
            kept.add(skill)
            left += broader[skill]
    tables["skills"] = [row for row in tables["skills"] if row["id"] in kept]
    for name, rows in tables.items():
        for row in rows:
            for column in SKILL_COLUMNS[name]:
                row[column] = row[column] and ("|".join(item for item in items_of(row[column]) if id_of(item) in kept) or "-")
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)


def read_rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items_of(cell):
    return [] if cell in ("", "-") else cell.split("|")  # the sample's ids need no backslash


def id_of(item):
    return item.split(":")[0]
