"""What is learnt and what the product calculates are the same network."""

import numpy as np
import pytest
import torch

from assistant import MOST_OF_PASSAGE, MOST_OF_QUESTION, Tokens, WordByWord
from eval.training.word_by_word import Padded, Pair, Reading, learn
from index import BothTokens

_DIMENSION = 16


def tokens(count: int, seed: int) -> Tokens:
    return np.random.default_rng(seed).normal(size=(count, _DIMENSION)).astype(np.float16)


def calculated(weights: dict[str, torch.Tensor], question: Tokens, passage: Tokens) -> float:
    reading = WordByWord({name: value.numpy() for name, value in weights.items()})
    return reading.odds(BothTokens(question=question, passage=passage))


def test_product_calculates_what_was_learnt_however_long_the_texts() -> None:
    torch.manual_seed(1)
    reading = Reading(_DIMENSION).eval()
    questions = [tokens(1, 1), tokens(7, 2), tokens(MOST_OF_QUESTION + 5, 3)]
    passages = [tokens(9, 4), tokens(1, 5), tokens(MOST_OF_PASSAGE + 9, 6)]

    with torch.no_grad():
        expected = reading(
            Padded.of(questions, MOST_OF_QUESTION), Padded.of(passages, MOST_OF_PASSAGE)
        ).tolist()

    found = [
        calculated(dict(reading.state_dict()), *pair)
        for pair in zip(questions, passages, strict=True)
    ]
    assert found == pytest.approx(expected, abs=1e-4)
    assert len({round(odds, 3) for odds in found}) == 3


def test_what_only_the_tokens_of_both_together_tell_is_learnt() -> None:
    # A passage answers where it has the question's token, whichever that is.
    kinds = tokens(6, 0)
    passages = [np.concatenate([tokens(4, 10 + n), kinds[n : n + 1]]) for n in range(6)]
    questions = [kinds[n : n + 1] for n in range(6)]
    pairs = [
        Pair(question=q, passage=p, answers=p == q, counts=1)
        for q in range(6)
        for p in (q, (q + 1) % 6, q, (q + 2) % 6)
        for _ in range(40)
    ]

    weights = dict(learn(questions, passages, lambda _: pairs))

    right = [calculated(weights, questions[n], passages[n]) for n in range(6)]
    wrong = [calculated(weights, questions[n], passages[(n + 1) % 6]) for n in range(6)]
    assert min(right) > max(wrong)
