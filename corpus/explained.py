"""Abbreviations that a text explains where it uses them: "Multidisciplinary Teams (MDT)".

After Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text" (PSB 2003): the characters of the short form are looked for from right to left in the words
before it, and its first one begins a word. Where all of them begin words, that goes before.
"""

import re
from collections.abc import Iterator

_SHORT = re.compile(r"\((?P<short>[A-Z][\w/-]*[A-Z]\w*)(?:['’]s|s)?\)")
_WORD = re.compile(r"[^\s(]+")
_LONGEST = 10
_MORE_WORDS = 5


def explained(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the abbreviations a text explains, each with where its meaning begins and ends."""
    for found in _SHORT.finditer(text):
        short = found["short"]
        if len(short) > _LONGEST:
            continue
        end = len(text[: found.start()].rstrip())
        words = [word.start() for word in _WORD.finditer(text, 0, end)]
        before = words[-min(len(short) + _MORE_WORDS, 2 * len(short)) :]
        begin = _initials(short, text, before)
        if begin is None:
            begin = _begin(short, text, before, end)
        if begin is not None:
            yield short, begin, end


def _initials(short: str, text: str, words: list[int]) -> int | None:
    """Return where the words begin whose initials are the short form, between small words."""
    left = list(short)
    for at in reversed(words):
        if left and text[at].casefold() == left[-1].casefold():
            left.pop()
            if not left:
                return at
        elif text[at].isupper():
            return None
    return None


def _begin(short: str, text: str, words: list[int], end: int) -> int | None:
    """Return where the meaning of a short form begins, in the words that start at some places."""
    at = end
    characters = [c for c in short.casefold() if c.isalnum()]
    for number, character in enumerate(reversed(characters), start=1):
        first = number == len(characters)
        at -= 1
        while words and at >= words[0]:
            if text[at].casefold() == character and (not first or _begins_word(text, at)):
                break
            at -= 1
        else:
            return None
    return at if at in words or _begins_word(text, at) else None


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or not text[at - 1].isalnum()
