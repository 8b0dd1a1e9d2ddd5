"""Where a quotation stands: word for word, nearly so, or nowhere.

Exact is the same text but for typography (`folded`), and for punctuation at its ends, which
belongs to the sentence that quotes. Close is an indel similarity of 80 % or more with what stands
in a document: rewritten sentences stay below it, a changed word or two do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from assistant.verify.folded import ENDS, folded
from assistant.verify.running_text import RunningText, lowered

CLOSE = 0.8
_SHORT_WORDS = 3
_SHORT_CHARACTERS = 15
_LOOKED_AT = 8
_AROUND = 1.5
_END = 200
_ROUGHLY = 60.0
_WORD_EDGES = 7
_UNWANTED = 0.6
_BETWEEN_PARTS = 3_000
_ELISION = re.compile(r"\s*(?:\[\s*\.\.\.\s*\]|\(\s*\.\.\.\s*\)|(?<!\.)\.\.\.(?!\.))\s*")
_BRACKET = re.compile(r"[\[\]]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """A range of a running text, and how like the quotation it is, in [0, 1]."""

    text: RunningText
    start: int
    end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Sought:
    """A quotation as it is looked for: the parts between its omissions."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, quote: str) -> "Sought":
        """Return a quotation folded; "[...]" stands for an omission, "[d]e" for "de"."""
        parts = _ELISION.split(folded(quote).text)
        kept = (_BRACKET.sub("", part).strip(ENDS) for part in parts)
        return cls(tuple(part for part in kept if part))

    @property
    def whole(self) -> str:
        return " ".join(self.parts)

    @property
    def is_short(self) -> bool:
        """Whether it is too short to be told from other wording by likeness."""
        words = _WORD.findall(self.whole)
        return len(words) < _SHORT_WORDS or len(self.whole) < _SHORT_CHARACTERS


def exact(sought: Sought, text: RunningText) -> Iterator[Match]:
    """Yield every place where a quotation stands word for word, its parts in order."""
    if not sought.parts:
        return
    first, *others = sought.parts
    starts = np.fromiter(text.standing(first), np.int64)
    ends = starts + len(first)
    far = len(text.text) + _BETWEEN_PARTS + 1
    known: dict[str, NDArray[np.int64]] = {}
    for part in others:
        # All at once: with a search for each, a few omissions between common words took minutes.
        if not starts.size:
            return
        if part not in known:
            known[part] = np.array([*text.standing(part), far])
        following = known[part][np.searchsorted(known[part], ends)]
        near = following - ends <= _BETWEEN_PARTS
        starts, ends = starts[near], following[near] + len(part)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield Match(text, start, end, 1.0)


def closest(sought: Sought, text: RunningText) -> Match | None:
    """Return the range of a text that is most like a quotation, None where nothing is close."""
    wanted = lowered(sought.whole)
    if not wanted:
        return None
    if sought.is_short:
        at = next(text.standing(wanted, lower=True), None)
        return None if at is None else _measured(sought.whole, text, at, at + len(wanted))
    best: Match | None = None
    for low, high in _windows(wanted, text):
        found = _rough(wanted, text.lower[low:high])
        if found is None:
            continue
        edges = _best_edges(wanted, text.lower, low + found[0], low + found[1])
        match = _measured(sought.whole, text, *edges)
        if best is None or match.similarity > best.similarity:
            best = match
    return best if best and best.similarity >= CLOSE else None


def _windows(wanted: str, text: RunningText) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a text in which what is wanted may stand, each stretch once."""
    margin = round(len(wanted) * _AROUND)
    seen: list[tuple[int, int]] = []
    for start, end in text.near(_WORD.findall(wanted), _LOOKED_AT):
        if any(low <= start and end <= high for low, high in seen):
            continue
        window = max(0, start - margin), min(len(text.lower), end + margin)
        seen.append(window)
        yield window


def _rough(wanted: str, window: str) -> tuple[int, int] | None:
    """Return about where something stands in a window: a long text by its two ends."""
    if len(wanted) <= 2 * _END:
        return _aligned(wanted, window)
    head, tail = _aligned(wanted[:_END], window), _aligned(wanted[-_END:], window)
    if head is None or tail is None or not 0 < tail[1] - head[0] < 2 * len(wanted):
        return None
    return head[0], tail[1]


def _aligned(part: str, window: str) -> tuple[int, int] | None:
    found = fuzz.partial_ratio_alignment(part, window, score_cutoff=_ROUGHLY)
    return None if found is None else (found.dest_start, found.dest_end)


def _measured(wanted: str, text: RunningText, start: int, end: int) -> Match:
    similarity = Indel.normalized_similarity(wanted, text.text[start:end])
    # What is not exact is not told to be so by rounding.
    return Match(text, start, end, min(similarity, 0.999))


def _best_edges(wanted: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of whole words, around a rough one, that best covers what is wanted.

    Characters that are wanted count more than those between them that are not: words left out
    should not cost the words behind them.
    """
    starts = _edges(text, start, [match.start() for match in _words_around(text, start)])
    ends = _edges(text, end, [match.end() for match in _words_around(text, end)])
    pairs = [(low, high) for low in starts for high in ends if low < high]

    def covered(pair: tuple[int, int]) -> float:
        found = text[pair[0] : pair[1]]
        alike = Indel.similarity(wanted, found) / 2
        return alike - _UNWANTED * (len(found) - alike)

    return max(pairs, key=covered)


def _words_around(text: str, at: int) -> list["re.Match[str]"]:
    low = max(0, at - 120)
    return list(_WORD.finditer(text, text.rfind(" ", 0, low) + 1, min(len(text), at + 120)))


def _edges(text: str, at: int, candidates: Sequence[int]) -> list[int]:
    nearest = sorted(candidates, key=lambda edge: abs(edge - at))[:_WORD_EDGES]
    return nearest or [min(at, len(text))]
