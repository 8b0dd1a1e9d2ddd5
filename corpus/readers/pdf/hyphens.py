"""Hyphens at line ends: whether they belong to the word is decided by the document's own words."""

import re
from collections import Counter

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

    def read(self, text: str) -> None:
        """Count the words of a text; those at a line's broken end do not count."""
        self._seen.update(word.lower() for word in _WORD.findall(_BROKEN.sub(" ", text)))

    def mended(self, text: str) -> str:
        """Return the text with each word that a line end broke made whole."""
        while JOINT in text:
            mended = _BROKEN.sub(lambda match: self._whole(match.group(1), match.group(2)), text)
            text = mended if mended != text else text.replace(JOINT, "")
        return text

    def _whole(self, first: str, second: str) -> str:
        if _CONJUNCTION.match(second) or first.isdigit():
            return f"{first}- {second}" if not first.isdigit() else f"{first}-{second}"
        written, closed = (
            self._seen[f"{first}-{second}".lower()],
            self._seen[(first + second).lower()],
        )
        if written != closed:
            return f"{first}-{second}" if written > closed else first + second
        return f"{first}-{second}" if _needs_hyphen(first, second) else first + second


def _needs_hyphen(first: str, second: str) -> bool:
    """Whether spelling asks for a hyphen: after capitals, letters alone, or between vowels."""
    last = first.rsplit("-", 1)[-1]
    initials = len(last) == 1 or (last.isupper() and len(last) > 1) or last[-1:].isdigit()
    clash = last[-1:] in _VOWELS and second[:1] in _VOWELS and len(last) >= _MIN_COMPOUND
    return initials or clash or _PREFIX.match(last) is not None
