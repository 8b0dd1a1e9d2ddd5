"""Questions moved by an adapter of their vectors, for models whose layers are left alone."""

from collections.abc import Sequence

import numpy as np

from assistant import Asked, Assistant, QuestionAdapter, QuestionVectors
from eval.training.adapter import learn_adapter
from eval.training.material import Foreign, Learnt, Vectors

_FOLDS = 5


def learn_by_adapter(
    searched: Assistant, vectors: QuestionVectors, questions: Sequence[Learnt], others: Foreign
) -> tuple[QuestionAdapter, list[Asked]]:
    """Return the adapter learnt from all questions, and each question moved by one that was not.

    Args:
        searched: What searches the texts.
        vectors: Embeds questions.
        questions: The questions; those that are answered are learnt from.
        others: Questions about other texts, which are to stay where they are.
    """
    own = vectors([one.text for one in questions])
    stay = vectors([text for text, _ in others.questions])
    moved = np.zeros_like(own)
    for fold in range(_FOLDS):
        learnt = [i for i in range(len(questions)) if i % _FOLDS != fold]
        adapter = _adapter(searched, [questions[i] for i in learnt], own[learnt], stay)
        moved[fold::_FOLDS] = adapter(own[fold::_FOLDS])
    unseen = [
        Asked(as_is=own[i : i + 1], moved=moved[i : i + 1], scale=vectors.scale)
        for i in range(len(questions))
    ]
    return _adapter(searched, questions, own, stay), unseen


def _adapter(
    searched: Assistant, questions: Sequence[Learnt], own: Vectors, stay: Vectors
) -> QuestionAdapter:
    kept = [i for i, one in enumerate(questions) if one.answered]
    numbers = [
        searched.searcher.number_of(questions[i].document, questions[i].address) for i in kept
    ]
    passages = np.array(numbers, dtype=np.int64)
    return learn_adapter(own[kept], passages, *searched.searcher.places(), stay)
