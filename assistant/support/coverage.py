"""How many of a statement's content words its quotes have, in one language."""

import re
from collections.abc import Sequence
from functools import cache

import Stemmer
from bm25s import stopwords

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEMMERS = {"nl": "dutch", "fr": "french", "de": "german", "en": "english"}
_FUNCTION_WORDS = {
    "nl": stopwords.STOPWORDS_DUTCH,
    "fr": stopwords.STOPWORDS_FRENCH,
    "de": stopwords.STOPWORDS_GERMAN,
    "en": stopwords.STOPWORDS_EN_PLUS,
}
_PART = 5
"""Letters from which a stem is recognised inside a compound."""


def content_words(text: str, language: str) -> tuple[str, ...]:
    """Return the distinct words of a text that carry its content, lower case, in order."""
    words = dict.fromkeys(_WORD.findall(text.lower()))
    return tuple(word for word in words if word not in _FUNCTION_WORDS[language])


def coverage(statement: str, quotes: Sequence[str], language: str) -> float:
    """Return the share of a statement's content stems that quotes of its language have.

    A stem also counts inside a compound ("krediet" in "personeelskrediet") or around one. 1.0
    when there are no content words.
    """
    stated = _stems(statement, language)
    quoted = frozenset(stem for quote in quotes for stem in _stems(quote, language))
    covered = sum(stem in quoted or _inside(stem, quoted) for stem in stated)
    return covered / len(stated) if stated else 1.0


def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(_stemmer(language).stemWords(list(content_words(text, language))))


def _inside(stem: str, quoted: frozenset[str]) -> bool:
    return any(
        (len(stem) >= _PART and stem in other) or (len(other) >= _PART and other in stem)
        for other in quoted
    )


@cache
def _stemmer(language: str) -> "Stemmer.Stemmer":
    return Stemmer.Stemmer(_STEMMERS[language])
