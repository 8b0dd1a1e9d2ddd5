"""Names, days and lines as running text has them."""

import re
from collections.abc import Sequence
from datetime import date

from ui.wording import words

_SPACE = " "
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What some readers of a format take for the end of a line, but for the newline itself."""


def one_line(text: str) -> str:
    """Return a text on one line, without characters that cannot be seen."""
    return _SPACE.join("".join(c if c.isprintable() else _SPACE for c in text).split())


def whole_lines(text: str) -> str:
    """Return a text whose lines end where it has a newline, and nowhere else."""
    return _CONTROLS.sub(_SPACE, text)


def names(authors: Sequence[str], language: str) -> str:
    """Return names in a row: "A, B en C"."""
    *others, last = [one_line(author) for author in authors]
    return f" {words(language).citation.also} ".join(filter(None, (", ".join(others), last)))


def day(when: date, language: str) -> str:
    """Return a day in words: "27 november 2026"."""
    w = words(language).citation
    return w.day.format(day=when.day, month=w.months[when.month - 1], year=when.year)
