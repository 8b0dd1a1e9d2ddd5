"""The seam for embedding models, and its two implementations' contract."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""Shape (n, dimension); rows have length 1, so an inner product is a cosine."""


class Embedder(Protocol):
    """Turns text into vectors; a question and its answer come out close together."""

    @property
    def identity(self) -> str:
        """Name and digest of the model; vectors of different identities never mix."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per question, shape (len(texts), dimension)."""

    def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
        """Return one unit vector per (title, text) pair, shape (len(texts), dimension)."""
