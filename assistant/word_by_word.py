"""A small network that reads a question and the passage that was found word by word.

A vector says what a text is about, not whether it says who, when or how much. Here each token of
the question, as the embedding model leaves it halfway, looks at all tokens of the passage and at
the other tokens of the question (attention; Vaswani et al., 2017), twice; what the tokens then hold
together says whether the passage answers. Both texts went through the model apart, the passage when
it was indexed, so that only this little is calculated for each pair, as in late interaction (Humeau
et al., 2020; MacAvaney et al., 2020). It is learnt by `python -m eval.training.word_by_word`.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

import numpy as np

from assistant.networks import Floats
from index import MOST_OF_PASSAGE, BothTokens
from index.embedder import Tokens

WORD_BY_WORD = Path(__file__).with_name("word_by_word_weights")
"""One file for each embedding model that it was learnt with."""

MOST_OF_QUESTION = 48
"""Tokens of a question that are read, from its beginning."""
HEADS = 4
_EPSILON = 1e-5


class WordByWord:
    """Reads pairs; made of weights by name, as `eval.training.word_by_word` names its modules."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = weights
        self._blocks = range(sum(name.endswith("feed.0.weight") for name in weights))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Return the network that a file holds."""
        with np.load(path) as saved:
            return cls({name: saved[name].astype(np.float32) for name in saved.files})

    def odds(self, tokens: BothTokens) -> float:
        """Return the logarithm of the odds that the passage answers the question."""
        asked = self._in("question", tokens.question[:MOST_OF_QUESTION])
        said = self._in("passage", tokens.passage[:MOST_OF_PASSAGE])
        for number in self._blocks:
            across, within, feed = (
                f"blocks.{number}.{part}" for part in ("across", "within", "feed")
            )
            asked = asked + self._attend(across, self._norm(across, asked), said)
            own = self._norm(within, asked)
            asked = asked + self._attend(within, own, own)
            asked = asked + self._feed(feed, self._norm(feed, asked))
        shares = _softmax(self._linear("share", asked)[:, 0])
        return float(self._linear("out", self._norm("out", shares @ asked))[0])

    def _in(self, side: str, tokens: Tokens) -> Floats:
        return self._norm(side, self._linear(side, tokens.astype(np.float32)))

    def _attend(self, name: str, asking: Floats, told: Floats) -> Floats:
        """Return what each of some tokens takes from others, shape of the first."""
        parts = np.split(self._weights[f"{name}.in_proj_weight"], 3)
        biases = np.split(self._weights[f"{name}.in_proj_bias"], 3)
        query, key, value = (
            np.stack(np.split(text @ part.T + bias, HEADS, axis=1))
            for text, part, bias in zip((asking, told, told), parts, biases, strict=True)
        )
        near = query @ key.transpose(0, 2, 1) / np.sqrt(key.shape[2])
        return self._linear(f"{name}.out_proj", np.concatenate(_softmax(near) @ value, axis=1))

    def _feed(self, name: str, tokens: Floats) -> Floats:
        return self._linear(f"{name}.3", _gelu(self._linear(f"{name}.0", tokens)))

    def _linear(self, name: str, tokens: Floats) -> Floats:
        made: Floats = tokens @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made

    def _norm(self, name: str, tokens: Floats) -> Floats:
        """Return tokens of mean 0 and deviation 1 (layer normalisation; Ba et al., 2016)."""
        centred = tokens - tokens.mean(axis=-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _EPSILON)
        made: Floats = scaled * self._weights[f"{name}_norm.weight"]
        return made + self._weights[f"{name}_norm.bias"]


def _softmax(values: Floats) -> Floats:
    raised = np.exp(values - values.max(axis=-1, keepdims=True))
    made: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return made


def _gelu(values: Floats) -> Floats:
    """The approximation with tanh (Hendrycks & Gimpel, 2016)."""
    made: Floats = (
        0.5 * values * (1 + np.tanh(np.sqrt(2 / np.pi) * (values + 0.044715 * values**3)))
    )
    return made


def word_by_word_file(embedder: str) -> Path:
    """Return the file of what was learnt with an embedder, given by its identity."""
    return WORD_BY_WORD / f"{embedder.split('@')[0]}.npz"


@cache
def word_by_word_of(embedder: str) -> WordByWord | None:
    """Return the network that was learnt with an embedder, None where there is none."""
    path = word_by_word_file(embedder)
    return WordByWord.load(path) if path.is_file() else None
