"""The script with the words of all languages in it: one file that needs no other."""

import json
from functools import cache
from pathlib import Path

from assistant import LANGUAGES
from ui.wording import words

_PLACE = '"@words@"'
_OF_THE_CHAT = (
    "question",
    "placeholder",
    "send",
    "new_conversation",
    "note",
    "asked",
    "sources",
    "source",
    "working_translation",
    "official",
    "not_found",
    "nearest",
    "searching",
    "empty",
    "empty_fix",
    "failed",
    "failed_fix",
    "unready",
    "unready_fix",
)
_OF_ACCESS = ("unknown", "unknown_fix", "forbidden", "forbidden_fix")


@cache
def script() -> str:
    """Return the script."""
    text = (Path(__file__).parent / "assets" / "widget.js").read_text("utf-8")
    return text.replace(_PLACE, json.dumps({code: _said(code) for code in LANGUAGES}))


def _said(language: str) -> dict[str, str]:
    w = words(language)
    said = {"product": w.product}
    said |= {name: getattr(w.chat, name) for name in _OF_THE_CHAT}
    return said | {name: getattr(w.access, name) for name in _OF_ACCESS}
