"""The real server as a process of its own, set as `deploy/planwijzer.env` says."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
READY_SECONDS = 400
STOP_SECONDS = 30


def environment(folder: Path) -> Mapping[str, str]:
    """Return the variables of servers and commands that share the folders of a test."""
    example = (ROOT / "deploy" / "planwijzer.env").read_text("utf-8").splitlines()
    said = dict(line.split("=", 1) for line in example if not line.startswith("#"))
    return {
        **os.environ,
        **said,
        "PLANWIJZER_RATE_LIMIT": "",
        "PLANWIJZER_CORPUS": str(folder / "corpus"),
        "PLANWIJZER_INDEX": str(folder / "index"),
        "PLANWIJZER_VECTORS": str(folder / "vectors"),
        "PLANWIJZER_DATABASE": "",
    }


def planwijzer(folder: Path, *arguments: str) -> str:
    """Run a command over the folders and return what it prints."""
    command = [sys.executable, "-m", "ui.cli", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(folder), capture_output=True, text=True, timeout=600
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


class Replica:
    """A replica on a port of its own, which may be stopped and started again."""

    def __init__(self, folder: Path, port: int) -> None:
        self.port = port
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; it is ready some time later."""
        command = [sys.executable, "-m", "ui.cli", "serve", "--port", str(self.port)]
        with (self._folder / f"{self.port}.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=environment(self._folder), stdout=log, stderr=log
            )

    def until_ready(self) -> None:
        """Wait until it can answer."""
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline and self._process and self._process.poll() is None:
            try:
                if httpx.get(f"http://127.0.0.1:{self.port}/readyz").status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.2)
        pytest.fail((self._folder / f"{self.port}.log").read_text("utf-8"))

    def kill(self) -> None:
        """Take it away without a word."""
        if self._process:
            self._process.kill()
            self._process.wait(STOP_SECONDS)

    def stop(self) -> None:
        """Tell it to end, and wait until it has."""
        if self._process:
            self._process.terminate()
            self._process.wait(STOP_SECONDS)
