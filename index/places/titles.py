"""The words of a query that may be a heading's own, or only describe a place."""

from collections.abc import Iterator, Sequence
from itertools import islice

from index.places.lexicon import Noun, Small
from index.places.parts import Parts
from index.places.tokens import Token

_STRUCTURE = (Noun.CHAPTER, Noun.THEME, Noun.SECTION, Noun.POINT)
_MANY = 8
"""Phrases looked at; who names a place needs few."""


def title(parts: Parts, *, levels: bool) -> str:
    """Return the slug of what may be a heading's own words, which name blocks and levels too."""
    kept = [
        token
        for token in parts.tokens
        if not token.taken and (levels or token.meaning is not parts.level or parts.level is None)
    ]
    # "Wat is" before a heading without a number may ask something else of it than its place.
    leading = {Small.ASKING, Small.JOINING} | ({Small.QUESTION} if parts.named else set())
    inner = [at for at, t in enumerate(kept) if t.meaning not in {*_STRUCTURE, *leading}]
    if not inner:
        return ""
    words = kept[inner[0] : inner[-1] + 1]
    return "-".join(t.text.lower().replace(" ", "-") for t in words if t.text)


def numbered_headings(parts: Parts) -> Iterator[str]:
    """Yield the heading that a phrase with a number beside it may name: "elfde randvoorwaarde"."""
    numbers = [t for t in parts.tokens if t.form is not None and t.value > 0 and not t.taken]
    phrases = phrases_of(parts)
    if len(numbers) == len(phrases) == 1:
        yield f"{phrases[0]}-{numbers[0].value}"


def phrases_of(parts: Parts) -> tuple[str, ...]:
    """Return the slugs of the phrases between the parts: "mensenhandel", "border-mgmt"."""
    return tuple(islice(dict.fromkeys(_phrases(parts.tokens)), _MANY))


def _phrases(tokens: Sequence[Token]) -> Iterator[str]:
    phrase: list[Token] = []
    for token in [*tokens, Token(text="", gap=";")]:
        ends = token.is_apart or token.names_part
        if ends and (slug := trimmed(phrase)):
            yield slug
        if ends:
            phrase = []
        if not token.names_part:
            phrase.append(token)


def trimmed(tokens: Sequence[Token]) -> str:
    """Return the slug of some tokens from the first that tells something to the last."""
    telling = [at for at, token in enumerate(tokens) if token.is_telling]
    if not telling:
        return ""
    return "-".join(
        token.text.lower().replace(" ", "-")
        for token in tokens[telling[0] : telling[-1] + 1]
        if token.text
    )


def untaken(parts: Parts) -> list[Token]:
    """Return the tokens that name no part of the place."""
    return [token for token in parts.tokens if not token.names_part or token.is_telling]
