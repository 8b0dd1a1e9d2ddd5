"""Which passages a text quotes word for word, and what is of their themes."""

import re
from collections.abc import Collection, Sequence

import numpy as np

from corpus import Passage
from index.fusion import Flags
from index.units import FOOTNOTE_MARKS, Unit

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 5
"""Fewer words than this may stand in a text by chance."""


class Quoted:
    """Tells which passages stand in a text, marks and spacing aside."""

    def __init__(self, passages: Sequence[Passage], units: Sequence[Unit]) -> None:
        """Take the passages, and their sentences and items."""
        self._themes = [(p.document, p.theme or p.section) for p in passages]
        self._folded = [
            (unit.passage, folded)
            for unit in units
            if (folded := _folded(unit.text)).count(" ") + 1 >= _FEWEST_WORDS
        ]

    def by(self, said: str) -> frozenset[int]:
        """Return the numbers of the passages of which a text quotes a sentence at least."""
        if not said:
            return frozenset()
        heard = f" {_folded(said)} "
        return frozenset(number for number, folded in self._folded if f" {folded} " in heard)

    def same_theme(self, numbers: Collection[int]) -> Flags:
        """Return which passages are about the themes of some, or else of their sections."""
        themes = {self._themes[number] for number in numbers}
        return np.array([theme in themes for theme in self._themes], np.bool_)


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.translate(FOOTNOTE_MARKS).casefold()))
