"""The page that lists where a document uses a term."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from assistant import Evidence, Library, ReadDocument, Version
from ui.links import plan_url
from ui.reader.frame import TEMPLATES, frame
from ui.reader.view import View

MAX_TERM_CHARACTERS = 200
_ROOT = "../../"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A sentence that has the term: where it stands, its words, and what they say elsewhere."""

    label: str
    href: str
    text: Markup
    version: Version | None


def occurrences_page(
    read: ReadDocument, term: str, found: Sequence[Evidence], library: Library, language: str
) -> str:
    """Return the page: each place with its sentence, which opens in the document."""
    return TEMPLATES.get_template("occurrences.html.j2").render(
        **frame(View(language=language), _ROOT),
        document=read.document,
        term=term,
        maximum=MAX_TERM_CHARACTERS,
        occurrences=list(_occurrences(term, found, library, language)),
    )


def _occurrences(
    term: str, found: Sequence[Evidence], library: Library, language: str
) -> Iterator[Occurrence]:
    for piece in found:
        passage = piece.passage
        for start, end in piece.ranges:
            where = library.source_range(passage, start, end)
            url = plan_url("", passage.document, passage.address, *where)
            yield Occurrence(
                label=library.place(passage, language),
                href=f"{_ROOT}{url.removeprefix('/')}",
                text=_with_marks(passage.text[start:end], term),
                version=library.version(passage, language, start, end),
            )


def _with_marks(text: str, term: str) -> Markup:
    """Return a text in which the words that begin as those of the term are marked."""
    stems = [word.group().casefold() for word in _WORD.finditer(term)]
    parts: list[Markup] = []
    last = 0
    for word in _WORD.finditer(text):
        if any(word.group().casefold().startswith(stem) for stem in stems):
            parts += [
                escape(text[last : word.start()]),
                Markup("<mark>{}</mark>").format(word.group()),
            ]
            last = word.end()
    return Markup("").join((*parts, escape(text[last:])))
