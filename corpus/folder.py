"""A document's folder: its manifest, its text, where its pages start, and what goes with it.

<folder>/manifest.toml, <the text>, pages.json?, <the original file>?, versions/<language>.jsonl?,
questions.jsonl?
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.document import Document, Original, ReadDocument
from corpus.errors import CorpusError
from corpus.extracted import Extracted, PageStart
from corpus.known_questions import with_known_questions
from corpus.manifest import MANIFEST, load_manifest, write_manifest
from corpus.read import read_text
from corpus.versions import with_side_cars

PAGES = "pages.json"
_PAGES = TypeAdapter(list[tuple[int, int]])


def read_folder(folder: Path) -> ReadDocument:
    """Read the document of a folder, with its versions.

    Raises:
        CorpusError: Something in it is missing, damaged or not what the manifest describes.
    """
    document = load_manifest(folder / MANIFEST)
    source = _verified_text(folder / document.source_file, document)
    pages = _pages(folder)
    read = replace(read_text(document, source, pages), original=_original(folder, document, pages))
    return with_known_questions(with_side_cars(read, folder), folder)


def write_folder(folder: Path, document: Document, extracted: Extracted, original: Path) -> None:
    """Write a document's folder, its original file copied where it is not the text itself.

    The manifest is written last: a folder without one is a folder half written.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    (folder / document.source_file).write_bytes(extracted.text.encode())
    if extracted.pages:
        pairs = [(page.offset, page.number) for page in extracted.pages]
        (folder / PAGES).write_bytes(_PAGES.dump_json(pairs))
    if document.original_file:
        (folder / document.original_file).write_bytes(original.read_bytes())
    write_manifest(folder / MANIFEST, document)


def _original(folder: Path, document: Document, pages: Sequence[PageStart]) -> Original | None:
    path = folder / document.original_file
    if not document.original_file or not path.is_file():
        return None
    return Original(path=path, starts=tuple(page.offset for page in pages))


def _pages(folder: Path) -> tuple[PageStart, ...]:
    path = folder / PAGES
    if not path.exists():
        return ()
    try:
        pairs = _PAGES.validate_json(path.read_bytes())
    except ValidationError as error:
        raise CorpusError(
            f"{folder.name}/{PAGES} is damaged.", "Add the document again with `corpus update`."
        ) from error
    return tuple(PageStart(offset=offset, number=number) for offset, number in pairs)


def _verified_text(path: Path, document: Document) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusError(
            f"The text {path.name} of document {document.id} is missing.",
            f"Put {path.name} back beside its {MANIFEST}.",
        ) from error
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise CorpusError(
            f"The text {path.name} is not the one its manifest describes (digest differs).",
            "Restore the original file, or state the new file's sha256 in the manifest.",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"The text {path.name} is not UTF-8.", "Convert it to UTF-8 and update its sha256."
        ) from error
