"""How likely it is that what was found answers the question.

Passages about the right subject come up for near misses too, so no similarity tells the two apart.
A small neural network judges the question's vector, how it meets the vector of the nearest text
(dimension by dimension), and a few signals of the search: people ask for what a policy text leaves
open (who exactly, how much money, by what date) in ways that can be told from the two together.
It is learnt by `python -m eval.training`.
"""

import math
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt

from assistant.asked import asked_for, states, topic_of
from index import Found
from index.embedder import Vectors

WEIGHTS = Path(__file__).with_name("answerability_weights")
"""One file for each embedding model that something was learnt with."""

_NEAR = 3
_STEEPNESS = 12.0
_EVEN_COSINE = 0.6
"""Where nothing was learnt with an embedder, the best cosine decides; here it is even."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What a search says for and against an answer; all about [0, 1].

    `cosine` is the best hit's, `unit` that of the nearest sentence; `lead` is how far the best hit
    is ahead of the fifth; `coverage` and `unknown` are shares of the question's words; `missing` is
    1 when a number or time is asked and no near hit states one; `overview` is 1 when no fact is
    asked for but what there is about a subject.
    """

    cosine: float
    unit: float
    lead: float
    coverage: float
    unknown: float
    missing: float
    overview: float


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
        hidden = np.maximum(self.inner @ inputs + self.inner_bias, 0)
        total = float(np.mean((hidden * self.outer).sum(axis=1) + self.outer_bias))
        return _chance(total)


def signals(found: Found, question: str) -> Signals:
    """Return the signals of a search that found something."""
    hits = found.hits
    sort = asked_for(question)
    near = hits[:_NEAR]
    return Signals(
        cosine=hits[0].cosine,
        unit=max(hit.units[0].cosine for hit in near),
        lead=hits[0].score - hits[min(4, len(hits) - 1)].score,
        coverage=max(hit.coverage for hit in near),
        unknown=found.unknown,
        missing=float(not any(states(sort, hit.passage.text) for hit in near)),
        overview=float(bool(topic_of(question))),
    )


def inputs(vector: Vectors, nearest: Vectors, seen: Signals) -> Floats:
    """Return what the networks judge, shape (2 x dimension + signals,).

    Args:
        vector: The question's.
        nearest: That of the nearest text.
        seen: The signals of the search.
    """
    return np.concatenate([vector, vector * nearest, np.array(astuple(seen))]).astype(np.float32)


def answerability(found: Found, question: str) -> float:
    """Return the probability that what was found answers the question, in [0, 1]."""
    seen = signals(found, question)
    networks = _networks(found.embedder)
    if networks is None:
        return _chance(_STEEPNESS * (seen.cosine - _EVEN_COSINE))
    return networks(inputs(found.vector, found.nearest, seen))


def weights_of(embedder: str) -> Path:
    """Return the file of what was learnt with an embedder, given by its identity."""
    return WEIGHTS / f"{embedder.split('@')[0]}.npz"


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-total))


@cache
def _networks(embedder: str) -> Networks | None:
    path = weights_of(embedder)
    return Networks.load(path) if path.is_file() else None
