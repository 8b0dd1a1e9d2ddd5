"""A client that waits for a whole reply no longer than it may, however slowly it trickles in."""

import time
from collections.abc import Iterator
from contextlib import suppress

import httpx


def hurried_client(seconds: float) -> httpx.Client:
    """Return a client that gives a reply up when it has been waited for this long in all.

    A server that sends something now and then, as comments in a stream, is never late otherwise.
    """

    def hurry(response: httpx.Response) -> None:
        if isinstance(response.stream, httpx.SyncByteStream):
            response.stream = _Hurried(response.stream, seconds)

    return _Client(timeout=seconds, follow_redirects=True, event_hooks={"response": [hurry]})


class _Client(httpx.Client):
    """Closes its connections when nobody has it any more, as the client of OpenAI does."""

    def __del__(self) -> None:
        # Python may be ending.
        with suppress(Exception):
            self.close()


class _Hurried(httpx.SyncByteStream):
    """The bytes of a reply, as long as they may be waited for."""

    def __init__(self, stream: httpx.SyncByteStream, seconds: float) -> None:
        self._stream = stream
        self._left = seconds

    def __iter__(self) -> Iterator[bytes]:
        asked = time.monotonic()
        for piece in self._stream:
            # What is done with a piece is not the server's time.
            self._left -= time.monotonic() - asked
            if self._left < 0:
                raise httpx.ReadTimeout("The reply takes too long.")
            yield piece
            asked = time.monotonic()

    def close(self) -> None:
        self._stream.close()
