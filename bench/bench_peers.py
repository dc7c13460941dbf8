"""Runs a peer (bench/peers) in a process of its own on what aril ranks, and compares its answers with aril's.

A peer is a program in Python that takes
    --market FOLDER --policy FILE --as-of DATE --k K --threads T --repeat R --out FILE.npz
    [--sample FILE]   ids, one a line: rank these residents only (with --reverse: these postings)
    [--reverse]       rank residents for postings, by the employer's weights
    [--each]          a call for each resident
    [--vectors FOLDER]   residents.f32 and postings.f32, 64 float32 a row, NaN throughout where a row has no vector
writes owners (rows), offsets, rows, scores and eligible as in bench/common/answers.hpp, and says in its last line, as JSON: system, seconds (one for each
repetition, with --each for each call), eligible_share, peak_mib, preparation (seconds, from the market's tables on).
"""

import csv
import functools

import numpy as np

from bench_rows import BUILD, HERE, PEERS_PYTHON, child, last_line, program, row

AS_OF = "2026-06-03"
K = 20
WORK = BUILD / "bench-data"


def size_of(case):
    return case.partition("-")[0]


def made(path, make):
    """What an earlier run has made and this one can use again."""
    done = path.parent / f"{path.name}.complete"
    if not done.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        make(path)
        done.touch()
    return path


def market(size):
    return made(WORK / size, lambda folder: child([program("rank"), "--write-market", size, folder]))


def vectors(size):
    def make(folder):
        folder.mkdir(exist_ok=True)
        child([program("rank"), "--write-vectors", size, folder])

    return made(WORK / f"{size}-vectors", make)


def policy(case):
    file = WORK / f"{case}.json"
    child([program("rank"), "--write-policy", case, file])
    return file


class Answers:
    """Lists of owners 0, 1, ... : rows of the other side with their scores, and the eligible counts."""

    def __init__(self, file):
        words = np.fromfile(file, "<u4")
        size = int(words[:2].view("<u8")[0])
        self.offsets = words[2:4 + 2 * size].view("<u8").astype(np.int64)
        hits, begin = int(self.offsets[-1]), 4 + 2 * size
        self.rows, self.scores = words[begin:begin + hits], words[begin + hits:begin + 2 * hits]
        self.eligible = words[begin + 2 * hits:].copy().view("<u8").astype(np.int64)

    def agree(self, peer):
        """Whether the lists of the peer's owners are the same, to the bit."""
        return all(self.list_agrees(owner, peer, i) for i, owner in enumerate(peer["owners"].tolist()))

    def same(self, other):
        return all(np.array_equal(vars(self)[name], vars(other)[name]) for name in vars(self))

    def list_agrees(self, owner, peer, i):
        ours, theirs = slice(*self.offsets[owner:owner + 2]), slice(*peer["offsets"][i:i + 2])
        return (self.eligible[owner] == peer["eligible"][i] and np.array_equal(self.rows[ours], peer["rows"][theirs])
                and np.array_equal(self.scores[ours], peer["scores"][theirs]))


@functools.cache
def answers(case):
    file = WORK / f"{case}.answers"
    child([program("rank"), "--answers", case, file])
    return Answers(file)


@functools.cache
def ids(size, table):
    with open(market(size) / f"{table}.csv", encoding="utf-8", newline="") as file:
        return sorted((record["id"] for record in csv.DictReader(file)), key=str.encode)


def sample(size, table, count):
    """So many ids, evenly spread over the rows, as a file."""
    every = ids(size, table)
    file = WORK / f"{size}-{table}-{count}.txt"
    chosen = np.linspace(0, len(every) - 1, count).astype(int)
    file.write_text("".join(f"{every[i]}\n" for i in chosen))
    return file


def command_of(script, case, threads, repeat, sampled, each):
    """The peer's command, and where its answers will be."""
    size, out = size_of(case), WORK / f"{case}-{script}.npz"
    table = "postings" if case.endswith("-reverse") else "residents"
    command = [PEERS_PYTHON, HERE / "peers" / f"{script}.py", "--market", market(size), "--policy", policy(case), "--as-of", AS_OF,
               "--k", K, "--threads", threads, "--repeat", repeat, "--out", out]
    command += ["--reverse"] if case.endswith("-reverse") else []
    command += ["--vectors", vectors(size)] if case.endswith("-dense") else []
    command += ["--sample", sample(size, table, sampled)] if sampled else []
    return command + (["--each"] if each else []), out


def run_peer(script, case, threads, repeat, ours, sampled=None, each=False):
    """The peer's row, and what it says. ours: aril's Answers. sampled: so many residents (in reverse: postings) only, and the seconds are scaled;
    each: a call for each of them, and the seconds are those of the calls."""
    command, out = command_of(script, case, threads, repeat, sampled, each)
    output, peak = child(command)
    said = last_line(output)
    residents, postings = len(ids(size_of(case), "residents")), len(ids(size_of(case), "postings"))
    scale = (postings if case.endswith("-reverse") else residents) / sampled if sampled and not each else 1
    entry = row(case, said["system"], threads, [s * scale for s in said["seconds"]], residents * postings, said.get("peak_mib", peak),
                answers_agree=ours.agree(np.load(out)), preparation=said["preparation"])
    if scale != 1:
        entry["sampled"] = sampled
    return entry, said
