"""Plots what build/bench/*.json hold, into bench/plots: how many times as fast as each peer, and how the cost grows with the number of postings.

    build/venv-peers/bin/python bench/plot.py
"""

import json
import pathlib

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

ROWS = pathlib.Path("build/bench")
PLOTS = pathlib.Path(__file__).resolve().parent / "plots"
COLOURS = {"numpy": "#4878a8", "duckdb": "#d8a03c"}
plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "aril", "font.size": 9, "axes.spines.top": False, "axes.spines.right": False})


def rows_of(name):
    file = ROWS / f"{name}.json"
    return json.loads(file.read_text())["rows"] if file.exists() else []


def speed_ups():
    """(case and threads, peer, times), from the rows of peers that have one of ours beside them."""
    out = []
    for name in ("rank", "one"):
        rows = rows_of(name)
        ours = {(row["case"], row["threads"]): row["seconds"] for row in rows if row["system"] == "aril"}
        out += [(f"{row['case']}, {row['threads']} thread{'s' * (row['threads'] > 1)}", row["system"],
                 row["seconds"] / ours[row["case"], row["threads"]]) for row in rows if "answers_agree" in row]
    return out


def save(figure, name):
    PLOTS.mkdir(exist_ok=True)
    figure.savefig(PLOTS / f"{name}.svg", bbox_inches="tight", metadata={"Date": None})
    print(PLOTS / f"{name}.svg")


def plot_speed_ups():
    bars = speed_ups()
    if not bars:
        return
    figure, axes = plt.subplots(figsize=(7, 0.8 + 0.22 * len(bars)))
    for place, (case, peer, times) in enumerate(reversed(bars)):
        axes.barh(place, times, color=COLOURS.get(peer.split()[0], "#888888"))
        axes.text(times * 1.05, place, f"{times:,.0f} x {peer}" if times >= 10 else f"{times:.1f} x {peer}", va="center")
    axes.set_yticks(range(len(bars)), [case for case, _, _ in reversed(bars)])
    axes.set_xscale("log")
    axes.set_xlim(1, max(times for _, _, times in bars) * 8)
    axes.set_xlabel("times as fast as the peer, same answers, same threads (logarithmic)")
    save(figure, "speed_up")


def plot_postings():
    rows = [row for row in rows_of("scaling") if "postings" in row]
    if not rows:
        return
    figure, axes = plt.subplots(figsize=(4.5, 3))
    postings, each = [row["postings"] for row in rows], [row["seconds_per_resident"] * 1e6 for row in rows]
    axes.plot(postings, each, "o-", color="#b03a2e", label="aril")
    axes.plot(postings, [each[0] * p / postings[0] for p in postings], ":", color="#888888", label="in proportion")
    axes.set(xscale="log", yscale="log", xlabel="postings", ylabel="microseconds a resident, 1 thread")
    axes.set_xticks(postings, [f"{p:,}" for p in postings])
    axes.minorticks_off()
    axes.legend(frameon=False)
    save(figure, "postings")


if __name__ == "__main__":
    plot_speed_ups()
    plot_postings()
