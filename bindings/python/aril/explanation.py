"""Why a score is what it is, and why a pair is not eligible."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from . import _aril
from .error import error


class TermShare(NamedTuple):
    """What one term adds to a score. value: 0..65,535; weight: of 65,535; contribution: weight x value; is_neutral: an input is missing."""

    term: str
    value: int
    weight: int
    contribution: int
    is_neutral: bool


class RuleAnswer(NamedTuple):
    """What one rule says: "pass", "unknown" or "fail"; the policy's setting; and what follows."""

    rule: str
    answer: str
    on: bool
    unknown: str
    refuses: bool
    asks: bool


class Explanation:
    """One pair from one side. The terms' contributions sum to the score, exactly. print() shows all of it."""

    def __init__(self, compiled: _aril.Explanation, resident: str, posting: str, title: str, employer: str, side: str):
        self._compiled = compiled
        self.resident, self.posting, self.title, self.employer, self.side = resident, posting, title, employer, side
        self.is_eligible: bool = compiled.is_eligible()
        self.score: int = compiled.score()

    @property
    def fraction(self) -> float:
        return self.score / _aril.max_score

    @cached_property
    def terms(self) -> list[TermShare]:
        """In the order of the policy; terms that weigh nothing too."""
        return [TermShare(*term) for term in self._compiled.terms()]

    @cached_property
    def rules(self) -> list[RuleAnswer]:
        """In the order of docs/definitions.md; rules that are off too."""
        return [RuleAnswer(*rule) for rule in self._compiled.rules()]

    @property
    def unknowns(self) -> list[str]:
        """Codes of the rules with answer "unknown" that are on, whatever the policy makes of that."""
        return self._compiled.unknowns()

    @property
    def neutral_terms(self) -> list[str]:
        """Names of the terms that are neutral, because an input is missing, and weigh something."""
        return self._compiled.neutral_terms()

    def questions(self, language: str = "en") -> list[str]:
        """What to ask, one question for each rule that is not known and that the policy asks about. language: "en" or "zh"."""
        return self._compiled.questions(language)

    def sentence(self, language: str = "en") -> str:
        """What speaks for the pair and against it. language: "en" or "zh"."""
        return self._compiled.sentence(language)

    def __str__(self):
        lines = [f"{self.resident} and {self.posting} ({self.title}), the {self.side}'s side: {self.fraction:.4f}", self.sentence()]
        for term in self.terms:
            if term.weight:
                lines.append(
                    f"  {term.term:<12}{term.value / 65535:6.3f} x {term.weight / 65535:.3f}"
                    + ("  (not stated: neutral)" if term.is_neutral else "")
                )
        refusing = [f"{rule.rule} ({rule.answer})" for rule in self.rules if rule.refuses]
        lines.append("not eligible: " + ", ".join(refusing) if refusing else "eligible")
        admitted = [
            f"{rule.rule} ({'to ask' if rule.asks else 'admitted'})" for rule in self.rules if rule.rule in self.unknowns and not rule.refuses
        ]
        if admitted:
            lines.append("not known: " + ", ".join(admitted))
        return "\n".join(lines)

    def __repr__(self):
        eligible = "eligible" if self.is_eligible else "not eligible"
        return f"<aril.Explanation: {self.resident}, {self.posting}, {self.side}'s side, {self.fraction:.4f}, {eligible}>"


class ReciprocalExplanation(NamedTuple):
    """Both sides of a pair and their combination."""

    resident_side: Explanation
    employer_side: Explanation
    combination: str
    score: int

    @property
    def fraction(self) -> float:
        return self.score / _aril.max_score


class FixItem(NamedTuple):
    """One thing to change. unit: "minutes", "money" (minor units a month), "skill", ...; name: the skill, credential, ... meant, else
    ""."""

    unit: str
    amount: int
    name: str


@dataclass(frozen=True)
class Refusal:
    """One reason. rule: a rule's code, or "allow" or "deny" for the caller's lists. answer: "fail", or "unknown": refused for not being
    known.
    fix: the nearest change that makes the rule pass; empty where there is none."""

    rule: str
    answer: str
    fix: list[FixItem]
    _texts: dict[str, str] = field(repr=False, compare=False)

    def fix_text(self, language: str = "en") -> str:
        """The fix in words: "3 more travel minutes". language: "en" or "zh"."""
        return _in_language(self._texts, language)


def refusal_of(given) -> Refusal:
    rule, answer, fix, english, chinese = given
    return Refusal(rule, answer, [FixItem(*item) for item in fix], {"en": english, "zh": chinese})


class WhyNot:
    """Every reason why a pair is not eligible; none where it is."""

    def __init__(self, compiled: _aril.WhyNot, resident: str, posting: str, employer: str):
        self._compiled = compiled
        self.resident, self.posting, self.employer = resident, posting, employer
        self.reasons: list[Refusal] = [refusal_of(reason) for reason in compiled.reasons()]

    @property
    def is_eligible(self) -> bool:
        return not self.reasons

    @property
    def is_near_miss(self) -> bool:
        """Exactly one rule fails, and none is refused for not being known."""
        return self._compiled.is_near_miss()

    def sentence(self, language: str = "en") -> str:
        """All reasons with their fixes. language: "en" or "zh"."""
        return self._compiled.sentence(language)

    def __str__(self):
        return self.sentence()

    def __repr__(self):
        return f"<aril.WhyNot: {self.resident}, {self.posting}: {', '.join(reason.rule for reason in self.reasons) or 'eligible'}>"


class _NearMiss(NamedTuple):
    resident: str
    posting: str
    title: str
    score: int
    fraction: float
    reason: Refusal
    employer: str


class NearMiss(_NearMiss):
    """A posting that one rule alone keeps a resident from, with the score that the pair would have: a tuple (resident, posting, title,
    score, fraction, reason, employer). print() shows its sentence."""

    _sentences: dict[str, str]

    def sentence(self, language: str = "en") -> str:
        """How well the pair would fit, and what stands in the way. language: "en" or "zh"."""
        return _in_language(self._sentences, language)

    def __str__(self):
        return f"{self.posting} ({self.title}): {self.sentence()}"


def near_miss_of(resident, posting, title, employer, score, reason, english, chinese) -> NearMiss:
    miss = NearMiss(resident, posting, title, score, score / _aril.max_score, refusal_of(reason), employer)
    miss._sentences = {"en": english, "zh": chinese}
    return miss


def _in_language(texts, language):
    if language not in texts:
        raise error("unknown_word", "language", "'en' or 'zh'", language)
    return texts[language]
