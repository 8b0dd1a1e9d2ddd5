"""Long paragraphs, cut at the ends of sentences so that each part can be found on its own."""

import re
from collections.abc import Iterator

from corpus.sentences import sentences
from corpus.source import ReadingText, cut

MAX_PARAGRAPH_WORDS = 300
"""A paragraph of up to so many words is one passage."""
MAX_PART_WORDS = 200
"""The words of a part of a longer one, where its sentences allow."""

_WORD = re.compile(r"\S+")


def parts_of(reading: ReadingText) -> tuple[ReadingText, ...]:
    """Return a paragraph in parts of about 200 words, whole when it is no longer than 300."""
    words = [match.span() for match in _WORD.finditer(reading.text)]
    if len(words) <= MAX_PARAGRAPH_WORDS:
        return (reading,)
    ends = {end for _, end in sentences(reading.text)}
    return tuple(cut(reading, list(_ranges(words, ends))))


def _ranges(words: list[tuple[int, int]], ends: set[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of words that end with a sentence; a sentence too long for one is cut as well."""
    first, sentence_end = 0, None
    for index, (_, end) in enumerate(words):
        if index - first >= MAX_PART_WORDS:
            last = sentence_end if sentence_end is not None else index - 1
            yield words[first][0], words[last][1]
            first, sentence_end = last + 1, None
        if end in ends:
            sentence_end = index
    yield words[first][0], words[-1][1]
