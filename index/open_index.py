"""A saved index opened for searching, once it is known to be whole and up to date."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus import DocumentStatus, ReadDocument, SearchIndexError
from index.asked import KnownQuestions
from index.embedder import Embedder
from index.parts import Part, parts_of
from index.saved import (
    REBUILD,
    TERMS,
    VECTORS,
    current_version,
    read_manifest,
    verify_files,
)
from index.search import Searcher
from index.terms import TermIndexes
from index.units import passages_in
from index.vectors import FaissStore
from index.wordings import wordings_of


def check(documents: Sequence[ReadDocument], folder: Path, identity: str) -> Path:
    """Return the version in use, when it is whole and was made of these documents.

    Args:
        documents: What the index should cover.
        folder: Where the index is saved.
        identity: Identity of the embedder that will be used.

    Raises:
        SearchIndexError: It is missing, damaged, stale, or of another model.
    """
    version = current_version(folder)
    manifest = read_manifest(version)
    verify_files(version, manifest)
    if manifest.embedder != identity:
        raise SearchIndexError(
            f"The search index was made with the model {manifest.embedder}, not {identity}.",
            REBUILD,
        )
    if [part.digest for part in manifest.parts] != [part.digest for part in parts_of(documents)]:
        raise SearchIndexError("The search index is older than the texts it covers.", REBUILD)
    return version


def load(documents: Sequence[ReadDocument], embedder: Embedder, folder: Path) -> Searcher:
    """Return a searcher over the saved index.

    Raises:
        SearchIndexError: The index is missing, damaged, stale, or of another model.
    """
    version = check(documents, folder, embedder.identity)
    parts = parts_of(documents)
    vectors = FaissStore.load([version / VECTORS / part.file for part in parts]).vectors()
    questions = _questions_rows(parts)
    asked = tuple(question for part in parts for question in part.questions)
    passages = passages_in(documents)
    known = FaissStore.of(vectors[questions])
    return Searcher(
        passages=passages,
        units=tuple(unit for part in parts for unit in part.units),
        store=FaissStore.of(vectors[~questions]),
        known=KnownQuestions(asked, known, embedder.scale, len(passages)),
        terms=TermIndexes.load(version / TERMS, wordings_of(documents)),
        embedder=embedder,
        context_notes=frozenset(
            read.document.id
            for read in documents
            if read.document.status is DocumentStatus.CONTEXT_NOTE
        ),
    )


def _questions_rows(parts: Sequence[Part]) -> npt.NDArray[np.bool_]:
    """Return which rows of the parts' vectors are questions, shape (rows,)."""
    return np.concatenate(
        [np.repeat([False, True], [len(part.units), len(part.questions)]) for part in parts]
    )
