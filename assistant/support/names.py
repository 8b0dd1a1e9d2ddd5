"""The names and abbreviations of a statement that its quotes do not have.

Compared across languages through the glossary and the names of places: "OCAM" is said by "OCAD",
by "Coördinatieorgaan voor de Dreigingsanalyse" and by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from assistant.support.lexicon import places
from corpus.glossary import glossary

_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]\w*[A-ZÀ-Þ]\w*\b")
_PLURAL = re.compile(r"(?:['’]?s)$")
_WORD_LENGTH = 3
_WITHIN_SENTENCE = re.compile(r"(?<=[\w,;:)] )[A-ZÀ-Þ][a-zà-ÿ][\w-]+")
_BEGINNING = 5
_NOUNS_HAVE_CAPITALS = "de"


def missing_names(statement: str, quotes: Sequence[str]) -> frozenset[str]:
    """Return the short forms and known names of a statement that no quote has in any language."""
    text = " ".join(quotes)
    short = {_PLURAL.sub("", found) for found in _CAPITALS.findall(statement) if _is_short(found)}
    return frozenset(name for name in short if not _said(_forms(name), text)) | frozenset(
        names[0] for names in _known(statement) if not _said(names, text)
    )


def unquoted_capitals(statement: str, own: Sequence[str], language: str) -> frozenset[str]:
    """Return the words with a capital within a statement that quotes of its language have not.

    Terms of the glossary have capitals at will. In German every noun has one, which tells nothing;
    nor does anything when there is no quote of the language.
    """
    if language == _NOUNS_HAVE_CAPITALS or not own:
        return frozenset()
    text = " ".join(own).casefold()
    return frozenset(
        word
        for word in _WITHIN_SENTENCE.findall(statement)
        if word.casefold()[:_BEGINNING] not in text and word.casefold() not in _words_of_terms()
    )


@cache
def _words_of_terms() -> frozenset[str]:
    terms = (term.in_language(code) for term in glossary().terms for code in ("nl", "fr", "en"))
    return frozenset(word for term in terms for word in term.casefold().split())


def _is_short(token: str) -> bool:
    """Whether a token with capitals is a short form, not a compound or a slip of the shift key."""
    return sum(character.isupper() for character in token) * 3 >= len(token)


def _known(text: str) -> Iterator[Sequence[str]]:
    """Yield the places and bodies that a text names, each with all its names."""
    for names in (*places(), *((name,) for name in glossary().names)):
        if _said(names, text):
            yield names


def _said(forms: Iterable[str], text: str) -> bool:
    return any(_finding(form).search(text) for form in forms)


@cache
def _finding(form: str) -> re.Pattern[str]:
    # Case tells "IT" from "it"; longer forms are the same however they are written.
    flags = re.NOFLAG if len(form) < _WORD_LENGTH else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w{{3}})", flags)


@cache
def _forms(short: str) -> Sequence[str]:
    """Return every form, short or full, in any language, of what a short form stands for."""
    found = {short}
    for term in glossary().terms:
        if short.casefold() in {own.casefold() for own in term.abbreviation.values()}:
            found |= {term.nl, term.fr, term.de, term.en, *term.abbreviation.values()}
    return tuple(sorted(found))
