"""Understood question to what was found, and what that shows the question to mean.

A follow-up may lean on what was said or stand alone, and its words alone do not tell. What answers
it is near to whatever it may mean, so all readings are searched at once; what was found then tells
which reading to show.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.understand import Understood
from index import Found, FoundReading, Query

Search = Callable[[Query], Found]

_HISTORY_SHOWS = 0.05
"""What the history has to add to the cosine of the best hit for it to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """A question in the reading that what was found bears out, and what was found."""

    understood: Understood
    found: Found


def retrieve(understood: Understood, search: Search) -> Retrieved:
    """Return what is found for a question in all its readings."""
    found = search(understood.query)
    if found.readings:
        text = _borne_out(understood, found.readings)
        understood = replace(understood, query=replace(understood.query, text=text))
    return Retrieved(understood=understood, found=found)


def _borne_out(understood: Understood, readings: tuple[FoundReading, ...]) -> str:
    """Return the reading nearest to the best hit; the own words of what does not seem to lean."""
    own = understood.asked
    if not understood.leans:
        return own
    return max(readings, key=lambda one: one.cosine + _HISTORY_SHOWS * (one.text == own)).text
