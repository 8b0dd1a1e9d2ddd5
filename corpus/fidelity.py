"""Whether a working translation kept what must not change: numbers, names, abbreviations, lines.

Deterministic, and blind to style: it finds a lost number or a dropped institution, not a clumsy
sentence. Terms of the glossary are looked for by the beginnings of their words, so that inflected
forms count.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import ReadDocument
from corpus.glossary import Glossary, glossary
from corpus.versions import originals

_THOUSANDS = re.compile(r"(?<=\d)[ .,\u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_NUMBER = re.compile(r"\d+")
_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+")
_ABBREVIATION = re.compile(r"(?<!\w)[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_SHORT_FORM = 10
_ENDING = 3
_STEM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Infidelity:
    """Something of an original that its translation lost, or has too much of.

    `what` is number, footnote, abbreviation, name, term, lines or missing.
    """

    address: str
    language: str
    what: str
    detail: str


def infidelities(
    read: ReadDocument, language: str, terms: Glossary | None = None
) -> tuple[Infidelity, ...]:
    """Return what the versions of a document in a language lost of their originals.

    Args:
        read: The document with its versions.
        language: The language of the versions to look at.
        terms: The glossary they follow; None for the shipped one.
    """
    versions = {v.address: v.text for v in read.versions if v.language == language}
    found: list[Infidelity] = []
    for address, original in originals(read).items():
        if address not in versions:
            lost = [("missing", original[:60])]
        else:
            spoken = read.document.language
            lost = list(lost_in(original, versions[address], spoken, language, terms))
        found += (
            Infidelity(address=address, language=language, what=what, detail=detail)
            for what, detail in lost
        )
    return tuple(found)


def lost_in(
    original: str, version: str, source: str, target: str, terms: Glossary | None = None
) -> Iterator[tuple[str, str]]:
    """Yield what a text in the language `target` lost of its original in `source`, and the detail.

    Takes the shipped glossary where `terms` is None.
    """
    terms = terms or glossary()
    if original.count("\n") != version.count("\n"):
        yield "lines", f"{original.count(chr(10)) + 1} became {version.count(chr(10)) + 1}"
    for what, of in (("number", _numbers), ("footnote", _notes)):
        before, after = of(original), of(version)
        yield from ((what, f"{value} is lost") for value in before - after)
        yield from ((what, f"{value} is new") for value in after - before)
    folded = version.casefold()
    forms = terms.short_forms(source, target)
    for short in sorted(filter(_is_short_form, set(_ABBREVIATION.findall(original)))):
        allowed = forms.get(short.casefold(), frozenset({short.casefold()}))
        if not any(form in folded for form in allowed):
            yield "abbreviation", short
    for name in terms.names:
        if name in original and name.casefold() not in folded:
            yield "name", name
    stems = {word.casefold() for word in _WORD.findall(version)}
    for term in terms.terms:
        said, wanted = term.in_language(source), term.in_language(target)
        if _says(original, said) and not _has(stems, wanted):
            yield "term", f"{said}: {wanted}"


def _is_short_form(token: str) -> bool:
    """Whether a token with capitals is an abbreviation, not a title or a slip of the shift key."""
    capitals = sum(character.isupper() for character in token)
    return len(token) <= _LONGEST_SHORT_FORM and capitals * 3 >= len(token)


def _numbers(text: str) -> "Counter[str]":
    plain = _DECIMAL.sub("", _THOUSANDS.sub("", text))
    return Counter(_NUMBER.findall(_NOTE.sub("", plain)))


def _notes(text: str) -> "Counter[str]":
    return Counter(_NOTE.findall(text))


def _says(text: str, term: str) -> bool:
    return re.search(rf"\b{re.escape(term)}\b", text, re.IGNORECASE) is not None


def _has(words: set[str], term: str) -> bool:
    """Whether the words of a term are there, in any inflection or as part of a compound."""
    return all(
        any(_stem(wanted) in word for word in words)
        for wanted in (word.casefold() for word in _WORD.findall(term))
    )


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _ENDING)]
