import re

import pytest
from playwright.sync_api import Page, expect

from tests.ui.browser.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.real]

PLAN = "/plan/nvp-2026-2029"
QUESTION = "Wat wordt van de lokale politie verwacht bij cybercriminaliteit?"
ANSWER_MS = 60_000


def open_chat(visit: Visit) -> Page:
    visit.page.goto(f"{visit.base}/")
    # The link comes with the words in the visitor's language.
    expect(visit.page.locator("#header a").first).to_be_visible()
    return visit.page


def ask(page: Page, question: str) -> None:
    page.get_by_role("textbox").fill(question)
    page.keyboard.press("Enter")


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


def test_quote_is_in_view_when_a_citation_is_followed(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, QUESTION)
    chip = page.locator(".chip").first
    expect(chip).to_have_text("[1]", timeout=ANSWER_MS)
    with page.expect_popup() as opened:
        chip.click()
    reader = opened.value
    mark = reader.locator("mark").first
    expect(mark).to_be_in_viewport()
    expect(reader.locator("html")).to_have_attribute("lang", "nl")
    assert reader.locator("[id]:target mark").count() > 0
    assert visit.outside == []
    assert visit.complaints == []


def test_quote_in_the_reader_is_the_one_in_the_chat_when_it_is_followed(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, "Hoeveel medewerkers telt de Federale Politie?")
    quote = page.locator(".sources blockquote").first
    expect(quote).to_contain_text("13.879", timeout=ANSWER_MS)
    shown = quote.text_content() or ""
    with page.expect_popup() as opened:
        page.locator(".sources .open a").first.click()
    expect(opened.value.locator("mark").first).to_be_visible()
    marked = "".join(opened.value.locator("mark").all_text_contents())
    assert "".join(marked.split()) == "".join(shown.split())


def test_follow_up_and_new_conversation_work_when_a_talk_goes_on(visit: Visit) -> None:
    page = open_chat(visit)
    page.get_by_role("button", name="MOTEM").click()
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    ask(page, "Wie evalueert het Nationaal Veiligheidsplan?")
    expect(page.locator(".turn")).to_have_count(2)
    expect(page.locator(".turn").nth(1).locator(".reply")).to_be_visible(timeout=ANSWER_MS)
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.get_by_role("button", name="MOTEM")).to_be_visible()


def test_new_conversation_stays_empty_when_an_answer_was_on_its_way(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, QUESTION)
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator(".turn")).to_have_count(0)
    ask(page, "Waar staat ARIEC voor?")
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    expect(page.locator(".turn")).to_have_count(1)
    expect(page.locator(".turn")).to_contain_text("Arrondissementeel")
    expect(page.locator("#carried textarea")).not_to_have_value(re.compile("cybercriminaliteit"))
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("question", "language", "source", "number"),
    [
        ("How many staff does the Federal Police have?", "en", "Open in the plan", "13,879"),
        ("Was wird von der lokalen Polizei bei Cyberkriminalität erwartet?", "de", "Im Plan", ""),
    ],
)
def test_citation_opens_in_the_askers_language_when_the_question_is_in_another(
    visit: Visit, question: str, language: str, source: str, number: str
) -> None:
    page = open_chat(visit)
    ask(page, question)
    reply = page.locator(f".reply[lang={language}]:not(.refused)")
    expect(reply.locator(".chip").first).to_have_text("[1]", timeout=ANSWER_MS)
    expect(reply.locator(".reading").first).to_have_text(re.compile(number or r"\w"))
    expect(reply.locator(".sources .open").first).to_contain_text(source)
    with page.expect_popup() as opened:
        reply.locator(".chip").first.click()
    expect(opened.value.locator("html")).to_have_attribute("lang", language)
    expect(opened.value.locator("mark").first).to_be_in_viewport()
    assert visit.outside == []


def test_conversation_is_in_the_page_alone_when_it_goes_on(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, QUESTION)
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    carried = page.locator("#carried textarea")
    expect(carried).to_have_value(re.compile("cybercriminaliteit"))
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "cyber" not in stored
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(carried).to_have_value("")
    ask(page, "MOTEM?")
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    page.reload()
    expect(page.locator("#header a").first).to_be_visible()
    expect(carried).to_have_value("")
    expect(page.locator(".turn")).to_have_count(0)
    assert visit.complaints == []


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=\"document.title='taken'\"> wat is dit?",
        "${document.title='taken'} {{#if}} wat is dit allemaal?",
        "[klik](javascript:document.title='taken') wat is dit?",
    ],
)
def test_hostile_words_stay_words_when_they_are_asked(visit: Visit, text: str) -> None:
    page = open_chat(visit)
    ask(page, text)
    expect(page.locator(".reply")).to_be_visible(timeout=ANSWER_MS)
    expect(page.locator(".asked")).to_contain_text(text)
    assert page.title() == "Planwijzer"
    assert page.locator(".talk img, .talk a[href^='javascript']").count() == 0
    assert visit.complaints == []


def test_notice_is_friendly_when_nothing_or_too_much_is_typed(visit: Visit) -> None:
    page = open_chat(visit)
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("nog geen vraag")
    ask(page, "woord " * 400)
    expect(page.get_by_role("alert")).to_contain_text("het maximum is 2000")
    expect(page.get_by_role("textbox")).to_have_value(re.compile("^woord woord"))


@pytest.mark.parametrize("visit", [{"locale": "fr-BE"}], indirect=True)
def test_page_speaks_french_when_the_browser_does(visit: Visit) -> None:
    page = open_chat(visit)
    expect(page.get_by_role("button", name="Envoyer")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.get_by_role("radio", name="DE").check()
    expect(page.get_by_role("button", name="Fragen")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "de")


@pytest.mark.parametrize("visit", [{"width": "320", "scheme": "dark"}], indirect=True)
def test_nothing_sticks_out_when_the_screen_is_a_small_phone(visit: Visit) -> None:
    page = open_chat(visit)
    assert not scrolls_sideways(page)
    ask(page, QUESTION)
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    assert not scrolls_sideways(page)
    expect(page.get_by_role("textbox")).to_be_in_viewport()
    page.goto(f"{visit.base}{PLAN}")
    assert not scrolls_sideways(page)


def test_place_is_marked_in_the_contents_when_an_address_is_opened(visit: Visit) -> None:
    visit.page.goto(f"{visit.base}{PLAN}#2/1.3/strategische-doelstellingen/lokale-politie/1")
    expect(visit.page.locator("[aria-current=location]")).to_have_text("Voor de Lokale Politie")
    expect(visit.page.locator(":target")).to_be_in_viewport()
    assert visit.outside == []
    assert visit.complaints == []
