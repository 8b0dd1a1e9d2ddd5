"""One change of the corpus: the store it writes to, and the documents that there are so far."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.changes import Action, Change, Refusal
from assistant.language import LanguageOf
from corpus import CorpusError, NotFoundError, ReadDocument
from corpus.diff import Changed, diff
from corpus.metadata import Described, Metadata, described, known_metadata, metadata_of, side_car
from corpus.readers import extract
from corpus.store import OpenStore

Complete = Callable[[Path, Metadata], Metadata]
"""Fills in what is missing of a file's metadata, by asking a person for instance."""


class Intake:
    """Stages files in an open store, each as a change or a refusal."""

    def __init__(
        self, store: OpenStore, documents: Sequence[ReadDocument], complete: Complete
    ) -> None:
        self.store = store
        self._documents = {read.document.id: read for read in documents}
        self._complete = complete
        self._language_of = LanguageOf()

    def find(self, document: str) -> ReadDocument:
        """Return a document.

        Raises:
            NotFoundError: There is none of this id.
        """
        if document not in self._documents:
            known = ", ".join(self._documents)
            raise NotFoundError(f"There is no document {document!r}.", f"Use one of: {known}.")
        return self._documents[document]

    def add(self, file: Path, said: Metadata, watched: str = "") -> Change | Refusal:
        """Stage a file as a new document.

        Args:
            file: The file.
            said: What whoever adds it says of it.
            watched: Its place in a watched folder, empty where it comes from none.
        """
        try:
            new = self._described(file, said)
            same = self._documents.get(new.document.id)
            if same and same.document.original_sha256 == new.document.original_sha256:
                return change(Action.UNCHANGED, same)
            if same:
                raise CorpusError(
                    f"There is a document {new.document.id} already.",
                    f"Run `planwijzer corpus update {new.document.id} FILE` to replace it, "
                    "or give this one another --id.",
                )
            return change(Action.ADD, self._staged(new, watched))
        except CorpusError as error:
            return _refusal(file, error)

    def update(
        self, document: str, file: Path | None, said: Metadata, watched: str = ""
    ) -> Change | Refusal:
        """Stage another file for a document, or other metadata where `file` is None.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: `file` is None and the document is a shipped one.
        """
        old = self.find(document)
        path = file or self._kept(old)
        try:
            was = metadata_of(old.document)
            now = replace(said.or_else(side_car(path)).or_else(was), id=document)
            if now == was and _is_file_of(old, path):
                return change(Action.UNCHANGED, old)
            new = self._described(path, now)
            if file is None:
                new = _from_where_it_came(new, old)
            read = self._staged(new, watched)
            return change(Action.UPDATE, read, diff(old, read))
        except CorpusError as error:
            return _refusal(path, error)

    def remove(self, document: str) -> Change:
        """Take a document out of the catalogue.

        Raises:
            NotFoundError: There is no such document.
        """
        old = self.find(document)
        shipped = document not in self.store.catalogue.folders
        self.store.catalogue = self.store.catalogue.without(document, shipped=shipped)
        del self._documents[document]
        return change(Action.REMOVE, old)

    def _staged(self, new: Described, watched: str) -> ReadDocument:
        read = self.store.stage(new, watched)
        self._documents[read.document.id] = read
        return read

    def _kept(self, old: ReadDocument) -> Path:
        """Return the file that a document was added from, as the store keeps it."""
        return self.store.own_folder(old) / (old.document.original_file or old.document.source_file)

    def _described(self, file: Path, said: Metadata) -> Described:
        extracted = extract(file)
        known = known_metadata(file, extracted, said, self._language_of)
        return described(file, extracted, self._complete(file, known))


def change(action: Action, read: ReadDocument, differences: tuple[Changed, ...] = ()) -> Change:
    """Return what happens to a document."""
    return Change(
        action=action,
        document=read.document.id,
        title=read.document.title,
        language=read.document.language,
        passages=len(read.passages),
        differences=differences,
    )


def _refusal(file: Path, error: CorpusError) -> Refusal:
    return Refusal(file=file.name, message=error.message, fix=error.fix)


def _is_file_of(read: ReadDocument, file: Path) -> bool:
    """Whether a file is, byte for byte, the one that a document was added from."""
    try:
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        # Reading it as a document says what is the matter.
        return False
    return digest == read.document.original_sha256


def _from_where_it_came(new: Described, old: ReadDocument) -> Described:
    """Return a document read anew from the store's own copy of its file."""
    return replace(new, document=replace(new.document, provenance=old.document.provenance))
