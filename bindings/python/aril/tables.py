"""Tables that a caller hands over, as CSV text in the grammar of docs/market_format.md: one reader then judges all input, wherever it
comes from."""

import csv
import datetime
import io
import numbers
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

import numpy as np

from . import _aril
from .error import Error, error
from .faults import at_row

AMOUNTS = ("pay_floor", "budget", "pay_lower", "pay_upper", "fee", "unit_pay")
LARGEST_AMOUNT = 10**12  # far above the reader's own limit; what is larger is not worth rounding
MINOR_UNIT, ROUNDING_ERROR = Decimal("0.01"), Decimal("0.000001")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def columns_of(name, table):
    """{column: values} of a dict of columns, a list of row dicts, or a pandas, polars or pyarrow table."""
    if isinstance(table, Mapping):
        return dict(table)
    if hasattr(table, "to_pydict"):  # pyarrow
        return table.to_pydict()
    if hasattr(table, "columns"):  # pandas, polars
        return {str(column): table[column] for column in table.columns}
    rows = list(table) if isinstance(table, Iterable) else [table]
    if not all(isinstance(row, Mapping) for row in rows):
        raise error("malformed", "", "a dict of columns, a list of row dicts or a data frame", type(table).__name__, file=name)
    columns = dict.fromkeys(column for row in rows for column in row)
    return {column: [row.get(column) for row in rows] for column in columns}


def csv_text(name, table) -> bytes:
    """Errors: shape_mismatch for columns of different lengths, malformed for a value that no cell can hold."""
    columns = {column: texts_of(name, column, values) for column, values in columns_of(name, table).items()}
    if not columns:
        return ",".join(_aril.columns_of(name)).encode()
    lengths = {column: len(texts) for column, texts in columns.items()}
    first = next(iter(lengths.values()))
    for column, length in lengths.items():
        if length != first:
            raise error("shape_mismatch", column, f"{first} values, as in the first column", f"{length}", file=name)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return out.getvalue().encode("utf-8", "surrogatepass")  # what is no text is then reported with its place


def texts_of(name, column, values):
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise error("malformed", column, "a list or an array", type(values).__name__, file=name)
    if isinstance(values, np.ndarray) and values.ndim == 1 and values.dtype.kind in "iu":
        return [str(value) for value in values.tolist()]
    if isinstance(values, np.ndarray) and values.ndim == 1 and values.dtype.kind == "M":
        days = values.astype("datetime64[D]")
        texts = np.where(np.isnat(values), "", np.datetime_as_string(days)).tolist()
        for row in np.flatnonzero((days != values) & ~np.isnat(values)).tolist():
            texts[row] = moment_text(values[row])
        return texts
    if getattr(values, "dtype", None) in (np.float16, np.float32):
        values = np.asarray(values).astype(str).tolist()  # the digits that were meant, not those of the nearest double
        values = [float(text) for text in values]
    elif hasattr(values, "to_list"):  # pandas, polars
        values = values.to_list()
    elif isinstance(values, np.ndarray) and values.ndim == 1:
        values = values.tolist()
    texts = []
    for row, value in enumerate(values):
        text = value if type(value) is str else text_of(column, value)
        if text is None:
            raise error("malformed", column, "a value that a cell can hold", f"{value!r} ({type(value).__name__})", file=name, row=row)
        texts.append(text)
    return texts


def text_of(column, value):
    """One cell; None where no cell can hold the value."""
    if is_missing(value):
        return ""
    if column == "week" and not isinstance(value, str) and np.size(value) == 168:
        return week_text(np.asarray(value).reshape(7, 24))
    if isinstance(value, Mapping):
        return list_text(value.items())
    if isinstance(value, np.ndarray):
        return list_text(value.tolist()) if value.ndim else text_of(column, value.item())
    if isinstance(value, (list, tuple, set, frozenset)):
        return list_text(value)
    if column in AMOUNTS and isinstance(value, (float, np.floating)):
        return amount_text(value)
    return scalar_text(value)


