"""A passage that a search found."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Passage


class Why(StrEnum):
    """What brought a passage up."""

    DENSE = "dense"
    LEXICAL = "lexical"
    ADDRESS = "address"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundUnit:
    """A sentence, list item or whole passage: `text[start:end]`, and its cosine to the query."""

    start: int
    end: int
    cosine: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A found passage: `rank` counts from 1, a higher `score` is better.

    `cosine` is its similarity to the query on the common scale, about [0, 1]: the mean of the
    whole passage's and its best unit's; `units` are its units, nearest first. `asked` and `unasked`
    are the similarities to the nearest known questions about it that it answers, and that it does
    not answer; 0 where there is none.
    """

    passage: Passage
    score: float
    rank: int
    why: frozenset[Why]
    cosine: float
    units: tuple[FoundUnit, ...]
    lexical: float = 0.0
    asked: float = 0.0
    unasked: float = 0.0
