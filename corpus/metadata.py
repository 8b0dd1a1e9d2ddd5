"""What a new document is: said by whoever adds it, by a side-car file, or by the document."""

import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from corpus.document import Document, DocumentStatus
from corpus.errors import CorpusError
from corpus.extracted import Extracted
from corpus.manifest import GroupName
from corpus.vocabulary import slug

_MAX_SHORT_TITLE = 60
_MAX_ID = 60
_TITLE_WORDS = 20
_READ_FOR_LANGUAGE = 5_000
_ENOUGH_WORDS = 20
_TEXT_FILES = (".md", ".markdown", ".txt")


@checked_dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid"))
class Metadata:
    """What is said of a document; what is not said is empty.

    `date` is ISO 8601; `translation_of` is the id of the document it officially translates;
    `groups` are those who may read it, `("everyone",)` to say that everybody may.
    """

    id: str = ""
    title: str = ""
    short_title: str = ""
    edition: str = ""
    publisher: str = ""
    status: DocumentStatus | None = None
    language: str = ""
    date: str = ""
    translation_of: str = ""
    groups: tuple[GroupName, ...] = ()

    def or_else(self, other: "Metadata") -> "Metadata":
        """Return this metadata, its gaps filled from another."""
        filled = {f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)}
        return Metadata(**filled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A file's text and what it is, before it has a place in a corpus."""

    document: Document
    extracted: Extracted
    original: Path


def side_car(path: Path) -> Metadata:
    """Return what `<file>.toml` beside a file says of it; nothing when it is not there.

    Raises:
        CorpusError: It is not TOML, or a field is unknown or off.
    """
    beside = path.with_name(path.name + ".toml")
    if not beside.is_file():
        return Metadata()
    try:
        return TypeAdapter(Metadata).validate_python(tomllib.loads(beside.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{beside.name} is not valid TOML.", "Correct the file.") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        known = ", ".join(f.name for f in fields(Metadata))
        raise CorpusError(
            f"{beside.name} is off ({problems}).", f"Correct it; it may state: {known}."
        ) from error


def known_metadata(
    path: Path, extracted: Extracted, said: Metadata, language_of: Callable[[str], str]
) -> Metadata:
    """Return all that is known of a file: what was said, its side-car, what it says itself.

    Args:
        path: The file.
        extracted: Its text.
        said: What whoever adds it says; it goes first.
        language_of: Tells the language of a text.
    """
    known = said.or_else(side_car(path))
    return known.or_else(
        Metadata(
            title=extracted.title or _first_words(extracted.text) or path.stem,
            language=_language(extracted, language_of),
            date=extracted.date,
        )
    )


def described(path: Path, extracted: Extracted, metadata: Metadata) -> Described:
    """Return a file's document; its id is made of title and edition where none was given.

    Raises:
        CorpusError: A field is not what a manifest may hold.
    """
    content = path.read_bytes()
    text = extracted.text.encode()
    same = content == text
    suffix = path.suffix.lower()
    document = Document(
        id=metadata.id or document_id(metadata),
        title=metadata.title,
        short_title=metadata.short_title or _short(metadata.title),
        edition=metadata.edition,
        language=metadata.language,
        publishers=(metadata.publisher,) if metadata.publisher else (),
        status=metadata.status or DocumentStatus.OTHER,
        dates=(metadata.date,) if metadata.date else (),
        provenance=f"Added from the file {path.name}.",
        source_file="text.md" if suffix not in _TEXT_FILES else f"text{suffix}",
        sha256=hashlib.sha256(text).hexdigest(),
        original_file="" if same else f"original{suffix}",
        original_sha256=hashlib.sha256(content).hexdigest(),
        translation_of=metadata.translation_of,
        groups=metadata.groups,
    )
    return Described(document=document, extracted=extracted, original=path)


def metadata_of(document: Document) -> Metadata:
    """Return what is said of a document that is in the corpus."""
    return Metadata(
        id=document.id,
        title=document.title,
        short_title=document.short_title,
        edition=document.edition,
        publisher=document.publishers[0] if document.publishers else "",
        status=document.status,
        language=document.language,
        date=document.dates[0] if document.dates else "",
        translation_of=document.translation_of,
        groups=document.groups,
    )


def document_id(metadata: Metadata) -> str:
    """Return the id that a document gets by its title and edition."""
    title, edition = slug(metadata.title), slug(metadata.edition)
    name = title if edition in title else f"{title}-{edition}"
    return name[:_MAX_ID].strip("-") or "document"


def _language(extracted: Extracted, language_of: Callable[[str], str]) -> str:
    """Return the language of a text; what its file declares counts where there is little text.

    Programs declare the language of their template or of their own menus.
    """
    start = extracted.text[:_READ_FOR_LANGUAGE]
    if extracted.language and len(start.split()) < _ENOUGH_WORDS:
        return extracted.language
    return language_of(start)


def _first_words(text: str) -> str:
    first = next((line for line in text.split("\n") if line.strip()), "").lstrip("# ").strip()
    return first if 0 < len(first.split()) <= _TITLE_WORDS else ""


def _short(title: str) -> str:
    if len(title) <= _MAX_SHORT_TITLE:
        return title
    return title[:_MAX_SHORT_TITLE].rsplit(" ", 1)[0] + " …"
