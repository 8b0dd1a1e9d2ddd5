"""What a model of the Gemma family makes of questions, as one function without Python's lock.

A model that Python runs step by step asks for that lock a thousand times a question, and each time
waits for whichever thread has it: beside one busy thread it took seventy times as long.
"""

import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor
from torch.nn import Module, ModuleList
from torch.nn.functional import normalize, rms_norm
from transformers.utils import logging

from index.packed import Packed

Run = Callable[[Tensor, Tensor], tuple[Tensor, Tensor]]
"""Of padded texts' tokens and where there are any, both (texts, longest), makes what `Features`
makes."""


class Features(Module):
    """A model, some of whose layers are others."""

    def __init__(
        self, core: Any, layers: Sequence[Module], halfway: int, above: Sequence[Module]
    ) -> None:
        """Wire the parts.

        Args:
            core: The model below its pooling.
            layers: All layers, which take the place of its own.
            halfway: The number of the layer below which a text is halfway.
            above: What makes a vector of the states.
        """
        super().__init__()
        self.core, self.layers, self.above = core, ModuleList(layers), ModuleList(above)
        self._halfway = halfway

    def forward(self, ids: Tensor, attended: Tensor) -> tuple[Tensor, Tensor]:
        """Return each text's unit vector beside the mean of its tokens halfway, and the tokens.

        The shapes are (texts, 2 x dimension) and (all tokens, dimension).
        """
        packed = Packed.of(ids, attended)
        below = self._through(range(self._halfway), self.core.embed_tokens(packed.ids), packed)
        above = self._through(range(self._halfway, len(self.layers)), below, packed)
        tokens = _of_deviation_1(below)
        features: dict[str, Tensor] = {
            "token_embeddings": packed.apart(self.core.norm(above)),
            "attention_mask": attended,
        }
        for module in self.above:
            features = module(features)
        vectors = normalize(features["sentence_embedding"].float())
        return torch.cat((vectors, packed.means(tokens)), 1), tokens[0]

    def halfway(self, ids: Tensor, attended: Tensor) -> Tensor:
        """Return the texts' tokens halfway, (all tokens, dimension); runs no layer above."""
        packed = Packed.of(ids, attended)
        states = self._through(range(self._halfway), self.core.embed_tokens(packed.ids), packed)
        return _of_deviation_1(states)[0]

    def _through(self, numbers: range, states: Tensor, packed: Packed) -> Tensor:
        """Return what some of the layers make of states, (1, tokens, dimension)."""
        core = self.core
        whole, near = packed.sight(core.config.sliding_window)
        kinds = core.config.layer_types
        turns = {kind: core.rotary_emb(states, packed.places, kind) for kind in sorted(set(kinds))}
        for number in numbers:
            states = self.layers[number](
                states,
                attention_mask=near if kinds[number] == "sliding_attention" else whole,
                position_embeddings=turns[kinds[number]],
                position_ids=packed.places,
                past_key_values=None,
            )
        return states


def _of_deviation_1(states: Tensor) -> Tensor:
    return rms_norm(states.float(), (states.shape[-1],))


def traced(features: Features, ids: Tensor, attended: Tensor) -> Run:
    """Return what makes features of any texts, learnt from what is done to some."""
    with torch.inference_mode(), warnings.catch_warnings(), _silent_transformers():
        # Of values that the trace keeps: they are the model's, not the sample's; and of its age.
        warnings.simplefilter("ignore")
        run: Run = torch.jit.trace(features.eval(), (ids, attended), check_trace=False)  # type: ignore[no-untyped-call]
    return run


@contextmanager
def _silent_transformers() -> Iterator[None]:
    """Let the library say nothing of attributes that the trace looks at and nobody uses."""
    verbosity = logging.get_verbosity()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)
