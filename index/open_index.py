"""A saved index opened for searching, once it is known to be whole and up to date."""

from collections.abc import Sequence
from pathlib import Path

from corpus import ReadDocument, SearchIndexError
from index.embedder import Embedder
from index.saved import (
    REBUILD,
    TERMS,
    VECTORS,
    current_version,
    read_manifest,
    units_digest,
    verify_files,
)
from index.search import Searcher
from index.terms import TermIndex
from index.units import passages_in, units_of
from index.vectors import FaissStore


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
    if manifest.units_digest != units_digest(tuple(units_of(passages_in(documents)))):
        raise SearchIndexError("The search index is older than the texts it covers.", REBUILD)
    return version


def load(documents: Sequence[ReadDocument], embedder: Embedder, folder: Path) -> Searcher:
    """Return a searcher over the saved index.

    Raises:
        SearchIndexError: The index is missing, damaged, stale, or of another model.
    """
    version = check(documents, folder, embedder.identity)
    manifest = read_manifest(version)
    passages = passages_in(documents)
    return Searcher(
        passages=passages,
        units=tuple(units_of(passages)),
        store=FaissStore.load(version / VECTORS),
        terms=TermIndex.load(version / TERMS, manifest.language, len(passages)),
        embedder=embedder,
        language=manifest.language,
    )
