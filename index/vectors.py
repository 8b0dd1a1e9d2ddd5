"""The seam for vector search, and FAISS behind it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

import faiss
import numpy as np
import numpy.typing as npt

from corpus import SearchIndexError
from index.embedder import Scores, Vectors

Ids = npt.NDArray[np.int64]


class VectorStore(Protocol):
    """Finds the vectors nearest to a query by inner product."""

    def search(
        self, query: Vectors, k: int, allowed: Sequence[int] | None = None
    ) -> tuple[Ids, Scores]:
        """Return ids and scores of the best `k` vectors, best first.

        Args:
            query: One vector, shape (dimension,).
            k: How many to return; fewer come back when fewer are allowed.
            allowed: Ids that may be returned; None allows all.
        """

    def vector(self, row: int) -> Vectors:
        """Return one vector, shape (dimension,)."""

    def among(self, rows: Sequence[int]) -> "VectorStore":
        """Return a store of some of the vectors, in this order."""

    def save(self, path: Path) -> None:
        """Write the store to one file."""


class FaissStore:
    """Exact search with FAISS `IndexFlatIP` (Johnson et al., 2019); ids are row numbers."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: Vectors) -> Self:
        """Return a store over vectors of shape (n, dimension)."""
        index = faiss.IndexFlatIP(vectors.shape[1])
        index.add(vectors)
        return cls(index)

    @classmethod
    def load(cls, paths: Sequence[Path]) -> Self:
        """Return one store over the files of several, rows in the order of the files.

        Raises:
            SearchIndexError: A file is missing or damaged.
        """
        try:
            parts = [faiss.read_index(str(path)) for path in paths]
            whole = faiss.IndexFlatIP(parts[0].d)
            for part in parts:
                whole.merge_from(part)
            return cls(whole)
        except (RuntimeError, IndexError) as error:
            raise SearchIndexError(
                "The vectors of the search index cannot be read.",
                "Run `planwijzer index build` to make the index again.",
            ) from error

    def vectors(self) -> Vectors:
        """Return its vectors, shape (size, dimension)."""
        return np.asarray(self._index.reconstruct_n(0, self.size), dtype=np.float32)

    def vector(self, row: int) -> Vectors:
        return np.asarray(self._index.reconstruct(row), dtype=np.float32)

    def among(self, rows: Sequence[int]) -> "FaissStore":
        return FaissStore.of(self.vectors()[np.asarray(rows, dtype=np.int64)])

    @property
    def size(self) -> int:
        """How many vectors it holds."""
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of its vectors."""
        return int(self._index.d)

    def search(
        self, query: Vectors, k: int, allowed: Sequence[int] | None = None
    ) -> tuple[Ids, Scores]:
        parameters = None
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.asarray(allowed, dtype=np.int64))
            parameters = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]
        k = min(k, self.size if allowed is None else len(allowed))
        if k == 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        scores, ids = self._index.search(query.reshape(1, -1), k, params=parameters)
        return ids[0], scores[0]

    def save(self, path: Path) -> None:
        faiss.write_index(self._index, str(path))
