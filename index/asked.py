"""How near a user's question comes to the known ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from index.asked_units import AskedUnit
from index.embedder import CosineScale, Vectors
from index.vectors import Ids, Scores, VectorStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """Cosine of the nearest known question of each passage, by passage number.

    `answered` are questions that the passage answers, `unanswered` such that it does not.
    """

    answered: dict[int, float] = field(default_factory=dict)
    unanswered: dict[int, float] = field(default_factory=dict)


class KnownQuestions:
    """The known questions of all documents, compared by meaning."""

    def __init__(
        self, questions: Sequence[AskedUnit], store: VectorStore, scale: CosineScale
    ) -> None:
        self._texts = [question.text for question in questions]
        self._passages = np.array([question.passage for question in questions], dtype=np.int64)
        self._answered = np.array([question.answered for question in questions], dtype=np.bool_)
        self._store = store
        self._scale = scale

    def nearness(self, query: Vectors, ignoring: str = "") -> Nearness:
        """Return how near a query, shape (dimension,), comes to the questions of each passage.

        A known question whose text is `ignoring` is left out.
        """
        if not self._texts:
            return Nearness()
        ids, cosines = self._store.search(query, len(self._texts))
        if ignoring:
            kept = np.array([self._texts[row] != ignoring for row in ids.tolist()])
            ids, cosines = ids[kept], cosines[kept]
        answered = self._answered[ids]
        return Nearness(
            answered=self._nearest(ids[answered], cosines[answered]),
            unanswered=self._nearest(ids[~answered], cosines[~answered]),
        )

    def _nearest(self, ids: Ids, cosines: Scores) -> dict[int, float]:
        """Return the cosine of the first of each passage's questions; they come nearest first."""
        passages, first = np.unique(self._passages[ids], return_index=True)
        pairs = zip(passages.tolist(), cosines[first].tolist(), strict=True)
        return {passage: self._scale.read(cosine) for passage, cosine in pairs}
