"""The widget in a page of another server, as a visitor's browser shows it."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from assistant import LANGUAGES, Settings
from tests.ui.serving import serving
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app
from ui.wording import words

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"
PAGE = '<!doctype html><html lang="{}"><title>x</title><main><h1>x</h1>{}</main></html>'
HOSTILE = "<img src=x onerror=\"document.title='hit'\">"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def intranet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of another server, and the folder of its pages."""
    folder = tmp_path_factory.mktemp("intranet")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", folder
        server.shutdown()


@pytest.fixture(scope="module")
def standin() -> StandIn:
    return StandIn()


@pytest.fixture(scope="module")
def base(intranet: tuple[str, Path], standin: StandIn) -> Iterator[str]:
    settings = Settings(cors_origins=(intranet[0],), frame_origins=(intranet[0],))
    with serving(create_app(lambda: standin, settings)) as url:  # type: ignore[arg-type,return-value]
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nl-BE")
    page = context.new_page()
    yield page
    context.close()


def opened(
    page: Page, intranet: tuple[str, Path], base: str, *, lang: str = "nl", extra: str = ""
) -> Page:
    url, folder = intranet
    tag = f'<script src="{base}/widget.js" {extra}></script>'
    (folder / "index.html").write_text(PAGE.format(lang, tag), "utf-8")
    page.goto(url)
    return page


def ask(page: Page, question: str, lang: str = "nl") -> None:
    page.get_by_label(words(lang).chat.question).fill(question)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answer_has_numbered_citations_that_open_in_the_reader(
    page: Page, intranet: tuple[str, Path], base: str, lang: str
) -> None:
    opened(page, intranet, base, lang=lang)

    ask(page, "What is in the plan?", lang)

    marker = page.get_by_role("link", name=words(lang).chat.source.partition("{")[0] + "1")
    expect(marker).to_have_text("[1]")
    assert marker.get_attribute("href").startswith(f"{base}/plan/nvp-2026-2029?from=")
    expect(page.get_by_text(words(lang).chat.sources, exact=True)).to_be_visible()
    expect(page.get_by_role("blockquote")).to_have_count(1)


