"""How passages become an index: units, vectors, terms, saved.

This is the second of the project's three streets; it reads top to bottom.
"""

import errno
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from filelock import FileLock

from corpus import ReadDocument, SearchIndexError
from index.embedder import Embedder, Tokens, Vectors
from index.parts import Part, parts_of
from index.passage_tokens import PassageTokens
from index.progress import ProgressReport
from index.saved import (
    SCHEMA,
    TERMS,
    VECTORS,
    Manifest,
    SavedPart,
    digests_of,
    new_version,
    usable_parts,
    write_manifest,
)
from index.terms import TermIndexes
from index.vector_cache import AS_QUESTION, VectorCache, digest
from index.vectors import FaissStore
from index.wordings import wordings_of

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did; `embedded` units were new, `reused` had their vectors already."""

    passages: int
    units: int
    embedded: int
    reused: int
    seconds: float
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An index that is written whole and not yet in use."""

    report: BuildReport
    version: Path


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
    with prepared(documents, embedder, folder=folder, kept=kept, progress=progress) as index:
        return index.report


@contextmanager
def prepared(
    documents: Sequence[ReadDocument],
    embedder: Embedder,
    *,
    folder: Path,
    kept: Path,
    progress: ProgressReport,
) -> Iterator[Prepared]:
    """Make the index of some documents; it is put in use where the block ends without an error.

    Takes what `build` takes.

    Raises:
        SearchIndexError: The disk is full or the folder cannot be written.
    """
    started = time.monotonic()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"), new_version(folder) as version:
            parts = parts_of(documents)
            usable = usable_parts(folder, embedder.identity)
            embedded = 0
            for part in parts:
                if part.digest in usable:
                    for path in usable[part.digest]:
                        _link(path, version / VECTORS / path.name)
                    continue
                vectors, new = _embed(part, embedder, kept, progress)
                FaissStore.of(vectors).save(version / VECTORS / part.file)
                tokens = PassageTokens(_tokens(part, embedder, progress))
                tokens.save(version / VECTORS / part.stem)
                embedded += new
            TermIndexes.of(wordings_of(documents)).save(version / TERMS)
            write_manifest(version, _manifest(parts, embedder, version))
            units = sum(len(part.units) + len(part.questions) for part in parts)
            report = BuildReport(
                passages=sum(part.passages for part in parts),
                units=units,
                embedded=embedded,
                reused=units - embedded,
                seconds=time.monotonic() - started,
                folder=folder,
            )
            yield Prepared(report=report, version=version)
    except (OSError, sqlite3.OperationalError) as error:
        raise _cannot_write(error) from error


def _manifest(parts: Sequence[Part], embedder: Embedder, version: Path) -> Manifest:
    return Manifest(
        schema_version=SCHEMA,
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        parts=tuple(
            SavedPart(
                document=part.document,
                sha256=part.sha256,
                language=part.language,
                digest=part.digest,
                file=part.file,
                passages=part.passages,
                units=len(part.units) + len(part.questions),
            )
            for part in parts
        ),
        embedder=embedder.identity,
        dimension=embedder.dimension,
        files=digests_of(version),
    )


def _link(kept: Path, target: Path) -> None:
    """Let a file stand in the new version too, without copying it where the disk allows that."""
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)


def _embed(
    part: Part, embedder: Embedder, folder: Path, progress: ProgressReport
) -> tuple[Vectors, int]:
    """Return the vectors of a document's units and then of its questions, and how many were new."""
    texts = [(unit.title, unit.text) for unit in part.units]
    texts += [(AS_QUESTION, question.text) for question in part.questions]
    digests = [digest(title, text) for title, text in texts]
    by_digest = dict(zip(digests, texts, strict=True))
    with VectorCache.of(folder, embedder.identity) as cache:
        vectors = cache.get(digests, embedder.dimension)
        # Texts of like length together: a batch is padded to its longest.
        missing = sorted(by_digest.keys() - vectors.keys(), key=lambda key: len(by_digest[key][1]))
        progress.start(f"embedding {part.document}", len(by_digest), "units")
        progress.advance(len(by_digest) - len(missing))
        for batch in _batches(missing, by_digest):
            fresh = _vectors([by_digest[key] for key in batch], embedder)
            cache.put(batch, fresh)
            vectors |= dict(zip(batch, fresh, strict=True))
            progress.advance(len(batch))
    if not digests:
        return np.empty((0, embedder.dimension), dtype=np.float32), 0
    return np.stack([vectors[key] for key in digests]), len(missing)


def _tokens(part: Part, embedder: Embedder, progress: ProgressReport) -> list[Tokens]:
    """Return the tokens of a document's passages, in their order; nothing where none are told."""
    if not embedder.tells_tokens:
        return []
    whole = part.whole
    progress.start(f"reading {part.document} word by word", len(whole), "passages")
    found: dict[int, Tokens] = {}
    order = sorted(range(len(whole)), key=lambda number: len(whole[number].text))
    for start in range(0, len(order), _BATCH):
        batch = order[start : start + _BATCH]
        tokens = embedder.embed_tokens([(whole[i].title, whole[i].text) for i in batch])
        found |= dict(zip(batch, tokens, strict=True))
        progress.advance(len(batch))
    return [found[number] for number in range(len(whole))]


def _batches(
    missing: Sequence[bytes], texts: Mapping[bytes, tuple[str, str]]
) -> Iterator[list[bytes]]:
    """Yield batches of digests, passages and questions apart, for they are prompted differently."""
    for asked in (False, True):
        keys = [key for key in missing if (texts[key][0] == AS_QUESTION) is asked]
        for start in range(0, len(keys), _BATCH):
            yield keys[start : start + _BATCH]


def _vectors(batch: Sequence[tuple[str, str]], embedder: Embedder) -> Vectors:
    if batch[0][0] == AS_QUESTION:
        return embedder.embed_queries([text for _, text in batch])
    return embedder.embed_passages(batch)


def _cannot_write(error: Exception) -> SearchIndexError:
    full = getattr(error, "errno", None) == errno.ENOSPC or "full" in str(error)
    if full:
        return SearchIndexError(
            "The disk is full; the index in use before was left as it was.",
            "Free some space and run the command again; it goes on where it stopped.",
        )
    return SearchIndexError(
        f"The index cannot be written ({type(error).__name__}).",
        "Check that the index and cache folders exist and may be written to.",
    )
