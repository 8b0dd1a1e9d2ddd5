"""How near a user's question comes to the known ones."""

from collections.abc import Mapping, Sequence

import numpy as np

from index.asked_units import AskedUnit
from index.embedder import CosineScale, Scores, Vectors
from index.vectors import VectorStore


class KnownQuestions:
    """The questions known to be answered by passages, compared by meaning."""

    def __init__(
        self, questions: Sequence[AskedUnit], store: VectorStore, scale: CosineScale, passages: int
    ) -> None:
        """Keep the questions; `passages` is how many passages there are in all."""
        self._texts = [question.text for question in questions]
        self._homes = np.array([question.passage for question in questions], dtype=np.int64)
        self._store = store
        self._scale = scale
        self._passages = passages

    def among(self, numbers: Mapping[int, int]) -> "KnownQuestions":
        """Return those of some passages; `numbers` maps their numbers to new ones."""
        rows = [row for row, home in enumerate(self._homes.tolist()) if home in numbers]
        questions = [
            AskedUnit(passage=numbers[int(self._homes[row])], text=self._texts[row]) for row in rows
        ]
        return KnownQuestions(questions, self._store.among(rows), self._scale, len(numbers))

    def nearness(self, query: Vectors, ignoring: str = "") -> Scores:
        """Return the cosine of the nearest known question of each passage, shape (passages,).

        It is 0 for a passage without any. A known question whose text is `ignoring` is left out.

        Args:
            query: The vector of a question, shape (dimension,).
            ignoring: What is learnt from a question must not know it already.
        """
        nearest = np.zeros(self._passages, dtype=np.float32)
        if not self._texts:
            return nearest
        ids, cosines = self._store.search(query, len(self._texts))
        if ignoring:
            kept = np.array([self._texts[row] != ignoring for row in ids.tolist()])
            ids, cosines = ids[kept], cosines[kept]
        # They come nearest first.
        homes, first = np.unique(self._homes[ids], return_index=True)
        nearest[homes] = self._scale.read(cosines[first])
        return nearest
