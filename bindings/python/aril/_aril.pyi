"""
The compiled part of aril. Private: use the package.
"""
from __future__ import annotations
import collections.abc
import numpy
import numpy.typing
import typing
__all__: list[str] = ['ChangedLists', 'CompressedRows', 'Explanation', 'Introducer', 'IntroductionLists', 'Market', 'PeopleSets', 'PostingLists', 'PostingRankOptions', 'RankOptions', 'Ranker', 'ReferralGraph', 'ResidentLists', 'WhyNot', 'adamic_adar', 'adamic_adar_of_links', 'burt_constraint', 'chain_sentence', 'changed_lists', 'columns_of', 'combine', 'common_neighbour_counts', 'complete_policy', 'components', 'cpu_levels', 'derivation_basis_names', 'embeddedness', 'explain', 'info', 'kind_names', 'kinds_to_employers', 'link_kind_names', 'local_bridges', 'max_score', 'near_misses', 'near_word', 'nearest_word', 'no_day', 'no_introducer', 'no_market', 'page_rank', 'page_rank_direct', 'page_rank_from', 'page_rank_push', 'parsed_strengths', 'posting', 'resident', 'rule_names', 'sample_district', 'sample_neighbours', 'score_at_least', 'standard_derivation_rules', 'stored_strengths', 'strength_texts', 'table', 'tie_report', 'triangles', 'use_cpu_level', 'vertex_kind_names', 'why_not']
class Market:
    @staticmethod
    def read_folder(folder: str, lenient: bool, columns: collections.abc.Mapping[str, collections.abc.Mapping[str, str]], ignore_unknown_columns: bool) -> tuple:
        ...
    @staticmethod
    def read_tables(tables: collections.abc.Sequence[tuple[str, str]], lenient: bool, ignore_unknown_columns: bool) -> tuple:
        ...
    def employer_ids(self) -> list:
        ...
    def employer_numbers(self) -> numpy.typing.NDArray[numpy.uint64]:
        ...
    def employer_rows(self, ids: collections.abc.Sequence[str]) -> numpy.typing.NDArray[numpy.uint32]:
        ...
    def find_occupation(self, text: str, most: typing.SupportsInt | typing.SupportsIndex, language: str) -> list:
        ...
    def find_skill(self, text: str, most: typing.SupportsInt | typing.SupportsIndex, language: str) -> list:
        """
        (id, title, similarity 0..65535, kind), best first.
        """
    def posting_employers(self) -> numpy.ndarray:
        """
        uint32, a posting each: its employer's row.
        """
    def posting_ids(self) -> list:
        ...
    def posting_kinds(self) -> numpy.ndarray:
        """
        uint8, a posting each: the kind's place in kind_names.
        """
    def posting_numbers(self) -> numpy.typing.NDArray[numpy.uint64]:
        ...
    def posting_rows(self, ids: collections.abc.Sequence[str]) -> numpy.typing.NDArray[numpy.uint32]:
        ...
    def posting_title(self, row: typing.SupportsInt | typing.SupportsIndex, language: str) -> str:
        """
        Pre: there is such a row.
        """
    def posting_titles(self, language: str) -> list:
        """
        In the order of rows.
        """
    def resident_ids(self) -> list:
        """
        In the order of rows.
        """
    def resident_numbers(self) -> numpy.typing.NDArray[numpy.uint64]:
        """
        uint64, ascending: the ids that read as a row's number.
        """
    def resident_rows(self, ids: collections.abc.Sequence[str]) -> numpy.typing.NDArray[numpy.uint32]:
        """
        uint32, as many as ids.
        """
    def write_folder(self, folder: str, columns: collections.abc.Mapping[str, collections.abc.Mapping[str, str]]) -> None:
        ...
    @property
    def employer_count(self) -> int:
        ...
    @property
    def posting_count(self) -> int:
        ...
    @property
    def resident_count(self) -> int:
        ...
class ResidentLists:
    def __len__(self) -> int:
        ...
    def eligible(self) -> numpy.ndarray:
        """
        uint64, one a list.
        """
    def offsets(self) -> numpy.ndarray:
        """
        uint64, one a list and one more: the i-th list's hits stand at [offsets[i], offsets[i + 1]).
        """
    def owners(self) -> numpy.ndarray:
        """
        uint32, one a list.
        """
    def postings(self) -> numpy.ndarray:
        """
        uint32, one a hit.
        """
    def questions(self) -> numpy.ndarray:
        """
        uint64, one a hit: bit i is set where rule i is not known and the policy asks.
        """
    def residents(self) -> numpy.ndarray:
        """
        uint32, one a hit.
        """
    def scores(self) -> numpy.ndarray:
        """
        uint32, one a hit.
        """
