"""Finding and citing in the reader, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.ui.browser.conftest import Visit
from tests.ui.browser.test_browser_visits import PLAN, scrolls_sideways

pytestmark = [pytest.mark.browser, pytest.mark.real]

GOAL = "2/1.3/strategische-doelstellingen/lokale-politie/1"
SELECT = """(element) => {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(text, 0, text, 24);
}"""


def read(visit: Visit, query: str = "?lang=nl") -> Page:
    visit.page.goto(f"{visit.base}{PLAN}{query}")
    return visit.page


def having(part: str) -> re.Pattern[str]:
    """Return a pattern that a value with a part fits."""
    return re.compile(re.escape(part))


def in_view(page: Page) -> str:
    return str(
        page.evaluate(
            "[...CSS.highlights.get('here')].map((range) => range.toString()).join()",
        )
    )


def test_words_are_found_one_by_one_when_they_are_typed(visit: Visit) -> None:
    page = read(visit)
    page.keyboard.press("Control+k")
    page.keyboard.type("mensenhandel")
    status = page.locator(".find [role=status]")
    expect(status).to_contain_text("keer gevonden")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("1/")
    assert in_view(page).lower() == "mensenhandel"
    page.keyboard.press("Enter")
    expect(status).to_contain_text("2/")
    page.keyboard.press("Shift+Enter")
    expect(status).to_contain_text("1/")
    page.keyboard.press("Escape")
    expect(status).to_have_text("")
    assert visit.complaints == []


def test_words_are_found_across_bold_and_lines_when_they_are_typed(visit: Visit) -> None:
    page = read(visit)
    count = page.evaluate(
        "document.getElementById('text').innerText.toLowerCase().split('lokale politie').length - 1"
    )
    page.get_by_role("searchbox").fill("Lokale  Politie")
    expect(page.locator(".find [role=status]")).to_contain_text("keer gevonden")
    found = page.evaluate("CSS.highlights.get('found').size")
    assert found == pytest.approx(count, abs=3)


def test_page_says_so_when_words_are_not_there(visit: Visit) -> None:
    page = read(visit)
    page.get_by_role("searchbox").fill("xyzzy (.*")
    expect(page.locator(".find [role=status]")).to_have_text("Niet gevonden")
    assert visit.complaints == []


def test_all_places_are_listed_when_the_button_is_pressed(visit: Visit) -> None:
    page = read(visit)
    page.get_by_role("searchbox").fill("ARIEC")
    page.get_by_role("button", name="Alle vindplaatsen").click()
    expect(page.locator("h1")).to_have_text("Waar staat “ARIEC”?")
    places = page.locator(".places li")
    expect(places.first).to_contain_text("ARIEC")
    assert places.count() > 3
    places.first.get_by_role("link").click()
    expect(page.locator("mark").first).to_be_in_viewport()
    expect(page.locator("mark").first).to_contain_text("ARIEC")
    assert visit.outside == []
    assert visit.complaints == []


def test_selection_is_cited_when_the_button_is_pressed(visit: Visit) -> None:
    page = read(visit)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(f"[id='{GOAL}'] p").first.evaluate(SELECT)
    page.get_by_role("button", name="Citeren").click()
    dialog = page.get_by_role("dialog")
    written = dialog.get_by_role("textbox")
    expect(written).to_have_value(having("Nationaal Veiligheidsplan 2026-2029"))
    dialog.get_by_role("combobox").select_option("markdown")
    expect(written).to_have_value(having("> Slachtofferdetectie"))
    dialog.get_by_role("button", name="Kopiëren").click()
    expect(dialog.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert str(page.evaluate("navigator.clipboard.readText()")).startswith("> Slachtofferdetectie")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert visit.outside == []
    assert visit.complaints == []


def test_whole_passage_is_cited_when_only_the_keyboard_is_used(visit: Visit) -> None:
    page = read(visit)
    page.locator(f"[id='{GOAL}'] > .permalink").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Citeren")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value(
        having("Nationaal Veiligheidsplan 2026-2029")
    )
    expect(page.get_by_role("dialog").get_by_role("textbox")).to_have_value(having("1.3"))


def test_levels_stand_side_by_side_when_that_is_chosen(visit: Visit) -> None:
    page = read(visit, "?lang=nl&with=levels")
    block = "2/1.3/strategische-doelstellingen"
    federal = page.locator(f"[id='{block}/federale-politie']").bounding_box()
    local = page.locator(f"[id='{block}/lokale-politie']").bounding_box()
    assert federal is not None
    assert local is not None
    assert federal["x"] + federal["width"] <= local["x"]
    assert abs(federal["y"] - local["y"]) < 2
    expect(page.locator(".beside [aria-current=true]")).to_have_text("Federaal naast lokaal")


@pytest.mark.parametrize("visit", [{"width": "320"}], indirect=True)
def test_nothing_sticks_out_when_the_screen_is_a_small_phone(visit: Visit) -> None:
    page = read(visit, "?lang=nl&with=levels")
    assert not scrolls_sideways(page)
    page.locator(f"[id='{GOAL}'] > .permalink").focus()
    expect(page.get_by_role("button", name="Citeren")).to_be_visible()
    assert not scrolls_sideways(page)
    page.goto(f"{visit.base}{PLAN}/occurrences?term=ARIEC&lang=nl")
    assert not scrolls_sideways(page)
    page.goto(f"{visit.base}/check?lang=nl")
    assert not scrolls_sideways(page)
