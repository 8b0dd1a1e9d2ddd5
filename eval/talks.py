"""What simulated people ask: questions and conversations of the question sets, in an order drawn.

No question comes twice before all of its language were asked, because a server remembers what it
was asked.
"""

import random
from collections import deque
from collections.abc import Sequence

from eval.questions import Language, QuestionSets

LANGUAGES: tuple[Language, ...] = ("nl", "fr", "de", "en")

Talk = tuple[str, ...]
"""A question and the ones that follow from it."""


class Deck:
    """Talks by language, dealt in the order that a seed draws."""

    def __init__(self, sets: QuestionSets, seed: int) -> None:
        """Shuffle what the sets ask and the source answers.

        Raises:
            ValueError: The sets ask nothing in one of the languages.
        """
        self._left = {language: deque(_talks(sets, language)) for language in LANGUAGES}
        drawn = random.Random(seed)  # noqa: S311
        for language, talks in self._left.items():
            if not talks:
                raise ValueError(f"The question sets ask nothing in {language}.")
            drawn.shuffle(talks)
        self._sizes = {language: len(talks) for language, talks in self._left.items()}
        self._dealt = dict.fromkeys(LANGUAGES, 0)

    def deal(self, language: Language) -> Talk:
        """Return the next talk; once all are dealt, they come again with a number that is new."""
        talks = self._left[language]
        talks.rotate(-1)
        again = self._dealt[language] // self._sizes[language]
        self._dealt[language] += 1
        return tuple(f"{text} {again}" for text in talks[-1]) if again else talks[-1]


def _talks(sets: QuestionSets, language: Language) -> Sequence[Talk]:
    single = [(asked.question,) for asked in sets.answerable if asked.lang == language]
    longer = [
        tuple(turn.user for turn in conversation.turns)
        for conversation in sets.conversations
        if conversation.lang == language
    ]
    return [*single, *longer]
