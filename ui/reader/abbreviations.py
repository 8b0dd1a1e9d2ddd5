"""What the short forms in a text stand for, in the language of the visitor."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant import Kind, ReadDocument, glossary

_CELL = " | "
_DUTCH = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a short form stands for, and the language in which that is said."""

    text: str
    language: str


class Abbreviations:
    """Finds the short forms of a list in running text."""

    def __init__(self, meanings: Mapping[str, Meaning]) -> None:
        self._meanings = dict(meanings)
        # The longest first: "CC GPI" is one short form, not two.
        forms = "|".join(re.escape(f) for f in sorted(self._meanings, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)" if forms else r"(?!)")

    def first_uses(self, text: str) -> Iterator[tuple[int, int, Meaning]]:
        """Yield where each short form stands for the first time, and what it means.

        Once is enough to look it up, and every one is a stop of the Tab key.
        """
        seen: set[str] = set()
        for match in self._pattern.finditer(text):
            form = match.group()
            if form not in seen:
                seen.add(form)
                yield match.start(), match.end(), self._meanings[form]


def abbreviations(read: ReadDocument, text_language: str, language: str) -> Abbreviations:
    """Return the short forms of a document's text, or of its version in another language.

    What the document's own list says goes before the glossary.

    Args:
        read: The document.
        text_language: The language of the text or version they are looked for in.
        language: The language of the visitor.
    """
    return Abbreviations(
        _glossary(read, text_language, language) | _own(read, text_language, language)
    )


def _own(read: ReadDocument, text_language: str, language: str) -> dict[str, Meaning]:
    versions = {(v.address, v.language): v.text for v in read.versions}
    found: dict[str, Meaning] = {}
    for passage in read.passages:
        if passage.kind is not Kind.ABBREVIATION:
            continue
        said = versions.get((passage.address, language))
        form, _, meaning = passage.text.partition(_CELL)
        explained = Meaning(text=meaning, language=read.document.language)
        if said is not None and (own := said.partition(_CELL)[2]):
            explained = Meaning(text=own, language=language)
        in_text = versions.get((passage.address, text_language), passage.text).partition(_CELL)[0]
        # A translation keeps most short forms of the original.
        found |= {short: explained for short in (form, in_text) if short and explained.text}
    return found


def _glossary(read: ReadDocument, text_language: str, language: str) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for term in glossary().terms:
        short = term.abbreviation
        forms = {short[code] for code in (text_language, read.document.language) if code in short}
        if not forms and _DUTCH in short:
            forms = {short[_DUTCH]}
        meaning = Meaning(text=term.in_language(language), language=language)
        found |= dict.fromkeys(forms, meaning)
    return found
