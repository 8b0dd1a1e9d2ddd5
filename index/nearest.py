"""The units nearest to a query in meaning, and the passages they belong to."""

from dataclasses import dataclass

import numpy as np

from index.embedder import Scores
from index.fusion import Flags
from index.hit import FoundUnit
from index.units import Unit
from index.vectors import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """Units, nearest first, and their passages.

    `rows`, `homes` and `cosines` have shape (units,): the row of each unit, the number of its
    passage and its cosine to the query. `passages` are the distinct numbers, rising, and `best`
    and `whole` have their shape: the cosine of each passage's nearest unit, and of the passage as a
    whole; where that was not found, `whole` is `best`.
    """

    rows: Ids
    homes: Ids
    cosines: Scores
    passages: Ids
    best: Scores
    whole: Scores

    @classmethod
    def of(cls, rows: Ids, cosines: Scores, homes: Ids, is_whole: Flags) -> "Nearest":
        """Return what was found; `homes` and `is_whole` say of all units where each belongs.

        Args:
            rows: The rows of the units found, nearest first.
            cosines: Their cosines.
            homes: Of every unit, the number of its passage, shape (all units,).
            is_whole: Of every unit, whether it is a whole passage, shape (all units,).
        """
        mine = homes[rows]
        passages, first = np.unique(mine, return_index=True)
        best = cosines[first]
        whole = best.copy()
        among = is_whole[rows]
        with_whole, first_whole = np.unique(mine[among], return_index=True)
        whole[np.searchsorted(passages, with_whole)] = cosines[among][first_whole]
        return cls(
            rows=rows, homes=mine, cosines=cosines, passages=passages, best=best, whole=whole
        )

    def row_of(self, place: int) -> int:
        """Return the row of the nearest unit of the passage `passages[place]`."""
        return int(self.rows[np.argmax(self.homes == self.passages[place])])

    def of_passage(self, number: int, units: tuple[Unit, ...]) -> tuple[FoundUnit, ...]:
        """Return the units of one passage, nearest first; `units` are all there are."""
        chosen = self.homes == number
        pairs = zip(self.rows[chosen].tolist(), self.cosines[chosen].tolist(), strict=True)
        return tuple(
            FoundUnit(start=units[row].start, end=units[row].end, cosine=cosine)
            for row, cosine in pairs
        )
