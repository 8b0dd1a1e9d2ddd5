"""A passage that a search found."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Passage
from index.embedder import Vectors


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
    whole passage's and its best unit's; `units` are its units, nearest first. `coverage` is
    the share of the query's words that it has, each word weighed by how rare it is.
    """

    passage: Passage
    score: float
    rank: int
    why: frozenset[Why]
    cosine: float
    units: tuple[FoundUnit, ...]
    coverage: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: hits, best first, and how the query stands to the texts.

    `unknown` is the share of the query's words that no passage has, each word weighed by how rare
    it is. `vector` is the query's and `nearest` that of the best hit's nearest unit, both of shape
    (dimension,), of the model `embedder`; `nearest` is zero where nothing was found.
    """

    hits: tuple[Hit, ...]
    unknown: float
    vector: Vectors
    nearest: Vectors
    embedder: str

    @property
    def nearness(self) -> float:
        """The cosine of the best hit, 0 when nothing was found."""
        return self.hits[0].cosine if self.hits else 0.0
