"""What the chat offers around an answer, in a real browser."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.ui.browser.conftest import Visit
from tests.ui.browser.test_browser_visits import (
    ANSWER_MS,
    QUESTION,
    ask,
    open_chat,
    scrolls_sideways,
)

pytestmark = [pytest.mark.browser, pytest.mark.real]


def answered(visit: Visit, question: str = QUESTION) -> Page:
    page = open_chat(visit)
    ask(page, question)
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    return page


def pasted(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def copy(page: Page, button: Locator) -> None:
    """Press a button, and wait until it has said that it copied; that passes in two seconds."""
    page.evaluate(
        """() => new MutationObserver(() => {
             window.copied ||= document.body.innerText.includes('Gekopieerd');
           }).observe(document.body, { subtree: true, childList: true, characterData: true })"""
    )
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("window.copied")
    expect(button).to_contain_text("kopiëren")
    expect(button).to_be_focused()


def saved(page: Page, name: str) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path())


def test_quote_and_footnote_are_in_the_clipboard_when_they_are_copied(visit: Visit) -> None:
    page = answered(visit, "Welke ratio tussen personeels- en werkingskredieten geldt er?")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    source = page.locator(".sources li", has_text="85/15").first
    copy(page, source.get_by_role("button", name="Citaat kopiëren"))
    assert "ratio van 85/15" in pasted(page)
    source.get_by_role("button", name="Verwijzing kopiëren").click()
    page.wait_for_function("navigator.clipboard.readText().then((t) => t.includes('geraadpleegd'))")
    footnote = pasted(page)
    assert "Nationaal Veiligheidsplan 2026-2029" in footnote
    assert f"{visit.base}/plan/nvp-2026-2029?from=" in footnote
    assert visit.outside == []
    assert visit.complaints == []


def test_quote_is_copied_when_the_browser_gives_no_clipboard(visit: Visit) -> None:
    page = answered(visit)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    copy(page, page.get_by_role("button", name="Citaat kopiëren").first)


def test_question_is_asked_within_a_theme_when_one_is_chosen(visit: Visit) -> None:
    page = open_chat(visit)
    page.get_by_label("Thema").click()
    page.get_by_role("option", name="5. Verkeersveiligheid").click()
    ask(page, "Wat wordt van de lokale politie verwacht?")
    expect(page.locator(".reply")).to_be_visible(timeout=ANSWER_MS)
    for place in page.locator(".sources .place").all_text_contents():
        assert "Verkeersveiligheid" in place
    assert visit.complaints == []


def test_opinion_is_sent_once_when_a_thumb_is_pressed(visit: Visit) -> None:
    page = answered(visit)
    expect(page.get_by_label("Waarom?")).to_be_hidden()
    page.get_by_role("button", name="Nee").click()
    page.get_by_label("Waarom?").fill("Te kort.")
    with page.expect_request("**/api/v1/feedback") as sent:
        page.get_by_role("button", name="Versturen").click()
    body = sent.value.post_data_json
    assert (body["verdict"], body["comment"]) == ("down", "Te kort.")
    assert "question" not in body
    expect(page.locator(".feedback")).to_contain_text("Bedankt")
    ask(page, "Waarvoor staat de afkorting MOTEM?")
    expect(page.locator(".feedback")).to_have_count(2, timeout=ANSWER_MS)
    expect(page.locator(".feedback").first).to_contain_text("Bedankt")
    expect(page.get_by_role("button", name="Nee")).to_have_count(1)
    assert visit.complaints == []


def test_question_goes_along_when_who_asked_agrees(visit: Visit) -> None:
    page = answered(visit)
    page.get_by_role("button", name="Ja", exact=True).click()
    page.get_by_role("checkbox").check()
    with page.expect_request("**/api/v1/feedback") as sent:
        page.get_by_role("button", name="Versturen").click()
    assert sent.value.post_data_json["question"] == QUESTION
    expect(page.locator(".feedback")).to_contain_text("Bedankt")


def test_conversation_opens_in_word_with_footnotes_when_it_is_saved(visit: Visit) -> None:
    page = answered(visit)
    file = saved(page, "Bewaren als Word").read_bytes()
    document = docx.Document(BytesIO(file))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [QUESTION]
    notes = ZipFile(BytesIO(file)).read("word/footnotes.xml").decode()
    assert "Nationaal Veiligheidsplan 2026-2029" in notes
    assert f"{visit.base}/plan/nvp-2026-2029" in notes
    assert visit.outside == []


def test_conversation_is_a_text_with_notes_when_it_is_saved_as_markdown(visit: Visit) -> None:
    text = saved(answered(visit), "Bewaren als Markdown").read_text("utf-8")
    assert text.startswith("# Gesprek met Planwijzer\n")
    assert f"## {QUESTION}" in text.replace("\\", "")
    assert "\n[^1]: " in text


def test_paper_has_questions_and_answers_alone_when_it_is_printed(visit: Visit) -> None:
    page = answered(visit)
    page.emulate_media(media="print")
    expect(page.locator(".asked")).to_be_visible()
    expect(page.locator(".sources")).to_be_visible()
    for hidden in ("#composer", "#options", "#tools", ".copy", ".feedback"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_whole_visit_needs_no_mouse_when_there_is_a_keyboard(visit: Visit) -> None:
    page = open_chat(visit)
    expect(page.locator("#question textarea")).to_be_focused()
    page.keyboard.type("Waarvoor staat de afkorting MOTEM?")
    page.keyboard.press("Enter")
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    chip = page.locator(".chip").first
    chip.focus()
    with page.expect_popup():
        page.keyboard.press("Enter")
    page.bring_to_front()
    page.keyboard.press("Control+k")
    expect(page.locator("#question textarea")).to_be_focused()


def test_every_control_is_reached_when_the_tab_key_is_pressed(visit: Visit) -> None:
    page = answered(visit)
    page.locator("#language input").first.focus()
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(str(page.evaluate("document.activeElement.textContent.trim().slice(0, 20)")))
    for name in ("[1]", "Openen in het plan", "Citaat kopiëren [1]", "Bewaren als Word"):
        assert any(text.startswith(name[:20]) for text in reached), name


def test_conversations_stay_apart_when_two_people_ask_at_once(
    visit: Visit, browser: Browser
) -> None:
    other = Visit(page=browser.new_context(locale="nl-BE").new_page(), base=visit.base)
    mine, theirs = open_chat(visit), open_chat(other)
    ask(mine, QUESTION)
    ask(theirs, "Waarvoor staat de afkorting MOTEM?")
    for page, own, foreign in ((mine, "cyber", "MOTEM"), (theirs, "MOTEM", "cyber")):
        expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
        expect(page.locator(".turn")).to_have_count(1)
        expect(page.locator(".asked")).to_contain_text(own)
        expect(page.locator(".asked")).not_to_contain_text(foreign)
    other.page.context.close()


@pytest.mark.parametrize("visit", [{"width": "320"}], indirect=True)
def test_tools_fit_when_the_screen_is_a_small_phone(visit: Visit) -> None:
    page = answered(visit)
    page.get_by_role("button", name="Nee").click()
    assert not scrolls_sideways(page)
    expect(page.locator(".statements").first).to_be_visible()
    box, sources = page.locator(".statements").first.bounding_box(), page.locator(".sources")
    below = sources.first.bounding_box()
    assert box is not None
    assert below is not None
    assert below["y"] >= box["y"] + box["height"]


@pytest.mark.parametrize("visit", [{"width": "1600"}], indirect=True)
def test_sources_stand_beside_the_answer_when_the_screen_is_wide(visit: Visit) -> None:
    page = answered(visit)
    answer = page.locator(".statements").first.bounding_box()
    beside = page.locator(".sources").first.bounding_box()
    assert answer is not None
    assert beside is not None
    assert beside["x"] >= answer["x"] + answer["width"]
