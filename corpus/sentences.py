"""Where sentences begin and end, in Dutch, French, German and English policy prose."""

import re

# A full stop after one of these does not end a sentence.
_WRITTEN_WITH_STOPS = (
    "art artt bv bvb ca cf cfr dhr dr ed enz etc evt fig gem ing inz jl jr kb lid m.a.w max "
    "mevr min mln mr mrd mw n.a.v nl nr nrs o.a o.l.v o.m p pag par prof resp st t.a.v t.o.v "
    "vgl vs z.o zgn i.v.m m.b.t i.h.b d.w.z b.s abs bzw ggf inkl usw z.b d.h u.a p.ex c.-à-d "
    "av mme mm e.g i.e mrs vol ch al"
)
_ABBREVIATIONS = frozenset(_WRITTEN_WITH_STOPS.split())
_BOUNDARY = re.compile(
    r"(?<![.!?…])[.!?…]++[)\]\"”’»]*(?:[⁰¹²³⁴-⁹]|\[\^\w+\])*(?=\s+[\"“‘«„(\[]*[A-ZÀ-ÖØ-Þ0-9])|\n"
)
_QUOTES = {"“": "”", "«": "»", "„": "“”", "»": "«"}
_QUOTE = re.compile("[“”„«»]")
_LONGEST_QUOTE = 500
_LIST_MARKER = re.compile(r"\s*(?:[-–•]\s+)?(?:o\s+)?")
_WORD_BEFORE = re.compile(r"([\w.\-à]+)$")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a text as (start, end) offsets, white space trimmed.

    A line break ends a sentence, because in a passage it separates list items; the items' own
    markers are left out. A title within quotation marks is not broken up. The ranges are in order
    and do not overlap.
    """
    found: list[tuple[int, int]] = []
    start = 0
    quotation = _Quotation(text)
    for match in _BOUNDARY.finditer(text):
        if match.group() != "\n" and (
            _is_abbreviation(text, match.start()) or quotation.open_at(match.start(), since=start)
        ):
            continue
        _append(found, text, start, match.end())
        start = match.end()
    _append(found, text, start, len(text))
    return tuple(found)


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _WORD_BEFORE.search(text[max(0, stop - 12) : stop])
    if word is None or text[stop : stop + 1] != ".":
        return False
    token = word.group(1)
    return token.lower().strip(".") in _ABBREVIATIONS or (len(token) == 1 and token.isalpha())


class _Quotation:
    """Whether a quotation is open, at positions that are asked for in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = [(match.start(), match.group()) for match in _QUOTE.finditer(text)]
        self._next = 0
        self._opened: tuple[int, str] | None = None

    def open_at(self, position: int, *, since: int) -> bool:
        """Return whether a quotation that began after `since` is open; only paired marks tell.

        One that is still open after hundreds of characters was never closed.
        """
        while self._next < len(self._marks) and self._marks[self._next][0] < position:
            at, mark = self._marks[self._next]
            if self._opened is not None and mark in _QUOTES[self._opened[1]]:
                self._opened = None
            elif mark in _QUOTES and not self._inside(since) and self._may_open(at, mark):
                self._opened = (at, mark)
            self._next += 1
        return self._inside(max(since, position - _LONGEST_QUOTE))

    def _inside(self, since: int) -> bool:
        return self._opened is not None and self._opened[0] >= since

    def _may_open(self, at: int, mark: str) -> bool:
        """Whether a mark can open a quotation; German also quotes »so«."""
        around = self._text[max(0, at - 1) : at].strip(), self._text[at + 1 : at + 2].strip()
        return mark != "»" or (not around[0] and bool(around[1]))


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    at_line_start = start == 0 or text[start - 1] == "\n"
    piece = text[start:end]
    marker = _LIST_MARKER.match(piece) if at_line_start and start > 0 else None
    left = marker.end() if marker else len(piece) - len(piece.lstrip())
    if piece[left:].strip():
        found.append((start + left, start + len(piece.rstrip())))
