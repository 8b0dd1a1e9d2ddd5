"""How long the server waits for a slow client, below HTTP: for its headers, and for its reading."""

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MAX_HEADER_BYTES = 16 * 1024


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with an end to its patience.

    A client that has not sent a request's headers `header_seconds` after it began, or that takes
    nothing of an answer for `stall_seconds`, is disconnected. uvicorn itself waits for ever.
    """

    header_seconds = 15.0
    stall_seconds = 30.0

    _headers_due: asyncio.TimerHandle | None = None
    _reading_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._headers_due = self.loop.call_later(self.header_seconds, transport.abort)

    def data_received(self, data: bytes) -> None:
        """Take what the client sent; while it is not a whole request head, go on waiting."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            _cancel(self._headers_due)
            self._headers_due = None
        elif self._headers_due is None and not self.transport.is_closing():
            self._headers_due = self.loop.call_later(self.header_seconds, self.transport.abort)

    def pause_writing(self) -> None:
        """Begin to wait for the client to read: as much is written as the connection takes."""
        super().pause_writing()
        self._expect_reading()

    def resume_writing(self) -> None:
        """Stop waiting: the client reads."""
        super().resume_writing()
        _cancel(self._reading_due)

    def _expect_reading(self) -> None:
        left = self.transport.get_write_buffer_size()
        self._reading_due = self.loop.call_later(self.stall_seconds, self._look, left)

    def _look(self, left: int) -> None:
        if self.transport.get_write_buffer_size() < left:
            self._expect_reading()
        else:
            self.transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        super().connection_lost(exc)
        _cancel(self._headers_due)
        _cancel(self._reading_due)


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
