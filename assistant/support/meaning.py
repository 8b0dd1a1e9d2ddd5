"""How close in meaning a statement is to the nearest window of its quotes."""

from collections.abc import Iterator, Sequence

from corpus import sentences
from index.embedder import Embedder

_LONGEST_WINDOW = 3


def meaning(statement: str, quotes: Sequence[str], embedder: Embedder) -> float:
    """Return the cosine of a statement with the nearest one to three sentences of a quote.

    It is on the common scale of cosines; 0.0 when the quotes are empty.
    """
    texts = list(dict.fromkeys(window for quote in quotes for window in _windows(quote)))
    vectors = embedder.embed_passages([("", text) for text in (statement, *texts)])
    return embedder.scale.read(float((vectors[1:] @ vectors[0]).max(initial=0.0)))


def _windows(quote: str) -> Iterator[str]:
    ranges = sentences(quote)
    for first in range(len(ranges)):
        for last in range(first, min(first + _LONGEST_WINDOW, len(ranges))):
            yield quote[ranges[first][0] : ranges[last][1]]
