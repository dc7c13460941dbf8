"""All that is wrong with tables in memory, each problem with its table, row and column."""

import dataclasses
import re
from collections.abc import Callable, Iterable
from contextlib import contextmanager

from .error import Error, Problem, error

Report = Callable[[int, str, str, object], None]


class Faults:
    """Collects problems. A row that has one is left out; so are all rows of a table whose one value for all is wrong."""

    def __init__(self):
        self.problems: list[Problem] = []
        self._rows: dict[str, set[int | None]] = {}

    def add(self, file: str, row: int | None, field: str, code: str, expected: str, found: object) -> None:
        """row: None for a problem that leaves no row out."""
        self.problems += error(code, field, expected, found, file=file, row=row).problems
        if row is not None:
            self._rows.setdefault(file, set()).add(row)

    def report_to(self, file: str, field: str) -> Report:
        """report(row, code, expected, found)"""
        return lambda row, *what: self.add(file, row, field, *what)

    def report_for_all(self, file: str, field: str) -> Report:
        """The same for one value that stands for all rows."""

        def report(row, code, expected, found):
            self.add(file, None, field, code, expected, f"{found if isinstance(found, str) else repr(found)}, for all rows")
            self._rows.setdefault(file, set()).add(None)

        return report

    def leave_out(self, file: str, kinds) -> None:
        """Marks the rows that have a fault by a kind that the compiled part takes for none: it then leaves them out."""
        rows = self._rows.get(file, set())
        if None in rows:
            kinds[:] = NO_KIND
        elif rows:
            kinds[list(rows)] = NO_KIND

    def with_compiled(self, problems: Iterable[Problem], files: Iterable[str]) -> list[Problem]:
        """These and those that the compiled part found in other rows, in the order of tables, then of rows. A line of a list is a row."""
        news = [at_row(problem, problem.first_line - 1, row_before) for problem in problems if not self._has(problem.file, problem.first_line - 1)]
        order = {file: place for place, file in enumerate(files)}
        return sorted([*self.problems, *news], key=lambda problem: (order[problem.file], -1 if problem.row is None else problem.row))

    def _has(self, file, row):
        rows = self._rows.get(file, ())
        return row in rows or None in rows

    def check(self) -> None:
        """Errors: one Error with all problems."""
        if self.problems:
            raise Error(self.problems)


NO_KIND = 255


def row_before(line: int) -> int:
    """A list's places are counted as lines from 1."""
    return line - 1


def at_row(problem: Problem, row: int | None, row_of: Callable[[int], int | None]) -> Problem:
    """With the row's position in place of the line that the caller never saw; None: the header's line. row_of: of a line that is named in
    what was found."""
    lines = f":{problem.first_line}" + (f"-{problem.last_line}" if problem.last_line > problem.first_line else "")
    place = problem.file if row is None else f"{problem.file}[{row}]"
    message = problem.message.replace(f"{problem.file}{lines}", place, 1)
    found = re.sub(r"; the row at line (\d+) stays$", lambda line: f"; row {row_of(int(line[1]))} stays", problem.found)
    if found != problem.found:
        message = message.replace(problem.found, found)
    return dataclasses.replace(problem, row=row, message=message, found=found, first_line=0, last_line=0)


@contextmanager
def places_as_rows():
    """The compiled part counts a list's places as lines, from 1."""
    try:
        yield
    except Error as failure:
        raise Error([at_row(one, one.first_line - 1, row_before) if one.first_line else one for one in failure.problems]) from None
