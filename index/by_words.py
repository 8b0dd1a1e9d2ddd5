"""The words of a query in the texts, in all languages in which there are any."""

from collections.abc import Mapping

import numpy as np

from index.embedder import Scores
from index.quotes import containment, fold, is_quotable
from index.terms import TermIndexes

_MAX_WORDINGS = 80
"""Passages compared with the query's wording: those that share most words with it."""

_OTHER_LANGUAGE = 0.5
"""What words are worth that are shared with a text in another language than the query's."""


class ByWords:
    """Tells what passages have of a query's words, and of its wording."""

    def __init__(self, terms: TermIndexes, passages: int) -> None:
        """Take the words of all wordings, and how many passages there are."""
        self._passages = passages
        self._numbers = {
            language: np.array([wording.passage for wording in own], dtype=np.int64)
            for language, own in terms.wordings.items()
        }
        self._folded = {
            language: [fold(wording.text) for wording in own]
            for language, own in terms.wordings.items()
        }

    def in_common(self, shares: Mapping[str, Scores], language: str) -> Scores:
        """Return how far the words of each passage are the query's, in [0, 1], shape (passages,).

        A passage counts in the language in which it comes closest.

        Args:
            shares: What each wording has of the query's words, by language.
            language: The query's.
        """
        lexical = np.zeros(self._passages, dtype=np.float32)
        for spoken, share in shares.items():
            numbers = self._numbers[spoken]
            worth = share if spoken == language else share * _OTHER_LANGUAGE
            lexical[numbers] = np.maximum(lexical[numbers], worth)
        return lexical

    def contained(self, text: str, shares: Mapping[str, Scores]) -> Scores:
        """Return how far the likeliest passages contain a query's own wording, (passages,).

        Args:
            text: The query.
            shares: As above.
        """
        found = np.zeros(self._passages, dtype=np.float32)
        folded = fold(text)
        if not is_quotable(folded):
            return found
        for spoken, share in shares.items():
            likeliest = np.argsort(-share, kind="stable")[:_MAX_WORDINGS]
            for row in likeliest[share[likeliest] > 0].tolist():
                number = self._numbers[spoken][row]
                contained = containment(folded, self._folded[spoken][row])
                found[number] = max(contained, found[number])
        return found
