"""Numbers in words, in the four languages: "de tweede", "3ème", "das dritte", "elf"."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from corpus.vocabulary import slug

_WRITTEN: Mapping[str, Mapping[str, Sequence[str]]] = tomllib.loads(
    (Path(__file__).parent / "numerals.toml").read_text("utf-8")
)
_MOST = 20
_ENDINGS = {1: "ste|re|er|ère|st", 2: "e|de|ème|nd", 3: "e|de|ème|rd"}
_ENDING = "e|de|ste|ème|th"


def _forms(sort: str, number: int) -> list[str]:
    """Return the words for a number, counted from 1."""
    return [form for words in _WRITTEN[sort].values() for form in words[number - 1].split("|")]


def _pattern(number: int) -> str:
    words = "|".join(_forms("ordinals", number))
    return rf"\b(?P<n{number}>{words}|{number}(?:{_ENDINGS.get(number, _ENDING)}))\b"


ORDINAL = re.compile("|".join(_pattern(number) for number in range(1, _MOST + 1)), re.I)
"""An ordinal up to the twentieth."""


def ordinal_in(text: str) -> int | None:
    """Return the number that the first ordinal of a text names, from 1."""
    found = ORDINAL.search(text)
    return number_of(found) if found else None


def number_of(found: re.Match[str]) -> int:
    """Return the number that a match of `ORDINAL` names."""
    return next(n for n in range(1, _MOST + 1) if found[f"n{n}"])


CARDINALS = {slug(word): n for n in range(1, _MOST + 1) for word in _forms("cardinals", n)}
"""The number that a word names, by the word's slug."""

ORDINALS = {slug(word): n for n in range(1, _MOST + 1) for word in _forms("ordinals", n)} | {
    slug(word): -n for n in (1, 2) for word in _forms("from_the_end", n)
}
"""The number that an ordinal names, by its slug; -1 is the last, -2 the one before it."""
