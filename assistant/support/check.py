"""Whether the quotes a statement cites say what it says: deterministic, without a language model.

A contradiction rejects a statement, whatever else speaks for it; what contradicts nothing is judged
by the words and the meaning it shares with its quotes.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.language import LanguageOf
from assistant.support.model import model_for, probability
from assistant.support.signals import Signals, signals
from index.embedder import Embedder

_NOT_LETTERS = re.compile(r"\W+")
_REMEMBERED = 1_024


class Doubt(StrEnum):
    """What speaks against a statement.

    The first group contradicts: a number, name or police level that the quotes have not, a denial
    or an obligation of its own. The second only weighs.
    """

    CITATION = "citation"
    NUMBER = "number"
    NAME = "name"
    AUDIENCE = "audience"
    NEGATION = "negation"
    MODALITY = "modality"

    GENERALISATION = "generalisation"
    MEANING = "meaning"


_OF_STANCE = frozenset((Doubt.AUDIENCE, Doubt.NEGATION, Doubt.MODALITY))


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Whether a statement is supported, how surely (in [0, 1]), and what speaks against it.

    `opposed`: its words and meaning would be enough, but it denies, obliges, allows or names
    another police level. Unlike a number or a name, that is not made good by more text around.
    """

    supported: bool
    score: float
    reasons: tuple[Doubt, ...]
    opposed: bool = False


class SupportCheck:
    """Checks statements against quotes, in any of the four languages."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._language_of = lru_cache(_REMEMBERED)(LanguageOf())

    def check(self, statement: str, quotes: Sequence[str], language: str) -> Support:
        """Return whether quotes support a statement.

        Args:
            statement: What is said, one sentence or a few.
            quotes: What it cites; a quote's version in the language of the statement, where there
                is one, makes the check surer.
            language: The language of the statement (nl, fr, de or en).
        """
        if not any(quote.strip() for quote in quotes):
            return Support(supported=False, score=0.0, reasons=(Doubt.CITATION,))
        if is_literal(statement, quotes):
            return Support(supported=True, score=1.0, reasons=())
        found = self.signals(statement, quotes, language)
        model = model_for(self._embedder.identity)
        score = probability(found, model)
        supported = score >= model.bar
        if contradictions := tuple(_contradictions(found)):
            opposed = supported and _OF_STANCE.issuperset(contradictions)
            return Support(supported=False, score=0.0, reasons=contradictions, opposed=opposed)
        reasons = () if supported else tuple(_weaknesses(found))
        return Support(supported=supported, score=score, reasons=reasons)

    def signals(self, statement: str, quotes: Sequence[str], language: str) -> Signals:
        """Return what the check compares, for those who learn its weights."""
        worded = [(quote, self._language_of(quote)) for quote in quotes if quote.strip()]
        return signals((statement, language), worded, self._embedder)


def is_literal(statement: str, quotes: Sequence[str]) -> bool:
    """Whether a statement is made of its quotes, or a piece of one, and says nothing besides."""
    rest = f" {_letters(statement)} "
    quoted = sorted((f" {_letters(quote)} " for quote in quotes), key=len, reverse=True)
    if not rest.strip():
        return False
    if any(rest in quote for quote in quoted):
        return True
    for quote in filter(str.strip, quoted):
        rest = rest.replace(quote, " ", 1)
    return not rest.strip()


def contradicts_quotes(found: Signals) -> bool:
    """Whether the signals reject a statement without weighing."""
    return any(_contradictions(found))


def _contradictions(found: Signals) -> Iterator[Doubt]:
    if found.numbers:
        yield Doubt.NUMBER
    if found.names:
        yield Doubt.NAME
    if found.audience:
        yield Doubt.AUDIENCE
    if found.stance.denies:
        yield Doubt.NEGATION
    if found.stance.obliges or found.stance.allows:
        yield Doubt.MODALITY


def _weaknesses(found: Signals) -> Iterator[Doubt]:
    if found.stance.affirms:
        yield Doubt.NEGATION
    if found.stance.claims:
        yield Doubt.MODALITY
    if found.stance.generalises:
        yield Doubt.GENERALISATION
    yield Doubt.MEANING


def _letters(text: str) -> str:
    composed = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_LETTERS.sub(" ", composed).strip()
