"""The vectors of many questions at once, without embedding again what the index embedded."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedder import CosineScale, Embedder, Vectors
from index.vector_cache import AS_QUESTION, VectorCache, digest

_BATCH = 64


class QuestionVectors:
    """Embeds questions with a model; what is kept under a folder is taken from there.

    Nothing is kept anew: questions of an evaluation have no place beside the texts' own.
    """

    def __init__(self, embedder: Embedder, kept: Path) -> None:
        self._embedder = embedder
        self._kept = kept
        self._here: dict[bytes, Vectors] = {}

    @property
    def scale(self) -> CosineScale:
        """How the cosines of the vectors read on the common scale."""
        return self._embedder.scale

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per question, shape (len(texts), dimension)."""
        digests = [digest(AS_QUESTION, text) for text in texts]
        new = {d: t for d, t in zip(digests, texts, strict=True) if d not in self._here}
        with VectorCache.of(self._kept, self._embedder.identity) as cache:
            self._here |= cache.get(list(new), self._embedder.dimension)
        left = [(key, text) for key, text in new.items() if key not in self._here]
        for start in range(0, len(left), _BATCH):
            batch = left[start : start + _BATCH]
            vectors = self._embedder.embed_queries([text for _, text in batch])
            self._here.update(zip((key for key, _ in batch), vectors, strict=True))
        return np.stack([self._here[key] for key in digests])
