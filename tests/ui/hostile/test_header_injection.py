"""Line ends in what a caller sends: no header of the caller's own comes back, nor a second answer.

Asked over real sockets: a test client in the same process would refuse such requests itself.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
import uvicorn

from assistant import Settings
from tests.ui.standin_assistant import StandIn
from ui.cli.server import FACES
from ui.http.app import create_app
from ui.limits.patience import MAX_HEADER_BYTES, PatientProtocol

WAIT = 20
ENDS = ("\r\n", "\n", "\r", "\r\n\r\n", "\u2028", "\x00", "\u010a\u010d")
"""Line ends, and two letters that become one where only their low byte is kept."""
INJECTED = "X-Injected: yes"
PATHS = (
    "/plan/{}",
    "/plan/?lang={}",
    "/plan/nvp-2026-2029?with={}",
    "/plan-assets/{}",
    "/api/v1/documents/{}",
    "/api/v1/passages/{}",
    "/api/v1/citations/{}",
    "/api/v1/citations/x?style={}",
    "/check?lang={}",
    "/v1/models/{}",
    "/{}",
)
HEADERS = (
    "Accept-Language",
    "Accept",
    "Accept-Encoding",
    "Authorization",
    "Origin",
    "Referer",
    "X-Request-ID",
    "X-Forwarded-For",
    "X-Forwarded-Host",
)


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    standin = StandIn()
    app = create_app(lambda: standin, Settings(), FACES[:1])  # type: ignore[arg-type,return-value]
    config = uvicorn.Config(
        app,
        http=PatientProtocol,
        h11_max_incomplete_event_size=MAX_HEADER_BYTES,
        log_level="critical",
        server_header=False,
        proxy_headers=False,
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


@pytest.fixture
def said_to(address: tuple[str, int]) -> Callable[[bytes], bytes]:
    """Return what sends bytes and returns all that is said until the server hangs up."""

    def said(request: bytes) -> bytes:
        with socket.create_connection(address, timeout=WAIT) as connection:
            connection.sendall(request)
            heard: list[bytes] = []
            while piece := connection.recv(65_536):
                heard.append(piece)
            return b"".join(heard)

    return said


def head_of(answer: bytes) -> list[bytes]:
    """Return the lines of an answer's head, which is the only one."""
    assert answer.startswith(b"HTTP/1.1 ")
    assert answer.count(b"HTTP/1.1 ") == 1
    return answer.split(b"\r\n\r\n", 1)[0].split(b"\r\n")


def is_clean(head: list[bytes]) -> bool:
    names = [line.split(b":", 1)[0].strip().lower() for line in head[1:]]
    return b"x-injected" not in names and not any(b"\n" in line or b"\r" in line for line in head)


@pytest.mark.parametrize("path", PATHS)
def test_line_ends_in_an_address_stay_out_of_the_head(
    said_to: Callable[[bytes], bytes], path: str
) -> None:
    for end in ENDS:
        asked = path.replace("{}", quote(f"a{end}{INJECTED}", safe=""))
        request = f"GET {asked} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

        assert is_clean(head_of(said_to(request.encode())))


@pytest.mark.parametrize("name", HEADERS)
def test_line_ends_in_a_header_stay_out_of_the_head(
    said_to: Callable[[bytes], bytes], name: str
) -> None:
    for end in (b"\n", b"\r", b"\x00", b"\x0b", b"\x85"):
        value = b"nl" + end + INJECTED.encode()
        request = b"GET /plan HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%b: %b\r\n\r\n" % (
            name.encode(),
            value,
        )

        assert is_clean(head_of(said_to(request)))


def test_only_one_of_two_readings_of_a_body_counts(said_to: Callable[[bytes], bytes]) -> None:
    """A length beside chunks, or two lengths: where proxies have been made to see two requests."""
    second = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Second: yes\r\n\r\n"
    begin = b"POST /api/v1/ask HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    for lengths in (
        b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: 0\r\nContent-Length: 90\r\n",
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"Content-Length: +4\r\n",
    ):
        answer = said_to(begin + lengths + b"\r\n0\r\n\r\n" + second)

        assert head_of(answer)[0].split()[1] in (b"400", b"501")
