"""The words that decide whether a statement says what a quote says, in the four languages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

_FILE = Path(__file__).with_name("lexicon.toml")


class Cue(StrEnum):
    """What a word can tell of the clause it stands in."""

    NEGATION = "negation"
    DENIES_NOTHING = "denies_nothing"
    OBLIGATION = "obligation"
    PERMISSION = "permission"
    RECOMMENDATION = "recommendation"
    ACCOMPLISHED = "accomplished"
    UNIVERSAL = "universal"
    FEDERAL = "federal"
    LOCAL = "local"
    PASSIVE = "passive"
    HALVES = "halves"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How numbers and months are written in words; all keys lower case.

    `months` holds each month's number, from 1; `magnitudes` powers of ten.
    """

    values: Mapping[str, int]
    magnitudes: Mapping[str, int]
    months: Mapping[str, int]


@cache
def cue(kind: Cue, language: str) -> re.Pattern[str]:
    """Return what finds the words of a kind in a text of a language."""
    listed = TypeAdapter(dict[str, tuple[str, ...]]).validate_python(_written()[kind])
    return re.compile(rf"\b(?:{'|'.join(listed[language])})\b", re.IGNORECASE)


@cache
def number_words(language: str) -> NumberWords:
    """Return how a language writes numbers."""
    written = _written()
    values = TypeAdapter(dict[str, dict[str, int]])
    months = TypeAdapter(dict[str, tuple[str, ...]]).validate_python(written["months"])[language]
    return NumberWords(
        values=values.validate_python(written["numbers"])[language],
        magnitudes=values.validate_python(written["magnitudes"])[language],
        months={month: number for number, month in enumerate(months, start=1)},
    )


@cache
def places() -> Sequence[tuple[str, ...]]:
    """Return places with a name of their own in some language, all names of one together."""
    listed = TypeAdapter(dict[str, tuple[tuple[str, ...], ...]])
    return listed.validate_python(_written()["places"])["names"]


@cache
def _written() -> Mapping[str, object]:
    return tomllib.loads(_FILE.read_text("utf-8"))
