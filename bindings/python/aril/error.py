"""What went wrong, where, what was expected and what was found."""

from collections.abc import Iterable
from dataclasses import dataclass

from . import _aril


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with a file, a table or an argument.

    code: the same words as the C++ library's ErrorCode, for example "out_of_range".
    file, first_line, last_line: lines count from 1; 0 where there is no line, "" where there is no file.
    field: the column, key or argument; "" where a whole row is meant.
    row: in Market.from_tables the position of the row, from 0; else None.
    """

    code: str
    file: str
    first_line: int
    last_line: int
    field: str
    expected: str
    found: str
    message: str
    row: int | None = None

    def __str__(self):
        return self.message


class Error(Exception):
    """One error with one or more problems. code, file, line and field are those of the first; str() says how many more there are."""

    def __init__(self, problems: list[Problem]):
        super().__init__(problems)  # args: so that pickle, and with it multiprocessing, gives the same error back
        self.problems = list(problems)

    @property
    def code(self) -> str:
        return self.problems[0].code

    @property
    def file(self) -> str:
        return self.problems[0].file

    @property
    def line(self) -> int:
        return self.problems[0].first_line

    @property
    def field(self) -> str:
        return self.problems[0].field

    @property
    def row(self) -> int | None:
        return self.problems[0].row

    def __str__(self):
        more = len(self.problems) - 1
        return self.problems[0].message + (f" (and {more:,} more in .problems)" if more else "")


def one_of(known: Iterable[str], word: object) -> str:
    """What is expected of a word of a closed list: all of them, and the nearest where the word is a text."""
    words = list(known)
    nearest = ""
    if isinstance(word, str) and word:
        nearest = f", the nearest is '{_aril.nearest_word(word.encode(errors='replace').decode(), words)}'"
    return f"one of {', '.join(words)}{nearest}"


def perhaps(known: Iterable[str], word: str) -> str:
    """", perhaps 'shop'", to stand behind what was expected of a name; empty where no known one is near."""
    near = _aril.near_word(word.encode(errors="replace").decode(), list(known))
    return f", perhaps '{near}'" if near else ""


def error(code: str, field: str, expected: str, found: object, file: str = "", row: int | None = None) -> Error:
    """An Error about an argument or a cell, worded as the compiled part words them."""
    place = file if row is None else f"{file}[{row}]"
    prefix = "".join(f"{part}: " for part in (place, field) if part)
    found = found if isinstance(found, str) else repr(found)
    message = f"{prefix}expected {expected}, found {found} [{code}]"
    return Error([Problem(code, file, 0, 0, field, expected, found, message, row)])
