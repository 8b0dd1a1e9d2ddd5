"""Versions of a document's places in other languages, kept in side-car files.

`versions/<language>.jsonl` beside a manifest, one object a line: `address`, `text`, and `of`, the
beginning of the SHA-256 of the original it translates. A line whose original has changed is left
out, so that a translation never stands beside words it does not translate.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.document import ReadDocument, SectionKind, Standing, Version
from corpus.errors import CorpusError

FOLDER = "versions"
LANGUAGES = ("nl", "fr", "de", "en")
_DIGITS = 12


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(min_length=1)
    of: str = Field(pattern=rf"^[0-9a-f]{{{_DIGITS}}}$")
    text: str = Field(min_length=1)


def originals(read: ReadDocument) -> dict[str, str]:
    """Return what can be translated, by address: section titles and passage texts, in order."""
    places = [
        (s.char_start, 0, s.address, s.title)
        for s in read.sections
        if s.kind is not SectionKind.DOCUMENT and s.title
    ] + [(p.char_start, 1, p.address, p.text) for p in read.passages]
    return {address: text for _, _, address, text in sorted(places)}


def original_digest(text: str) -> str:
    """Return what a side-car's `of` states of an original."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def with_side_cars(read: ReadDocument, folder: Path) -> ReadDocument:
    """Return a document with the working translations that its folder holds.

    Raises:
        CorpusError: A side-car is damaged.
    """
    found: list[Version] = []
    texts = originals(read)
    for language, lines in _side_cars(folder):
        fresh = {a: line.text for a, line in lines.items() if _is_fresh(line, texts)}
        found += (
            Version(
                document=read.document.id,
                address=address,
                language=language,
                text=fresh[address],
                standing=Standing.WORKING_TRANSLATION,
            )
            for address in texts
            if address in fresh
        )
    return replace(read, versions=(*read.versions, *found)) if found else read


def append_line(path: Path, address: str, original: str, text: str) -> None:
    """Add a translation at the end of a side-car."""
    line = {"address": address, "of": original_digest(original), "text": text}
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def fresh_lines(path: Path, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the translations of a side-car whose originals are still the same, by address.

    Raises:
        CorpusError: It is damaged.
    """
    lines = _lines(path) if path.is_file() else ()
    return {line.address: line.text for line in lines if _is_fresh(line, texts)}


def write_side_car(
    folder: Path, language: str, translations: Iterable[tuple[str, str]], read: ReadDocument
) -> None:
    """Write (address, text) translations of a document as its side-car of a language."""
    texts = originals(read)
    path = folder / FOLDER / f"{language}.jsonl"
    path.parent.mkdir(exist_ok=True)
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    for address, text in translations:
        append_line(partial, address, texts[address], text)
    partial.replace(path)


def _side_cars(folder: Path) -> Iterator[tuple[str, Mapping[str, _Line]]]:
    for language in LANGUAGES:
        path = folder / FOLDER / f"{language}.jsonl"
        if path.is_file():
            yield language, {line.address: line for line in _lines(path)}


def _lines(path: Path) -> Iterator[_Line]:
    try:
        lines = path.read_text("utf-8").split("\n")
        yield from (_Line.model_validate_json(line) for line in lines if line.strip())
    except (ValidationError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"The translations {path.parent.parent.name}/{FOLDER}/{path.name} are damaged.",
            "Restore the file, or remove it to go without these translations.",
        ) from error


def _is_fresh(line: _Line, texts: Mapping[str, str]) -> bool:
    return line.address in texts and line.of == original_digest(texts[line.address])
