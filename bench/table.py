"""Puts the rows of build/bench/*.json into bench/README.md as tables, between the lines <!-- NAME --> and <!-- end -->.

    python3 bench/table.py [NAME]...      none: all that stand in build/bench and have a place in the README
"""

import datetime
import json
import pathlib
import re
import sys

from bench_rows import HERE, OUT, in_words

README = HERE / "README.md"
ITEMS = {"one": "calls", "compile": "", "machine": "", "scaling": ""}
MORE = {"sampled": "on {} of them, scaled", "times_without": "{:.2f} x without the embedding", "times_one_thread": "{:.2f} x one thread",
        "times_half": "{:.2f} x half as many", "eligible_share": "{:.1%} eligible"}


def machine():
    """The processor, the day, and the cores that this process may use."""
    info = pathlib.Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*:\s*(.*)", info)
    return f"{info.count('processor	:')} cores of {model[1] if model else 'an unnamed processor'}, {datetime.date.today()}"


def per_second(row):
    rate, unit = row["items_per_second"], 0
    while rate >= 1000 and unit < 3:
        rate, unit = rate / 1000, unit + 1
    return f"{rate:.3g}{['', ' k', ' M', ' G'][unit]}"


def cells(row, rows):
    """One row of the table; a peer also says how many times as fast aril is."""
    ours = [other["seconds"] for other in rows if other["system"] == "aril" and (other["case"], other["threads"]) == (row["case"], row["threads"])]
    times = f"{row['seconds'] / ours[0]:.1f} x" if "answers_agree" in row and ours else ""
    spread = f"{in_words(row['seconds_min'])} .. {in_words(row['seconds_max'])}"
    notes = [text.format(row[key]) for key, text in MORE.items() if key in row]
    return [row["case"], row["system"], str(row["threads"]), in_words(row["seconds"]), spread, per_second(row), f"{row['peak_mib']:.0f}", times, "; ".join(notes)]


def table(name):
    rows = json.loads((OUT / f"{name}.json").read_text())["rows"]
    head = ["case", "system", "threads", "median", "from .. to", f"{ITEMS.get(name) or 'items'} a second", "MiB", "aril is", ""]
    lines = [head, ["---"] * len(head), *(cells(row, rows) for row in rows)]
    return f"{machine()}, `./dev bench {name}`.\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def main():
    text = README.read_text(encoding="utf-8")
    for name in sys.argv[1:] or [file.stem for file in sorted(OUT.glob("*.json"))]:
        place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not place.search(text):
            print(f"{README} has no place for {name}: <!-- {name} -->, <!-- end -->", file=sys.stderr)
            continue
        text = place.sub(lambda found: found[1] + table(name) + found[2], text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
