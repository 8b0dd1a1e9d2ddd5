"""The reader and the chat for who does not read Dutch, in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.browser.conftest import Visit
from tests.ui.browser.test_browser_visits import ANSWER_MS, PLAN, ask, open_chat, scrolls_sideways

pytestmark = [pytest.mark.browser, pytest.mark.real]

QUESTION = "Qu'est-ce que le plan attend de la police locale en matière de cybercriminalité ?"
GOAL = "2/1.3/strategische-doelstellingen/lokale-politie/1"
WORKING = "traduction de travail, non officielle"
FRENCH = {"locale": "fr-BE"}
SMALL = {"width": "320", "locale": "fr-BE"}


def at(page: Page, address: str) -> Locator:
    return page.locator(f"[id='{address}']")


def read(visit: Visit, query: str = "", address: str = "") -> Page:
    visit.page.goto(f"{visit.base}{PLAN}{query}{f'#{address}' if address else ''}")
    return visit.page


def left(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["x"]


@pytest.mark.parametrize("visit", [FRENCH], indirect=True)
def test_french_version_leads_to_its_quote_when_a_question_is_french(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, QUESTION)
    statement = page.locator(".statements li").first
    expect(statement.locator(".reading p").first).to_have_attribute("lang", "fr", timeout=ANSWER_MS)
    expect(statement.locator(".reading .tag")).to_have_text(WORKING)
    expect(statement.locator(".original")).to_contain_text("Texte original (Nederlands)")
    expect(statement.locator(".original [lang=nl]")).to_contain_text("lokale")
    page.locator(".sources summary").first.click()
    expect(page.locator(".sources .reading .tag").first).to_be_visible()
    said = statement.locator(".reading p").first.text_content() or ""
    with page.expect_popup() as opened:
        statement.locator(".chip").first.click()
    reader = opened.value
    expect(reader.locator(".original mark").first).to_be_in_viewport()
    marked = "".join(reader.locator(".version mark").all_text_contents())
    assert "".join(marked.split()) == "".join(said.split())
    assert visit.outside == []
    assert visit.complaints == []


@pytest.mark.parametrize("visit", [FRENCH], indirect=True)
def test_nearest_places_have_versions_when_the_plan_has_no_answer(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, "Qui a gagné le Tour de France en 2024 ?")
    expect(page.locator(".nearest .reading .tag").first).to_have_text(WORKING, timeout=ANSWER_MS)
    assert page.locator(".nearest .reading").count() == page.locator(".nearest li").count()


@pytest.mark.parametrize("visit", [FRENCH], indirect=True)
def test_columns_stand_side_by_side_when_the_screen_is_wide(visit: Visit) -> None:
    page = read(visit, address=GOAL)
    goal = at(page, GOAL)
    expect(goal.locator(".original")).to_contain_text("Slachtofferdetectie")
    expect(goal.locator(".version")).to_contain_text("Détection et accueil des victimes")
    expect(goal.locator(".version")).to_have_attribute("lang", "fr")
    original, version = (
        goal.locator(f".{name}").bounding_box() for name in ("original", "version")
    )
    assert original is not None
    assert version is not None
    assert original["x"] + original["width"] < version["x"]
    assert abs(original["y"] - version["y"]) < 2
    names = page.locator(".columns")
    expect(names).to_be_in_viewport()
    expect(names.locator(".version")).to_have_text(f"Français {WORKING}")
    assert abs(left(names.locator(".version")) - version["x"]) < 2
    assert visit.outside == []
    assert visit.complaints == []


@pytest.mark.parametrize("visit", [SMALL], indirect=True)
def test_version_stands_under_its_original_when_the_screen_is_small(visit: Visit) -> None:
    page = read(visit, address=GOAL)
    original, version = (
        at(page, GOAL).locator(f".{name}").bounding_box() for name in ("original", "version")
    )
    assert original is not None
    assert version is not None
    assert original["y"] + original["height"] <= version["y"]
    assert not scrolls_sideways(page)
    expect(page.locator(".columns .version")).to_be_in_viewport()
    at(page, GOAL).locator("xpath=following::abbr").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert not scrolls_sideways(page)
    page.goto(f"{visit.base}/plan")
    assert not scrolls_sideways(page)
    assert visit.complaints == []


@pytest.mark.parametrize("visit", [SMALL], indirect=True)
def test_french_answer_fits_when_the_screen_is_small(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, QUESTION)
    expect(page.locator(".reading").first).to_be_visible(timeout=ANSWER_MS)
    assert not scrolls_sideways(page)


def test_place_and_choice_are_kept_when_a_version_is_chosen(visit: Visit) -> None:
    page = read(visit, address=GOAL)
    expect(page.locator(".version")).to_have_count(0)
    page.locator(".beside").get_by_role("link", name="English").click()
    expect(page.locator(".columns .version")).to_have_text("English werkvertaling, niet officieel")
    expect(at(page, GOAL)).to_be_in_viewport()
    page.locator(".languages").get_by_role("link", name="DE").click()
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.locator(".columns .version")).to_contain_text("English")
    expect(at(page, GOAL)).to_be_in_viewport()
    page.locator(".beside").get_by_role("link", name="Nichts").click()
    expect(page.locator("html.nothing, .version")).to_have_count(0)
    expect(page.locator(".beside [aria-current=true]")).to_have_text("Nichts")


def test_abbreviation_is_explained_when_it_gets_the_focus(visit: Visit) -> None:
    page = read(visit, "?lang=fr&with=none", "2/2/strategische-doelstellingen")
    tip = page.get_by_role("tooltip")
    expect(tip).to_have_count(0)
    short = page.locator("main abbr", has_text="OCAD").or_(
        page.locator("main abbr", has_text="FGP")
    )
    short.first.evaluate("e => e.previousElementSibling?.focus?.()")
    short.first.focus()
    expect(tip).to_be_visible()
    expect(tip).to_have_attribute("lang", "fr")
    assert short.first.get_attribute("aria-describedby") == "tip"
    meaning = tip.text_content()
    page.keyboard.press("Escape")
    expect(tip).to_have_count(0)
    assert short.first.get_attribute("title") == meaning
    assert visit.complaints == []


def test_abbreviations_are_reached_when_the_tab_key_is_pressed(visit: Visit) -> None:
    page = read(visit)
    reached = None
    page.locator("main abbr").first.evaluate(
        "e => e.closest('.passage').previousElementSibling.querySelector('.permalink').focus()"
    )
    for _ in range(6):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.localName")
        if reached == "abbr":
            break
    assert reached == "abbr"
    expect(page.get_by_role("tooltip")).to_be_visible()


def test_footnote_is_read_at_its_mark_when_it_is_pointed_at(visit: Visit) -> None:
    page = read(visit, "?lang=nl&with=fr", "2/1.3/p2")
    mark = at(page, "2/1.3/p2").locator(".version .note")
    mark.hover()
    tip = page.get_by_role("tooltip")
    expect(tip).to_contain_text("loi du 15 décembre 1980")
    expect(tip).to_have_attribute("lang", "fr")
    tip.hover()
    expect(tip).to_be_visible()
    page.locator(".product").hover()
    expect(tip).to_have_count(0)
    mark.click()
    expect(at(page, "2/1.3/n1")).to_be_in_viewport()


def test_contents_follow_when_the_page_is_scrolled(visit: Visit) -> None:
    page = read(visit)
    current = page.locator("#contents [aria-current=location]")
    for address, name in (
        ("2/2", "2. Cybercriminaliteit"),
        ("2/5", "5. Verkeersveiligheid"),
    ):
        at(page, address).evaluate("e => window.scrollTo(0, e.offsetTop)")
        expect(current).to_have_text(name)
        expect(current).to_be_in_viewport()
    expect(current).to_have_count(1)


def test_documents_are_listed_when_the_list_is_opened(visit: Visit) -> None:
    visit.page.goto(f"{visit.base}/plan?lang=fr")
    visit.page.locator("main").get_by_role("link", name="Nationaal Veiligheidsplan").click()
    expect(visit.page.locator("h1")).to_contain_text("Nationaal Veiligheidsplan")
    expect(visit.page.locator("html")).to_have_attribute("lang", "fr")
    assert visit.outside == []
    assert visit.complaints == []