class PostingLists:
    def __len__(self) -> int:
        ...
    def eligible(self) -> numpy.ndarray:
        """
        uint64, one a list.
        """
    def offsets(self) -> numpy.ndarray:
        """
        uint64, one a list and one more: the i-th list's hits stand at [offsets[i], offsets[i + 1]).
        """
    def owners(self) -> numpy.ndarray:
        """
        uint32, one a list.
        """
    def postings(self) -> numpy.ndarray:
        """
        uint32, one a hit.
        """
    def questions(self) -> numpy.ndarray:
        """
        uint64, one a hit: bit i is set where rule i is not known and the policy asks.
        """
    def residents(self) -> numpy.ndarray:
        """
        uint32, one a hit.
        """
    def scores(self) -> numpy.ndarray:
        """
        uint32, one a hit.
        """
class RankOptions:
    def __init__(self, k: typing.SupportsInt | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, residents: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32] | None, kinds: collections.abc.Sequence[str] | None, most_per_employer: typing.SupportsInt | typing.SupportsIndex, most_per_kind: typing.SupportsInt | typing.SupportsIndex, min_score: typing.SupportsInt | typing.SupportsIndex, offset: typing.SupportsInt | typing.SupportsIndex, allow: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]], deny: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]], path: str) -> None:
        ...
class PostingRankOptions:
    def __init__(self, k: typing.SupportsInt | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, postings: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32] | None, min_score: typing.SupportsInt | typing.SupportsIndex, offset: typing.SupportsInt | typing.SupportsIndex, allow: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]], deny: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]], path: str) -> None:
        ...
class Ranker:
    def __init__(self, market: Market, policy_json: str, policy_file: str, as_of: str, sparse: collections.abc.Sequence[tuple[str, str, typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint16]]], embedding: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.float32], typing.Annotated[numpy.typing.ArrayLike, numpy.float32], typing.SupportsFloat | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex] | None) -> None:
        ...
    def policy_json(self) -> str:
        ...
    def rank(self, options: RankOptions, progress: typing.Any) -> ResidentLists:
        ...
    def rank_residents(self, options: PostingRankOptions, progress: typing.Any) -> PostingLists:
        ...
    def rank_rows(self, options: RankOptions, residents: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], progress: typing.Any) -> ResidentLists:
        ...
    def reciprocal(self, combination: str, options: RankOptions, progress: typing.Any) -> ResidentLists:
        ...
class ChangedLists:
    def counters(self) -> tuple[int, int, int, bool]:
        """
        (changed residents, changed postings, residents ranked again, whether the change reaches everyone)
        """
    def gone(self) -> numpy.ndarray:
        """
        uint32, rows of yesterday.
        """
    def lists(self) -> ResidentLists:
        ...
    def offsets(self) -> numpy.ndarray:
        """
        uint64, one a list that changed and one more.
        """
    def places_after(self) -> numpy.ndarray:
        """
        uint32, one a change, from 0; the largest number: not listed.
        """
    def places_before(self) -> numpy.ndarray:
        """
        uint32, one a change, from 0; the largest number: not listed.
        """
    def postings_after(self) -> numpy.ndarray:
        """
        uint32, one a change: rows of today; the largest number: there is none any more.
        """
    def postings_before(self) -> numpy.ndarray:
        """
        uint32, one a change: rows of yesterday; the largest number: there was none.
        """
    def residents(self) -> numpy.ndarray:
        """
        uint32, one a list that changed.
        """
    def scores_after(self) -> numpy.ndarray:
        """
        uint32, one a change.
        """
    def scores_before(self) -> numpy.ndarray:
        """
        uint32, one a change.
        """
