"""Lists within a passage: who asks for several things gets all that are listed there.

The sentence that comes nearest is often only one item, or names what the next sentence lists.
"""

import re
from collections.abc import Iterable

from corpus import sentences

_SEVERAL = re.compile(
    r"\b(?:alle|allemaal|al de|som\b.*\bop|opsomming|lijst|tou(?:te)?s|liste|énumère\w*|énumérer|"
    r"aller?|auflist\w*|aufzähl\w*|all|list|"
    r"(?:welke|wat zijn de) (?:\w+ )?\w+(?:en|s)|"
    r"(?:quel(?:le)?s|lesquel(?:le)?s)(?: sont les)? (?:\w+ )?\w+[sx]|"
    r"(?:welche[nr]?|was sind die) (?:\w+ )?\w+(?:en|e|er|n)|"
    r"(?:which|what(?: are the)?) (?:\w+ )?\w+s|"
    r"(?:de|les|des|die|der|the) (?:drie|vier|vijf|zes|zeven|acht|trois|quatre|cinq|six|sept|huit|"
    r"drei|fünf|sechs|sieben|three|four|five|six|seven|eight|\d))\b",
    re.I,
)
_ENUMERATES = re.compile(r":[^.:]+,[^.:]+\b(?:en|of|et|ou|und|oder|and|or)\b")
_MARKER = re.compile(r"(?:^|\n)\s*[-–•]\s+(?:o\s+)?$")
_MOST_ITEMS = 8


def asks_for_several(question: str) -> bool:
    """Whether a question asks for several things by its form."""
    return _SEVERAL.search(question) is not None


def with_enumerations(ranges: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return ranges of a text with the lists that they are part of, or lead to.

    Args:
        ranges: Whole sentences or list items.
        text: The text of a passage.
    """
    parts = sentences(text)
    chosen = {number for number, part in enumerate(parts) if part in set(ranges)}
    found = set(ranges)
    for number in chosen:
        found.update(parts[n] for n in _list_around(number, parts, text))
        after = parts[number + 1 : number + 2]
        found.update((s, e) for s, e in after if _ENUMERATES.search(text, s, e))
    return sorted(found)


def _list_around(number: int, parts: tuple[tuple[int, int], ...], text: str) -> range:
    """Return the numbers of a list's items and of what leads it in; none for a longer list."""
    is_item = [_MARKER.search(text, 0, start) is not None for start, _ in parts]
    leads = not is_item[number] and text[: parts[number][1]].endswith(":")
    if not is_item[number] and not leads:
        return range(0)
    first = number + 1 if leads else number
    last = first
    while first > 0 and is_item[first - 1]:
        first -= 1
    while last < len(parts) and is_item[last]:
        last += 1
    if last - first > _MOST_ITEMS:
        return range(0)
    if first > 0 and text[: parts[first - 1][1]].endswith(":"):
        first -= 1
    return range(first, last)
