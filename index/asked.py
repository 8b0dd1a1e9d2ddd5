"""How near a user's question comes to the known ones."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.asked_units import AskedUnit
from index.embedder import CosineScale, Scores, Vectors
from index.vectors import Ids, VectorStore

_NONE = np.empty(0, dtype=np.int64)
_NO_SCORES = np.empty(0, dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """Cosine of the nearest known question of each passage, shape (passages,); 0 without any.

    `answered` are questions that the passage answers, `unanswered` such that it does not.
    """

    answered: Scores
    unanswered: Scores


class KnownQuestions:
    """The known questions of all documents, compared by meaning."""

    def __init__(
        self, questions: Sequence[AskedUnit], store: VectorStore, scale: CosineScale, passages: int
    ) -> None:
        """Keep the questions; `passages` is how many passages there are in all."""
        self._texts = [question.text for question in questions]
        self._homes = np.array([question.passage for question in questions], dtype=np.int64)
        self._answered = np.array([question.answered for question in questions], dtype=np.bool_)
        self._store = store
        self._scale = scale
        self._passages = passages

    def nearness(self, query: Vectors, ignoring: str = "") -> Nearness:
        """Return how near a query, shape (dimension,), comes to the questions of each passage.

        A known question whose text is `ignoring` is left out.
        """
        if not self._texts:
            return Nearness(answered=self._nearest(), unanswered=self._nearest())
        ids, cosines = self._store.search(query, len(self._texts))
        if ignoring:
            kept = np.array([self._texts[row] != ignoring for row in ids.tolist()])
            ids, cosines = ids[kept], cosines[kept]
        answered = self._answered[ids]
        return Nearness(
            answered=self._nearest(ids[answered], cosines[answered]),
            unanswered=self._nearest(ids[~answered], cosines[~answered]),
        )

    def _nearest(self, ids: Ids = _NONE, cosines: Scores = _NO_SCORES) -> Scores:
        """Return the cosine of the first of each passage's questions; they come nearest first."""
        nearest = np.zeros(self._passages, dtype=np.float32)
        homes, first = np.unique(self._homes[ids], return_index=True)
        nearest[homes] = self._scale.read(cosines[first])
        return nearest