class Explanation:
    def is_eligible(self) -> bool:
        ...
    def neutral_terms(self) -> list[str]:
        ...
    def questions(self, language: str) -> list[str]:
        ...
    def rules(self) -> list:
        """
        (rule, answer, on, unknown, refuses, asks), in the order of the rules.
        """
    def score(self) -> int:
        ...
    def sentence(self, language: str) -> str:
        ...
    def terms(self) -> list:
        """
        (term, value, weight, contribution, is_neutral), in the order of the policy.
        """
    def unknowns(self) -> list[str]:
        ...
class WhyNot:
    def is_near_miss(self) -> bool:
        ...
    def reasons(self) -> list:
        """
        (rule, answer, [(unit, amount, name)], the fix in English, in Chinese).
        """
    def sentence(self, language: str) -> str:
        ...
class CompressedRows:
    @staticmethod
    def from_pairs(count: typing.SupportsInt | typing.SupportsIndex, rows: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], columns: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]) -> CompressedRows:
        ...
    def __init__(self, offsets: typing.Annotated[numpy.typing.ArrayLike, numpy.uint64], columns: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]) -> None:
        ...
    def __len__(self) -> int:
        ...
    def columns(self) -> numpy.ndarray:
        ...
    def is_simple(self) -> bool:
        ...
    def offsets(self) -> numpy.ndarray:
        ...
    def symmetrized(self) -> CompressedRows:
        ...
class PeopleSets:
    pass
class ReferralGraph:
    @staticmethod
    def from_arrays(vertices: tuple[collections.abc.Sequence[str], collections.abc.Sequence[str], collections.abc.Sequence[str], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8]], links: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint16], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8], typing.Annotated[numpy.typing.ArrayLike, numpy.int32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8]], lenient: bool) -> tuple:
        """
        (graph, None, problems).
        """
    @staticmethod
    def read_folder(folder: str, market: Market, lenient: bool) -> tuple:
        """
        (graph, sets, problems).
        """
    @staticmethod
    def read_tables(tables: collections.abc.Sequence[tuple[str, str]], market: Market, lenient: bool) -> tuple:
        """
        (graph, sets, problems).
        """
    def consent(self) -> numpy.ndarray:
        """
        uint8, one a link.
        """
    def contact_strengths(self, contacts: CompressedRows) -> numpy.ndarray:
        """
        uint16, one a column of the contacts.
        """
    def contacts(self) -> CompressedRows:
        """
        Who knows whom either way, each once.
        """
    def ids(self) -> list:
        """
        In the order of rows.
        """
    def kinds(self) -> numpy.ndarray:
        """
        uint8, one a vertex: the kind's place in vertex_kind_names.
        """
    def link_kinds(self) -> numpy.ndarray:
        """
        uint8, one a link.
        """
    def merge_sets(self, sets: PeopleSets, rules: collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]], kind: str, into: str, from_: str) -> tuple:
        """
        (graph, sets).
        """
    def rows(self) -> CompressedRows:
        """
        Directed, parallel links repeated.
        """
    def since(self) -> numpy.ndarray:
        """
        int32, one a link: days since 1970-01-01, or no_day.
        """
    def sources(self) -> numpy.ndarray:
        """
        uint32, one a link.
        """
    def strengths(self) -> numpy.ndarray:
        """
        uint16, one a link.
        """
    def targets(self) -> numpy.ndarray:
        """
        uint32, one a link.
        """
    def titles(self, language: str) -> list:
        """
        In the order of rows; empty where there is none in this language.
        """
    def vertex_numbers(self) -> numpy.typing.NDArray[numpy.uint64]:
        """
        uint64, ascending: the ids that read as a row's number.
        """
    def vertex_rows(self, ids: collections.abc.Sequence[str]) -> numpy.typing.NDArray[numpy.uint32]:
        """
        uint32, as many as ids.
        """
    def with_derived_links(self, sets: PeopleSets, taken: collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]], added: collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]], threads: typing.SupportsInt | typing.SupportsIndex) -> ReferralGraph:
        ...
    def with_links(self, taken: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint16], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8], typing.Annotated[numpy.typing.ArrayLike, numpy.int32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8]], added: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint16], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8], typing.Annotated[numpy.typing.ArrayLike, numpy.int32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8]]) -> ReferralGraph:
        ...
    def with_people(self, sets: PeopleSets, rules: collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]], taken: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], added: tuple[collections.abc.Sequence[str], collections.abc.Sequence[str], collections.abc.Sequence[str], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8]], tables: collections.abc.Sequence[tuple[str, str]], market: Market | None) -> tuple:
        """
        (graph, sets).
        """
    def with_vertices(self, taken: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], added: tuple[collections.abc.Sequence[str], collections.abc.Sequence[str], collections.abc.Sequence[str], typing.Annotated[numpy.typing.ArrayLike, numpy.uint8]]) -> ReferralGraph:
        ...
    def write_folder(self, folder: str) -> None:
        ...
    @property
    def link_count(self) -> int:
        ...
    @property
    def vertex_count(self) -> int:
        ...
