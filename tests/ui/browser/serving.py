"""`planwijzer serve` as a process of its own, on a free port."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[3]
READY_SECONDS = 180


@contextmanager
def serving() -> Iterator[str]:
    """Give the address of a server, ready.

    Raises:
        TimeoutError: It did not become ready.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        _until_ready(base, process)
        yield base
    finally:
        process.terminate()
        process.wait(30)


def _until_ready(base: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY_SECONDS
    problem = "it has not answered"
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{base}/readyz", timeout=5):
                return
        # A process that is still starting refuses, or does not answer in time.
        except OSError as error:
            problem = str(error)
            time.sleep(0.2)
    raise TimeoutError(f"planwijzer serve did not become ready: {problem}")
