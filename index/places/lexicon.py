"""The words by which people name places, read from `words.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from rapidfuzz.distance import OSA

from corpus import Audience
from index.heading_words import JOINING
from index.places.place import Block

_FILE = Path(__file__).parent / "words.toml"

_TYPED_FROM = 6
"""Letters from which a noun with one typing mistake is recognised beside a number."""


class Noun(StrEnum):
    """What a noun says that a number is of."""

    CHAPTER = "chapter"
    THEME = "theme"
    SECTION = "section"
    POINT = "point"
    NUMBER = "number"
    GOAL = "goal"
    GOALS = "goals"
    BULLET = "bullet"
    BULLETS = "bullets"
    PARAGRAPH = "paragraph"
    FOOTNOTE = "footnote"
    OTHER = "other"


class Small(StrEnum):
    """A word that names no part of a place itself."""

    ADJECTIVE = "adjectives"
    ASKING = "asking"
    QUESTION = "questions"
    POLICE = "police"
    JOINING = "joining"
    NEGATION = "negations"
    UNIT = "units"


Meaning = Noun | Block | Audience | Small


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words in a row mean, and which words a block's headings have."""

    names: Mapping[tuple[str, ...], Meaning]
    longest: int
    headings: Mapping[Block, tuple[str, ...]]

    def longest_at(self, words: Sequence[str], start: int) -> tuple[Meaning, int] | None:
        """Return what the longest name that begins at a word means, and its number of words."""
        for length in range(min(self.longest, len(words) - start), 0, -1):
            meaning = self.names.get(tuple(words[start : start + length]))
            if meaning is not None:
                return meaning, length
        return None

    def mistyped(self, word: str) -> Noun | None:
        """Return the noun that a word is with one typing mistake, if any."""
        if len(word) < _TYPED_FROM:
            return None
        for name, meaning in self.names.items():
            if (
                isinstance(meaning, Noun)
                and meaning is not Noun.OTHER
                and len(name[0]) >= _TYPED_FROM
                and len(name) == 1
                and OSA.distance(word, name[0], score_cutoff=1) <= 1
            ):
                return meaning
        return None


@cache
def lexicon() -> Lexicon:
    """Return the words as the file gives them; what is named first goes before what joins."""
    written = tomllib.loads(_FILE.read_text("utf-8"))
    names: dict[tuple[str, ...], Meaning] = {(word,): Small.JOINING for word in JOINING}
    for small in Small:
        names |= dict.fromkeys(_names(written[small.value]), small)
    for kind, meanings in (("levels", _levels()), ("blocks", tuple(Block)), ("nouns", tuple(Noun))):
        for meaning in meanings:
            names |= dict.fromkeys(_names(written[kind].get(meaning.value, {})), meaning)
    return Lexicon(
        names=names,
        longest=max(map(len, names)),
        headings={
            Block(block): tuple("-".join(name) for name in _names(languages))
            for block, languages in ((b, {"": n}) for b, n in written["headings"].items())
        },
    )


def _levels() -> tuple[Audience, ...]:
    return (Audience.FEDERAL, Audience.LOCAL)


def _names(languages: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    for names in languages.values():
        yield from (tuple(name.split()) for name in names)
