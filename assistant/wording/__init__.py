"""The assistant's own words in the four languages; quotes are never part of them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answer import Reason
from corpus import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One language's sentences: introductions by kind of evidence, refusals by reason.

    An introduction may have the place `{place}`.
    """

    introductions: dict[Kind, str]
    refusals: dict[Reason, str]


@cache
def wording(language: str) -> Wording:
    """Return the words of a language (nl, fr, de or en)."""
    path = Path(__file__).with_name(f"{language}.toml")
    texts = tomllib.loads(path.read_text("utf-8"))
    return Wording(
        introductions={kind: texts["introductions"][kind.value] for kind in Kind},
        refusals={reason: texts["refusals"][reason.value] for reason in Reason},
    )