def test_a_refusal_says_so_and_offers_the_nearest_places(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    opened(page, intranet, base)

    ask(page, "Will the weather hold?")

    expect(page.get_by_text(words("nl").chat.not_found)).to_be_visible()
    links = page.get_by_role("listitem").get_by_role("link")
    expect(links).to_have_count(3)
    assert links.first.get_attribute("href").startswith(f"{base}/plan/")


def test_a_follow_up_brings_its_history_and_a_new_conversation_none(
    page: Page, intranet: tuple[str, Path], base: str, standin: StandIn
) -> None:
    opened(page, intranet, base)
    standin.questions.clear()

    for question in ("One two three?", "Four five six?"):
        ask(page, question)
        expect(page.get_by_text(f"Vraag: {question}")).to_be_visible()
    page.get_by_role("button", name=words("nl").chat.new_conversation).click()
    ask(page, "Seven eight nine?")
    expect(page.get_by_text("Vraag: Seven eight nine?")).to_be_visible()

    assert [len(question.history) for question in standin.questions] == [0, 2, 0]


def test_what_is_typed_or_answered_never_becomes_html(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    opened(page, intranet, base)
    reply = {
        "status": "answered",
        "answer": f"{HOSTILE}\n\n- {HOSTILE} [1]",
        "citations": [
            {
                "number": 1,
                "quote": HOSTILE,
                "label": HOSTILE,
                "url": "javascript:document.title='hit'",
            }
        ],
        "nearest": [],
    }
    shared = {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"}
    page.route("**/api/v1/ask", lambda route: route.fulfill(json=reply, headers=shared))

    ask(page, HOSTILE)

    expect(page.get_by_role("blockquote")).to_have_text(HOSTILE)
    assert page.locator("[data-planwijzer] img").count() == 0
    assert page.locator("[data-planwijzer] a").count() == 0
    assert page.title() == "x"


def test_escape_ends_the_waiting_and_then_puts_the_answer_away(
    page: Page, intranet: tuple[str, Path], base: str, standin: StandIn
) -> None:
    opened(page, intranet, base)
    standin.released.clear()
    ask(page, "What is in the plan?")
    expect(page.get_by_role("status")).to_have_text(words("nl").chat.searching)

    page.keyboard.press("Escape")

    expect(page.get_by_role("status")).to_be_empty()
    standin.released.set()
    ask(page, "What is in the plan?")
    expect(page.get_by_role("blockquote")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("blockquote")).to_have_count(0)
    expect(page.get_by_label(words("nl").chat.question)).to_be_focused()


def test_a_failure_is_told_with_what_mends_it(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    opened(page, intranet, base)

    ask(page, "fail")

    expect(page.get_by_role("alert")).to_have_text(words("nl").chat.failed)
    expect(page.get_by_text(words("nl").chat.failed_fix)).to_be_visible()


def test_who_is_not_let_in_is_told_so(page: Page, intranet: tuple[str, Path]) -> None:
    settings = Settings(access=("keys",), cors_origins=(intranet[0],))
    with serving(create_app(StandIn, settings)) as closed:  # type: ignore[arg-type]
        opened(page, intranet, closed)
        ask(page, "What is in the plan?")

        expect(page.get_by_role("alert")).to_have_text(words("nl").access.unknown)


def test_the_token_of_the_pages_own_visitor_is_shown(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    opened(page, intranet, base)
    page.evaluate("window.planwijzerToken = async () => 'abc'")

    with page.expect_request("**/api/v1/ask") as sent:
        ask(page, "What is in the plan?")

    assert sent.value.headers["authorization"] == "Bearer abc"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("question", ["What is in the plan?", "Will the weather hold?"])
def test_everybody_can_use_it(
    page: Page, intranet: tuple[str, Path], base: str, theme: str, question: str
) -> None:
    opened(page, intranet, base, extra=f'data-theme="{theme}"')
    ask(page, question)
    expect(page.get_by_text(f"Vraag: {question}")).to_be_visible()

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


def test_it_stands_in_a_frame_of_a_page_that_may(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    url, folder = intranet
    frame = f'<iframe title="Planwijzer" src="{base}/embed?lang=de" width="600" height="600">'
    (folder / "frame.html").write_text(PAGE.format("de", f"{frame}</iframe>"), "utf-8")
    page.goto(f"{url}/frame.html")

    inside = page.frame_locator("iframe")
    inside.get_by_label(words("de").chat.question).fill("What is in the plan?")
    inside.get_by_role("button", name=words("de").chat.send).click()

    expect(inside.get_by_role("blockquote")).to_be_visible()


def test_the_page_of_the_guide_shows_a_cited_answer(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    url, folder = intranet
    text = (EXAMPLES / "intranet.html").read_text("utf-8")
    (folder / "intranet.html").write_text(text.replace("http://127.0.0.1:8321", base), "utf-8")
    page.goto(f"{url}/intranet.html")

    ask(page, "Wat staat er in het plan?")

    expect(page.get_by_role("blockquote")).to_be_visible()


def test_the_search_box_of_the_guide_suggests_places(
    page: Page, intranet: tuple[str, Path], base: str
) -> None:
    url, folder = intranet
    text = (EXAMPLES / "search-box.html").read_text("utf-8")
    (folder / "search.html").write_text(text.replace("http://127.0.0.1:8321", base), "utf-8")
    page.goto(f"{url}/search.html")

    page.get_by_role("searchbox").fill("drugs")

    places = page.get_by_role("listitem").get_by_role("link")
    expect(places).to_have_count(5)
    assert places.first.get_attribute("href").startswith(f"{base}/plan/nvp-2026-2029")
    assert Axe().run(page).violations_count == 0
