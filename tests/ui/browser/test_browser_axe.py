"""No page breaks a rule of WCAG 2.2, levels A and AA, that axe-core can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.ui.browser.conftest import Visit
from tests.ui.browser.test_browser_visits import ANSWER_MS, PLAN, QUESTION, ask, open_chat

pytestmark = [pytest.mark.browser, pytest.mark.real]

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    },
    "resultTypes": ["violations"],
}
LOOKS = [{"scheme": "light"}, {"scheme": "dark"}, {"scheme": "dark", "width": "320"}]
DRAFT = """Het plan vraagt “versterken van de vroegtijdige identificatie van slachtoffers van
mensenhandel in de wijkwerking” en “een maandelijkse vergadering van alle burgemeesters van het
land” (NVP, 1.3, doelstelling 1; NVP, 9.9, doelstelling 4)."""

both_looks = pytest.mark.parametrize("visit", LOOKS, indirect=True, ids=str)


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} ({node['failureSummary'][:300]})"
        for rule in found
        for node in rule["nodes"]
    ]


@both_looks
def test_empty_chat_breaks_no_rule(visit: Visit) -> None:
    assert violations(open_chat(visit)) == []


@both_looks
def test_answer_in_the_chat_breaks_no_rule(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, QUESTION)
    expect(page.locator(".chip").first).to_be_visible(timeout=ANSWER_MS)
    page.get_by_role("button", name="Nee").click()
    page.locator(".sources summary").first.click()
    assert violations(page) == []


@both_looks
def test_french_answer_in_the_chat_breaks_no_rule(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, "Que doit faire la police locale contre la traite des êtres humains ?")
    expect(page.locator(".reading").first).to_be_visible(timeout=ANSWER_MS)
    assert violations(page) == []


@both_looks
def test_refusal_in_the_chat_breaks_no_rule(visit: Visit) -> None:
    page = open_chat(visit)
    ask(page, "Wie won de Ronde van Frankrijk in 2024?")
    expect(page.locator(".refused")).to_be_visible(timeout=ANSWER_MS)
    assert violations(page) == []


@both_looks
@pytest.mark.parametrize("query", ["?lang=nl", "?lang=fr&with=fr", "?lang=nl&with=levels"])
def test_reader_breaks_no_rule(visit: Visit, query: str) -> None:
    visit.page.goto(f"{visit.base}{PLAN}{query}")
    assert violations(visit.page) == []


@both_looks
def test_citation_in_the_reader_breaks_no_rule(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.base}{PLAN}?lang=nl&from=35887&to=36150")
    page.locator(".passage > .permalink").nth(20).focus()
    page.get_by_role("button", name="Citeren").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


@both_looks
def test_list_of_places_breaks_no_rule(visit: Visit) -> None:
    visit.page.goto(f"{visit.base}{PLAN}/occurrences?term=ARIEC&lang=fr")
    expect(visit.page.locator(".places li").first).to_be_visible()
    assert violations(visit.page) == []


@both_looks
def test_check_page_breaks_no_rule(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.base}/check?lang=nl")
    assert violations(page) == []
    page.get_by_role("textbox").fill(DRAFT)
    page.get_by_role("button", name="Nakijken").click()
    expect(page.locator(".checked").first).to_be_visible()
    assert violations(page) == []


@both_looks
def test_list_of_documents_breaks_no_rule(visit: Visit) -> None:
    visit.page.goto(f"{visit.base}/plan?lang=de")
    assert violations(visit.page) == []
