"""What a caller hands to a Ranker beside the market and the policy, as the arrays that the compiled part takes."""

import datetime
from collections.abc import Mapping

import numpy as np

from .error import error
from .introductions import ReferralStrengths
from .market import Market, _at_least

NO_PAIRS = (np.zeros(0, np.uint32), np.zeros(1, np.uint32), np.zeros(0, np.uint32))


def date_text(date) -> str:
    """An ISO date of a str, datetime.date, datetime.datetime, pandas.Timestamp or numpy.datetime64."""
    if isinstance(date, str):
        return date
    if isinstance(date, datetime.datetime):
        return date.date().isoformat()
    if isinstance(date, datetime.date):
        return date.isoformat()
    if isinstance(date, np.datetime64):
        return str(date.astype("datetime64[D]"))
    raise error("malformed", "as_of", "a date, or its text as YYYY-MM-DD", date)


def sparse_input(market: Market, name, given):
    """(name, columns' meaning, resident rows, column rows, strengths) of a graph's strengths, of a scipy sparse array, of (residents,
    columns, strengths), or of either of these with "postings" or "employers" behind it."""
    field = f"sparse.{name}"
    by = None
    if isinstance(given, ReferralStrengths):
        return name, "employers", *_referral_entries(market, given, field)
    if isinstance(given, (tuple, list)) and len(given) in (2, 4) and isinstance(given[-1], str):
        *given, by = given
        given = given[0] if len(given) == 1 else given
    if hasattr(given, "tocoo"):
        by = by or _meaning_by_shape(market, given.shape, field)
        coo = given.tocoo()
        residents, columns, strengths = coo.row.astype(np.uint32), coo.col.astype(np.uint32), coo.data  # places in an array are rows
    elif isinstance(given, (tuple, list)) and len(given) == 3:
        residents, columns, strengths = given
    else:
        expected = "a graph's strengths, graph.strengths(market), a scipy sparse array, or (residents, columns, strengths)"
        raise error("malformed", field, expected, type(given).__name__)
    by = by or "postings"
    rows = market.resident_rows(residents)
    others = market.employer_rows(columns) if by == "employers" else market.posting_rows(columns)
    strengths = _strengths(strengths, field)
    if not len(rows) == len(others) == len(strengths):
        raise error(
            "shape_mismatch", field, "residents, columns and strengths of one length", f"{len(rows)}, {len(others)} and {len(strengths)}"
        )
    return name, by, rows, others, strengths


def _referral_entries(market, given, field):
    shape = market._market.resident_count, market._market.employer_count
    if given.shape != shape:
        raise error(
            "shape_mismatch",
            field,
            f"strengths of this market, {shape[0]} residents x {shape[1]} employers",
            f"{given.shape[0]} x {given.shape[1]}",
        )
    if not given._has_rows_of(market):
        raise error("invalid_option", field, "strengths of this market: graph.strengths(market)", "those of a market with other ids")
    return given.residents, given.employers, given.strengths


def _meaning_by_shape(market, shape, field):
    residents, columns = shape
    fits = [
        by for by, count in (("postings", market._market.posting_count), ("employers", market._market.employer_count)) if columns == count
    ]
    if residents != market._market.resident_count or not fits:
        raise error(
            "shape_mismatch",
            field,
            f"{market._market.resident_count} residents x {market._market.posting_count} postings, or x "
            f"{market._market.employer_count} employers",
            f"{residents} x {columns}",
        )
    if len(fits) == 2:
        raise error(
            "invalid_option", field, '(array, "postings") or (array, "employers"), for there are as many of both', "the array alone"
        )
    return fits[0]


def _strengths(values, field):
    array = np.atleast_1d(np.asarray(values))
    if array.ndim != 1 or array.dtype.kind not in "biuf":
        raise error("malformed", field, "one strength a pair, whole numbers of 0..65535", f"{array.dtype} of {array.ndim} dimensions")
    wrong = (array < 0) | (array > 65535) | (array != np.floor(array)) if array.dtype.kind == "f" else (array < 0) | (array > 65535)
    if array.dtype.kind != "b" and wrong.any():
        raise error("out_of_range", field, "whole numbers of 0..65535", array[wrong][0].item())
    return array.astype(np.uint16)


def embedding_input(embedding):
    """(resident vectors, posting vectors, scale, multiplier, shift) of a pair of matrices, or of a dict with these names."""
    if embedding is None:
        return None
    if not isinstance(embedding, Mapping):
        if not isinstance(embedding, (tuple, list)) or len(embedding) != 2:
            raise error("malformed", "embedding", "(resident vectors, posting vectors) or a dict", type(embedding).__name__)
        embedding = {"residents": embedding[0], "postings": embedding[1]}
    unknown = set(embedding) - {"residents", "postings", "scale", "multiplier", "shift"}
    if unknown:
        raise error("unknown_key", "embedding", "residents, postings, scale, multiplier, shift", sorted(unknown)[0])
    if "residents" not in embedding or "postings" not in embedding:
        raise error("missing_key", "embedding", "both residents and postings", "one of them or none")
    return (
        _matrix(embedding["residents"], "embedding.residents"),
        _matrix(embedding["postings"], "embedding.postings"),
        float(embedding.get("scale", 127.0)),
        int(embedding.get("multiplier", 2)),
        _at_least(0, "embedding.shift", embedding.get("shift", 0)),
    )


def _matrix(values, field):
    array = np.ascontiguousarray(values, dtype=np.float32)
    if array.ndim != 2:
        raise error("shape_mismatch", field, "rows x dimensions", f"{array.ndim} dimensions")
    return array


def pair_lists(market: Market, pairs, field):
    """{resident: [postings]} as rows: residents, offsets, postings."""
    if pairs is None:
        return NO_PAIRS
    if not isinstance(pairs, Mapping):
        raise error("malformed", field, "{resident: [postings]}", type(pairs).__name__)
    lists = [market.posting_rows(postings) for postings in pairs.values()]
    offsets = np.cumsum([0, *map(len, lists)], dtype=np.uint32)
    return market.resident_rows(list(pairs)), offsets, np.concatenate([NO_PAIRS[2], *lists])
