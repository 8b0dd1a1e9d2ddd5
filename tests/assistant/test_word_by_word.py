"""The network that ships, on made-up tokens; what it tells is measured by the evaluation."""

import numpy as np
import pytest

from assistant.word_by_word import WordByWord, word_by_word_file, word_by_word_of
from index import MOST_OF_PASSAGE, BothTokens
from index.embedder import Tokens
from index.model_catalogue import CATALOGUE

WITH_TOKENS = [spec for spec in CATALOGUE.values() if spec.tower_from]


def tokens(count: int, dimension: int, seed: int) -> Tokens:
    return np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float16)


@pytest.fixture(params=WITH_TOKENS, ids=lambda spec: spec.name)
def reading(request: pytest.FixtureRequest) -> tuple[WordByWord, int]:
    spec = request.param
    found = word_by_word_of(spec.identity)
    assert found is not None
    return found, spec.dimension


def test_it_tells_passages_apart_by_their_words(reading: tuple[WordByWord, int]) -> None:
    network, dimension = reading
    question = tokens(9, dimension, 1)

    odds = [
        network.odds(BothTokens(question=question, passage=tokens(count, dimension, count)))
        for count in (1, 30, MOST_OF_PASSAGE)
    ]

    assert np.isfinite(odds).all()
    assert len({round(one, 3) for one in odds}) == 3


def test_what_is_beyond_the_most_is_not_read(reading: tuple[WordByWord, int]) -> None:
    network, dimension = reading
    question, passage = tokens(9, dimension, 1), tokens(MOST_OF_PASSAGE + 20, dimension, 2)

    whole = network.odds(BothTokens(question=question, passage=passage))
    cut = network.odds(BothTokens(question=question, passage=passage[:MOST_OF_PASSAGE]))

    assert whole == cut


def test_model_without_tokens_has_none() -> None:
    others = [spec for spec in CATALOGUE.values() if not spec.tower_from]
    assert others
    assert all(word_by_word_of(spec.identity) is None for spec in others)
    assert not any(word_by_word_file(spec.identity).is_file() for spec in others)
