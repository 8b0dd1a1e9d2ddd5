"""Vectors kept once per machine, by model and text digest, so that unchanged text is not embedded
twice and an interrupted build goes on where it stopped."""

import hashlib
import re
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from index.embedder import Vectors

_CHUNK = 500
_SUFFIX = ".sqlite"

AS_QUESTION = "\x00question"
"""In place of a title: the text was embedded as a question."""


class VectorCache:
    """A SQLite file per model under `folder`; use as a context manager."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=60)
        self._connection.execute("PRAGMA journal_mode=WAL")
        # What is forgotten is overwritten, not only unlinked.
        self._connection.execute("PRAGMA secure_delete=ON")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS vectors (digest BLOB PRIMARY KEY, vector BLOB NOT NULL)"
        )

    @classmethod
    def of(cls, folder: Path, identity: str) -> Self:
        """Return the cache of a model, made where there is none yet."""
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^\w.@-]", "_", identity)
        return cls(folder / f"{name}{_SUFFIX}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def get(self, digests: Sequence[bytes], dimension: int) -> dict[bytes, Vectors]:
        """Return the vectors that are kept, by digest; shape (dimension,) each."""
        found: dict[bytes, Vectors] = {}
        for start in range(0, len(digests), _CHUNK):
            chunk = digests[start : start + _CHUNK]
            marks = ",".join("?" * len(chunk))
            rows = self._connection.execute(
                f"SELECT digest, vector FROM vectors WHERE digest IN ({marks})",  # noqa: S608 - ?s
                chunk,
            )
            for digest, blob in rows:
                vector = np.frombuffer(blob, dtype=np.float32)
                if vector.shape == (dimension,):
                    found[digest] = vector
        return found

    def put(self, digests: Sequence[bytes], vectors: Vectors) -> None:
        """Keep vectors of shape (len(digests), dimension)."""
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                zip(digests, (vector.tobytes() for vector in vectors), strict=True),
            )

    def forget(self, digests: Sequence[bytes]) -> None:
        """Remove vectors for good."""
        with self._connection:
            self._connection.executemany(
                "DELETE FROM vectors WHERE digest = ?", ((key,) for key in digests)
            )
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def caches_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of all models' caches under a folder."""
    return tuple(sorted(folder.glob(f"*{_SUFFIX}")))


def digest(title: str, text: str) -> bytes:
    """Return the key of a text as it is embedded."""
    return hashlib.sha256(f"{title}\0{text}".encode()).digest()
