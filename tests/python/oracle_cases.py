"""Random markets, policies, options and inputs, as the oracle takes them and as aril does."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from oracle.inputs import Embedding, Sparse
from oracle.market_reader import read_market
from oracle.oracle import Oracle
from oracle.policy import Policy
from oracle.random_markets import AS_OF, FLAVOURS, write_random_market
from oracle.random_requests import policy_json, random_inputs, random_options, random_policy

import aril

INPUT_NAMES = ("embedding", "referral", "history")  # of random_inputs; terms and rules of the caller's own are C++ types
TERM_NAMES = ("skills", "occupation", "commute", "week", "pay", "freshness", "preference", *INPUT_NAMES)


@dataclass
class Case:
    seed: int
    oracle: Any  # Oracle or NumpyOracle
    ranker: aril.Ranker
    options: "dict[str, Any]"  # as the oracle takes them

    @property
    def market(self):
        return self.ranker.market


def random_case(folder, seed, residents=12, postings=25, oracle=Oracle):
    """Every other market has a special shape: ties, nothing known, no skills, no seats, one survivor, none."""
    flavour = FLAVOURS[seed // 2 % len(FLAVOURS)] if seed % 2 else None
    write_random_market(folder, seed, residents, postings, flavour)
    plain = read_market(folder)
    inputs = [given for given in random_inputs(seed, plain) if isinstance(given, (Sparse, Embedding))]
    policy = random_policy(seed, INPUT_NAMES)
    text = policy_json(policy)
    ranker = aril.Ranker(aril.Market.from_csv(folder), AS_OF, policy=text, sparse=sparse_of(inputs), embedding=embedding_of(inputs))
    return Case(seed, oracle(plain, Policy.from_json(text), AS_OF, inputs), ranker, random_options(seed, plain))


def rows_of(count):
    """Row numbers that are rows, also where a random id reads as one of them."""
    return list(np.arange(count, dtype=np.uint32))


def with_rows(options):
    """The options with their pairs as rows for certain."""

    def pairs(given):
        return given and {np.uint32(resident): np.array(postings, np.uint32) for resident, postings in given.items()}

    return options | {name: pairs(options[name]) for name in ("allow", "deny") if name in options}


def sparse_of(inputs):
    terms = {}
    for given in inputs:
        if isinstance(given, Sparse):
            rows, columns = zip(*given.strength, strict=True) if given.strength else ((), ())
            terms[given.name] = np.array(rows, np.uint32), np.array(columns, np.uint32), list(given.strength.values()), f"{given.by}s"
    return terms


def embedding_of(inputs):
    (given,) = (given for given in inputs if isinstance(given, Embedding))
    width = next((len(vector) for vector in given.residents + given.postings if vector is not None), 1)

    def matrix(vectors):
        return np.array([[np.nan] * width if vector is None else vector for vector in vectors], np.float32)

    return {
        "residents": matrix(given.residents),
        "postings": matrix(given.postings),
        "scale": given.scale,
        "multiplier": given.m,
        "shift": given.s,
    }


def lists_of(ranked):
    """As the oracle gives them: for each owner ([(row, score, asked codes)], eligible count)."""
    rows = ranked.postings if ranked.by == "resident" else ranked.residents
    found = []
    for place, hits in enumerate(ranked):
        span = slice(int(ranked.offsets[place]), int(ranked.offsets[place + 1]))
        triples = zip(rows[span].tolist(), hits.scores.tolist(), [list(hit.questions) for hit in hits], strict=True)
        found.append((list(triples), hits.eligible))
    return found
