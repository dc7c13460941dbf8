"""Forward push and triangles by NetworKit."""

import networkit
import numpy as np

import referral_input


def undirected(given):
    source, target = given.between_people()
    once = source < target
    ends = source[once].astype(np.uint64), target[once].astype(np.uint64)
    return networkit.GraphFromCoo(ends, n=given.people, weighted=False, directed=False), ends


def push(given, options):
    """One object a seed: it keeps its residuals. Its lazy walk with alpha = 0.15 / 1.85 has the ranks of a plain one with damping 0.85.

    Answers: offsets, and the people (numbered from 0) and ranks of all seeds one after the other.
    """
    graph, _ = undirected(given)
    seeds = (given.seeds[:options.items] - np.uint32(given.employers)).tolist()
    alpha = 0.15 / 1.85

    def work():
        return [networkit.scd.ApproximatePageRank(graph, alpha, options.epsilon).run(seed) for seed in seeds]

    def answers(found):
        offsets = np.cumsum([0] + [len(ranks) for ranks in found])
        people = np.fromiter((person for ranks in found for person, _ in ranks), dtype=np.uint32)
        shares = np.fromiter((share for ranks in found for _, share in ranks), dtype=np.float64)
        return {"offsets": offsets, "people": people, "ranks": shares}

    return work, answers, len(seeds)


def triangles(given, options):
    """Triangles through every link between people. Answers: counts, in the order of the links whose source is below their target."""
    networkit.setNumberOfThreads(options.threads)
    graph, (source, target) = undirected(given)
    graph.sortEdges()  # a third of the time saved
    graph.indexEdges()  # numbers links by their higher end, then the lower one
    number = np.empty(len(source), dtype=np.int64)
    number[np.lexsort((source, target))] = np.arange(len(source))

    def work():
        score = networkit.sparsification.TriangleEdgeScore(graph)
        score.run()
        return score

    return work, lambda score: {"counts": np.array(score.scores(), dtype=np.uint32)[number]}, len(source)


if __name__ == "__main__":
    referral_input.main(f"networkit {networkit.__version__}", {"push": push, "triangles": triangles})
