"""A replica that does what a test says, and remembers what it was asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Mode(Enum):
    """What a replica does with a request that it has read."""

    ANSWERS = "answers"
    DIES = "dies"
    IS_BUSY = "is busy"
    STREAMS = "streams"


class Scripted:
    """A replica on a port of its own."""

    def __init__(self, name: str) -> None:
        self.mode = Mode.ANSWERS
        self.asked: list[tuple[str, Message]] = []
        self.go_on = threading.Event()
        replica = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                replica.asked.append((self.path, self.headers))
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                match replica.mode:
                    case Mode.ANSWERS:
                        self.say(200, name.encode())
                    case Mode.IS_BUSY:
                        self.say(503, b"busy")
                    case Mode.DIES:
                        self.close_connection = True
                    case Mode.STREAMS:
                        self.stream()

            def do_POST(self) -> None:
                self.do_GET()

            def say(self, status: int, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def stream(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                self.close_connection = True
                self.wfile.write(b"data: 1\n\n")
                replica.go_on.wait(10)
                self.wfile.write(b"data: 2\n\n")

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = int(self.server.server_address[1])

    @contextmanager
    def running(self) -> Iterator["Scripted"]:
        """Answer for a while; `stop` before the end lets nobody connect any more."""
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield self
        finally:
            self.stop()

    def stop(self) -> None:
        """Be away."""
        self.server.shutdown()
        self.server.server_close()
