"""Which passages stand at the place that a query names."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from corpus import Passage
from index.fusion import Flags
from index.headings import Headings
from index.places import Count, Place

_COUNTS = (Count.PRINTED, Count.FROM_THE_TOP, Count.FROM_ABOVE)


class Standing:
    """Tells which of some passages stand at a place."""

    def __init__(self, passages: Sequence[Passage], headings: Headings) -> None:
        """Take the passages, and the headings above them by their numbers."""
        self._passages = passages
        self._headings = headings

    def __call__(self, place: Place) -> tuple[Flags, Flags]:
        """Return which stand at a numbered place, and which below a named heading, (passages,)."""
        everything = range(len(self._passages))
        at_place = self._holding(place, everything if place.named else ())
        numbered = at_place
        if place.leading:
            numbered = self._holding(replace(place, section=place.leading), everything)
        for name in place.headings:
            below = self._headings.below_within(name, frozenset(np.flatnonzero(numbered).tolist()))
            # "Drugshandel doelstelling 2 lokale politie" names the heading and what is below it.
            below = below or self._headings.below(name)
            if below and (under := self._holding(place, below)).any():
                return at_place, under
        return at_place, np.zeros_like(at_place)

    def _holding(self, place: Place, numbers: Collection[int]) -> Flags:
        """Return which of some passages stand at a place, shape (passages,)."""
        holds = np.zeros(len(self._passages), np.bool_)
        for reading in place.readings:
            for count in _COUNTS:
                for number in numbers:
                    holds[number] = reading.holds(self._passages[number], count)
                if reading.section is None or holds.any():
                    break
            if holds.any():
                break
        right_below = [
            number
            for number in np.flatnonzero(holds).tolist()
            if place.is_right_below(self._passages[number])
        ]
        if right_below:
            holds[:] = False
            holds[right_below] = True
        return holds
