"""Learning the adapter of questions.

Each question should come nearer to the passage that answers it than to all others (InfoNCE; van
den Oord et al., 2018, over the best unit of every passage), while questions about foreign texts
stay where they are, so that documents it has not seen are found as before.
"""

import torch
from torch import Tensor
from torch.nn import Parameter
from torch.nn.functional import cross_entropy, dropout, normalize

from assistant import QuestionAdapter
from eval.training.material import Ids, Vectors

_RANK = 256
_EPOCHS = 10
_BATCH = 128
_RATE = 1e-3
_DECAY = 0.01
_DROPPED = 0.1
_TEMPERATURE = 0.04
_STAY = 3.0
"""How much it costs to move a foreign question, beside the loss of the own ones."""


def learn_adapter(
    questions: Vectors, passages: Ids, units: Vectors, homes: Ids, foreign: Vectors
) -> QuestionAdapter:
    """Return the adapter learnt from questions and the numbers of the passages that answer them.

    Args:
        questions: Shape (questions, dimension).
        passages: Shape (questions,).
        units: The vectors of all units, shape (units, dimension).
        homes: The number of each unit's passage, shape (units,).
        foreign: Questions about other texts, shape (n, dimension).
    """
    torch.manual_seed(0)
    dimension = questions.shape[1]
    down = Parameter(torch.randn(dimension, _RANK) * 0.02)
    up = Parameter(torch.zeros(_RANK, dimension))
    optimizer = torch.optim.AdamW([down, up], lr=_RATE, weight_decay=_DECAY)
    asked, right = torch.from_numpy(questions), torch.from_numpy(passages)
    texts, places, others = map(torch.from_numpy, (units, homes, foreign))
    for _ in range(_EPOCHS):
        for batch in torch.split(torch.randperm(len(asked)), _BATCH):
            moved = asked[batch] + dropout(asked[batch], _DROPPED) @ down @ up
            scores = _best(normalize(moved, dim=1) @ texts.T, places)
            stay = others[torch.randint(len(others), (_BATCH,))] @ down @ up
            loss = cross_entropy(scores / _TEMPERATURE, right[batch])
            loss = loss + _STAY * (stay**2).sum(1).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return QuestionAdapter(down=down.detach().numpy(), up=up.detach().numpy())


def _best(cosines: Tensor, homes: Tensor) -> Tensor:
    """Return the best cosine of each passage, shape (questions, passages)."""
    worst = torch.full((len(cosines), int(homes.max()) + 1), -1.0)
    return worst.scatter_reduce(1, homes.expand(len(cosines), -1), cosines, "amax")
