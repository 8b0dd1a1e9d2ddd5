"""What a language model is told: numbered passages as material, then the question."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus import Passage

_PROMPTS = Path(__file__).with_name("prompts")
_MARK = re.compile(r"</?\s*passage\b(?:[^<>]*>)?", re.I)
"""What would end a passage, or begin another, inside one; whole or not."""

SCHEMA = {
    "type": "object",
    "properties": {
        "answering": {"type": "array", "items": {"type": "integer"}},
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "passages": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["text", "passages"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["answering", "statements"],
    "additionalProperties": False,
}
"""The form of the model's reply, as JSON Schema."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """The words of one language: instructions for answers and follow-ups, and names of parts."""

    version: int
    instructions: str
    rewriting: str
    question: str
    earlier: str


@cache
def prompt(language: str) -> Prompt:
    """Return the prompt of a language (nl, fr, de or en)."""
    return Prompt(**tomllib.loads((_PROMPTS / f"{language}.toml").read_text("utf-8")))


def material(passages: Sequence[Passage], question: str, language: str) -> str:
    """Return the passages, numbered from 1, between marks that their text cannot close."""
    parts = [
        f'<passage number="{number}" place="{_plain(" – ".join(passage.section_path))}">\n'
        f"{_MARK.sub(' ', passage.text)}\n</passage>"
        for number, passage in enumerate(passages, start=1)
    ]
    return "\n\n".join((*parts, f"{prompt(language).question}: {_MARK.sub(' ', question)}"))


def _plain(text: str) -> str:
    return _MARK.sub(" ", text).replace('"', "'")
