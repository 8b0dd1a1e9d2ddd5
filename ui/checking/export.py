"""A checked draft as CSV and as Markdown."""

import csv
import io
from collections.abc import Callable
from dataclasses import astuple
from typing import Literal

from ui.checking.rows import Row, headings, rows
from ui.citations.quoting import escaped
from ui.citations.wording import one_line
from ui.http.verifying import DraftReply
from ui.spreadsheet import cell
from ui.wording import words

Form = Literal["csv", "markdown"]

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of its computer."""


def as_csv(report: DraftReply, language: str) -> str:
    """Return a table for a spreadsheet; what it might take for a formula is marked as text."""
    table = io.StringIO()
    writer = csv.writer(table)
    for row in (headings(language), *rows(report, language)):
        writer.writerow([cell(value) for value in astuple(row)])
    return _BYTE_ORDER_MARK + table.getvalue()


def as_markdown(report: DraftReply, language: str) -> str:
    """Return a list with a heading."""
    w = words(language).check
    lines = [f"# {w.title}", "", _counted(report, language), ""]
    for row in rows(report, language):
        lines += _item(row)
    return "\n".join([*lines, ""])


WRITERS: dict[Form, Callable[[DraftReply, str], str]] = {"csv": as_csv, "markdown": as_markdown}


def counts(report: DraftReply, language: str) -> list[tuple[str, int, str]]:
    """Return the verdicts that there are: their name, how often, and in words."""
    named = words(language).check.verdicts
    found = ((name, getattr(report, name), named[name]) for name in named)
    return [(name, count, said) for name, count, said in found if count]


def _counted(report: DraftReply, language: str) -> str:
    parts = [f"{count} {said}" for _, count, said in counts(report, language)]
    return ", ".join(parts) if parts else words(language).check.nothing


def _item(row: Row) -> list[str]:
    text = {name: escaped(one_line(value)) for name, value in _named(row)}
    first = f"- **{text['kind']}: {text['verdict']}**"
    if row.likeness:
        first += f" ({text['likeness']})"
    lines = [first, f"  > {text['text']}"]
    if row.source and row.likeness:
        lines += ["", f"  ↳ {text['source']}"]
    if row.remark:
        lines += ["", f"  {text['remark']}"]
    if row.place:
        lines += ["", f"  [{text['place']}](<{row.link}>)"]
    return [*lines, ""]


def _named(row: Row) -> list[tuple[str, str]]:
    return [(name, getattr(row, name)) for name in Row.__slots__]
