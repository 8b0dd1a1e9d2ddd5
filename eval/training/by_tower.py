"""Questions moved by changed upper layers of the model."""

from collections.abc import Sequence

import numpy as np
import torch

from assistant import Asked, Assistant, CosineScale, SentenceTransformersEmbedder
from eval.training.as_it_was import learn_as_it_was
from eval.training.hidden import Halves
from eval.training.material import Flags, Foreign, Ids, Learnt, Vectors
from eval.training.tower import Task, best_of_passages, changes_of, embed, learn_tower

_FOLDS = 2
_ALL_AT_ONCE = 256


def learn_by_tower(
    searched: Assistant,
    embedder: SentenceTransformersEmbedder,
    questions: Sequence[Learnt],
    others: Foreign,
) -> tuple[dict[str, Vectors], list[Asked]]:
    """Return the changes learnt from all questions, and each question moved by others' changes.

    Args:
        searched: What searches the texts.
        embedder: The model that changes.
        questions: The questions; those that are answered are learnt from.
        others: Other texts and questions about them, learnt from beside.
    """
    halves = Halves(embedder.model, embedder.spec.tower_from)
    texts = [one.text for one in questions]
    asked = [*texts, *(text for text, _ in others.questions)]
    prompted = [embedder.prompted(text) for text in asked]
    hidden = halves.lower(prompted)
    units, homes = searched.searcher.places()
    foreign = Task(
        rows=range(len(texts), len(prompted)),
        answers=np.array([number for _, number in others.questions], dtype=np.int64),
        units=embedder.embed_passages([("", text) for text in others.paragraphs]),
        homes=others.numbers,
    )
    answers = _answers(searched, questions)
    answered = np.array([one.answered for one in questions])

    def task(kept: Flags) -> Task:
        rows = np.flatnonzero(kept & answered)
        return Task(rows=rows.tolist(), answers=answers[rows], units=units, homes=homes)

    moved: dict[int, Vectors] = {}
    fold_of = np.arange(len(texts)) % _FOLDS
    for fold in range(_FOLDS):
        layers = learn_tower(halves, hidden, task(fold_of != fold), foreign)
        moved |= embed(halves, layers, hidden, np.flatnonzero(fold_of == fold).tolist())
    all_moved = np.stack([moved[row] for row in range(len(texts))])
    was = embedder.embed_queries(asked)
    as_is = was[: len(texts)]
    scale = _scale(as_is, all_moved, units, homes)
    layers = learn_tower(halves, hidden, task(np.ones(len(texts), np.bool_)), foreign)
    changes = changes_of(halves, layers) | {"scale": np.array([scale.zero, scale.one])}
    changes["as_it_was"] = learn_as_it_was(embedder, changes, asked, was)
    return changes, [
        Asked(as_is=as_is[row : row + 1], moved=all_moved[row : row + 1], scale=scale)
        for row in range(len(texts))
    ]


def _answers(searched: Assistant, questions: Sequence[Learnt]) -> Ids:
    numbers = [searched.searcher.number_of(one.document, one.address) for one in questions]
    return np.array(numbers, dtype=np.int64)


def _scale(as_is: Vectors, moved: Vectors, units: Vectors, homes: Ids) -> CosineScale:
    """Return the scale on which the best cosines of both have the same mean and deviation."""
    before, after = (_best(vectors, units, homes) for vectors in (as_is, moved))
    stretch = after.std() / before.std()
    zero = float(after.mean() - stretch * before.mean())
    return CosineScale(zero=zero, one=zero + float(stretch))


def _best(vectors: Vectors, units: Vectors, homes: Ids) -> Vectors:
    batches = torch.split(torch.from_numpy(vectors), _ALL_AT_ONCE)
    best = [best_of_passages(batch, units, homes).amax(1).numpy() for batch in batches]
    return np.concatenate(best)
