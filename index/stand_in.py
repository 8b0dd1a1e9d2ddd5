"""A small deterministic embedder, for testing everything but the embedding."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from index.embedder import Asked, CosineScale, Tokens, Vectors

_WORD = re.compile(r"\w+")


class HashingEmbedder:
    """Embeds a text as its hashed words: texts that share words are close, across no languages."""

    def __init__(self, dimension: int = 256) -> None:
        self._dimension = dimension

    @property
    def identity(self) -> str:
        return f"hashing-{self._dimension}"

    @property
    def dimension(self) -> int:
        return self._dimension

    @property
    def scale(self) -> CosineScale:
        return CosineScale()

    @property
    def tells_tokens(self) -> bool:
        return False

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embed(texts)

    def embed_asked(self, texts: Sequence[str]) -> Asked:
        vectors = self._embed(texts)
        return Asked(as_is=vectors, moved=vectors, scale=self.scale)

    def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
        return self._embed([f"{title} {text}" for title, text in texts])

    def embed_tokens(self, texts: Sequence[tuple[str, str]]) -> list[Tokens]:
        raise NotImplementedError

    def _embed(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self._dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            # The first column keeps a text without words at length 1.
            vectors[row, 0] = 0.01
            for word in _WORD.findall(text.lower()):
                digest = hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()
                vectors[row, int.from_bytes(digest[:4], "big") % self._dimension] += 1.0
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)
