"""The upper layers of an embedding model, changed so that questions meet their answers.

A question seldom looks like its answer: it is short, colloquial, perhaps in another language. The
lower layers and the texts' vectors stay as they are; only the question goes through the upper
layers as changed: low-rank changes of their weights (LoRA; Hu et al., 2022) are learnt from
questions and the passages that answer them, by `python -m eval.training`. What the unchanged layers
would have made of it tells better what a question asks; a linear map, learnt too, tells that from
what the changed ones made and what the question was halfway, at the price of one small product.
"""

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index.embedder import CosineScale, Tokens
from index.packed import rows_of

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import Tensor

_SAMPLE = ("een", "nog een")

TOWERS = Path(__file__).with_name("towers")
"""One file for each embedding model that changes were learnt for."""

Changes = Mapping[str, npt.NDArray[np.float16]]
"""`LAYER.MODULE.A`, (inputs, rank), and `LAYER.MODULE.B`, (rank, outputs), for each linear module
changed; `as_it_was`, (2 x dimension + 1, dimension): what gives back a question's vector as it was
from `QuestionTower.features` and 1; and `scale`, (2,): the cosines that read as 0 and 1."""


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
        from torch import from_numpy

        # Late, as torch itself.
        from index.traced import Features, traced

        # Of the Gemma family; the library says only that attributes are tensors or modules.
        core: Any = model[0].auto_model
        self._model = model
        self._first = min(int(name.split(".")[0]) for name in changes if name.endswith(".A"))
        self._changed = [copy.deepcopy(layer) for layer in core.layers[self._first :]]
        for name in changes:
            if name.endswith(".A"):
                self._change(name.removesuffix(".A"), changes)
        layers = [*core.layers[: self._first], *self._changed]
        self._features = Features(core, layers, self._first, list(model)[1:])
        self._run = traced(self._features, *self._tokens(_SAMPLE))
        self._as_it_was = from_numpy(changes["as_it_was"]).float()
        zero, one = changes["scale"].astype(float).tolist()
        self.scale = CosineScale(zero=zero, one=one)

    def __call__(self, texts: Sequence[str]) -> tuple["Tensor", "Tensor", list[Tokens]]:
        """Return prompted questions' unit vectors as they were and as changed, and their tokens.

        The vectors have shape (texts, dimension). As they were is what `features` tell: about what
        the unchanged layers would have made.
        """
        import torch
        from torch.nn.functional import normalize

        told, tokens = self.features(texts)
        with torch.inference_mode():
            as_it_was = torch.cat((told, torch.ones(len(told), 1)), 1) @ self._as_it_was
        return normalize(as_it_was), told[:, : as_it_was.shape[1]], tokens

    def features(self, texts: Sequence[str]) -> tuple["Tensor", list[Tokens]]:
        """Return what tells how prompted questions were, (texts, 2 x dimension), and their tokens.

        It is the unit vector of each as changed, and the mean of what its tokens were halfway,
        below all changes.
        """
        import torch

        ids, attended = self._tokens(texts)
        with torch.inference_mode():
            made = [self._run(ids[row], attended[row]) for row in rows_of(attended)]
            tokens = torch.cat([tokens for _, tokens in made])
            return torch.cat([told for told, _ in made]), _apart(tokens, attended)

    def halfway(self, texts: Sequence[str]) -> list[Tokens]:
        """Return the tokens of prompted texts, which no change has touched."""
        import torch

        ids, attended = self._tokens(texts)
        with torch.inference_mode():
            tokens = [self._features.halfway(ids[row], attended[row]) for row in rows_of(attended)]
            return _apart(torch.cat(tokens), attended)

    def _tokens(self, texts: Sequence[str]) -> tuple["Tensor", "Tensor"]:
        features = self._model.preprocess(list(texts))
        return features["input_ids"], features["attention_mask"]

    def _change(self, name: str, changes: Changes) -> None:
        import torch

        number, module = name.split(".", 1)
        linear: Any = self._changed[int(number) - self._first].get_submodule(module)
        weight = linear.weight
        down, up = (torch.from_numpy(changes[f"{name}.{side}"]).float() for side in "AB")
        with torch.no_grad():
            weight.copy_((weight.float() + (down @ up).T).to(weight.dtype))


def _apart(tokens: "Tensor", attended: "Tensor") -> list[Tokens]:
    """Return the tokens of each text, of those of all texts one after another."""
    ends = attended.sum(1).cumsum(0)[:-1].tolist()
    return [np.array(one) for one in np.split(tokens.half().numpy(), ends)]
