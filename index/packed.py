"""Texts of several lengths through a model as one row, so that nothing is spent on padding.

Each token sees only those of its own text, and counts its place from the beginning of that. All of
it can be traced: what depends on the texts is a tensor or a shape.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from torch import Tensor

MOST_TOKENS = 512
"""Tokens in a row: what a token must not see costs too, and grows with the square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """Some texts in one row.

    `ids` and `places` have shape (1, tokens): the tokens, and each one's place in its text. `text`,
    (tokens,), is the number of the text that each is of. `attended` has the shape of the texts
    when padded, (texts, longest): where there is a token.
    """

    ids: "Tensor"
    places: "Tensor"
    text: "Tensor"
    attended: "Tensor"

    @classmethod
    def of(cls, ids: "Tensor", attended: "Tensor") -> Self:
        """Return padded texts, both of shape (texts, longest), in one row."""
        import torch

        here = attended.bool()
        numbers = torch.arange(here.shape[0]).unsqueeze(1).expand_as(here)
        return cls(
            ids=ids[here].unsqueeze(0),
            places=(here.long().cumsum(1) - 1)[here].unsqueeze(0),
            text=numbers[here],
            attended=here,
        )

    def sight(self, window: int) -> tuple["Tensor", "Tensor"]:
        """Return which token sees which, (1, 1, tokens, tokens): its whole text, and what is near.

        Args:
            window: Tokens that are less than this away are near.
        """
        own = self.text.unsqueeze(1) == self.text.unsqueeze(0)
        away = (self.places[0].unsqueeze(1) - self.places[0].unsqueeze(0)).abs()
        return own[None, None], (own & (away < window))[None, None]

    def apart(self, states: "Tensor") -> "Tensor":
        """Return hidden states of the row, (1, tokens, n), padded: (texts, longest, n)."""
        padded = states.new_zeros(*self.attended.shape, states.shape[-1])
        padded[self.attended] = states[0]
        return padded

    def means(self, states: "Tensor") -> "Tensor":
        """Return the mean of hidden states of the row, (1, tokens, n), by text: (texts, n)."""
        sums = states.new_zeros(self.attended.shape[0], states.shape[-1])
        return sums.index_add_(0, self.text, states[0]) / self.attended.sum(1, keepdim=True)


def rows_of(attended: "Tensor") -> Iterator[slice]:
    """Yield which texts, one after another, go in each row: at least one of them.

    Args:
        attended: Where the padded texts have a token, (texts, longest).
    """
    start = total = 0
    for number, tokens in enumerate(attended.sum(1).tolist()):
        if number > start and total + tokens > MOST_TOKENS:
            yield slice(start, number)
            start, total = number, 0
        total += tokens
    yield slice(start, len(attended))
