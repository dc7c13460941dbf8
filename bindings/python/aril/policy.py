"""Which rules hold, what "unknown" does in each, which terms count and how much. The compiled part reads, checks and completes the JSON."""

import json
import numbers
import os
import re
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from . import _aril
from .error import error

JSON_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


@dataclass
class RuleSetting:
    """on: whether the rule holds; unknown: what an answer "unknown" does, "admit", "refuse" or "ask" (admit, and carry the question)."""

    on: bool = True
    unknown: str = "admit"


class Rules(MutableMapping):
    """{code: RuleSetting}. Takes a RuleSetting, a bool, or a dict of what is to change: rules["travel"] = {"unknown": "refuse"}."""

    def __init__(self, settings: dict[str, RuleSetting]):
        self._settings = settings

    def __getitem__(self, code: str) -> RuleSetting:
        if code not in self._settings:
            self._check(code, {})
        return self._settings[code]

    def __setitem__(self, code: str, setting: RuleSetting | Mapping[str, Any] | bool):
        if isinstance(setting, RuleSetting):
            setting = vars(setting)
        changes = {"on": setting} if isinstance(setting, bool) else setting
        self._check(code, changes)
        self._settings[code] = RuleSetting(**(vars(self._settings[code]) | dict(changes)))

    def __delitem__(self, code: str):
        raise TypeError("a rule cannot be taken away; switch it off: rules[code] = False")

    def __iter__(self):
        return iter(self._settings)

    def __len__(self):
        return len(self._settings)

    def __repr__(self):
        return repr(self._settings)

    @staticmethod
    def _check(code, changes):
        _aril.complete_policy(json_text({"rules": {code: changes}}), "policy", [])


class Policy:
    """Plain data: edit it in place and hand it to a Ranker, which checks it.

        policy = aril.Policy.standard()
        policy.rules["travel"].unknown = "refuse"
        policy.weights["resident"]["commute"] = 35
        policy.closeness["level_fit"] = [255, 128, 0, 0]

    rules: {code: RuleSetting}. weights: {"resident": {term: weight}, "employer": {term: weight}}, the same terms on both sides; their
    order decides ties of rounding. A weight: int, float, Decimal or str, read exactly as written (a float as its repr). closeness: as in
    the JSON.
    """

    def __init__(self, complete: dict[str, Any]):
        """complete: a policy that names everything. Others are made by standard, from_json and from_dict."""
        self.rules = Rules({code: RuleSetting(**setting) for code, setting in complete["rules"].items()})
        self.weights: dict[str, dict[str, Any]] = {
            side: {entry["term"]: entry["weight"] for entry in entries} for side, entries in complete["weights"].items()
        }
        self.closeness: dict[str, Any] = complete["closeness"]

    @classmethod
    def standard(cls) -> "Policy":
        return cls.from_json("{}")

    @classmethod
    def from_json(cls, source: str | os.PathLike[str], *, terms: Iterable[str] = ()) -> "Policy":
        """source: JSON text, or the path of a file of it. What it does not name keeps its standard value. terms: sparse terms that it
        may name.

        Errors: Error that names the key, and for an unknown one the nearest known.
        """
        text, file = _text_and_file(source)
        return cls(json.loads(_aril.complete_policy(text, file, list(terms)), parse_float=Decimal))

    @classmethod
    def from_dict(cls, policy: Mapping[str, Any], *, terms: Iterable[str] = ()) -> "Policy":
        """A dict as the JSON; a side's weights may also be {term: weight}. Errors: as from_json."""
        return cls.from_json(json_text(_with_entries(policy)), terms=terms)

    def to_json(self) -> str:
        """The complete policy. Errors: Error for what was edited wrongly."""
        return _aril.complete_policy(self._text(), "policy", self._named_terms())

    def copy(self) -> "Policy":
        return Policy.from_json(self._text(), terms=self._named_terms())

    def _named_terms(self):
        return [term for side in self.weights.values() for term in side]

    def _text(self):
        rules = {code: vars(setting) for code, setting in self.rules.items()}
        return json_text(_with_entries({"rules": rules, "weights": self.weights, "closeness": self.closeness}))

    def _weigh(self, side: str, weights: Mapping[str, Any]):
        """Gives one side these weights, and 0 to the terms that they don't name; the other side gets 0 for terms that are new to it."""
        other = self.weights["employer" if side == "resident" else "resident"]
        self.weights[side] = dict(weights) | {term: 0 for term in self.weights[side] if term not in weights}
        for term in weights:
            other.setdefault(term, 0)

    def __eq__(self, other):
        return isinstance(other, Policy) and self.to_json() == other.to_json()

    __hash__ = None

    def __repr__(self):
        changed = [code for code, setting in self.rules.items() if setting != Policy.standard().rules[code]] if self.rules else []
        rules = ", ".join(f"{code}: {'on, unknown ' + self.rules[code].unknown if self.rules[code].on else 'off'}" for code in changed)
        sides = "; ".join(
            f"{side}: " + ", ".join(f"{term} {weight}" for term, weight in weights.items()) for side, weights in self.weights.items()
        )
        return f"<aril.Policy: rules {rules or 'standard'}; weights {sides}>"


