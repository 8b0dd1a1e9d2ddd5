"""Near-duplicates between what the evaluation asks and what the assistant was given to learn from.

A question that is also known to the index is found by looking it up, and measures nothing. Wording
is compared by the Indel similarity of the sorted words (rapidfuzz), meaning by the cosine of the
questions' vectors.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from assistant import QuestionVectors
from eval.asked import Asked
from eval.normalise import normalise

SAME_WORDS = 90.0
"""From this similarity of words on, of 100, two questions ask the same in the same words."""
SAME_MEANING = 0.93
"""From this cosine on the common scale, two questions ask the same in other words."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A question of the evaluation and a text like it; `likeness` by `how`, in [0, 1]."""

    asked: Asked
    other: str
    how: str
    likeness: float

    def __str__(self) -> str:
        likeness = f"{self.how} {self.likeness:.2f}"
        return f"{self.asked.owner}: {self.asked.text!r} is like {self.other!r} ({likeness})"


def alike_in_words(asked: Sequence[Asked], others: Sequence[str]) -> Iterator[Pair]:
    """Yield each question with each other text that has the same words and numbers.

    Turns that lean on others are left out: "En de lokale?" is no question of its own.
    """
    words = [folded(other) for other in others]
    for one in filter(lambda one: one.alone, asked):
        for _, score, row in process.extract(
            folded(one.text),
            words,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=SAME_WORDS,
            limit=None,
        ):
            if _NUMBER.findall(one.text) == _NUMBER.findall(others[row]):
                yield Pair(asked=one, other=others[row], how="words", likeness=score / 100)


def alike_in_meaning(
    asked: Sequence[Asked], others: Sequence[str], vectors: QuestionVectors
) -> Iterator[Pair]:
    """Yield each question with each other text that is near to it in meaning.

    Args:
        asked: What the evaluation asks.
        others: What it must not resemble.
        vectors: The model, and what it gave before.
    """
    own = [one for one in asked if one.alone]
    if not own or not others:
        return
    cosines = vectors([one.text for one in own]) @ vectors(others).T
    scale = vectors.scale
    for row, column in np.argwhere(cosines >= scale.zero + SAME_MEANING * (scale.one - scale.zero)):
        likeness = scale.read(float(cosines[row, column]))
        yield Pair(asked=own[row], other=others[column], how="meaning", likeness=likeness)


def folded(text: str) -> str:
    """Return a text as its words are compared: without signs, case or markup."""
    return " ".join("".join(c if c.isalnum() else " " for c in normalise(text)).split())
