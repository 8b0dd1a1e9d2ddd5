"""Hyphens at line ends: whether they belong to the word is decided by the document's own words."""

import re
from collections import Counter
from functools import cached_property

from corpus.readers.pdf.pieces import JOINT

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BROKEN = re.compile(rf"([^\W_]+(?:-[^\W_]+)*)-{JOINT}([^\W_]+(?:-[^\W_]+)*)")
_CONJUNCTION = re.compile(r"^(en|of|et|ou|und|oder|and|or|tot|als|noch)$")
_PREFIX = re.compile(r"^(niet|non|ex|vice|semi|quasi|oud|nicht|sous|après|avant)$", re.I)
_VOWELS = frozenset("aeiouyäëïöüáéíóúàèâêîôûœ")
_MIN_COMPOUND = 4


class Words:
    """The words of a document as it writes them within its lines."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()
        self._broken: list[tuple[str, str]] = []

    def read(self, text: str) -> None:
        """Count the words of a text; those at a line's broken end do not count."""
        if JOINT in text:
            self._broken += _BROKEN.findall(text)
            text = _BROKEN.sub(" ", text)
        self._seen.update(word.lower() for word in _WORD.findall(text))

    @cached_property
    def keeps_hyphens(self) -> bool:
        """Whether lines end mostly with hyphens of their own: nothing is hyphenated for the line.

        Told by the broken words that the document also writes whole.
        """
        evidence = [self._evidence(first, second) for first, second in self._broken]
        return sum(e > 0 for e in evidence) > sum(e < 0 for e in evidence)

    def mended(self, text: str) -> str:
        """Return the text with each word that a line end broke made whole."""
        while JOINT in text:
            mended = _BROKEN.sub(lambda match: self._whole(match.group(1), match.group(2)), text)
            text = mended if mended != text else text.replace(JOINT, "")
        return text

    def _whole(self, first: str, second: str) -> str:
        if _CONJUNCTION.match(second):
            return f"{first}- {second}"
        evidence = self._evidence(first, second)
        if evidence == 0:
            evidence = 1 if self.keeps_hyphens or _needs_hyphen(first, second) else -1
        return f"{first}-{second}" if evidence > 0 else first + second

    def _evidence(self, first: str, second: str) -> int:
        """Return how much oftener the document writes the word with a hyphen than without."""
        return self._seen[f"{first}-{second}".lower()] - self._seen[(first + second).lower()]


def _needs_hyphen(first: str, second: str) -> bool:
    """Whether spelling asks for a hyphen: after capitals, letters alone, or between vowels."""
    last = first.rsplit("-", 1)[-1]
    initials = len(last) == 1 or (last.isupper() and len(last) > 1) or last[-1:].isdigit()
    clash = last[-1:] in _VOWELS and second[:1] in _VOWELS and len(last) >= _MIN_COMPOUND
    return initials or clash or _PREFIX.match(last) is not None
