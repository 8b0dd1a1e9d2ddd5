"""The page that lists all documents."""

from dataclasses import replace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import LANGUAGES, DocumentStatus, PlanwijzerError, ReadDocument, Settings
from assistant.library import Library
from tests.ui.reader.conftest import client_over
from tests.ui.reader.parsed_page import parsed
from ui.reader.routes import router
from ui.wording import words


def note_of(plan: ReadDocument) -> ReadDocument:
    document = replace(
        plan.document,
        id="nota",
        title="Nota <b>over</b> de kadernota",
        language="fr",
        edition="2026",
        status=DocumentStatus.CONTEXT_NOTE,
    )
    return replace(plan, document=document, versions=())


@pytest.fixture(scope="module")
def two(plan: ReadDocument) -> TestClient:
    return client_over(plan, note_of(plan))


def test_every_document_is_listed_when_the_list_is_asked(two: TestClient) -> None:
    response = two.get("/plan?lang=nl")
    page = parsed(response.text)
    assert response.status_code == 200
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "plan/nvp-2026-2029?lang=nl" in page.links
    assert "plan/nota?lang=nl" in page.links
    text = page.texts["text"]
    assert "Bindend plan" in text
    assert "Doelgericht. Geïntegreerd. Veilig." in text
    assert "Nota <b>over</b> de kadernota" in text
    assert "Français, Deutsch, English (werkvertaling, niet officieel)" in text


def test_context_note_is_marked_when_it_is_listed_and_read(two: TestClient) -> None:
    marked = "Dit is een contextnota, niet de officiële tekst."
    assert two.get("/plan?lang=nl").text.count(marked) == 1
    assert marked in two.get("/plan/nota?lang=nl").text
    assert marked not in two.get("/plan/nvp-2026-2029?lang=nl").text


def test_assets_are_found_when_the_list_is_one_step_nearer(two: TestClient) -> None:
    loads = parsed(two.get("/plan").text).loads
    assert loads == ["plan-assets/icon.svg", "plan-assets/plan.css"]


def test_list_is_linked_when_there_are_several_documents(two: TestClient) -> None:
    assert "../plan?lang=nl" in parsed(two.get("/plan/nota?lang=nl").text).links


def test_list_is_shown_when_its_address_ends_in_a_slash(two: TestClient) -> None:
    response = two.get("/plan/?lang=fr")
    assert response.status_code == 200
    assert str(response.url).endswith("/plan?lang=fr")


def test_list_says_to_wait_when_the_assistant_is_not_ready() -> None:
    def not_ready() -> Library:
        raise PlanwijzerError("The index is still loading.", "Try again in a moment.")

    app = FastAPI()
    app.include_router(router(not_ready, Settings()))  # type: ignore[arg-type]
    response = TestClient(app).get("/plan")
    assert response.status_code == 503
    assert 'href="plan-assets/plan.css"' in response.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_status_has_a_word_when_documents_are_listed(language: str) -> None:
    assert words(language).reader.statuses.keys() == {status.value for status in DocumentStatus}
