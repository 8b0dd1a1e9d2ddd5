"""Moving a question's vector nearer to the texts that answer it.

A question seldom looks like its answer: it is short, colloquial, perhaps in another language. A
low-rank correction of the question's vector, learnt from questions and the passages that answer
them, closes part of that gap at the price of two small products; the texts' vectors stay as they
are. After adapters on top of frozen retrieval embeddings (Yoon et al., "Search-Adaptor", ACL 2024).
It is learnt by `python -m eval.training`, so that questions about other texts stay put.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.embedder import Vectors

ADAPTERS = Path(__file__).with_name("adapters")
"""One file for each embedding model that an adapter was learnt for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAdapter:
    """Adds to a question's vector what `down`, (dimension, rank), and `up`, (rank, dimension), say.

    With rank 0 it changes nothing.
    """

    down: Vectors
    up: Vectors

    @classmethod
    def none(cls, dimension: int) -> "QuestionAdapter":
        """Return the adapter that leaves vectors as they are."""
        return cls(
            down=np.zeros((dimension, 0), np.float32), up=np.zeros((0, dimension), np.float32)
        )

    @classmethod
    def of(cls, embedder: str, dimension: int) -> "QuestionAdapter":
        """Return the adapter learnt for an embedder, given by its identity; else `none`."""
        path = _path(embedder)
        if not path.is_file():
            return cls.none(dimension)
        with np.load(path) as saved:
            return cls(
                down=saved["down"].astype(np.float32),
                up=saved["up"].astype(np.float32),
            )

    def __call__(self, vectors: Vectors) -> Vectors:
        """Return unit vectors of the same shape, (dimension,) or (n, dimension)."""
        moved = vectors + vectors @ self.down @ self.up
        return np.asarray(moved / np.linalg.norm(moved, axis=-1, keepdims=True), dtype=np.float32)

    def save(self, embedder: str) -> None:
        """Keep the adapter for an embedder, given by its identity."""
        path = _path(embedder)
        path.parent.mkdir(exist_ok=True)
        np.savez_compressed(path, down=self.down.astype(np.float16), up=self.up.astype(np.float16))


def _path(embedder: str) -> Path:
    return ADAPTERS / f"{embedder.split('@')[0]}.npz"
