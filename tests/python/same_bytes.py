"""What "the same ranking" means: every byte of every list, in all three directions, and of the file written from it."""


def ranking_bytes(ranker, threads=2, k=30):
    """All lists of a ranker as bytes."""
    rankings = [
        ranker.rank(k=k, threads=threads),
        ranker.rank(k=k, threads=threads, per_employer=2, offset=1),
        ranker.rank_residents(k=k, threads=threads),
        ranker.reciprocal("geometric", k=k, threads=threads),
    ]
    arrays = ("residents", "postings", "offsets", "scores", "eligible", "questions")
    return b"".join(getattr(ranking, name).tobytes() for ranking in rankings for name in arrays)
