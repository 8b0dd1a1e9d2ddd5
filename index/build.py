"""How passages become an index: units, vectors, terms, saved.

This is the second of the project's three streets; it reads top to bottom.
"""

import errno
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from filelock import FileLock

from corpus import Passage, ReadDocument, SearchIndexError
from index.embedder import Embedder, Vectors
from index.progress import ProgressReport
from index.saved import (
    SCHEMA,
    TERMS,
    VECTORS,
    Manifest,
    digests_of,
    new_version,
    units_digest,
    write_manifest,
)
from index.terms import TermIndex
from index.units import Unit, context, passages_in, units_of
from index.vector_cache import VectorCache, digest
from index.vectors import FaissStore

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did; `embedded` units were new, `reused` came from the cache."""

    passages: int
    units: int
    embedded: int
    reused: int
    seconds: float
    folder: Path


def build(
    documents: Sequence[ReadDocument],
    embedder: Embedder,
    *,
    folder: Path,
    kept: Path,
    progress: ProgressReport,
) -> BuildReport:
    """Make the index of some documents and put it in use.

    Args:
        documents: What to index.
        embedder: The model that gives the vectors.
        folder: Where the index is saved; the one in use stays so until the new one is whole.
        kept: Where vectors are kept between builds.
        progress: Told how far the embedding is.

    Raises:
        SearchIndexError: The disk is full or the folder cannot be written.
    """
    started = time.monotonic()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            return _build(documents, embedder, folder, kept, progress, started)
    except (OSError, sqlite3.OperationalError) as error:
        raise _cannot_write(error) from error


def _build(
    documents: Sequence[ReadDocument],
    embedder: Embedder,
    folder: Path,
    kept: Path,
    progress: ProgressReport,
    started: float,
) -> BuildReport:
    passages = passages_in(documents)
    units = tuple(units_of(passages))
    vectors, embedded = _embed(units, embedder, kept, progress)
    terms = TermIndex.of([_words(p) for p in passages], _language(documents))
    with new_version(folder) as version:
        FaissStore.of(vectors).save(version / VECTORS)
        terms.save(version / TERMS)
        manifest = Manifest(
            schema_version=SCHEMA,
            built=datetime.now(UTC).isoformat(timespec="seconds"),
            language=_language(documents),
            corpus={d.document.id: d.document.sha256 for d in documents},
            units_digest=units_digest(units),
            passages=len(passages),
            units=len(units),
            embedder=embedder.identity,
            dimension=embedder.dimension,
            files=digests_of(version),
        )
        write_manifest(version, manifest)
    return BuildReport(
        passages=len(passages),
        units=len(units),
        embedded=embedded,
        reused=len(units) - embedded,
        seconds=time.monotonic() - started,
        folder=folder,
    )


def _embed(
    units: Sequence[Unit], embedder: Embedder, folder: Path, progress: ProgressReport
) -> tuple[Vectors, int]:
    """Return the vectors of all units, shape (units, dimension), and how many were new."""
    digests = [digest(unit.title, unit.text) for unit in units]
    texts = {key: (unit.title, unit.text) for key, unit in zip(digests, units, strict=True)}
    with VectorCache(folder, embedder.identity) as kept:
        vectors = kept.get(digests, embedder.dimension)
        # Texts of like length together: a batch is padded to its longest.
        missing = sorted(texts.keys() - vectors.keys(), key=lambda key: len(texts[key][1]))
        progress.start("embedding", len(texts), "units")
        progress.advance(len(texts) - len(missing))
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            fresh = embedder.embed_passages([texts[key] for key in batch])
            kept.put(batch, fresh)
            vectors |= dict(zip(batch, fresh, strict=True))
            progress.advance(len(batch))
    return np.stack([vectors[key] for key in digests]), len(missing)


def _words(passage: Passage) -> str:
    return f"{context(passage)} {passage.text}"


def _language(documents: Sequence[ReadDocument]) -> str:
    return documents[0].document.language


def _cannot_write(error: Exception) -> SearchIndexError:
    full = getattr(error, "errno", None) == errno.ENOSPC or "full" in str(error)
    if full:
        return SearchIndexError(
            "The disk is full; the index in use before was left as it was.",
            "Free some space and run `planwijzer index build` again; it goes on where it stopped.",
        )
    return SearchIndexError(
        f"The index cannot be written ({type(error).__name__}).",
        "Check that the index and cache folders exist and may be written to.",
    )
