"""The documents in use: the shipped ones and those an organisation added, linked to each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.alignment import with_official_versions
from corpus.catalogue import Catalogue, read_catalogue
from corpus.document import DocumentStatus, ReadDocument
from corpus.errors import CorpusError
from corpus.folder import read_folder
from corpus.kiv import with_dimensions
from corpus.manifest import MANIFEST

SHIPPED = Path(__file__).parent / "texts"


def read_corpus(shipped: Path = SHIPPED) -> tuple[ReadDocument, ...]:
    """Read the documents of a folder of document folders, binding ones first.

    Raises:
        CorpusError: A manifest or text is missing, damaged or not what the manifest describes.
    """
    return collect([read_folder(f) for f in _document_folders(shipped)], shipped.name)


def read_collection(
    store: Path, catalogue: Catalogue | None = None, shipped: Path = SHIPPED
) -> tuple[ReadDocument, ...]:
    """Read the documents in use, binding ones first.

    Args:
        store: Where added documents are kept; it need not exist.
        catalogue: What to read of the store; None for what is in use.
        shipped: Where the shipped documents are.

    Raises:
        CorpusError: A document is missing, damaged or not what its manifest describes.
    """
    chosen = read_catalogue(store) if catalogue is None else catalogue
    added = [read_folder(store / name) for name in chosen.folders.values()]
    gone = {*chosen.removed, *chosen.folders}
    own = [read_folder(f) for f in _document_folders(shipped) if f.name not in gone]
    return collect([*own, *added], store.name)


def collect(documents: Sequence[ReadDocument], name: str = "corpus") -> tuple[ReadDocument, ...]:
    """Return documents as they are used together: binding ones first, linked, stand-ins left out.

    Raises:
        CorpusError: There is none.
    """
    if not documents:
        raise CorpusError(
            f"The corpus {name!r} holds no document.",
            "Add one with `planwijzer corpus add FILE`, or bring a removed one back with "
            "`planwijzer corpus restore ID`.",
        )
    statuses = {read.document.status for read in documents}
    needed = [read for read in documents if read.document.stands_in_for not in statuses]
    linked = with_official_versions(sorted(needed, key=_rank))
    return with_dimensions(linked)


def _rank(read: ReadDocument) -> tuple[int, str]:
    """Return where a document stands among others: by what its words are worth, then by id."""
    return list(DocumentStatus).index(read.document.status), read.document.id


def _document_folders(collection: Path) -> Iterator[Path]:
    return (manifest.parent for manifest in sorted(collection.glob(f"*/{MANIFEST}")))
