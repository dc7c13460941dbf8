"""./dev bench referral: chains, best strengths, PageRank and triangles on links of 500,000 people, numbered by place and shuffled.

The peers' answers are compared before anything is timed: chains with their vertices, strengths and triangle counts to the bit, exact ranks
within 1e-8 in sum over all people, pushed ranks by their distance from the exact ones, which may be no larger for aril than for the peer.
"""

import json
import sys

import numpy as np

from bench_rows import BUILD, HERE, PEERS_PYTHON, child, google_benchmark, last_line, program, row, show

REPEAT = 5
WORK = BUILD / "bench-data"
CASES = [case + order for order in ("", "-shuffled") for case in ("chains", "batch", "pagerank", "push", "triangles")]
PEERS = {  # script, threads, how many items it does: none, all of them
    "chains": ("referral_igraph", (1,), 400),
    "batch": ("referral_numpy", (1, 2), None),
    "pagerank": ("referral_igraph", (1,), 20),
    "push": ("referral_networkit", (1,), 20),
    "triangles": ("referral_networkit", (1, 2), None),
}
EVERYTHING = {"chains": 200_000, "batch": 150_000, "pagerank": 1_000, "push": 1_000}  # items, where a row may be of fewer
ITEMS = {"chains": "pairs", "batch": "residents", "pagerank": "seeds", "push": "seeds", "triangles": "links"}
PUSH_THRESHOLD = 1e-6  # the peer's


def kind_of(case):
    return case.partition("-")[0]


def order_of(case):
    return case.partition("-")[2] or "place"


def folder(name):
    path = WORK / f"referral-{name}"
    path.mkdir(parents=True, exist_ok=True)
    return path


def input_of(case):
    place = folder(f"input-{order_of(case)}")
    child([program("referral"), "--write-input", order_of(case), place])
    return place


def array(place, name):
    letter, bits = name.rpartition(".")[2][0], name.rpartition(".")[2][1:]
    return np.fromfile(place / name, f"<{letter}{int(bits) // 8}")


def answers(case):
    """The folder where aril's answers stand."""
    place = folder(f"answers-{case}")
    child([program("referral"), "--answers", case, place])
    return place


def run_peer(case, threads, repeat):
    """The peer's answers, and its row."""
    kind = kind_of(case)
    script, _, items = PEERS[kind]
    out = WORK / f"referral-{case}.npz"
    command = [PEERS_PYTHON, HERE / "peers" / f"{script}.py", "--input", WORK / f"referral-input-{order_of(case)}", "--case", kind,
               "--answers", out, "--threads", threads, "--repeat", repeat, "--epsilon", PUSH_THRESHOLD]
    output, peak = child(command + (["--items", items] if items else []))
    said = last_line(output)
    return np.load(out), scaled(row(case, said["system"], threads, said["seconds"], said["items"], peak))


def scaled(entry):
    """To all items, where it was timed on fewer."""
    done = round(entry["items_per_second"] * entry["seconds"])
    everything = EVERYTHING.get(kind_of(entry["case"]), done)
    if done != everything:
        entry |= {name: entry[name] * everything / done for name in ("seconds", "seconds_min", "seconds_max")} | {"sampled": done}
    return entry


# Each takes the folder of aril's answers and the peer's, and gives whether they agree, and what else there is to say in the rows.


def chains_agree(ours, peer, case):
    chains = array(ours, "chains.u32").reshape(-1, 5)
    return (np.array_equal(array(ours, "counts.u32"), peer["counts"]) and np.array_equal(chains[:, 0], peer["strengths"])
            and np.array_equal(chains[:, 1:], peer["vertices"])), {}


def batch_agrees(ours, peer, case):
    return (np.array_equal(array(ours, "offsets.u64"), peer["offsets"]) and np.array_equal(array(ours, "employers.u32"), peer["employers"])
            and np.array_equal(array(ours, "strengths.u16"), peer["strengths"])), {}


def pagerank_agrees(ours, peer, case):
    ranks = array(ours, "ranks.f64").reshape(peer["ranks"].shape)
    apart = np.abs(ranks - peer["ranks"]).sum(axis=1).max()
    return bool(apart <= 1e-8 and array(ours, "bounds.f64").max() <= 1e-8), {"apart_l1": float(apart)}


def push_agrees(ours, peer, case):
    exact = array(answers(f"pagerank{case.removeprefix('push')}"), "ranks.f64").reshape(len(peer["offsets"]) - 1, -1)

    def errors(offsets, people, ranks):
        found = np.zeros_like(exact)
        for seed, (begin, end) in enumerate(zip(offsets[:-1], offsets[1:])):
            found[seed, people[begin:end]] = ranks[begin:end]
        return np.abs(found - exact).sum(axis=1)

    our_errors = errors(array(ours, "offsets.u64").astype(int), array(ours, "people.u32"), array(ours, "ranks.f64"))
    peers = errors(peer["offsets"], peer["people"], peer["ranks"])
    bounded = bool((our_errors <= array(ours, "bounds.f64") + 1e-8).all())
    said = {"error_l1": float(our_errors.mean()), "peer_error_l1": float(peers.mean())}
    return bounded and bool(our_errors.mean() <= peers.mean() < 0.5), said


def triangles_agree(ours, peer, case):
    place = WORK / f"referral-input-{order_of(case)}"
    source, target = array(place, "source.u32"), array(place, "target.u32")
    between = target >= array(place, "sizes.u64")[0]
    once = source[between] < target[between]
    return np.array_equal(array(ours, "counts.u32")[once], peer["counts"]), {}


AGREE = {"chains": chains_agree, "batch": batch_agrees, "pagerank": pagerank_agrees, "push": push_agrees, "triangles": triangles_agree}


def run_case(case, repeat):
    kind = kind_of(case)
    input_of(case)
    ours = answers(case)
    peers, more = [], {}
    for threads in PEERS[kind][1]:
        found, entry = run_peer(case, threads, 1 if kind == "pagerank" else repeat)
        entry["answers_agree"], more = AGREE[kind](ours, found, case)
        if not entry["answers_agree"]:
            sys.exit(f"{case}: the answers of {entry['system']} differ from ours ({json.dumps(more)}): nothing is timed")
        peers.append(entry | more)
    rows = []
    for threads in (1, 2):
        entry = scaled(google_benchmark("referral", f"{case}/{threads}", case, "aril", threads, 1 if kind == "pagerank" else repeat)) | more
        show(entry, items=ITEMS[kind])
        rows.append(entry)
    for entry in peers:
        mine = rows[entry["threads"] - 1]
        show(entry, f"answers agree; aril is {entry['seconds'] / mine['seconds']:.1f} x", items=ITEMS[kind])
    return rows + peers


def run(cases, repeat):
    return [entry for case in cases for entry in run_case(case, repeat)]
