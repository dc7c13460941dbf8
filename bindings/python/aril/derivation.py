"""Rules by which links follow from what people share."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from . import _aril
from .error import error, one_of
from .faults import Faults
from .market import _at_least
from .referral_arrays import LINK_KINDS, strength_array


@dataclass(frozen=True)
class DerivationRule:
    """Links that follow from what people share: each person is linked to at most `most_links` others, the nearest first, ties to the lower
    row.

    basis: "same_grid", "same_employer", "same_group" or "building_head". kind: of the links, one that joins two people. strength: a number
    of 0..1. Errors: Error with field, expected and found for what is none of these, as soon as the rule is made."""

    basis: str
    kind: str
    strength: Any
    most_links: int = 64

    def __post_init__(self):
        rule_numbers(self)


def standard_derivation_rules() -> list[DerivationRule]:
    """Same grid 0.3, same employer 0.6, same group 0.5, building head 0.8, at most 64 links each."""
    made = []
    for basis, kind, strength, most in _aril.standard_derivation_rules():
        number = next(rounded for digits in range(6) if _stored(rounded := round(strength / 65535, digits)) == strength)
        made.append(DerivationRule(_aril.derivation_basis_names[basis], _aril.link_kind_names[kind], number, most))
    return made


def _stored(strength):
    faults = Faults()
    report = faults.report_to("rules", "strength")
    stored = strength_array([strength], lambda row, *what: report(None, *what))
    faults.check()
    return int(stored[0])


def rules_of(rules):
    """Each rule once. Errors: "malformed" for what is no list of rules."""
    rules = list(rules) if isinstance(rules, Iterable) and not isinstance(rules, str) else [rules]
    for place, rule in enumerate(rules):
        if not isinstance(rule, DerivationRule):
            raise error("malformed", "", "a DerivationRule(basis, kind, strength)", rule, file="rules", row=place)
    return list(dict.fromkeys(rules))


def rule_numbers(rule):
    """A rule as numbers."""
    if rule.basis not in _aril.derivation_basis_names:
        raise error("unknown_word", "basis", one_of(_aril.derivation_basis_names, rule.basis), rule.basis, file="rules")
    if not isinstance(rule.kind, str) or rule.kind not in LINK_KINDS:
        raise error("unknown_word", "kind", one_of(LINK_KINDS, rule.kind), rule.kind, file="rules")
    if rule.kind in _aril.kinds_to_employers:
        raise error("contradiction", "kind", "a kind that joins two people", f"'{rule.kind}', which leads to an employer", file="rules")
    most = _at_least(0, "most_links", rule.most_links)
    return _aril.derivation_basis_names.index(rule.basis), LINK_KINDS[rule.kind], _stored(rule.strength), most
