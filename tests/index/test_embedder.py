"""The contract of every embedder; the real one runs where its model is installed."""

from collections.abc import Iterator

import numpy as np
import pytest

from index.embedder import Embedder
from index.stand_in import HashingEmbedder


@pytest.fixture(scope="module", params=["hashing", pytest.param("real", marks=pytest.mark.real)])
def embedder(request: pytest.FixtureRequest) -> Iterator[Embedder]:
    if request.param == "hashing":
        yield HashingEmbedder()
    else:
        from assistant.settings import Settings
        from index.model_catalogue import CATALOGUE
        from index.model_store import installed
        from index.sentence_transformers_embedder import SentenceTransformersEmbedder

        settings = Settings.load()
        spec = CATALOGUE[settings.model]
        yield SentenceTransformersEmbedder(spec, installed(spec, settings.cache))


def test_vectors_have_length_one(embedder: Embedder) -> None:
    vectors = embedder.embed_queries(["politie", "", "police locale"])

    assert vectors.shape == (3, embedder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=2e-3)


def test_same_text_gives_the_same_vector(embedder: Embedder) -> None:
    first, second = embedder.embed_queries(["drugs"]), embedder.embed_queries(["drugs"])

    np.testing.assert_array_equal(first, second)


def test_answer_is_nearer_than_another_subject(embedder: Embedder) -> None:
    query = embedder.embed_queries(["illegale wapenhandel bestrijden"])
    passages = embedder.embed_passages(
        [("Wapens", "De strijd tegen illegale wapenhandel."), ("Verkeer", "Trager rijden.")]
    )

    near, far = (passages @ query[0]).tolist()
    assert near > far


def test_identity_names_the_model(embedder: Embedder) -> None:
    assert len(embedder.identity) > 5


@pytest.mark.real
@pytest.mark.parametrize(
    "question",
    [
        "Quels sont les objectifs contre le trafic d'armes ?",
        "Was wird gegen illegalen Waffenhandel getan?",
        "What is done about arms trafficking?",
    ],
)
def test_real_embedder_finds_dutch_text_for_a_question_in_another_language(question: str) -> None:
    from assistant.settings import Settings
    from index.model_catalogue import CATALOGUE
    from index.model_store import installed
    from index.sentence_transformers_embedder import SentenceTransformersEmbedder

    settings = Settings.load()
    spec = CATALOGUE[settings.model]
    embedder = SentenceTransformersEmbedder(spec, installed(spec, settings.cache))

    query = embedder.embed_queries([question])[0]
    near, far = embedder.embed_passages(
        [("Illegale wapenhandel", "De controle op de wapens verbeteren."), ("Verkeer", "Snelheid.")]
    )
    assert near @ query > far @ query


@pytest.mark.real
def test_old_and_new_processors_give_the_same_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from assistant import Settings, open_embedder

    texts = [("Wapens", "De strijd tegen illegale wapenhandel."), ("", "Trager rijden.")]
    made = []
    for processor in ("AVX2", "AVX512"):
        monkeypatch.setattr(torch.backends.cpu, "get_cpu_capability", lambda kind=processor: kind)
        made.append(open_embedder(Settings.load()).embed_passages(texts))
    old, new = made

    assert not np.array_equal(old, new)
    assert (old * new).sum(axis=1).min() > 0.997
