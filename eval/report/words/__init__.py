"""Every word the report says of its own, in the four languages.

One TOML file per language, all with the same keys; a missing, unknown or empty one fails at load.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, StringConstraints, TypeAdapter
from pydantic.dataclasses import dataclass

_STRICT = ConfigDict(extra="forbid")
_Line = Annotated[str, StringConstraints(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class MeasureWords:
    """A measure's name, and what it says in plain words."""

    name: _Line
    meaning: _Line


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class PlotWords:
    """The title and axes of a plot, and how to read it."""

    title: _Line
    x: _Line
    y: _Line
    note: _Line


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Words:
    """All the words of one language; `{…}` marks what is filled in."""

    code: _Line
    name: _Line
    decimal: _Line
    percent: _Line
    title: _Line
    language: _Line
    measured: _Line
    date: _Line
    asked: _Line
    in_process: _Line
    model: _Line
    version: _Line
    digest: _Line
    questions: _Line
    settings: _Line
    duration: _Line
    table: _Line
    table_note: _Line
    measure: _Line
    meaning: _Line
    set: _Line
    previous: _Line
    previous_note: _Line
    before: _Line
    after: _Line
    change: _Line
    chance: _Line
    significant: _Line
    no_change: _Line
    groups: _Line
    groups_note: _Line
    by_language: _Line
    by_type: _Line
    by_theme: _Line
    curves: _Line
    chosen: _Line
    threshold: _Line
    worst: _Line
    worst_note: _Line
    worst_none: _Line
    hidden: _Line
    expected: _Line
    returned: _Line
    nothing: _Line
    judged: _Line
    got_through: _Line
    not_verbatim: _Line
    answered_without_source: _Line
    wrong: _Line
    refused: _Line
    missed: _Line
    how: _Line
    how_text: tuple[_Line, ...]
    milliseconds: _Line
    words: _Line
    plots: dict[str, PlotWords]
    measures: dict[str, MeasureWords]
    types: dict[str, _Line]

    def number(self, value: float, digits: int = 1) -> str:
        """Return a number as this language writes it."""
        return f"{value:.{digits}f}".replace(".", self.decimal)

    def share(self, value: float, digits: int = 1) -> str:
        """Return a share in percent as this language writes it."""
        return self.number(100 * value, digits) + self.percent

    def kind(self, type_: str) -> str:
        """Return the name of a type of question; an unknown one is shown as it is written."""
        return self.types.get(type_, type_.replace("_", " "))


_WORDS = TypeAdapter(Words)


@cache
def words(language: str) -> Words:
    """Return the words of a language: nl, fr, de or en."""
    text = (Path(__file__).parent / f"{language}.toml").read_text("utf-8")
    return _WORDS.validate_python(tomllib.loads(text))
