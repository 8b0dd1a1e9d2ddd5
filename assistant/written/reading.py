"""A reply read while it is written: each statement as soon as it is whole."""

import json
import re
from collections.abc import Iterator

from assistant.written.reply import Written, statements_in, written_in

_STATEMENTS = re.compile(r'"statements"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


class Reading:
    """Reads the pieces of one reply."""

    def __init__(self) -> None:
        self._text = ""
        self._place: int | None = None
        self._found = 0

    def feed(self, piece: str) -> Iterator[Written]:
        """Yield the statements that a piece completes."""
        self._text += piece
        if self._place is None and (begun := _STATEMENTS.search(self._text)):
            self._place = begun.end()
        while self._place is not None and (value := self._next(self._place)) is not None:
            for statement in written_in([value]):
                self._found += 1
                yield statement

    def end(self) -> Iterator[Written]:
        """Yield the statements of a reply that is whole but of another form."""
        if not self._found:
            yield from statements_in(self._text)

    def _next(self, place: int) -> object | None:
        start = _BETWEEN.match(self._text, place).end()  # type: ignore[union-attr]
        if self._text[start : start + 1] != "{":
            return None
        try:
            value, self._place = json.JSONDecoder().raw_decode(self._text, start)
        except (ValueError, RecursionError):
            # Not whole yet, or nested so deep that it is a trap.
            return None
        return value  # type: ignore[no-any-return]