class IntroductionLists:
    def arrays(self) -> tuple:
        ...
    def plan(self, most_namings: typing.SupportsInt | typing.SupportsIndex, rounds: typing.SupportsInt | typing.SupportsIndex) -> tuple:
        ...
class Introducer:
    def __init__(self, graph: ReferralGraph) -> None:
        ...
    def between(self, person: typing.SupportsInt | typing.SupportsIndex, employer: typing.SupportsInt | typing.SupportsIndex, k: typing.SupportsInt | typing.SupportsIndex, hops: typing.SupportsInt | typing.SupportsIndex) -> list:
        ...
    def between_many(self, persons: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], employers: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], k: typing.SupportsInt | typing.SupportsIndex, hops: typing.SupportsInt | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> IntroductionLists:
        ...
    def strengths(self, market: Market, hops: typing.SupportsInt | typing.SupportsIndex, most_employers: typing.SupportsInt | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> tuple:
        ...
def adamic_adar(rows: CompressedRows, lefts: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], rights: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], threads: typing.SupportsInt | typing.SupportsIndex) -> numpy.ndarray:
    ...
def adamic_adar_of_links(rows: CompressedRows, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> numpy.ndarray:
    ...
def burt_constraint(rows: CompressedRows, weights: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> numpy.ndarray:
    ...
def chain_sentence(graph: ReferralGraph, strength: typing.SupportsInt | typing.SupportsIndex, rows: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], language: str) -> str:
    ...
def changed_lists(after: Ranker, before: Ranker, lists_before: ResidentLists, options: RankOptions, progress: typing.Any) -> ChangedLists:
    ...
def columns_of(table: str) -> list[str]:
    ...
def combine(resident_side: typing.SupportsInt | typing.SupportsIndex, employer_side: typing.SupportsInt | typing.SupportsIndex, combination: str) -> int:
    ...
def common_neighbour_counts(rows: CompressedRows, lefts: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], rights: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], threads: typing.SupportsInt | typing.SupportsIndex) -> numpy.ndarray:
    ...
def complete_policy(json: str, file: str, terms: collections.abc.Sequence[str]) -> str:
    """
    The policy with all that it does not name. `terms`: names that it may use beside the standard ones.
    """
def components(rows: CompressedRows, strong: bool) -> tuple:
    ...
def cpu_levels() -> list[str]:
    """
    Those that this machine has, the best last.
    """
def embeddedness(rows: CompressedRows, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> numpy.ndarray:
    ...
def explain(ranker: Ranker, resident: typing.SupportsInt | typing.SupportsIndex, posting: typing.SupportsInt | typing.SupportsIndex, side: str) -> Explanation:
    ...
def info(market: Market) -> dict:
    """
    Counts, and under `missing` the share of rows that don't state a column.
    """
def local_bridges(rows: CompressedRows, span_limit: typing.SupportsInt | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> tuple:
    ...
def near_misses(ranker: Ranker, resident: typing.SupportsInt | typing.SupportsIndex, most: typing.SupportsInt | typing.SupportsIndex, kinds: collections.abc.Sequence[str] | None) -> list:
    """
    (posting row, score, reason as in WhyNot.reasons, sentence in English, in Chinese), best first.
    """
def near_word(word: str, known: collections.abc.Sequence[str]) -> str:
    """
    As nearest_word, but empty where more than half of the letters differ.
    """
def nearest_word(word: str, known: collections.abc.Sequence[str]) -> str:
    """
    By edit distance; empty where nothing is known.
    """
def no_market() -> Market:
    ...
def page_rank(rows: CompressedRows, seeds: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], damping: typing.SupportsFloat | typing.SupportsIndex, tolerance: typing.SupportsFloat | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> tuple:
    ...
def page_rank_direct(rows: CompressedRows, seeds: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], damping: typing.SupportsFloat | typing.SupportsIndex) -> tuple:
    ...
def page_rank_from(rows: CompressedRows, teleport: typing.Annotated[numpy.typing.ArrayLike, numpy.float64] | None, damping: typing.SupportsFloat | typing.SupportsIndex, tolerance: typing.SupportsFloat | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex) -> tuple:
    ...
def page_rank_push(rows: CompressedRows, seeds: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], damping: typing.SupportsFloat | typing.SupportsIndex, threshold: typing.SupportsFloat | typing.SupportsIndex, symmetric: bool | None, most: typing.SupportsInt | typing.SupportsIndex, threads: typing.SupportsInt | typing.SupportsIndex, progress: typing.Any) -> tuple:
    ...
