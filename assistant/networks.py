"""Small neural networks that judge answerability, one file for each embedding model."""

import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

WEIGHTS = Path(__file__).with_name("answerability_weights")
"""One file for each embedding model that something was learnt with."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Networks:
    """Some networks with one hidden layer, whose outputs are averaged.

    `inner` has shape (networks, hidden, inputs), `inner_bias` and `outer` (networks, hidden), and
    `outer_bias` (networks,).
    """

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return the networks that a file holds."""
        with np.load(path) as saved:
            return cls(**{name: saved[name].astype(np.float32) for name in saved.files})

    def save(self, path: Path) -> None:
        """Write the networks to a file."""
        path.parent.mkdir(exist_ok=True)
        np.savez_compressed(
            path,
            inner=self.inner.astype(np.float16),
            inner_bias=self.inner_bias,
            outer=self.outer,
            outer_bias=self.outer_bias,
        )

    def __call__(self, inputs: Floats) -> float:
        """Return the probability for inputs of shape (inputs,)."""
        return chance(self.odds(inputs))

    def odds(self, inputs: Floats) -> float:
        """Return the logarithm of the odds for inputs of shape (inputs,)."""
        hidden = np.maximum(self.inner @ inputs + self.inner_bias, 0)
        return float(np.mean((hidden * self.outer).sum(axis=1) + self.outer_bias))


def chance(odds: float) -> float:
    """Return the probability of which the logarithm of the odds is given."""
    return 1 / (1 + math.exp(-odds))


def weights_of(embedder: str) -> Path:
    """Return the file of what was learnt with an embedder, given by its identity."""
    return WEIGHTS / f"{embedder.split('@')[0]}.npz"


@cache
def networks_of(embedder: str) -> Networks | None:
    """Return the networks that were learnt with an embedder, None where there are none."""
    path = weights_of(embedder)
    return Networks.load(path) if path.is_file() else None
