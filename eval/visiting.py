"""A real Chromium: somebody who asks in the chat's page, and cold loads of the reader page."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, async_playwright
from playwright.async_api import TimeoutError as TooLate

from eval.chatting import READING_SECONDS, Waits
from eval.questions import Language
from eval.talks import Deck

CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""Nothing but the server under test is reached."""
_SCREEN = ViewportSize(width=1280, height=800)
_PATIENCE_MS = 60_000
_TYPING_MS = 20

# The page's own clock: what the driver needs to hear of it is no part of the wait.
_NOTE_ENTER = """addEventListener(
  "keydown", (event) => { if (event.key === "Enter") window.pressedAt = event.timeStamp; }, true)"""
_SECONDS_TO_STATEMENT = """(turn) => {
  const reply = document.querySelectorAll(".turn")[turn]?.querySelector(".reply");
  const shown = reply?.querySelector(".statements li, h3");
  if (!shown?.checkVisibility() || !shown.getBoundingClientRect().height) return null;
  const seconds = (performance.now() - window.pressedAt) / 1000;
  return { seconds, refused: reply.classList.contains("refused") };
}"""
_PAINTS = """() => {
  const paints = performance.getEntriesByType("paint");
  if (paints.length < 2) return null;
  return Object.fromEntries(paints.map((paint) => [paint.name, paint.startTime / 1000]));
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A page loaded with a cold cache: seconds to its paints, and bytes over the network."""

    first_paint: float
    first_contentful_paint: float
    size: float


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Give a browser that asks nothing of the internet.

    Raises:
        SystemExit: There is none on this computer.
    """
    if not CHROMIUM.exists():
        raise SystemExit("There is no Chromium; run `make browser`.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(CHROMIUM_ARGUMENTS)
        )
        yield browser
        await browser.close()


async def open_chat(browser: Browser, base: str, language: Language) -> Page:
    """Return the chat's page, ready to ask in.

    Raises:
        SystemExit: It did not get ready.
    """
    page = await browser.new_page(locale=language, viewport=_SCREEN)
    await page.add_init_script(_NOTE_ENTER)
    try:
        await page.goto(f"{base}/?lang={language}")
        # The link comes with the words in the visitor's language.
        await page.locator("#header a").first.wait_for(timeout=_PATIENCE_MS)
    except TooLate:
        raise SystemExit("The chat's page did not get ready.") from None
    return page


async def chat_in(page: Page, language: Language, seconds: float, deck: Deck, seed: int) -> Waits:
    """Ask in the chat's page, read and ask on for a time; return how long each statement took."""
    waits = Waits()
    drawn = random.Random(seed)  # noqa: S311
    until = time.monotonic() + seconds
    while True:
        for place, text in enumerate(deck.deal(language)):
            await asyncio.sleep(drawn.uniform(*READING_SECONDS))
            if time.monotonic() > until:
                return waits
            waits.follow_ups += place > 0
            await _ask(page, text, waits)


async def load(browser: Browser, url: str) -> Load:
    """Load a page in a browser context of its own, whose cache is empty.

    Raises:
        SystemExit: It did not load, or nothing was painted.
    """
    context = await browser.new_context(viewport=_SCREEN)
    page = await context.new_page()
    session = await context.new_cdp_session(page)
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    await session.send("Network.enable")
    try:
        response = await page.goto(url, wait_until="networkidle", timeout=_PATIENCE_MS)
        if response is None or not response.ok:
            raise SystemExit(f"{url} did not load.")
        paints = await page.wait_for_function(_PAINTS, timeout=_PATIENCE_MS)
    except TooLate:
        raise SystemExit(f"{url} was not painted.") from None
    seconds = await paints.json_value()
    await context.close()
    return Load(
        first_paint=seconds["first-paint"],
        first_contentful_paint=seconds["first-contentful-paint"],
        size=sum(sizes),
    )


async def _ask(page: Page, text: str, waits: Waits) -> None:
    turn = await page.locator(".turn").count()
    box = page.locator("#question textarea")
    await box.fill("")
    await box.press_sequentially(text, delay=_TYPING_MS)
    await box.press("Enter")
    try:
        shown = await page.wait_for_function(
            _SECONDS_TO_STATEMENT, arg=turn, polling="raf", timeout=_PATIENCE_MS
        )
    except TooLate:
        waits.failed["nothing shown"] += 1
        return
    seen = await shown.json_value()
    waits.seconds.append(seen["seconds"])
    waits.refused += seen["refused"]