def policy_of(policy: Policy | Mapping[str, Any] | str | os.PathLike[str] | None, terms: list[str]) -> Policy:
    """A policy of the caller's own, however it is given."""
    if policy is None:
        return Policy.standard()
    if isinstance(policy, Policy):
        return policy.copy()
    if isinstance(policy, Mapping):
        return Policy.from_dict(policy, terms=terms)
    return Policy.from_json(policy, terms=terms)


def json_text(value) -> str:
    """JSON in which every number stands as it was written. A str is text, not a number."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(str(key))}: {json_text(member)}" for key, member in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(json_text(item) for item in value) + "]"
    if value is None or isinstance(value, (bool, str, np.bool_)):
        return json.dumps(bool(value) if isinstance(value, np.bool_) else value)
    if isinstance(value, Exact):
        return value.text
    return number_text(value, "policy")


@dataclass(frozen=True)
class Exact:
    """A number by its digits."""

    text: str


def number_text(value, field) -> str:
    text = None
    if isinstance(value, str):
        text = value.strip()
    elif isinstance(value, Decimal):
        text = format(value, "f")
    elif isinstance(value, numbers.Integral) and not isinstance(value, bool):
        text = str(int(value))
    elif isinstance(value, np.floating):
        text = str(value)  # the shortest digits of its own type
    elif isinstance(value, float):
        text = repr(value)
    if text is None or not JSON_NUMBER.fullmatch(text):
        raise error("malformed", field, "a number: int, float, Decimal or its digits as str", value, file="policy")
    return text


def _with_entries(policy):
    """The JSON's form of the weights, a list of entries, exact digits inside."""
    weights = policy.get("weights")
    if not isinstance(weights, Mapping):
        return policy
    sides = {}
    for side, given in weights.items():
        if isinstance(given, Mapping):
            given = [{"term": term, "weight": weight} for term, weight in given.items()]
        sides[side] = [
            dict(entry, weight=Exact(number_text(entry["weight"], f"weights.{side}.{entry.get('term', f'[{place}]')}")))
            if isinstance(entry, Mapping) and "weight" in entry
            else entry
            for place, entry in enumerate(given)
        ]
    return dict(policy) | {"weights": sides}


def _text_and_file(source):
    if isinstance(source, str) and source.lstrip().startswith(("{", "[")):
        return source, "policy"
    path = os.fspath(source)
    try:
        with open(path, "rb") as file:
            return file.read(), path
    except OSError as failure:
        raise error(
            "file_not_readable", "", "a policy as JSON text, or the path of one", failure.strerror or str(failure), file=path
        ) from None
