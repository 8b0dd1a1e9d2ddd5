"""What is made of a document once and kept for a while, as many views of a library share it."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from corpus import ReadDocument

_Made = TypeVar("_Made")
_KEPT = 32


class Kept(Generic[_Made]):
    """Keeps what `make` returns for a document and a key; the oldest goes when there are many."""

    def __init__(self, make: Callable[[ReadDocument, str], _Made]) -> None:
        self._make = make
        self._kept: dict[tuple[int, str], tuple[ReadDocument, _Made]] = {}
        self._keeping = Lock()

    def of(self, read: ReadDocument, key: str = "") -> _Made:
        """Return what is kept of a document, made anew where it is not."""
        place = (id(read), key)
        with self._keeping:
            if place not in self._kept:
                while len(self._kept) >= _KEPT:
                    del self._kept[next(iter(self._kept))]
                # The document is kept too, so that its id stays its own.
                self._kept[place] = (read, self._make(read, key))
            return self._kept[place][1]
