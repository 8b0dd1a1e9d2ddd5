"""A store: the folder where an organisation's own documents are kept.

A document is staged in a folder that nothing names yet; it is in the corpus from the moment the
catalogue names that folder. Whatever is killed in between leaves a folder that the next change
sweeps away.
"""

import errno
import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock

from corpus.catalogue import Catalogue, read_catalogue, sweep, unnamed, write_catalogue
from corpus.document import ReadDocument
from corpus.drafts import Drafts
from corpus.errors import CorpusError
from corpus.folder import read_folder, write_folder
from corpus.metadata import Described
from corpus.versions import FOLDER, write_side_car


@dataclass(slots=True, kw_only=True)
class OpenStore:
    """A store that one process changes.

    `catalogue` is what it will say; `abandoned` are documents that a killed change had staged.
    """

    folder: Path
    catalogue: Catalogue
    abandoned: Sequence[ReadDocument] = ()
    _finished: list[Drafts] = field(default_factory=list)

    def stage(self, described: Described, watched: str = "") -> ReadDocument:
        """Write a document aside and let the catalogue name it.

        Args:
            described: The document.
            watched: Its file in a watched folder, empty where it comes from none.

        Raises:
            CorpusError: Nothing can be read in it, or its metadata is off.
        """
        name = f"{described.document.id}@{uuid.uuid4().hex[:12]}"
        folder = self.folder / name
        folder.mkdir()
        write_folder(folder, described.document, described.extracted, described.original)
        self._carry_over(described.document.id, folder)
        read = read_folder(folder)
        if not read.passages:
            raise CorpusError(
                f"{described.original.name} holds no text that can be cited.",
                "Check that the file is the one you meant.",
            )
        self.catalogue = self.catalogue.with_document(described.document.id, name, watched)
        return read

    def own_folder(self, read: ReadDocument) -> Path:
        """Return the folder of an added document.

        Raises:
            CorpusError: It is a shipped document.
        """
        if read.document.id not in self.catalogue.folders:
            raise CorpusError(
                f"The document {read.document.id} is a shipped one.",
                "Name a file that is to take its place, or a document that was added.",
            )
        return self.folder / self.catalogue.folders[read.document.id]

    def with_side_car(self, read: ReadDocument, drafts: Drafts) -> ReadDocument:
        """Stage a document again with drafts as its side-car; the folder in use stays as it is.

        Raises:
            CorpusError: It is a shipped document.
        """
        renewed = f"{read.document.id}@{uuid.uuid4().hex[:12]}"
        shutil.copytree(self.own_folder(read), self.folder / renewed)
        write_side_car(self.folder / renewed, drafts.language, drafts.all(), read)
        watched = self.catalogue.watched.get(read.document.id, "")
        self.catalogue = self.catalogue.with_document(read.document.id, renewed, watched)
        self._finished.append(drafts)
        return read_folder(self.folder / renewed)

    def commit(self) -> None:
        """Put the catalogue in use and remove what it no longer names."""
        write_catalogue(self.folder, self.catalogue)
        sweep(self.folder, self.catalogue)
        for drafts in self._finished:
            drafts.remove()

    def _carry_over(self, document: str, folder: Path) -> None:
        """Keep the translations of an earlier text; lines that went stale are not read."""
        earlier = self.folder / self.catalogue.folders.get(document, "") / FOLDER
        if document in self.catalogue.folders and earlier.is_dir():
            shutil.copytree(earlier, folder / FOLDER)


@contextmanager
def opened(folder: Path) -> Iterator[OpenStore]:
    """Give a store to change; one process at a time. What is not committed leaves no trace.

    Raises:
        CorpusError: The catalogue is damaged, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            catalogue = read_catalogue(folder)
            abandoned = tuple(_abandoned(folder, catalogue))
            try:
                yield OpenStore(folder=folder, catalogue=catalogue, abandoned=abandoned)
            finally:
                sweep(folder, read_catalogue(folder))
    except OSError as error:
        raise _cannot_write(error) from error


def _abandoned(folder: Path, catalogue: Catalogue) -> Iterator[ReadDocument]:
    for left in unnamed(folder, catalogue):
        # Where it cannot be read, the change was killed before anything came of it.
        with suppress(CorpusError):
            yield read_folder(left)


def _cannot_write(error: OSError) -> CorpusError:
    if error.errno == errno.ENOSPC:
        return CorpusError(
            "The disk is full; the corpus was left as it was.",
            "Free some space and run the command again.",
        )
    return CorpusError(
        f"The corpus folder cannot be written ({type(error).__name__}).",
        "Check that it exists and may be written to.",
    )
