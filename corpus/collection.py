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


class Collection:
    """The documents in use of a store; reads the folder of an added one once, for none changes."""

    def __init__(self, store: Path, shipped: Path = SHIPPED) -> None:
        """Take a store.

        Args:
            store: Where added documents are kept; it need not exist.
            shipped: Where the shipped documents are.
        """
        self._store = store
        self._shipped = shipped
        self._added: dict[str, ReadDocument] = {}

    def read(self, catalogue: Catalogue | None = None) -> tuple[ReadDocument, ...]:
        """Read the documents in use, binding ones first.

        Args:
            catalogue: What to read of the store; None for what is in use.

        Raises:
            CorpusError: A document is missing, damaged or not what its manifest describes.
        """
        chosen = read_catalogue(self._store) if catalogue is None else catalogue
        self._added = {
            name: self._added.get(name) or read_folder(self._store / name)
            for name in chosen.folders.values()
        }
        gone = {*chosen.removed, *chosen.folders}
        own = [read_folder(f) for f in _document_folders(self._shipped) if f.name not in gone]
        return collect([*own, *self._added.values()], self._store.name)


def read_collection(store: Path) -> tuple[ReadDocument, ...]:
    """Read the documents in use of a store once, binding ones first.

    Raises:
        CorpusError: A document is missing, damaged or not what its manifest describes.
    """
    return Collection(store).read()


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
    # Who may not read the text that a stand-in makes superfluous still needs the stand-in.
    statuses = {read.document.status for read in documents if read.document.for_everyone}
    needed = [read for read in documents if read.document.stands_in_for not in statuses]
    linked = with_official_versions(sorted(needed, key=_rank))
    return with_dimensions(linked)


def _rank(read: ReadDocument) -> tuple[int, str]:
    """Return where a document stands among others: by what its words are worth, then by id."""
    return list(DocumentStatus).index(read.document.status), read.document.id


def _document_folders(collection: Path) -> Iterator[Path]:
    return (manifest.parent for manifest in sorted(collection.glob(f"*/{MANIFEST}")))
