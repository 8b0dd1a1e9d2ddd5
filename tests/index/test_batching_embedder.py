import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import numpy as np
import pytest

from index.batching_embedder import BatchingEmbedder
from index.embedder import Asked
from index.stand_in import HashingEmbedder

_SECONDS = 30


class _Slow(HashingEmbedder):
    """Keeps its first batch until it is told to go on, and tells what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.batches: list[list[str]] = []
        self.begun, self.go_on = Event(), Event()

    def embed_asked(self, texts: Sequence[str]) -> Asked:
        self.batches.append(list(texts))
        self.begun.set()
        assert self.go_on.wait(_SECONDS)
        if "kapot" in texts:
            raise ValueError("kapot")
        return super().embed_asked(texts)


def _wait_for(embedder: BatchingEmbedder, count: int) -> None:
    """Return when so many questions stand in line."""
    for _ in range(_SECONDS * 100):
        if len(embedder._line) == count:
            return
        time.sleep(0.01)
    pytest.fail(f"{len(embedder._line)} questions in line, not {count}")


def _ask_while_busy(slow: _Slow, texts: Sequence[str]) -> list[object]:
    """Ask the first alone and the others while it is embedded; return vectors or errors."""
    embedder = BatchingEmbedder(slow)
    with ThreadPoolExecutor(len(texts)) as pool:
        jobs = [pool.submit(embedder.embed_asked, [texts[0]])]
        assert slow.begun.wait(_SECONDS)
        for number, text in enumerate(texts[1:], start=1):
            jobs.append(pool.submit(embedder.embed_asked, [text]))
            _wait_for(embedder, number)
        slow.go_on.set()
        return [job.exception(_SECONDS) or job.result(_SECONDS) for job in jobs]


def test_questions_that_wait_go_together_and_each_gets_its_own_vector() -> None:
    slow = _Slow()
    texts = ["drugs", "wapens", "verkeer", "wapens"]
    found = _ask_while_busy(slow, texts)
    assert slow.batches == [["drugs"], ["wapens", "verkeer"]]
    for text, asked in zip(texts, found, strict=True):
        assert isinstance(asked, Asked)
        np.testing.assert_array_equal(asked.as_is, HashingEmbedder().embed_queries([text]))
        assert asked.moved.shape == (1, 256)


def test_more_than_a_batch_takes_several_turns() -> None:
    slow = _Slow()
    texts = [f"vraag {number}" for number in range(20)]
    assert all(isinstance(asked, Asked) for asked in _ask_while_busy(slow, texts))
    assert [len(batch) for batch in slow.batches] == [1, 16, 3]


def test_a_failure_is_told_to_all_of_its_batch_and_to_no_other() -> None:
    slow = _Slow()
    embedded, *failed = _ask_while_busy(slow, ["drugs", "kapot", "wapens"])
    assert isinstance(embedded, Asked)
    assert [type(error) for error in failed] == [ValueError, ValueError]


def test_after_a_failure_the_next_question_is_embedded() -> None:
    slow = _Slow()
    slow.go_on.set()
    embedder = BatchingEmbedder(slow)
    with pytest.raises(ValueError, match="kapot"):
        embedder.embed_asked(["kapot"])
    assert embedder.embed_asked(["drugs"]).as_is.shape == (1, 256)


def test_a_question_asked_again_is_remembered_until_many_others_were_asked() -> None:
    slow = _Slow()
    slow.go_on.set()
    embedder = BatchingEmbedder(slow)
    first = embedder.embed_asked(["drugs"])
    again = embedder.embed_asked(["drugs"])
    np.testing.assert_array_equal(again.as_is, first.as_is)
    assert slow.batches == [["drugs"]]
    for number in range(260):
        embedder.embed_asked([f"vraag {number}"])
    embedder.embed_asked(["drugs"])
    assert slow.batches.count(["drugs"]) == 2


def test_questions_asked_together_are_one_batch_and_remembered_each() -> None:
    slow = _Slow()
    slow.go_on.set()
    embedder = BatchingEmbedder(slow)
    embedder.embed_asked(["drugs"])
    texts = ["wapens", "drugs", "verkeer"]
    together = embedder.embed_asked(texts)
    np.testing.assert_array_equal(together.as_is, HashingEmbedder().embed_queries(texts))
    np.testing.assert_array_equal(embedder.embed_asked(["verkeer"]).as_is, together.as_is[2:])
    assert slow.batches == [["drugs"], ["wapens", "verkeer"]]