def parsed_strengths(texts: collections.abc.Sequence[str]) -> tuple:
    """
    The same of decimals.
    """
def posting(market: Market, row: typing.SupportsInt | typing.SupportsIndex) -> dict:
    ...
def resident(market: Market, row: typing.SupportsInt | typing.SupportsIndex) -> dict:
    """
    Pre: there is such a row.
    """
def sample_district(size: str, seed: typing.SupportsInt | typing.SupportsIndex, residents: typing.SupportsInt | typing.SupportsIndex, postings: typing.SupportsInt | typing.SupportsIndex) -> Market:
    ...
def sample_neighbours(market: Market, seed: typing.SupportsInt | typing.SupportsIndex) -> tuple:
    """
    Rows of people (id, title_en, title_zh, kind), links (from, to, kind, strength, consent), memberships (person, kind, of) and consents (person, kind, consent).
    """
def score_at_least(fraction: typing.SupportsFloat | typing.SupportsIndex) -> int:
    """
    The smallest score whose fraction is at least this.
    """
def standard_derivation_rules() -> list[tuple[int, int, int, int]]:
    """
    (basis, kind of link, strength, most links).
    """
def stored_strengths(numbers: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> tuple:
    """
    (uint16 strengths, places of what is none).
    """
def strength_texts(strengths: typing.Annotated[numpy.typing.ArrayLike, numpy.uint16]) -> list:
    """
    Decimals that read as the same strength.
    """
def table(market: Market, name: str) -> dict:
    """
    {column: list of values}, rows in the order of ids.
    """
def tie_report(rows: CompressedRows, strengths: typing.Annotated[numpy.typing.ArrayLike, numpy.uint16], cuts: typing.Annotated[numpy.typing.ArrayLike, numpy.uint16], placements: tuple[typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32], typing.Annotated[numpy.typing.ArrayLike, numpy.bool], typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]], threads: typing.SupportsInt | typing.SupportsIndex) -> tuple:
    ...
def triangles(rows: CompressedRows, embeddedness: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32]) -> tuple:
    ...
def use_cpu_level(level: str) -> None:
    """
    Which vector instructions the fast paths use, for tests and measurements; all give the same. Not while work is under way.
    """
def why_not(ranker: Ranker, resident: typing.SupportsInt | typing.SupportsIndex, posting: typing.SupportsInt | typing.SupportsIndex, options: RankOptions) -> WhyNot:
    """
    Of the options only allow and deny count.
    """
__version__: str = '0.1.0'
derivation_basis_names: tuple = ('same_grid', 'same_employer', 'same_group', 'building_head')
kind_names: tuple = ('job', 'training_slot', 'internship', 'piecework_lot')
kinds_to_employers: tuple = ('works_at', 'worked_at', 'business_contact')
link_kind_names: tuple = ('other', 'family', 'friend', 'neighbour', 'same_grid', 'same_group', 'fellow_townsperson', 'classmate', 'colleague', 'same_employer', 'former_colleague', 'building_head', 'grid_worker', 'volunteer', 'works_at', 'worked_at', 'business_contact')
max_score: int = 4294836225
no_day: int = -2147483648
no_introducer: int = 4294967295
rule_names: tuple = ('open', 'seats', 'kind', 'workplace', 'must_skill', 'credential', 'language', 'week', 'travel', 'pay', 'need', 'age', 'start', 'blocked', 'prerequisite', 'fee', 'daily_units')
vertex_kind_names: tuple = ('resident', 'grid_worker', 'building_head', 'volunteer', 'mutual_help_group', 'helper', 'employer')
