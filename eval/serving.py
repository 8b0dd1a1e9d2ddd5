"""A server of its own for what measures speed: on a free port, with an empty database."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

_START_SECONDS = 180
_STOP_SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A server that is ready: its address, its process and the seconds that its start took."""

    base: str
    process: psutil.Process
    seconds: float


@contextmanager
def served(environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Serve within a block, from when it is ready.

    Args:
        environment: Variables for the server, besides this process's own.

    Raises:
        SystemExit: It did not become ready.
    """
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        variables = {
            **os.environ,
            "PLANWIJZER_PORT": str(port),
            "PLANWIJZER_DATABASE": f"sqlite:///{Path(folder) / 'measured.db'}",
            **(environment or {}),
        }
        command = [sys.executable, "-m", "ui.cli", "serve", "--host", "127.0.0.1"]
        started = time.perf_counter()
        server = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL)
        try:
            base = f"http://127.0.0.1:{port}"
            _wait_until_ready(base, server)
            seconds = time.perf_counter() - started
            yield Served(base=base, process=psutil.Process(server.pid), seconds=seconds)
        finally:
            server.terminate()
            server.wait(_STOP_SECONDS)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_until_ready(base: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            if httpx.get(f"{base}/readyz").is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise SystemExit("The server did not become ready; run `planwijzer serve` to see why.")
