"""The seam for embedding models, and its two implementations' contract."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
"""Shape (n, dimension); rows have length 1, so an inner product is a cosine."""

Scores = npt.NDArray[np.float32]

Tokens = npt.NDArray[np.float16]
"""Shape (tokens, dimension): each token of a text halfway through a model, of deviation 1."""

_Cosines = TypeVar("_Cosines", float, Scores)


@dataclass(frozen=True, slots=True, kw_only=True)
class CosineScale:
    """Where a model's cosines run from and to, so that thresholds hold for every model.

    Some models crowd all cosines into a narrow band. `zero` and `one` are the cosines that read
    as 0 and 1 on the scale of the default model, whose own cosines are taken as they are.
    """

    zero: float = 0.0
    one: float = 1.0

    def read(self, cosines: _Cosines) -> _Cosines:
        """Return one or more cosines of the model on the common scale."""
        return (cosines - self.zero) / (self.one - self.zero)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Questions as the model embeds them, and moved nearer to the texts that answer them.

    Both have shape (questions, dimension); `as_is` may be an estimate of what
    `Embedder.embed_queries` makes of them. `scale` tells how the cosines of `moved` to passages
    read. A model that nothing was learnt for moves nothing. `tokens` are those of each question;
    nothing where the model does not tell.
    """

    as_is: Vectors
    moved: Vectors
    scale: CosineScale
    tokens: tuple[Tokens, ...] = ()


class Embedder(Protocol):
    """Turns text into vectors; a question and its answer come out close together."""

    @property
    def identity(self) -> str:
        """Name and digest of the model; vectors of different identities never mix."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def scale(self) -> CosineScale:
        """How its cosines read on the common scale."""

    @property
    def tells_tokens(self) -> bool:
        """Whether it tells the tokens of texts."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Return one unit vector per question, shape (len(texts), dimension)."""

    def embed_asked(self, texts: Sequence[str]) -> Asked:
        """Return questions as they are searched with, one row per question."""

    def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
        """Return one unit vector per (title, text) pair, shape (len(texts), dimension)."""

    def embed_tokens(self, texts: Sequence[tuple[str, str]]) -> list[Tokens]:
        """Return the tokens of each (title, text) pair, where it tells them."""
