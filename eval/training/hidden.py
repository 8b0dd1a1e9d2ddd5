"""What questions are halfway through the model: the layers that stay need to run only once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.random import Generator
from rich.progress import track
from sentence_transformers import SentenceTransformer
from torch import Tensor
from torch.nn import Module
from torch.nn.functional import normalize

_BATCH = 32


@dataclass(frozen=True, slots=True)
class Halves:
    """A model cut at a layer: `lower` gives hidden states, `upper` makes vectors of them.

    Only questions of one length go together, so that nothing needs a mask.
    """

    model: SentenceTransformer
    first: int

    @property
    def layers(self) -> Sequence[Module]:
        """The layers from the cut upwards."""
        return list(self._core.layers[self.first :])

    @torch.no_grad()
    def lower(self, prompted: Sequence[str]) -> list[Tensor]:
        """Return the hidden states of each question, shape (its tokens, dimension)."""
        tokenizer: Any = self.model.tokenizer
        ids = [tokenizer(text)["input_ids"] for text in prompted]
        core = self._core
        hidden: dict[int, Tensor] = {}
        of_a_length = list(_of_a_length([len(one) for one in ids], range(len(ids)), _BATCH))
        for rows in track(of_a_length, "reading questions"):
            states = core.embed_tokens(torch.tensor([ids[row] for row in rows]))
            states = self._through(core.layers[: self.first], 0, states)
            hidden |= {row: state.clone() for row, state in zip(rows, states, strict=True)}
        return [hidden[row] for row in range(len(ids))]

    def upper(self, layers: Sequence[Module], hidden: Tensor) -> Tensor:
        """Return unit vectors, (n, dimension), of hidden states, (n, tokens, dimension)."""
        states = self._through(layers, self.first, hidden)
        pooled = self._core.norm(states).mean(dim=1)
        features: dict[str, Any] = {"sentence_embedding": pooled}
        for module in list(self.model)[2:]:
            features = module(features)
        return normalize(features["sentence_embedding"].float(), dim=1)

    @property
    def _core(self) -> Any:
        # The library says of its modules' attributes only that they are tensors or modules.
        return self.model[0].auto_model

    def _through(self, layers: Sequence[Module], first: int, states: Tensor) -> Tensor:
        core = self._core
        positions = torch.arange(states.shape[1]).unsqueeze(0)
        kinds = core.config.layer_types
        turns = {kind: core.rotary_emb(states, positions, kind) for kind in set(kinds)}
        for number, layer in enumerate(layers, start=first):
            states = layer(
                states,
                attention_mask=None,
                position_embeddings=turns[kinds[number]],
                position_ids=positions,
                past_key_values=None,
            )
        return states


def batches(
    hidden: Sequence[Tensor], rows: Sequence[int], size: int, chance: Generator
) -> list[list[int]]:
    """Return the rows in batches of questions of one length, all in a random order."""
    shuffled = chance.permutation(np.asarray(rows)).tolist()
    found = list(_of_a_length([len(state) for state in hidden], shuffled, size))
    return [found[number] for number in chance.permutation(len(found))]


def _of_a_length(lengths: Sequence[int], rows: Sequence[int], size: int) -> Iterator[list[int]]:
    same: dict[int, list[int]] = {}
    for row in rows:
        same.setdefault(lengths[row], []).append(row)
    for found in same.values():
        yield from (found[start : start + size] for start in range(0, len(found), size))
