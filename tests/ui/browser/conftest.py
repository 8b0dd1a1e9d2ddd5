"""The real server as a process of its own, and the real browser."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from eval.visiting import CHROMIUM, CHROMIUM_ARGUMENTS
from tests.ui.browser.serving import serving

# A machine that does much besides is no failure of the page.
expect.set_options(timeout=20_000)


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
    with serving() as base:
        yield base


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: while it runs, no other event loop can in this thread."""
    executable = CHROMIUM if CHROMIUM.exists() else shutil.which("chromium")
    if executable is None:
        pytest.skip("There is no Chromium on this computer.")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=list(CHROMIUM_ARGUMENTS)
        )
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
