"""The real server as a process of its own, and the real browser."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[3]
CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
READY_SECONDS = 180


@dataclass
class Visit:
    """A visitor's page, and every address it asked for."""

    page: Page
    base: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        own = (self.base, "data:", "blob:")
        return [url for url in self.asked if not url.startswith(own)]


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    """The address of `planwijzer serve`, ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "ui.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        until_ready(base, process)
        yield base
    finally:
        process.terminate()
        process.wait(30)


def until_ready(base: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY_SECONDS
    problem = "it has not answered"
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{base}/readyz", timeout=5):
                return
        except URLError as error:
            problem = str(error)
            time.sleep(0.2)
    pytest.fail(f"planwijzer serve did not become ready: {problem}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: while it runs, no other event loop can in this thread."""
    executable = CHROMIUM if CHROMIUM.exists() else shutil.which("chromium")
    if executable is None:
        pytest.skip("There is no Chromium on this computer.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor; a parameter sets another width, language or colour scheme."""
    chosen = {"width": "1280", "locale": "nl-BE", "scheme": "light"} | getattr(request, "param", {})
    context = browser.new_context(
        viewport={"width": int(chosen["width"]), "height": 700},
        locale=chosen["locale"],
        color_scheme="dark" if chosen["scheme"] == "dark" else "light",
    )
    seen = Visit(page=context.new_page(), base=served)
    context.on("request", lambda asked: seen.asked.append(asked.url))
    context.on(
        "console",
        lambda said: seen.complaints.append(said.text) if said.type == "error" else None,
    )
    context.on("weberror", lambda error: seen.complaints.append(str(error.error)))
    yield seen
    context.close()
