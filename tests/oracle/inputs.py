"""What a caller hands in beside the market: sparse terms, an embedding, terms and rules of their own. Rows are row numbers."""
from dataclasses import dataclass
from typing import Callable


@dataclass
class Sparse:
    name: str
    by: str  # the column: 'posting' or 'employer'
    strength: dict  # {(resident row, posting or employer row): 0..65,535}
    neutral = 16384


@dataclass
class Embedding:
    residents: list  # of each row: a list of floats, or None where no vector is given
    postings: list
    scale: float
    m: int = 2
    s: int = 0
    name = 'embedding'
    neutral = 32768


@dataclass
class OwnTerm:
    name: str
    value: Callable  # (resident row, posting row) -> 0..65,535, or None for the neutral
    neutral: int


@dataclass
class OwnRule:
    code: str
    answer: Callable  # (resident row, posting row) -> 'pass', 'fail' or 'unknown'
    unknown: str = 'admit'  # or 'refuse', 'ask'
