"""Runs to rows: what stands on one baseline, parted where a wide gap is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.readers.pdf.lines import Row, line_of, text_of
from corpus.readers.pdf.markers import MARKER
from corpus.readers.pdf.runs import DRAWN_BULLET, PART_GAP, Run

# In font sizes.
_SAME_BASELINE = 0.45
_BULLET_GAP = 2.5
_MAX_LEADERS = 600
_DOTS = re.compile(r"(?:[.…·_]\s?){4}")
# The quantifiers that give nothing back keep it fast on a long row of spaces.
_LEADERS = re.compile(r"^(.*?\S)\s*+(?:[.…·_]\s*+){4,}+(\d{1,4}|[ivxlc]{1,7})?\s*$")


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """Return the rows of a page from top to bottom."""
    rows: list[list[Run]] = []
    base = size = 0.0
    for run in sorted(runs, key=lambda r: (-r.y, r.x0)):
        if rows and base - run.y < _SAME_BASELINE * max(size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
            size = 0.0
        if run.size > size:
            base, size = run.y, run.size
    found = (_row(sorted(row, key=lambda r: r.x0)) for row in rows)
    return [row for row in found if row.parts]


def _row(runs: Sequence[Run]) -> Row:
    groups: list[list[Run]] = []
    for run in _without_ornaments(runs):
        previous = groups[-1][-1] if groups else None
        if previous is not None and _printed_twice(previous, run):
            continue
        if previous is not None and run.x0 - previous.x1 < PART_GAP * max(run.size, previous.size):
            groups[-1].append(run)
        elif previous is not None and MARKER.fullmatch(text_of(groups[-1]).strip()):
            groups[-1].append(replace(run, text=" " + run.text))
        else:
            groups.append([run])
    parts = tuple(line for group in groups if (line := line_of(group)).text)
    return _with_leaders(Row(parts=parts))


def _without_ornaments(runs: Sequence[Run]) -> list[Run]:
    """Return the runs of a row without small shapes that are no bullet before text."""
    kept: list[Run] = []
    for index, run in enumerate(runs):
        if run.text == DRAWN_BULLET:
            following = runs[index + 1] if index + 1 < len(runs) else None
            before = kept[-1] if kept else None
            if (
                following is None
                or following.x0 - run.x1 > _BULLET_GAP * following.size
                or (before is not None and run.x0 - before.x1 < PART_GAP * following.size)
            ):
                continue
        kept.append(run)
    return kept


def _printed_twice(run: Run, again: Run) -> bool:
    """Whether a run is a shadow of the one before: some programs print bold that way."""
    near = abs(again.x0 - run.x0) < 0.15 * run.size and abs(again.y - run.y) < 0.15 * run.size
    return near and again.text == run.text


def _with_leaders(row: Row) -> Row:
    """Return a row whose parts a line of dots joins as title and page."""
    text = row.text
    dotted = len(text) < _MAX_LEADERS and _DOTS.search(text)
    match = _LEADERS.match(text) if dotted else None
    if match is None:
        return row
    first, last = row.parts[0], row.parts[-1]
    title = replace(first, text=match.group(1), x1=first.x0 + len(match.group(1)) * first.size / 2)
    number = match.group(2)
    if not number:
        return Row(parts=(title,), leaders=True)
    page = replace(last, text=number, x0=last.x1 - len(number) * last.size / 2, hang=last.x1)
    return Row(parts=(title, page), leaders=True)
