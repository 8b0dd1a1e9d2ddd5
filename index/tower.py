"""The upper layers of an embedding model once more, changed so that questions meet their answers.

A question seldom looks like its answer: it is short, colloquial, perhaps in another language. The
lower layers and the texts' vectors stay as they are; only the question goes through the upper
layers a second time, with low-rank changes of their weights (LoRA; Hu et al., 2022) learnt from
questions and the passages that answer them, by `python -m eval.training`. What came out of the
unchanged layers is kept beside it, because it tells better what a question asks.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index.embedder import CosineScale
from index.packed import Packed, rows_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor
    from torch.nn import Module

TOWERS = Path(__file__).with_name("towers")
"""One file for each embedding model that changes were learnt for."""

Changes = Mapping[str, npt.NDArray[np.float16]]
"""`LAYER.MODULE.A`, (inputs, rank), and `LAYER.MODULE.B`, (rank, outputs), for each linear module
changed, and `scale`, (2,): the cosines that read as 0 and 1."""


def learnt_changes(embedder: str) -> Changes | None:
    """Return the changes learnt for an embedder, given by its identity; else None."""
    path = tower_of(embedder)
    if not path.is_file():
        return None
    with np.load(path) as saved:
        return dict(saved)


def tower_of(embedder: str) -> Path:
    """Return where the changes for an embedder are kept, given by its identity."""
    return TOWERS / f"{embedder.split('@')[0]}.npz"


class QuestionTower:
    """Embeds questions both ways; not for several threads at once."""

    def __init__(self, model: "SentenceTransformer", changes: Changes) -> None:
        """Copy the layers that change; the model itself is left as it is."""
        self._model = model
        # Of the Gemma family; the library says only that attributes are tensors or modules.
        core: Any = model[0].auto_model
        self._core = core
        self._layers: list[Module] = list(core.layers)
        self._first = min(int(name.split(".")[0]) for name in changes if name != "scale")
        self._changed = [copy.deepcopy(layer) for layer in self._layers[self._first :]]
        for name in changes:
            if name.endswith(".A"):
                self._change(name.removesuffix(".A"), changes)
        zero, one = changes["scale"].astype(float).tolist()
        self.scale = CosineScale(zero=zero, one=one)

    def __call__(self, texts: Sequence[str]) -> tuple["Tensor", "Tensor"]:
        """Return prompted questions' vectors as they are and as changed, (texts, dimension)."""
        import torch

        features = self._model.preprocess(list(texts))
        ids, attended = features["input_ids"], features["attention_mask"]
        with torch.inference_mode():
            rows = [self._row(Packed.of(ids[row], attended[row])) for row in rows_of(attended)]
        as_is, changed = (torch.cat(vectors) for vectors in zip(*rows, strict=True))
        return as_is, changed

    def _row(self, packed: Packed) -> tuple["Tensor", "Tensor"]:
        """Return the vectors of texts in one row, as they are and as changed."""
        with self._listening() as heard:
            as_is = self._core(
                input_ids=packed.ids,
                position_ids=packed.places,
                attention_mask=packed.sight(self._core.config.sliding_window),
                use_cache=False,
            ).last_hidden_state
        states = heard[0][0]
        for layer, (_, others) in zip(self._changed, heard, strict=True):
            states = layer(states, **others)
        return self._vectors(packed, as_is), self._vectors(packed, self._core.norm(states))

    def _vectors(self, packed: Packed, states: "Tensor") -> "Tensor":
        """Return what the modules above the layers make of their states, (texts, dimension)."""
        features = {
            "token_embeddings": packed.apart(states),
            "attention_mask": packed.attended.long(),
        }
        for module in list(self._model)[1:]:
            features = module(features)
        return features["sentence_embedding"]

    def _change(self, name: str, changes: Changes) -> None:
        import torch

        number, module = name.split(".", 1)
        linear: Any = self._changed[int(number) - self._first].get_submodule(module)
        weight = linear.weight
        down, up = (torch.from_numpy(changes[f"{name}.{side}"]).float() for side in "AB")
        with torch.no_grad():
            weight.copy_((weight.float() + (down @ up).T).to(weight.dtype))

    @contextmanager
    def _listening(self) -> Iterator[list[tuple["Tensor", dict[str, Any]]]]:
        """Give what enters each of the upper layers: hidden states, and masks and positions."""
        heard: list[tuple[Tensor, dict[str, Any]]] = []

        def hear(_: "Module", inputs: tuple["Tensor", ...], others: dict[str, Any]) -> None:
            heard.append((inputs[0], others))

        hooks = [
            layer.register_forward_pre_hook(hear, with_kwargs=True)
            for layer in self._layers[self._first :]
        ]
        try:
            yield heard
        finally:
            for hook in hooks:
                hook.remove()
