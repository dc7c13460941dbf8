"""aril: who fits which opening, why, through whom, after which course, and who should get which seat.

    market = aril.sample_district("community", seed=7)
    ranker = aril.Ranker(market, as_of="2026-06-03", weights={"skills": 5, "commute": 3})
    lists = ranker.rank(k=20, threads=2, progress=True)
    lists.to_pandas()
    ranker.explain("R000042", "P001246")
    ranker.why_not("R000042", "P000007")

Residents, postings and employers go by the ids of the market's files (str) or by their row numbers (int). Every error is an aril.Error
with a code and a place; docs/definitions.md has the meaning of every rule and term.
"""

from ._aril import __version__
from .changed_lists import ChangedLists
from .derivation import DerivationRule, standard_derivation_rules
from .error import Error, Problem
from .explanation import Explanation, FixItem, NearMiss, ReciprocalExplanation, Refusal, RuleAnswer, TermShare, WhyNot
from .introductions import Introduction, IntroductionLists, IntroductionPlan, ReferralStrengths, plan_introductions
from .lists import Hit, Hits, RankedLists
from .market import Market, MarketInfo, Match, sample_district
from .neighbours import sample_neighbours
from .policy import Policy, RuleSetting
from .ranker import Ranker
from .reach import Reach
from .referral import ReferralGraph
from .referral_measures import (
    LinkRows,
    PushedRanks,
    TieKind,
    TieReport,
    adamic_adar,
    burt_constraint,
    clustering,
    common_neighbour_counts,
    components,
    embeddedness,
    global_page_rank,
    local_bridges,
    page_rank,
    page_rank_direct,
    page_rank_push,
    tie_report,
    triangles,
)

__all__ = [
    "ChangedLists",
    "DerivationRule",
    "Error",
    "Explanation",
    "FixItem",
    "Hit",
    "Hits",
    "Introduction",
    "IntroductionLists",
    "IntroductionPlan",
    "LinkRows",
    "Market",
    "MarketInfo",
    "Match",
    "NearMiss",
    "Policy",
    "Problem",
    "PushedRanks",
    "RankedLists",
    "Ranker",
    "ReciprocalExplanation",
    "Reach",
    "ReferralGraph",
    "ReferralStrengths",
    "Refusal",
    "RuleAnswer",
    "RuleSetting",
    "TermShare",
    "TieKind",
    "TieReport",
    "WhyNot",
    "__version__",
    "adamic_adar",
    "burt_constraint",
    "clustering",
    "common_neighbour_counts",
    "components",
    "embeddedness",
    "global_page_rank",
    "local_bridges",
    "page_rank",
    "page_rank_direct",
    "page_rank_push",
    "plan_introductions",
    "sample_district",
    "sample_neighbours",
    "standard_derivation_rules",
    "tie_report",
    "triangles",
]
