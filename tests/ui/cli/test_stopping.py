"""A server that is told to stop ends what it has begun."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

SERVE = """
import sys, time
import ui.cli.server as server
from assistant import Settings
from tests.ui.standin_assistant import StandIn

class Slow(StandIn):
    def among(self, _):
        return self

    def answer(self, question, on_stage=None, on_text=None):
        print("begun", flush=True)
        time.sleep(2)
        return super().answer(question, on_stage)

class Opener:
    open = Slow
    state = tuple

server.assistant_opener = lambda _: Opener
server.FACES = ()
server.run(Settings(port=int(sys.argv[1])))
"""


SECONDS = 60


@pytest.fixture
def server() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A server that takes two seconds to answer, and its process."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVE, str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            base = f"http://127.0.0.1:{port}"
            until_ready(base)
            yield base, process
        finally:
            process.kill()


@pytest.mark.parametrize("stream", [True, False])
def test_answer_that_is_under_way_comes_whole_when_the_server_is_stopped(
    server: tuple[str, "subprocess.Popen[str]"], stream: bool
) -> None:
    base, process = server
    assert process.stdout
    asked = {"question": "Wat doet de politie?", "stream": stream}
    with ThreadPoolExecutor() as threads:
        asking = threads.submit(httpx.post, f"{base}/api/v1/ask", json=asked, timeout=SECONDS)
        assert "begun\n" in iter(process.stdout.readline, "")
        process.send_signal(signal.SIGTERM)
        said = asking.result(SECONDS).text

    assert ("event: answer" in said) is stream
    assert '"citations":[{' in said
    assert process.wait(SECONDS) in (0, -signal.SIGTERM)


def until_ready(base: str) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{base}/readyz").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.05)
    pytest.fail("The server did not become ready.")
