"""Quote validity: do the quotes occur verbatim at their offsets in the source?

The definition is this project's own: a citation promises the reader literal text at a place, so
anything under 1.0 is a defect, not a score.
"""

from collections.abc import Sequence
from typing import NamedTuple

from eval.normalise import drop_emphasis, fold_space


class PlacedQuote(NamedTuple):
    """A quote and where it claims to stand.

    Attributes:
        quote: The quoted text.
        source: The whole plain text of the cited document.
        char_start: Offset of its first character in the source.
        char_end: Offset after its last character in the source.
    """

    quote: str
    source: str
    char_start: int
    char_end: int


def quote_validity(quotes: Sequence[PlacedQuote]) -> float:
    """Return the share of quotes that are the source's text at their offsets; 1.0 without quotes.

    Markdown emphasis and the white space of line and page breaks are set aside; every other
    character counts, case included. An empty quote, or offsets outside the source, is invalid.
    """
    if not quotes:
        return 1.0
    return sum(map(_is_valid, quotes)) / len(quotes)


def _is_valid(placed: PlacedQuote) -> bool:
    quote, source, start, end = placed
    if not 0 <= start < end <= len(source):
        return False
    literal = fold_space(drop_emphasis(source[start:end]))
    return bool(literal) and fold_space(drop_emphasis(quote)) == literal
