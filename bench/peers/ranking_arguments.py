"""The arguments that every peer of a ranking takes."""

import argparse


def ranking_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--market", required=True)
    parser.add_argument("--as-of", required=True)
    parser.add_argument("--k", type=int, default=20)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--policy")
    parser.add_argument("--sample", help="a file with the ids of the residents (with --reverse, where it is taken: postings) to rank, one a line")
    parser.add_argument("--reverse", action="store_true", help="the best residents of every posting")
    parser.add_argument("--each", action="store_true", help="a call for each resident")
    parser.add_argument("--vectors", help="the folder of the embeddings")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--out")
    return parser
