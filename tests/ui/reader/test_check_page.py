"""The page that checks quotations, without a browser."""

import asyncio
import time
from html.parser import HTMLParser

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import ASGITransport, AsyncClient, Response

from assistant import LANGUAGES, DraftReport, PlanwijzerError, ReadDocument, Settings
from assistant.library import Library
from tests.ui.reader.test_reader_routes import HOSTILE, hostile_document
from ui.reader.check_page import Form, checked
from ui.reader.check_routes import check_router
from ui.wording import words

QUOTE = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"


def client_over(*documents: ReadDocument, public_url: str = "") -> TestClient:
    library = Library(documents)
    app = FastAPI()
    settings = Settings(public_url=public_url)
    app.include_router(check_router(lambda: library, settings))  # type: ignore[arg-type,return-value]
    return TestClient(app)


@pytest.fixture(scope="module")
def page(plan: ReadDocument) -> TestClient:
    return client_over(plan)


class _Read(HTMLParser):
    """Which elements a page has, and the text of each kind."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = [""]
        self.text: dict[str, str] = {}
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href" and tag == "a"]

    def handle_data(self, data: str) -> None:
        tag = self.tags[-1]
        self.text[tag] = self.text.get(tag, "") + data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_speaks_the_visitors_language(page: TestClient, language: str) -> None:
    reply = page.get("/check", params={"lang": language})

    assert f'<html lang="{language}">' in reply.text
    assert words(language).check.title in _Read(reply.text).text["h1"]
    assert "form-action 'self'" in reply.headers["content-security-policy"]


def test_a_close_quotation_is_shown_with_its_difference(page: TestClient) -> None:
    draft = f"“{QUOTE.replace('vroegtijdige', 'snelle')}”"

    reply = page.post("/check?lang=nl", data={"draft": draft})
    read = _Read(reply.text)

    assert reply.headers["cache-control"] == "no-store"
    assert "snelle" in reply.text[reply.text.index("<del>") : reply.text.index("</del>")]
    assert "vroegtijdige" in reply.text[reply.text.index("<ins>") : reply.text.index("</ins>")]
    assert "91 % gelijk" in reply.text
    assert any(link.startswith("plan/nvp-2026-2029?from=") for link in read.links)
    assert draft in read.text["textarea"]


def test_a_quoted_translation_is_told_with_its_original(page: TestClient) -> None:
    draft = "« renforcement de l'identification précoce des victimes »"

    text = page.post("/check?lang=fr", data={"draft": draft}).text

    assert "traduction de travail (Français), pas le texte officiel" in text
    assert "Slachtofferdetectie en -bejegening" in text


def test_lines_end_as_in_the_draft(page: TestClient) -> None:
    text = page.post("/check", data={"draft": "> veiligheid is nooit\r\n> een eindpunt"}).text

    assert 'class="checked exact"' in text


@pytest.mark.parametrize(
    ("draft", "told"), [("", "empty"), ("x" * 50_001, "too_long"), ("niets", "nothing")]
)
def test_what_cannot_be_checked_is_told(page: TestClient, draft: str, told: str) -> None:
    reply = page.post("/check?lang=en", data={"draft": draft})
    line = getattr(words("en").check, told).format(length=50_001, maximum=50_000)

    assert line.replace(">.", "&gt;.") in reply.text
    assert reply.status_code == (200 if told == "nothing" else 422)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("button", ["page", "csv"])
def test_too_much_to_check_is_told_in_the_visitors_language(
    page: TestClient, language: str, button: str
) -> None:
    draft = "“iets ergs” " * 301

    reply = page.post("/check", params={"lang": language}, data={"draft": draft, "as": button})

    line = words(language).check.too_many.format(count=301, maximum=300)
    assert reply.status_code == 422
    assert f'role="alert">{line}</p>' in reply.text
    assert draft.strip() in _Read(reply.text).text["textarea"]


@pytest.mark.parametrize(
    ("button", "media_type", "begins"),
    [("csv", "text/csv", "\ufeffSoort,"), ("markdown", "text/markdown", "# Mijn citaten nakijken")],
)
def test_the_result_can_be_downloaded(
    plan: ReadDocument, button: str, media_type: str, begins: str
) -> None:
    page = client_over(plan, public_url="https://plan.example.be")

    reply = page.post("/check?lang=nl", data={"draft": f"“{QUOTE}”", "as": button})

    assert reply.headers["content-type"].startswith(media_type)
    assert reply.headers["content-disposition"].startswith("attachment; ")
    assert reply.content.decode().startswith(begins)
    assert "https://plan.example.be/plan/nvp-2026-2029?from=" in reply.text


def test_hostile_words_stay_words(plan: ReadDocument) -> None:
    page = client_over(plan, hostile_document())
    plain = set(_Read(page.post("/check", data={"draft": f"“{QUOTE}x”"}).text).tags)

    reply = page.post("/check", data={"draft": f"“{HOSTILE}”\n> {HOSTILE}", "document": HOSTILE})

    assert set(_Read(reply.text).tags) <= plain | {"del", "ins", "span", "a"}
    assert "49" not in _Read(reply.text).text["blockquote"]


@pytest.mark.parametrize(
    "body", [b"\xff\xfe", b"draft=%ff%00", b"a=1&" * 50, b"draft=" + b"%E2" * 9]
)
def test_a_body_that_is_off_is_no_failure(page: TestClient, body: bytes) -> None:
    assert page.post("/check", content=body).status_code in (200, 422)


def test_it_says_so_while_there_is_nothing_to_compare_with() -> None:
    def unready() -> Library:
        raise PlanwijzerError("Nog niet.", "Wacht even.")

    app = FastAPI()
    app.include_router(check_router(unready, Settings()))  # type: ignore[arg-type]
    client = TestClient(app)

    assert client.get("/check").status_code == 503
    assert client.post("/check", data={"draft": "x"}).status_code == 503


async def _posted(settings: Settings, plan: ReadDocument, times: int) -> list[Response]:
    """Return what comes back when a draft is sent some times at once."""
    library, app = Library([plan]), FastAPI()
    app.include_router(check_router(lambda: library, settings))  # type: ignore[arg-type,return-value]
    async with AsyncClient(transport=ASGITransport(app), base_url="http://test") as client:
        sent = [client.post("/check?lang=en", data={"draft": "“mine”"}) for _ in range(times)]
        return await asyncio.gather(*sent)


@pytest.mark.parametrize(
    ("settings", "times", "refused"),
    [(Settings(max_waiting=0), 2, 1), (Settings(max_seconds=1), 1, 1), (Settings(), 2, 0)],
)
def test_who_has_to_come_back_finds_the_draft_in_the_form(
    plan: ReadDocument,
    monkeypatch: pytest.MonkeyPatch,
    settings: Settings,
    times: int,
    refused: int,
) -> None:
    def slowly(form: Form, library: Library) -> DraftReport:
        time.sleep(1.5)
        return checked(form, library)

    monkeypatch.setattr("ui.reader.check_routes.checked", slowly)
    replies = asyncio.run(_posted(settings, plan, times))

    late = [reply for reply in replies if reply.status_code == 503]
    assert len(late) == refused
    for reply in late:
        assert reply.headers["retry-after"]
        assert words("en").check.busy in reply.text
        assert "“mine”" in _Read(reply.text).text["textarea"]
