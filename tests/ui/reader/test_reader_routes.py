import hashlib

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import Document, PlanwijzerError, ReadDocument, Settings
from assistant.library import Library
from corpus import read_text
from tests.ui.reader.conftest import client_over
from tests.ui.reader.parsed_page import Page, parsed
from ui.reader.routes import router

PLAN = "/plan/nvp-2026-2029"
FETCHING = ("http:", "https:", '"//', "url(", "@import", "fetch(", "import(")
HOSTILE = "<img src=x onerror=alert(1)> & \"'</p><script>alert(2)</script> {{ 7*7 }}"


def hostile_document() -> ReadDocument:
    source = f"Voorwoord\n\n{HOSTILE}\n\n- {HOSTILE}\n- twee\n\n**{HOSTILE}**\n"
    document = Document(
        id="hostile",
        title=HOSTILE,
        short_title=HOSTILE,
        edition=HOSTILE,
        language="nl",
        publishers=(HOSTILE,),
        status=HOSTILE,
        dates=(),
        provenance="",
        source_file="x.md",
        sha256=hashlib.sha256(source.encode()).hexdigest(),
    )
    return read_text(document, source)


def test_policy_allows_own_files_alone_when_a_page_is_served(reader: TestClient) -> None:
    headers = reader.get(PLAN).headers
    assert headers["content-security-policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_nothing_inline_is_left_for_the_policy_to_block_when_a_page_is_served(
    reader: TestClient,
) -> None:
    html = reader.get(PLAN).text
    assert "style=" not in html
    assert "<style" not in html
    assert " onclick=" not in html
    assert html.count("<script") == html.count("<script src=") == 5


@pytest.mark.parametrize(
    "name", ["plan.css", "plan.js", "tips.js", "find.js", "icon.svg", "clipboard.js"]
)
def test_asset_loads_nothing_further_when_it_is_served(reader: TestClient, name: str) -> None:
    response = reader.get(f"/plan-assets/{name}")
    assert response.status_code == 200
    text = response.text.replace("http://www.w3.org/2000/svg", "")
    assert all(word not in text for word in FETCHING)


def test_citations_come_from_this_server_when_they_are_asked(reader: TestClient) -> None:
    text = reader.get("/plan-assets/cite.js").text
    assert text.count("fetch(") == text.count("fetch(`../api/v1/citations/") == 1
    assert all(word not in text for word in FETCHING if word != "fetch(")


@pytest.mark.parametrize(
    "name", ["routes.py", "..%2Froutes.py", "../routes.py", "%2e%2e/routes.py"]
)
def test_asset_is_missing_when_it_is_not_the_pages_own(reader: TestClient, name: str) -> None:
    assert reader.get(f"/plan-assets/{name}").status_code == 404


@pytest.mark.parametrize(
    ("header", "query", "language"),
    [
        ("fr-BE,fr;q=0.9,nl;q=0.8", "", "fr"),
        ("en-GB;q=0.4, de-BE;q=0.7", "", "de"),
        ("zh-CN", "", "nl"),
        ("", "", "nl"),
        ("fr", "?lang=en", "en"),
        ("fr", "?lang=<script>", "fr"),
        ("fr;q=x, de;q=0.1", "", "de"),
    ],
)
def test_page_speaks_the_visitors_language_when_it_is_one_of_four(
    reader: TestClient, header: str, query: str, language: str
) -> None:
    response = reader.get(PLAN + query, headers={"accept-language": header})
    assert parsed(response.text).language == language


def test_language_links_keep_the_quote_when_one_is_highlighted(reader: TestClient) -> None:
    links = parsed(reader.get(PLAN, params={"from": 60, "to": 100}).text).links
    assert "?lang=fr&from=60&to=100" in links


@pytest.mark.parametrize("document", ["nope", "..%2F..%2Fetc", "%00", "<script>", "a" * 3000])
def test_friendly_page_is_shown_when_the_document_is_unknown(
    reader: TestClient, document: str
) -> None:
    response = reader.get(f"/plan/{document}", headers={"accept-language": "fr"})
    assert response.status_code == 404
    if response.headers["content-type"].startswith("text/html"):
        assert "Ce document n’existe pas ici" in response.text
        assert "nvp-2026-2029?lang=fr" in response.text
        assert "<script>" not in response.text


def test_page_says_to_wait_when_the_assistant_is_not_ready() -> None:
    def not_ready() -> Library:
        raise PlanwijzerError("The index is still loading.", "Try again in a moment.")

    app = FastAPI()
    app.include_router(router(not_ready, Settings()))  # type: ignore[arg-type]
    response = TestClient(app).get(PLAN)
    assert response.status_code == 503
    assert response.headers["retry-after"] == "10"
    assert "Het plan is nog niet beschikbaar" in response.text


def test_text_stays_text_when_a_document_holds_markup() -> None:
    html = client_over(hostile_document()).get("/plan/hostile").text
    page: Page = parsed(html)
    assert "<img" not in html
    assert html.count("<script") == 5
    assert HOSTILE in page.texts["text"]
    assert "49" not in page.texts["text"]


def test_answer_has_no_body_when_only_headers_are_asked(reader: TestClient) -> None:
    response = reader.head(PLAN)
    assert response.status_code == 200
    assert response.content == b""
