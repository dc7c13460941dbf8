"""Rankings that are handed on block by block."""

import pytest

import aril


@pytest.mark.parametrize("block", [1, 999, 10**6])
def test_a_stream_gives_the_lists_of_a_ranking_block_by_block(ranker, block):
    some = ranker.market.resident_ids[:40] if block == 1 else None
    whole = ranker.rank(k=3, residents=some, per_employer=1)
    blocks = list(ranker.stream(k=3, threads=2, block=block, residents=some, per_employer=1))
    assert max(len(lists) for lists in blocks) == min(block, len(whole))
    assert [hit for lists in blocks for hit in lists.to_pandas().to_dict("records")] == whole.to_pandas().to_dict("records")


def test_a_stream_checks_its_arguments_before_the_first_block(ranker):
    with pytest.raises(aril.Error, match="block"):
        ranker.stream(block=0)
    with pytest.raises(aril.Error):
        ranker.stream(residents=["nobody"])


def test_a_stream_shows_the_progress_of_the_whole_and_may_be_left(ranker):
    seen = []
    stream = ranker.stream(k=1, threads=1, block=2000, progress=lambda done, total: seen.append((done, total)))
    next(stream)
    stream.close()
    assert all(total == len(ranker.market.resident_ids) and done <= 2000 for done, total in seen)
