"""Runs one bench: answers compared first, then aril and its peers timed in the same run; rows go to build/bench/NAME.json.

    ./dev bench NAME [--case CASE]... [--repeat N]

NAME is that of a bench/run_NAME.py, which has
    CASES        the names of its cases
    REPEAT       how often a timing is repeated unless --repeat says so
    run(cases, repeat)   runs them, shows what comes out, and returns the rows (bench_rows.py says what is in one)
Its program in C++, where it has one, is bench/NAME.cpp.
"""

import argparse
import importlib

import bench_rows


def names():
    return sorted(path.stem.removeprefix("run_") for path in bench_rows.HERE.glob("run_*.py"))


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("name", choices=names())
    parser.add_argument("--case", action="append", help="one of the bench's cases; may be given again; none: all of them")
    parser.add_argument("--repeat", type=int, help="how often a timing is repeated")
    options = parser.parse_args()
    bench = importlib.import_module(f"run_{options.name}")
    for case in options.case or ():
        if case not in bench.CASES:
            parser.error(f"{options.name} has no case {case!r}; it has {', '.join(bench.CASES)}")
    rows = bench.run(options.case or list(bench.CASES), options.repeat or bench.REPEAT)
    bench_rows.write(options.name, rows)


if __name__ == "__main__":
    main()
