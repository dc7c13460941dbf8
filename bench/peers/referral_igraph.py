"""Chains and personalised PageRank by igraph, as its users would do them."""

import igraph
import numpy as np

import referral_input

K = 5
HOPS = 3
NO_VERTEX = 0xFFFFFFFF


def directed(vertices, source, target):
    return igraph.Graph(n=vertices, edges=np.column_stack([source, target]).astype(np.int64), directed=True)


def chains(given, options):
    """The K best of all simple paths of at most HOPS links. The graph holds links with consent only; employers have no link out of them.

    Answers: counts, one a pair; strengths, and vertices (filled up with NO_VERTEX) of all chains one after the other.
    """
    source, target, strength = given.consented()
    graph = directed(given.vertices, source, target)
    strengths = strength.tolist()
    pairs = given.pairs[:options.items].tolist()

    def fold(path):
        *before, value = [strengths[link] for link in graph.get_eids(list(zip(path, path[1:])))]
        for strength in reversed(before):
            value = strength * value >> 16
        return value

    def best_of(resident, employer):
        found = []
        for path in graph.get_all_simple_paths(resident, to=employer, maxlen=HOPS, mode="out"):
            if value := fold(path):
                found.append((-value, len(path), path))
        found.sort()
        return found[:K]

    def work():
        return [best_of(*pair) for pair in pairs]

    def answers(best):
        rows = [[-value, *path, *[NO_VERTEX] * (HOPS + 1 - hops)] for found in best for value, hops, path in found]
        table = np.array(rows, dtype=np.uint32).reshape(-1, HOPS + 2)
        return {"counts": np.array([len(found) for found in best]), "strengths": table[:, 0], "vertices": table[:, 1:]}

    return work, answers, len(pairs)


def pagerank(given, options):
    """Exact ranks of all people, a walk that starts again at one seed. Answers: ranks, one row a seed."""
    source, target = given.between_people()
    once = source < target
    graph = igraph.Graph(n=given.people, edges=np.column_stack([source[once], target[once]]).astype(np.int64))
    seeds = (given.seeds[:options.items] - np.uint32(given.employers)).tolist()

    def work():
        return [graph.personalized_pagerank(damping=0.85, reset_vertices=[seed], implementation="prpack") for seed in seeds]

    return work, lambda ranks: {"ranks": np.array(ranks)}, len(seeds)


if __name__ == "__main__":
    referral_input.main(f"igraph {igraph.__version__}", {"chains": chains, "pagerank": pagerank})
