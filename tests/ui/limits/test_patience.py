"""Clients that are slow, stall or say too much, over real sockets."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from ui.http.limits import MAX_BODY_BYTES, MAX_CHAT_BODY_BYTES, ApiLimits
from ui.limits.patience import MAX_HEADER_BYTES, PatientProtocol

WAIT = 20
LARGE = b"x" * 1_000_000


class Impatient(PatientProtocol):
    header_seconds = 0.3
    stall_seconds = 0.3


class Answering:
    """Answers every request with more than a connection holds, and tells when it is done."""

    def __init__(self) -> None:
        self.done = threading.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        large = scope["path"] == "/large"
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(30 if large else 1):
            body = {"type": "http.response.body", "body": LARGE if large else b"ok"}
            await send({**body, "more_body": True})
        await send({"type": "http.response.body"})
        self.done.set()


@pytest.fixture
def app() -> Answering:
    return Answering()


@pytest.fixture
def address(app: Answering) -> Iterator[tuple[str, int]]:
    config = uvicorn.Config(
        ApiLimits(app, seconds=0.3),
        http=Impatient,
        h11_max_incomplete_event_size=MAX_HEADER_BYTES,
        lifespan="off",
        log_level="critical",
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield listener.getsockname()
        server.should_exit = True
        thread.join(WAIT)


def said_to(address: tuple[str, int], *parts: bytes) -> bytes:
    """Send parts, wait until the server hangs up, and return all it said."""
    with socket.create_connection(address, timeout=WAIT) as connection:
        for part in parts:
            connection.sendall(part)
        heard: list[bytes] = []
        with contextlib.suppress(ConnectionResetError):
            while piece := connection.recv(65_536):
                heard.append(piece)
        return b"".join(heard)


GET = b"GET / HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize("begun", [b"", b"G", GET, GET + b"X-A: "])
def test_it_hangs_up_when_the_headers_do_not_come(address: tuple[str, int], begun: bytes) -> None:
    assert said_to(address, begun) == b""


def test_it_hangs_up_when_the_second_request_does_not_come(address: tuple[str, int]) -> None:
    said = said_to(address, GET + b"\r\n", b"GET / HT")

    assert said.count(b"200 OK") == 1


def test_it_answers_when_the_headers_come_in_time(address: tuple[str, int]) -> None:
    assert b"200 OK" in said_to(address, GET, b"Connection: close\r\n\r\n")


def test_it_refuses_headers_that_are_too_large(address: tuple[str, int]) -> None:
    said = said_to(address, GET, b"X-A: " + b"a" * (MAX_HEADER_BYTES + 65_536))

    assert b"200 OK" not in said


@pytest.mark.parametrize("path", [b"/api/v1/ask", b"/gradio_api/queue/join"])
def test_408_when_the_body_does_not_come(address: tuple[str, int], path: bytes) -> None:
    head = b"POST " + path + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"

    assert b" 408 " in said_to(address, head, b"{")


@pytest.mark.parametrize(
    ("path", "limit"), [(b"/api/v1/ask", MAX_BODY_BYTES), (b"/run", MAX_CHAT_BODY_BYTES)]
)
def test_413_when_the_body_is_larger_than_the_limit(
    address: tuple[str, int], path: bytes, limit: int
) -> None:
    for size, status in ((limit, b"200"), (limit + 1, b"413")):
        head = b"POST %b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" % path
        said = said_to(address, head + b"Content-Length: %d\r\n\r\n" % size, b"a" * size)

        assert said.split()[1] == status


def test_it_hangs_up_when_nobody_reads_the_answer(address: tuple[str, int], app: Answering) -> None:
    with socket.create_connection(address, timeout=WAIT) as connection:
        connection.sendall(GET.replace(b"/ ", b"/large ") + b"\r\n")

        assert app.done.wait(WAIT), "the answer is still held up by who does not read it"


def test_it_goes_on_when_the_answer_is_read(address: tuple[str, int]) -> None:
    said = said_to(address, GET.replace(b"/ ", b"/large ") + b"Connection: close\r\n\r\n")

    assert len(said) > 30 * len(LARGE)
