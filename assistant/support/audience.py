"""Which police level a statement speaks of, compared with its quotes."""

from collections.abc import Sequence

from assistant.phrases import content_words
from assistant.support.lexicon import Cue, cue
from corpus import sentences

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
    if said and (nearest := _nearest(statement, quotes)):
        there = set(_levels(nearest))
        if there and not set(said) <= there:
            return True
    if len(said) < 2:
        return False
    return any(order and order != _who_first(statement) for order in map(_who_first, quotes)) and (
        bool(_who_first(statement))
    )


def _nearest(statement: Worded, quotes: Sequence[Worded]) -> Worded | None:
    """Return the sentence that has most words of a statement, None where it has not half of them.

    What is said of a level in one sentence does not hold for the level that another names.
    """
    text, language = statement
    wanted = _words(text)
    found = [
        quote[start:end]
        for quote, own in quotes
        if own == language
        for start, end in sentences(quote)
    ]
    best = max(found, key=lambda one: len(_words(one) & wanted), default="")
    return (best, language) if 2 * len(_words(best) & wanted) > len(wanted) else None


def _words(text: str) -> set[str]:
    return {word.casefold() for word in content_words(text)}


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
