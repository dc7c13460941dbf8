"""The policy, the curves, shares by largest remainder, and closeness in the taxonomies, for the NumPy peer (docs/definitions.md)."""

import decimal
import fractions
import json
import math

import numpy as np

RULES = ("open seats kind workplace must_skill credential language week travel pay need age start blocked prerequisite fee"
         " daily_units").split()
TERMS = "skills occupation commute week pay freshness preference embedding".split()
STANDARD_WEIGHTS = {
    "resident": {"skills": 30, "commute": 20, "occupation": 15, "week": 10, "pay": 10, "preference": 10, "freshness": 5},
    "employer": {"skills": 55, "commute": 10, "occupation": 20, "week": 10, "pay": 0, "preference": 0, "freshness": 5},
}
STANDARD_CLOSENESS = {
    "skill": {"same": 255, "narrower": [240, 225], "broader": [150, 90], "sibling": 110, "related": 130, "sibling_limit": 64},
    "occupation": {"same": 255, "related": 150, "shared_broader": [180, 100, 40]},
    "held_occupation": 200,
    "level_fit": [255, 190, 120, 60],
}


def known(given, keys, what):
    unknown = set(given) - set(keys)
    if unknown:
        raise ValueError(f"{what}: not known: {sorted(unknown)}")
    return given


def largest_remainder(total, counts):
    """Shares of total, an integer list that sums to it; ties to the earlier entry."""
    counts = [fractions.Fraction(c) for c in counts]
    scale = math.lcm(*(c.denominator for c in counts))
    counts = [int(c * scale) for c in counts]
    whole = sum(counts)
    out = [total * c // whole for c in counts]
    by_remainder = sorted(range(len(counts)), key=lambda i: -(total * counts[i] % whole))
    for i in by_remainder[:total - sum(out)]:
        out[i] += 1
    return out


class Policy:
    """source: None for the standard one, a dict, or the path of a JSON file. side: whose weights count, "resident" or "employer"."""

    def __init__(self, source=None, side="resident"):
        if source is None:
            source = {}
        elif not isinstance(source, dict):
            with open(source, encoding="utf-8") as file:
                source = json.load(file, parse_float=fractions.Fraction)
        known(source, ["rules", "weights", "closeness"], "policy")
        rules = known(source.get("rules", {}), RULES, "rules")
        self.on = {code: bool(rules.get(code, {}).get("on", True)) for code in RULES}
        self.admit = {code: rules.get(code, {}).get("unknown", "admit") != "refuse" for code in RULES}
        weights = STANDARD_WEIGHTS[side]
        if "weights" in source:
            weights = {e["term"]: e["weight"] for e in source["weights"][side]}
        known(weights, TERMS, "weights")
        exact = [fractions.Fraction(repr(w)) if isinstance(w, float) else w for w in weights.values()]
        self.weights = dict.fromkeys(TERMS, 0)
        self.weights.update(zip(weights, largest_remainder(65535, exact)))
        given = known(source.get("closeness", {}), STANDARD_CLOSENESS, "closeness")
        self.skill, self.occupation = (
            {**STANDARD_CLOSENESS[key], **known(given.get(key, {}), STANDARD_CLOSENESS[key], key)} for key in ("skill", "occupation"))
        self.held_occupation = given.get("held_occupation", STANDARD_CLOSENESS["held_occupation"])
        self.level_fit = list(given.get("level_fit", STANDARD_CLOSENESS["level_fit"]))

    def fit(self, held, asked):
        """level_fit of a held level for an asked one, 0 for not stated."""
        missing = 0 if asked == 0 else 1 if held == 0 else max(0, asked - held)
        return self.level_fit[missing] if missing < len(self.level_fit) else 0


def half_life_curve(length, free, half_life):
    """round(65535 * 2^(-max(0, x - free) / half_life)) for x in 0..length-1."""
    with decimal.localcontext(prec=50):
        def at(x):
            value = 65535 * decimal.Decimal(2) ** (decimal.Decimal(-max(0, x - free)) / half_life)
            return int((value + decimal.Decimal("0.5")).to_integral_value(decimal.ROUND_FLOOR))
        return np.array([at(x) for x in range(length)], np.int64)


def ancestors(taxonomy, concept, steps):
    """{concept above: the least number of steps}, the concept itself at 0."""
    found, edge = {concept: 0}, [concept]
    for n in range(1, steps + 1):
        edge = [b for a in edge for b in taxonomy.broader[a]]
        for b in edge:
            found.setdefault(b, n)
    return found


def closeness_of_skills(taxonomy, held, asked, numbers):
    """CSR over held skills: for each, the asked skills that it is close to, with close(held -> asked) > 0."""
    up, down = taxonomy.broader, taxonomy.narrower
    asked = set(asked)
    off, to, value = np.zeros(len(taxonomy) + 1, np.int64), [], []
    family = {}
    for b in range(len(taxonomy)):
        if up[b] and len(down[b]) <= numbers["sibling_limit"]:
            family[b] = [s for s in down[b] if s in asked]
    for h in range(len(taxonomy)):
        if h in held:
            best = {}
            for skills, v in (
                    ((s for b in up[h] if b in family for s in family[b]), numbers["sibling"]),
                    (taxonomy.related[h], numbers["related"]),
                    (up[h], numbers["narrower"][0]), ((c for b in up[h] for c in up[b]), numbers["narrower"][1]),
                    (down[h], numbers["broader"][0]), ((c for b in down[h] for c in down[b]), numbers["broader"][1])):
                for s in skills:
                    if s in asked and v > best.get(s, 0):
                        best[s] = v
            if h in asked:
                best[h] = numbers["same"]
            best = sorted((s, v) for s, v in best.items() if v > 0)
            to.extend(s for s, _ in best)
            value.extend(v for _, v in best)
        off[h + 1] = len(to)
    return off, np.array(to, np.int64), np.array(value, np.int64)


def closeness_of_occupations(taxonomy, rows, columns, numbers):
    """close(a, b) as a uint8 matrix, a of `rows`, b of `columns`."""
    out = np.zeros((len(rows), len(columns)), np.uint8)
    below = {}  # concept that is no root -> at n steps, the columns under it
    for j, b in enumerate(columns):
        for z, n in ancestors(taxonomy, b, 3).items():
            if taxonomy.broader[z]:
                below.setdefault(z, ([], [], [], []))[n].append(j)
    column_of = {b: j for j, b in enumerate(columns)}
    by_steps = [max(numbers["shared_broader"][max(0, n - 1):]) for n in range(4)]  # what is at most one step up is at most three
    for i, a in enumerate(rows):
        line = out[i]
        for z, n in ancestors(taxonomy, a, 3).items():
            for m, under in enumerate(below.get(z, ())):
                line[under] = np.maximum(line[under], by_steps[max(n, m)])
        for b in taxonomy.related[a]:
            if b in column_of:
                line[column_of[b]] = max(line[column_of[b]], numbers["related"])
        if a in column_of:
            line[column_of[a]] = max(line[column_of[a]], numbers["same"])
    return out
