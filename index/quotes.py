"""Exact or half-remembered wording: how well a query is contained in a passage."""

import re
import unicodedata

from rapidfuzz import fuzz

_MIN_CHARACTERS = 20
_MIN_WORDS = 3
_CLOSE = 85.0
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"}
    | dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹*", "")
)
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return text as it is compared: quotes, dashes, case and white space made alike."""
    folded = unicodedata.normalize("NFKC", text.translate(_FOLD)).casefold()
    return _SPACE.sub(" ", folded).strip()


def is_quotable(folded: str) -> bool:
    """Whether a folded query is long enough to be somebody's wording."""
    return len(folded) >= _MIN_CHARACTERS and len(folded.split()) >= _MIN_WORDS


def containment(folded_query: str, folded_text: str) -> float:
    """Return how far a text contains a query: 1 verbatim, 0 when less than close.

    Close is an indel similarity of 85 % or more with some part of the text as long as the query
    (`partial_ratio` of RapidFuzz).
    """
    if len(folded_query) > len(folded_text):
        return 0.0
    if folded_query in folded_text:
        return 1.0
    ratio = fuzz.partial_ratio(folded_query, folded_text, score_cutoff=_CLOSE)
    return (ratio - _CLOSE) / (100 - _CLOSE) * 0.9 if ratio else 0.0