def amount_text(value):
    """What arithmetic did to the last digits (0.1 + 0.2) is taken back; anything else the reader refuses as it stands."""
    if type(value) is float and round(value, 2) == value and abs(value) < LARGEST_AMOUNT:
        return repr(value)  # most of them, and quicker
    exact = Decimal(str(value))  # str: the shortest digits of its own type
    if not exact.is_finite() or abs(exact) > LARGEST_AMOUNT:
        return str(value)
    rounded = exact.quantize(MINOR_UNIT)
    return format(rounded if abs(exact - rounded) <= ROUNDING_ERROR else exact, "f")


def moment_text(moment):
    """A datetime64's day; with a time of day that is not midnight both, which the reader refuses: a day would be a guess."""
    day = moment.astype("datetime64[D]")
    return str(day if day == moment else moment)


def is_missing(value):
    """None, NaN, NaT and pandas' NA."""
    kind = type(value)
    if kind in (str, int, list, tuple):  # most values; the rest is slower
        return False
    if value is None or kind.__name__ in ("NAType", "NaTType"):
        return True
    if isinstance(value, np.datetime64):
        return bool(np.isnat(value))
    return isinstance(value, (float, np.floating, Decimal)) and value != value


def scalar_text(value):
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (bool, np.bool_)):
        return "yes" if value else "no"
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, numbers.Real):
        value = float(value)
        return str(int(value)) if value.is_integer() else repr(value)  # a whole number in a column that NaN made floating
    if isinstance(value, datetime.datetime):  # pandas' Timestamp too
        return value.date().isoformat() if is_midnight(value) else value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, np.datetime64):
        return moment_text(value)
    return None


def is_midnight(moment):
    return moment.time() == datetime.time() and not getattr(moment, "nanosecond", 0)


def list_text(items):
    texts = [item_text(item) for item in items]
    if None in texts:
        return None
    return "|".join(texts) if texts else "-"


def item_text(item):
    """'weld', ('weld', 3), ('weld', None, 2): parts that are missing at the end are left out."""
    if not isinstance(item, (tuple, list)):
        item = (item,)
    texts = ["" if is_missing(part) else scalar_text(part) for part in item]
    if None in texts:
        return None
    while len(texts) > 1 and not texts[-1]:
        texts.pop()
    text = ":".join(map(escaped, texts))
    return r"\-" if text == "-" else text


def escaped(part):
    if "\\" in part or "|" in part or ":" in part:
        return re.sub(r"[\\|:]", r"\\\g<0>", part)
    return part


def week_text(hours):
    """Of a table of 7 days x 24 hours: runs of hours, day by day."""
    items = []
    for day, row in zip(DAYS, hours.astype(bool), strict=True):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
        items += [f"{day} {start}-{end}" for start, end in edges.reshape(-1, 2).tolist()]
    return "|".join(items) or "-"


def row_starts(text):
    """The line, from 1, in which each row of csv_text begins."""
    lines, line = [], 1
    for record in csv.reader(io.StringIO(text.decode("utf-8", "replace"), newline="")):
        lines.append(line)
        line += 1 + sum(cell.count("\n") for cell in record)
    return lines[1:]


def with_rows(problems, texts):
    """The problems of tables, with the row's position in place of the line in a CSV text that the caller never saw."""
    starts, placed = {}, []
    for problem in problems:
        if problem.file not in texts or problem.first_line == 0:
            placed.append(problem)
            continue
        if problem.file not in starts:
            starts[problem.file] = {line: row for row, line in enumerate(row_starts(texts[problem.file]))}
        row_of = starts[problem.file].get
        placed.append(at_row(problem, row_of(problem.first_line), row_of))  # no row: the header
    return placed


def read(read_tables, tables, lenient, ignore_unknown_columns):
    """Calls the compiled reader on {name: table}."""
    texts = {name: csv_text(name, table) for name, table in tables.items()}
    try:
        market, problems = read_tables(list(texts.items()), lenient, ignore_unknown_columns)
    except Error as failure:
        raise Error(with_rows(failure.problems, texts)) from None
    return market, with_rows(problems, texts)
