"""Make the pictures of the documentation: `python -m tests.ui.browser.screenshots`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from eval.visiting import CHROMIUM, CHROMIUM_ARGUMENTS
from tests.ui.browser.serving import ROOT, serving

FOLDER = ROOT / "docs" / "images"
PLAN = "/plan/nvp-2026-2029"
GOAL = "2/1.3/strategische-doelstellingen/lokale-politie/1"
DRAFT = (
    "Het plan vraagt “versterken van de vroegtijdige identificatie van slachtoffers van "
    "mensenhandel in de buurtwerking” (NVP, 1.3, lokale politie, doelstelling 1) en streeft naar "
    "“een ratio van 85/15 tussen personeelskredieten en werkings-/investeringskredieten”."
)


def _asked(page: Page, base: str, question: str, query: str = "?lang=nl") -> None:
    page.goto(f"{base}/{query}")
    expect(page.locator("#header a").first).to_be_visible()
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".reply")).to_be_visible(timeout=60_000)
    page.mouse.move(0, 0)


def _first_visit(page: Page, base: str) -> None:
    page.goto(f"{base}/?lang=nl")
    expect(page.locator("#header a").first).to_be_visible()


def _answer(page: Page, base: str) -> None:
    _asked(page, base, "Wat moet de lokale politie doen tegen mensenhandel?")


def _refusal(page: Page, base: str) -> None:
    _asked(page, base, "Hoeveel politiehonden zijn er in België?")


def _reader(page: Page, base: str) -> None:
    page.goto(f"{base}{PLAN}?lang=nl&with=none&from=35887&to=36150#{GOAL}")
    expect(page.locator("mark").first).to_be_in_viewport()


def _french_reader(page: Page, base: str) -> None:
    page.goto(f"{base}{PLAN}?lang=fr&from=35887&to=36150#{GOAL}")
    expect(page.locator("mark").first).to_be_in_viewport()


def _levels(page: Page, base: str) -> None:
    page.goto(f"{base}{PLAN}?lang=nl&with=levels#2/1.3/strategische-doelstellingen")
    expect(page.locator(".apart:target")).to_be_in_viewport()


def _citation(page: Page, base: str) -> None:
    _reader(page, base)
    page.locator(f"[id='{GOAL}'] > .permalink").focus()
    page.get_by_role("button", name="Citeren").click()
    expect(page.get_by_role("dialog").get_by_role("textbox")).not_to_have_value("")


def _check(page: Page, base: str) -> None:
    page.goto(f"{base}/check?lang=nl")
    page.get_by_role("textbox").fill(DRAFT)
    page.get_by_role("button", name="Nakijken").click()
    expect(page.locator(".checked").first).to_be_visible()
    page.evaluate("window.scrollTo(0, 0)")


PICTURES: tuple[tuple[str, Callable[[Page, str], None], int, int, str], ...] = (
    ("chat-start", _first_visit, 1280, 800, "light"),
    ("chat", _answer, 1280, 800, "light"),
    ("chat-dark", _answer, 1280, 800, "dark"),
    ("chat-phone", _answer, 390, 844, "light"),
    ("chat-refusal", _refusal, 1280, 800, "light"),
    ("reader", _reader, 1280, 800, "light"),
    ("reader-fr", _french_reader, 1280, 800, "light"),
    ("reader-levels", _levels, 1440, 900, "light"),
    ("reader-cite", _citation, 1280, 800, "light"),
    ("check", _check, 1280, 1000, "light"),
)
"""The name of each picture, what it shows, the width and height of the screen, and the look."""


def main() -> None:
    """Make all pictures anew."""
    with serving() as base, _chromium() as browser:
        for name, show, width, height, look in PICTURES:
            context = browser.new_context(
                viewport={"width": width, "height": height},
                locale="nl-BE",
                color_scheme="dark" if look == "dark" else "light",
            )
            page = context.new_page()
            show(page, base)
            page.screenshot(path=_path(name))
            context.close()
            print(_path(name).relative_to(ROOT))


def _path(name: str) -> Path:
    return FOLDER / f"{name}.png"


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(CHROMIUM_ARGUMENTS)
        )
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
