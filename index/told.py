"""Which units a conversation has told word for word already."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.fusion import Flags
from index.units import FOOTNOTE_MARKS, Unit

_WORD = re.compile(r"[^\W_]+")
_FEWEST_WORDS = 5
"""Fewer words than this may stand in what was said by chance."""


class Told:
    """Tells which units stand in a text, marks and spacing aside."""

    def __init__(self, units: Sequence[Unit], is_whole: Flags) -> None:
        """Fold the units' texts; `is_whole` tells which units are whole passages."""
        self._folded = [_folded(unit.text) for unit in units]
        self._homes = np.array([unit.passage for unit in units], dtype=np.int64)
        self._is_part = ~is_whole

    def by(self, said: str) -> Flags:
        """Return which units a text repeats, shape (units,).

        A whole passage is told where its own words are, or where all of its sentences are.
        """
        told = np.zeros(len(self._folded), np.bool_)
        heard = f" {_folded(said)} "
        for row, folded in enumerate(self._folded):
            told[row] = folded.count(" ") + 1 >= _FEWEST_WORDS and f" {folded} " in heard
        everything: npt.NDArray[np.int64] = np.unique(self._homes[told & ~self._is_part])
        parts_left = np.unique(self._homes[self._is_part & ~told])
        in_parts = np.setdiff1d(np.unique(self._homes[told & self._is_part]), parts_left)
        return told | np.isin(self._homes, np.union1d(everything, in_parts))


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.translate(FOOTNOTE_MARKS).casefold()))
