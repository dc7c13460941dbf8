"""What the peers of `./dev bench referral` read, and how they say what they did.

The input is a folder of little-endian arrays, written by `aril_bench_referral --write-input`:

    sizes.u64      how many employers, how many people
    source.u32     of every link the vertex where it starts: a person
    target.u32     where it ends: a person or an employer
    strength.u16   round(65,535 x strength)
    consent.u8     1 where the person asked has consented
    residents.u32  the vertices whose best strengths are asked for, rising
    pairs.u32      two a pair, resident and employer: chains are asked for
    seeds.u32      vertices, all people: PageRank is asked for

Vertices are numbered from 0, employers first, then people. Links are in the order of source, then target; no two have the same ends. Links between people
come in both directions with one strength. No link starts at an employer or leads to its own start.

A peer is a program in Python that takes
    --input FOLDER --case CASE --answers FILE.npz --threads T --repeat R [--items N]   the first N pairs, residents or seeds only
writes its answers there, and says in its last line, as JSON: system, seconds (one for each repetition), items (how many it did).
"""

import argparse
import json
import pathlib
import time
from typing import NamedTuple

import numpy as np


class Input(NamedTuple):
    employers: int
    people: int
    source: np.ndarray
    target: np.ndarray
    strength: np.ndarray
    consent: np.ndarray
    residents: np.ndarray
    pairs: np.ndarray
    seeds: np.ndarray

    @property
    def vertices(self):
        return self.employers + self.people

    def consented(self):
        """Source, target and strength of the links that a chain may use."""
        kept = self.consent != 0
        return self.source[kept], self.target[kept], self.strength[kept]

    def between_people(self):
        """Source and target of the links between people, these numbered from 0."""
        kept = self.target >= self.employers
        return self.source[kept] - np.uint32(self.employers), self.target[kept] - np.uint32(self.employers)


def read(folder):
    folder = pathlib.Path(folder)

    def array(name, type_):
        return np.fromfile(folder / f"{name}.{type_[1]}{8 * int(type_[2])}", type_)

    employers, people = array("sizes", "<u8").tolist()
    return Input(employers, people, array("source", "<u4"), array("target", "<u4"), array("strength", "<u2"), array("consent", "<u1"),
                 array("residents", "<u4"), array("pairs", "<u4").reshape(-1, 2), array("seeds", "<u4"))


def main(system, cases):
    """cases: {name: function of (input, options)}: it prepares what is not timed, and returns the timed work, a function without arguments; a function that
    makes of what the work returns the answers, a dict of arrays; and how many items the work does."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--input", required=True)
    parser.add_argument("--case", choices=sorted(cases), required=True)
    parser.add_argument("--answers", required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--items", type=int)
    parser.add_argument("--epsilon", type=float, default=1e-6, help="for a push: its threshold")
    options = parser.parse_args()
    work, answers_of, items = cases[options.case](read(options.input), options)
    seconds = []
    for _ in range(options.repeat):
        begin = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - begin)
    np.savez(options.answers, **answers_of(found))
    print(json.dumps({"system": system, "seconds": seconds, "items": items}))
