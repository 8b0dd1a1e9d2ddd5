"""Text as it comes in from outside, made safe to process."""

import re
import unicodedata

from pydantic import BeforeValidator

# Controls other than newline and tab, lone surrogates, noncharacters.
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_VISIBLE = "LMNPS"


def clean(text: str) -> str:
    """Return the text trimmed, with a space for each character that cannot be read.

    A text without a single letter, mark, digit, sign or symbol comes back empty.
    """
    readable = _UNREADABLE.sub(" ", text).strip()
    seen = any(unicodedata.category(character)[0] in _VISIBLE for character in readable)
    return readable if seen else ""


def _clean_if_text(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


Cleaned = BeforeValidator(_clean_if_text)
"""Cleans a string field before its own limits are checked."""
