"""How near a user's question comes to the known ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.asked_units import AskedUnit
from index.embedder import CosineScale, Vectors
from index.vectors import VectorStore

_LOOKED_AT = 1_500


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
        self._questions = questions
        self._store = store
        self._scale = scale

    def nearness(self, query: Vectors, ignoring: str = "") -> Nearness:
        """Return how near a query, shape (dimension,), comes to the questions of each passage.

        A known question whose text is `ignoring` is left out.
        """
        found = Nearness()
        if not self._questions:
            return found
        ids, cosines = self._store.search(query, _LOOKED_AT)
        for row, cosine in zip(ids.tolist(), cosines.tolist(), strict=True):
            question = self._questions[row]
            if question.text == ignoring:
                continue
            side = found.answered if question.answered else found.unanswered
            # Rows come nearest first.
            side.setdefault(question.passage, self._scale.read(cosine))
        return found
