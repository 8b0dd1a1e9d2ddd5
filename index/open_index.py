"""A saved index opened for searching, once it is known to be whole and up to date."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus import DocumentStatus, ReadDocument, SearchIndexError
from index.adapter import QuestionAdapter
from index.asked import KnownQuestions
from index.embedder import Embedder
from index.headings import Headings
from index.parts import Part, parts_of
from index.passage_tokens import PassageTokens
from index.saved import (
    REBUILD,
    TERMS,
    VECTORS,
    Manifest,
    current_version,
    other_versions,
    read_manifest,
    verify_files,
)
from index.search import Searcher
from index.terms import TermIndexes
from index.units import passages_in
from index.vectors import FaissStore
from index.wordings import wordings_of


def check(documents: Sequence[ReadDocument], folder: Path, identity: str) -> Path:
    """Return the version to use, when it is whole and was made of these documents.

    Args:
        documents: What the index should cover.
        folder: Where the index is saved.
        identity: Identity of the embedder that will be used.

    Raises:
        SearchIndexError: It is missing, damaged, stale, or of another model.
    """
    return _checked(parts_of(documents), folder, identity)


def load(documents: Sequence[ReadDocument], embedder: Embedder, folder: Path) -> Searcher:
    """Return a searcher over the saved index.

    Raises:
        SearchIndexError: The index is missing, damaged, stale, or of another model.
    """
    parts = parts_of(documents)
    version = _checked(parts, folder, embedder.identity)
    vectors = FaissStore.load([version / VECTORS / part.file for part in parts]).vectors()
    questions = _questions_rows(parts)
    asked = tuple(question for part in parts for question in part.questions)
    passages = passages_in(documents)
    known = FaissStore.of(vectors[questions])
    return Searcher(
        passages=passages,
        units=tuple(unit for part in parts for unit in part.units),
        store=FaissStore.of(vectors[~questions]),
        tokens=PassageTokens.load((version / VECTORS / part.stem, part.passages) for part in parts),
        known=KnownQuestions(asked, known, embedder.scale, len(passages)),
        headings=Headings.of(documents),
        terms=TermIndexes.load(version / TERMS, wordings_of(documents)),
        embedder=embedder,
        adapter=QuestionAdapter.of(embedder.identity, embedder.dimension),
        context_notes=frozenset(
            read.document.id
            for read in documents
            if read.document.status is DocumentStatus.CONTEXT_NOTE
        ),
    )


def _checked(parts: Sequence[Part], folder: Path, identity: str) -> Path:
    version = current_version(folder)
    manifest = read_manifest(version)
    if manifest.embedder == identity and not _covers(manifest, parts):
        # A change that was stopped between its two last steps has left the version that fits.
        for other, said in other_versions(folder, version):
            if said.embedder == identity and _covers(said, parts):
                version, manifest = other, said
    verify_files(version, manifest)
    if manifest.embedder != identity:
        raise SearchIndexError(
            f"The search index was made with the model {manifest.embedder}, not {identity}.",
            REBUILD,
        )
    if not _covers(manifest, parts):
        raise SearchIndexError("The search index is older than the texts it covers.", REBUILD)
    return version


def _covers(manifest: Manifest, parts: Sequence[Part]) -> bool:
    return [part.digest for part in manifest.parts] == [part.digest for part in parts]


def _questions_rows(parts: Sequence[Part]) -> npt.NDArray[np.bool_]:
    """Return which rows of the parts' vectors are questions, shape (rows,)."""
    return np.concatenate(
        [np.repeat([False, True], [len(part.units), len(part.questions)]) for part in parts]
    )
