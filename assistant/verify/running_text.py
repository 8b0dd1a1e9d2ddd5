"""A document in one language as one folded text, so that a quotation may run over passages."""

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from assistant.verify.folded import Folded, folded
from corpus import Kind, Passage, ReadDocument, Version

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W_]+")


class RunningText:
    """The passages of a document in one language, one after the other.

    Footnotes come last: they interrupt the page, not the text. `language` is the document's own or
    that of a version.
    """

    def __init__(self, read: ReadDocument, language: str) -> None:
        self.read = read
        self.language = language
        versions = {v.address: v for v in read.versions if v.language == language}
        self.is_own = language == read.document.language
        self._versions: Mapping[str, Version] = {} if self.is_own else versions
        self.passages: list[Passage] = []
        self._folded: list[Folded] = []
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for passage in sorted(read.passages, key=lambda p: p.kind is Kind.FOOTNOTE):
            said = self.said(passage)
            if not said or not (text := folded(said)).text:
                continue
            self.passages.append(passage)
            self._folded.append(text)
            self._starts.append(at)
            parts.append(text.text)
            at += len(text.text) + 1
        self.text = " ".join(parts)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, character for character."""
        return lowered(self.text)

    @cached_property
    def _words(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self._folded):
            for word in set(_WORD.findall(lowered(text.text))):
                found[word].append(index)
        return found

    @cached_property
    def _standing(self) -> Mapping[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for match in _LETTERS.finditer(self.text):
            found[match.group().lower()].append(match.start())
        return found

    def standing(self, words: str, *, lower: bool = False) -> Iterator[int]:
        """Yield where some words stand, not as parts of other words, in order.

        They are looked for where the rarest of them stands, so that a letter, which is in every
        word, and a word of every line behind one of none are found as soon as any.

        Args:
            words: The words, folded.
            lower: Whether they are looked for in the text in lower case.
        """
        within = self.lower if lower else self.text
        known = [
            (self._standing.get(match.group().lower(), []), match.start())
            for match in _LETTERS.finditer(words)
        ]
        if known:
            places, ahead = min(known, key=lambda pair: len(pair[0]))
            starts: Iterable[int] = (place - ahead for place in places if place >= ahead)
        else:
            starts = (match.start() for match in re.finditer(re.escape(words), within))
        for start in starts:
            if within.startswith(words, start) and not _is_cut(within, start, start + len(words)):
                yield start

    def said(self, passage: Passage) -> str:
        """Return the text of a passage in this language, empty where it has none."""
        if self.is_own:
            return passage.text
        version = self._versions.get(passage.address)
        return version.text if version else ""

    def version(self, passage: Passage) -> Version | None:
        """Return the version of a passage that this is; None where it is the document's own."""
        return None if self.is_own else self._versions[passage.address]

    def places(self, start: int, end: int) -> Iterator[tuple[Passage, int, int]]:
        """Yield the passages a range touches, and the range of each one's text that it is."""
        for index in range(self._at(start), self._at(end - 1) + 1):
            text = self._folded[index]
            low = max(0, start - self._starts[index])
            high = min(len(text.text), end - self._starts[index])
            if low < high:
                yield self.passages[index], *text.range(low, high)

    def near(self, words: list[str], limit: int) -> list[tuple[int, int]]:
        """Return the ranges of the passages that share most with some words, best first."""
        total = len(self._folded)
        scores: defaultdict[int, float] = defaultdict(float)
        for word in set(words):
            inside = self._words.get(word, ())
            weight = math.log(1 + total / (1 + len(inside)))
            for index in inside:
                scores[index] += weight
        best = sorted(scores, key=lambda index: -scores[index])[:limit]
        return [(self._starts[i], self._starts[i] + len(self._folded[i].text)) for i in best]

    def _at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a range of a text begins or ends within a word."""
    before = text[max(0, start - 1) : start + 1]
    after = text[end - 1 : end + 1]
    return any(len(around) == 2 and around.isalnum() for around in (before, after))


def lowered(text: str) -> str:
    """Return a text in lower case, with as many characters."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
