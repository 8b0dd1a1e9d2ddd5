"""Text reduced to what two renderings of one sentence share, so that evidence can be found."""

import re
import unicodedata

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_QUOTES = str.maketrans(
    dict.fromkeys("‘’‚‛′", "'") | dict.fromkeys("“”„‟″«»", '"'),
)
_FOOTNOTE_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^\w+\]:?")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
# The plan nests "- o item", opens sub-headings with "»" and numbers its goals "1." to "11.".
_LIST_MARKER = re.compile(r"^\s*(?:(?:[-•·o#]|#{2,6}|»+|\d{1,2}[.)])\s+)+", re.MULTILINE)
_SPACE = re.compile(r"\s+")


def drop_emphasis(text: str) -> str:
    """Return the text without its markdown emphasis (`*`, and `_` at the edge of a word)."""
    return _EMPHASIS.sub("", text)


def fold_space(text: str) -> str:
    """Return the text with every run of white space as one blank, and none at its ends."""
    return _SPACE.sub(" ", text).strip()


def normalise(text: str) -> str:
    """Return the text as every measure compares it.

    Markdown emphasis, footnote marks and the list markers that open a line are dropped; quotes,
    dashes, white space and case are folded; characters are composed (Unicode NFC). Two strings
    that differ in nothing else come out equal.
    """
    composed = unicodedata.normalize("NFC", text).translate(_DASHES)
    bare = _LIST_MARKER.sub("", drop_emphasis(_FOOTNOTE_MARK.sub("", composed)))
    return fold_space(bare.translate(_QUOTES)).casefold()
