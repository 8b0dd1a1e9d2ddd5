"""Lines: runs that stand side by side on one baseline."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.readers.light_markdown import SUPERSCRIPT_DIGITS, superscript
from corpus.readers.pdf.markers import MARKER
from corpus.readers.pdf.runs import WORD_GAP, Run

# In font sizes.
_RAISED = 0.15
_SMALL = 0.9
_SUPERSCRIPT = re.compile(r"[⁰¹²³⁴-⁹]{1,3}")
_DIGITS = str.maketrans(SUPERSCRIPT_DIGITS, "0123456789")
_RAISED_DIGITS = re.compile(r"^\s*[(\[]?(\d{1,3}(?:\s*,\s*\d{1,3})*)[)\]]?\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Text on one baseline without a wide gap in it; `bold` if all of it is.

    `marker` is the list marker or number that it starts with, empty when none, and `hang` where
    the text after it starts; `word_x1` is where its first word ends, and `note` the raised mark
    that it starts with, in digits.
    """

    text: str
    x0: float
    x1: float
    word_x1: float
    y: float
    size: float
    bold: bool
    hang: float
    opens_bold: bool = False
    marker: str = ""
    note: str = ""

    @property
    def body(self) -> str:
        """The text after the marker."""
        return self.text[len(self.marker) :].lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands on one baseline, left to right; `leaders` says that dots led to the last part.

    A row of a ruled table has its `cells`, and its parts are the cells that are not empty; `opens`
    marks the first one of its table, `head` one that names the columns.
    """

    parts: tuple[Line, ...]
    leaders: bool = False
    cells: tuple[str, ...] = ()
    opens: bool = False
    head: bool = False

    @property
    def y(self) -> float:
        return max(part.y for part in self.parts)

    @property
    def size(self) -> float:
        return max(part.size for part in self.parts)

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)


def line_of(runs: Sequence[Run]) -> Line:
    """Return the line that some runs make, left to right."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text.strip())
    size = sizes.most_common(1)[0][0]
    base = next((r.y for r in runs if round(r.size, 1) == size), runs[0].y)
    marked = [_raised(run, size, base) for run in runs]
    text = " ".join(text_of(marked).split())
    letters = [run for run in runs if any(c.isalpha() for c in run.text)]
    match = MARKER.match(text)
    return Line(
        text=text,
        x0=runs[0].x0,
        x1=max(run.x1 for run in runs),
        word_x1=_first_word_end(runs),
        y=base,
        size=size,
        bold=bool(letters) and all(run.bold for run in letters),
        hang=_hang(match, marked) if match else runs[0].x0,
        opens_bold=bool(letters) and letters[0].bold,
        marker=match.group(1) if match else "",
        note=_note_mark(marked[0]),
    )


def _raised(run: Run, size: float, base: float) -> Run:
    """Return a small raised number as superscript characters; any other run as it is."""
    if run.size > _SMALL * size or run.y - base < _RAISED * size:
        return run
    match = _RAISED_DIGITS.match(run.text)
    return replace(run, text=superscript(match.group(1))) if match else run


def _first_word_end(runs: Sequence[Run]) -> float:
    for run, following in pairwise(runs):
        parted = following.x0 - run.x1 > WORD_GAP * run.size or following.text.startswith(" ")
        if parted or " " in run.text:
            return run.word_x1
    return runs[-1].word_x1


def _note_mark(run: Run) -> str:
    """Return the number that a line starting with a superscript one prints."""
    match = _SUPERSCRIPT.match(run.text.strip())
    return str(int(match.group().translate(_DIGITS))) if match else ""


def text_of(runs: Sequence[Run]) -> str:
    """Return the text of some runs, with a space where there is a gap."""
    text = ""
    for index, run in enumerate(runs):
        gap = run.x0 - runs[index - 1].x1 if index else 0.0
        if index and gap > WORD_GAP * min(run.size, runs[index - 1].size):
            text += " "
        text += run.text
    return text


def _hang(marker: re.Match[str], runs: Sequence[Run]) -> float:
    """Return where the text after a marker starts, estimated where both are one run."""
    read, length = 0, len(marker.group(1))
    for run in runs:
        printed = len("".join(run.text.split()))
        if read >= length and printed:
            return run.x0
        if read + printed > length:
            share = (marker.end() - read) / max(1, len(run.text.strip()))
            return run.x0 + (run.x1 - run.x0) * share
        read += printed
    return runs[-1].x1
