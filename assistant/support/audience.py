"""Which police level a statement speaks of, compared with its quotes."""

from collections.abc import Sequence

from assistant.support.lexicon import Cue, cue

Worded = tuple[str, str]
"""A text and its language."""

_LEVELS = (Cue.FEDERAL, Cue.LOCAL)
_TOGETHER = 30
"""Levels named within so many characters of each other are named as one, in either order."""


def swaps_audience(statement: Worded, quotes: Sequence[Worded]) -> bool:
    """Whether a statement names a level that its quotes leave out, or turns the two round.

    Quotes that name no level say nothing about it: the heading above them may.
    """
    said = _levels(statement)
    quoted = {level for quote in quotes for level in _levels(quote)}
    if quoted and not set(said) <= quoted:
        return True
    if len(said) < 2:
        return False
    return any(order and order != _who_first(statement) for order in map(_who_first, quotes)) and (
        bool(_who_first(statement))
    )


def _levels(worded: Worded) -> tuple[Cue, ...]:
    """Return the levels a text names, in the order of their first mention."""
    text, language = worded
    found = [(m.start(), level) for level in _LEVELS if (m := cue(level, language).search(text))]
    return tuple(level for _, level in sorted(found))


def _who_first(worded: Worded) -> tuple[Cue, ...]:
    """Return the levels, the acting one first; nothing where they are named together."""
    text, language = worded
    starts = [m.start() for level in _LEVELS if (m := cue(level, language).search(text))]
    if len(starts) < 2 or abs(starts[0] - starts[1]) < _TOGETHER:
        return ()
    levels = _levels(worded)
    return levels[::-1] if cue(Cue.PASSIVE, language).search(text) else levels
