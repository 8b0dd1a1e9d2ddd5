from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant import QuestionVectors
from index.embedder import Vectors
from index.stand_in import HashingEmbedder
from index.vector_cache import AS_QUESTION, VectorCache, digest


class CountingEmbedder(HashingEmbedder):
    def __init__(self) -> None:
        super().__init__()
        self.embedded: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        return super().embed_queries(texts)


def test_vectors_are_taken_from_the_folder_when_they_are_kept(tmp_path: Path) -> None:
    embedder = CountingEmbedder()
    known = HashingEmbedder().embed_queries(["iets anders"])
    with VectorCache.of(tmp_path, embedder.identity) as cache:
        cache.put([digest(AS_QUESTION, "bekend")], known)

    vectors = QuestionVectors(embedder, tmp_path)(["bekend", "nieuw"])

    assert np.array_equal(vectors[0], known[0])
    assert embedder.embedded == ["nieuw"]


def test_nothing_is_embedded_twice_and_nothing_is_kept(tmp_path: Path) -> None:
    embedder = CountingEmbedder()
    vectors = QuestionVectors(embedder, tmp_path)

    first, second = vectors(["nieuw", "nieuw"]), vectors(["nieuw"])

    assert np.array_equal(first[1], second[0])
    assert embedder.embedded == ["nieuw"]
    with VectorCache.of(tmp_path, embedder.identity) as cache:
        assert not cache.get([digest(AS_QUESTION, "nieuw")], embedder.dimension)
