"""A passage that a search found."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Passage
from index.embedder import Tokens, Vectors


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
class BothTokens:
    """The tokens of a question and of the best hit, each of shape (its tokens, dimension)."""

    question: Tokens
    passage: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReading:
    """How one of the things that a query may mean stands to the best hit.

    `vector` is its own and `nearest` that of the hit's unit nearest to it, both of shape
    (dimension,). `cosine` is theirs, `best` the highest of any unit; `asked` is that of the nearest
    known question about the hit, `best_asked` of any. All are on the common scale.
    """

    text: str
    vector: Vectors
    nearest: Vectors
    cosine: float
    best: float
    asked: float
    best_asked: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: hits, best first, and how the query stands to the texts.

    `unknown` is the share of the query's words that no passage has, each word weighed by how rare
    it is. `vector` is the query's and `nearest` that of the best hit's nearest unit, both of shape
    (dimension,), of the model `embedder`; `nearest` is zero where nothing was found. `tokens` are
    of both too, where the model tells them and the query means one thing. `readings` are those of a
    query that may mean several things, its text first; `is_quoted` and `is_of_theme` tell whether
    the answer before quoted the best hit, or is of its theme.
    """

    hits: tuple[Hit, ...]
    unknown: float
    vector: Vectors
    nearest: Vectors
    embedder: str
    tokens: BothTokens | None = None
    readings: tuple[FoundReading, ...] = ()
    is_quoted: bool = False
    is_of_theme: bool = False
