"""Learning the networks that judge answerability."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import Dropout, Linear, ReLU, Sequential
from torch.nn.functional import binary_cross_entropy_with_logits

from assistant import Networks
from eval.training.material import Flags, Vectors

_NETWORKS = 5
_HIDDEN = 128
_EPOCHS = 8
_BATCH = 64
_RATE = 2e-3
_DECAY = 0.01
_DROPPED = 0.3
_TINY = 1e-6


def learn_networks(rows: Vectors, answered: Flags) -> Networks:
    """Return the networks learnt from inputs, (questions, inputs), and what is answered.

    Inputs are scaled to mean 0 and deviation 1 for learning; the scale is then taken into the
    weights, so that the networks judge inputs as they come.
    """
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + _TINY
    scaled = torch.from_numpy((rows - mean) / deviation)
    right = torch.from_numpy(answered.astype(np.float32))
    learnt = [_learn(scaled, right, seed) for seed in range(_NETWORKS)]
    inner = np.stack([inner.weight.detach().numpy() for inner, _ in learnt]) / deviation
    bias = np.stack([inner.bias.detach().numpy() for inner, _ in learnt])
    return Networks(
        inner=inner,
        inner_bias=bias - inner @ mean,
        outer=np.concatenate([outer.weight.detach().numpy() for _, outer in learnt]),
        outer_bias=np.concatenate([outer.bias.detach().numpy() for _, outer in learnt]),
    )


def _learn(rows: Tensor, right: Tensor, seed: int) -> tuple[Linear, Linear]:
    torch.manual_seed(seed)
    inner, outer = Linear(rows.shape[1], _HIDDEN), Linear(_HIDDEN, 1)
    network = Sequential(Dropout(_DROPPED), inner, ReLU(), Dropout(_DROPPED), outer)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = _EPOCHS * -(-len(rows) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps)
    for _ in range(_EPOCHS):
        for batch in torch.split(torch.randperm(len(rows)), _BATCH):
            loss = binary_cross_entropy_with_logits(network(rows[batch])[:, 0], right[batch])
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    return inner, outer
