"""Learning the tower of questions: low-rank changes of a model's upper layers.

Each question should come nearer to the passage that answers it than to all others (InfoNCE; van
den Oord et al., 2018, over the best unit of every passage). A fifth of the questions is about
foreign texts, so that what is learnt holds for documents that were never seen.
"""

import copy
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from rich.progress import track
from torch import Tensor
from torch.nn import Linear, Module, ModuleList, Parameter
from torch.nn.functional import cross_entropy

from eval.training.hidden import Halves, batches
from eval.training.material import Ids, Vectors

_RANK = 16
_STRENGTH = 2.0
_EPOCHS = 2
_BATCH = 48
_STEP = 64
"""Questions at least in each step."""
_RATE = 3e-4
_DECAY = 0.01
_TEMPERATURE = 0.04
_FOREIGN = 0.25
"""Questions about foreign texts for each of the own."""
_ALL_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Questions, by row, and where each one's answer is.

    `answers` has shape (rows,), the number of the passage that answers each; `units` (units,
    dimension) are the vectors of all texts and `homes` (units,) their passages.
    """

    rows: Sequence[int]
    answers: Ids
    units: Vectors
    homes: Ids

    def loss(self, vectors: Tensor, rows: Sequence[int]) -> Tensor:
        """Return the loss of some of the rows, summed."""
        place = {row: number for number, row in enumerate(self.rows)}
        right = torch.tensor([self.answers[place[row]] for row in rows])
        cosines = best_of_passages(vectors, self.units, self.homes)
        return cross_entropy(cosines / _TEMPERATURE, right, reduction="sum")


def best_of_passages(vectors: Tensor, units: Vectors, homes: Ids) -> Tensor:
    """Return the best cosine of each passage, shape (questions, passages)."""
    cosines, places = vectors @ torch.from_numpy(units).T, torch.from_numpy(homes)
    worst = torch.full((len(cosines), int(places.max()) + 1), -1.0)
    return worst.scatter_reduce(1, places.expand(len(cosines), -1), cosines, "amax")


class LowRank(Module):
    """A linear module with a change that is learnt; at first it changes nothing."""

    def __init__(self, linear: Linear) -> None:
        super().__init__()
        self.linear = linear
        inputs, outputs = linear.in_features, linear.out_features
        self.down = Parameter(torch.randn(inputs, _RANK) / math.sqrt(inputs))
        self.up = Parameter(torch.zeros(_RANK, outputs))

    def forward(self, states: Tensor) -> Tensor:
        """Return the changed product."""
        change = (states @ self.down.to(states.dtype)) @ (self.up * _STRENGTH).to(states.dtype)
        return self.linear(states) + change  # type: ignore[no-any-return]


def learn_tower(halves: Halves, hidden: Sequence[Tensor], own: Task, foreign: Task) -> ModuleList:
    """Return the changed upper layers, learnt from the rows of both tasks.

    Args:
        halves: The model.
        hidden: The hidden states of every row, from `halves.lower`.
        own: Questions about the own texts.
        foreign: Questions about other texts; a part of them is learnt from in each epoch.
    """
    torch.manual_seed(0)
    layers = _changeable(halves)
    learnt = [one for one in layers.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(learnt, lr=_RATE, weight_decay=_DECAY)
    steps = list(_steps(hidden, own, foreign))
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, _RATE, total_steps=len(steps), pct_start=0.1
    )
    for step in track(steps, "learning the tower"):
        optimizer.zero_grad()
        count = sum(len(rows) for _, rows in step)
        for task, rows in step:
            vectors = halves.upper(list(layers), torch.stack([hidden[row] for row in rows]))
            (task.loss(vectors, rows) / count).backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimizer.step()
        schedule.step()
    return layers


@torch.no_grad()
def embed(
    halves: Halves, layers: ModuleList, hidden: Sequence[Tensor], rows: Sequence[int]
) -> dict[int, Vectors]:
    """Return the vector of each row, (dimension,), as the changed layers make it."""
    found: dict[int, Vectors] = {}
    for batch in batches(hidden, rows, _ALL_AT_ONCE, np.random.default_rng(0)):
        vectors = halves.upper(list(layers), torch.stack([hidden[row] for row in batch]))
        found |= dict(zip(batch, vectors.numpy(), strict=True))
    return found


def changes_of(halves: Halves, layers: ModuleList) -> dict[str, npt.NDArray[np.float16]]:
    """Return what was learnt, in the form in which it ships."""
    found = {}
    for number, layer in enumerate(layers, start=halves.first):
        for name, module in layer.named_modules():
            if isinstance(module, LowRank):
                down, up = module.down.detach(), module.up.detach() * _STRENGTH
                found[f"{number}.{name}.A"] = down.numpy().astype(np.float16)
                found[f"{number}.{name}.B"] = up.numpy().astype(np.float16)
    return found


def _changeable(halves: Halves) -> ModuleList:
    layers = ModuleList([copy.deepcopy(layer) for layer in halves.layers])
    layers.requires_grad_(False)
    for layer in layers:
        for parent in (layer.get_submodule("self_attn"), layer.get_submodule("mlp")):
            for name, module in list(parent.named_children()):
                if isinstance(module, Linear):
                    setattr(parent, name, LowRank(module))
    return layers


def _steps(
    hidden: Sequence[Tensor], own: Task, foreign: Task
) -> Iterator[list[tuple[Task, list[int]]]]:
    """Yield the batches of each step; a batch holds questions of one length only."""
    chance = np.random.default_rng(0)
    wanted = min(round(len(own.rows) * _FOREIGN), len(foreign.rows))
    step: list[tuple[Task, list[int]]] = []
    for _ in range(_EPOCHS):
        some = chance.choice(np.asarray(foreign.rows), wanted, replace=False).tolist()
        mixed = [(own, rows) for rows in batches(hidden, own.rows, _BATCH, chance)]
        mixed += [(foreign, rows) for rows in batches(hidden, some, _BATCH, chance)]
        for number in chance.permutation(len(mixed)):
            step.append(mixed[number])
            if sum(len(rows) for _, rows in step) >= _STEP:
                yield step
                step = []
