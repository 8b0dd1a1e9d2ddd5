import re
from dataclasses import dataclass, field

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import Evidence, Filters, PlanwijzerError, ReadDocument
from assistant.library import Library
from tests.ui.reader.parsed_page import parsed
from ui.reader.occurrence_routes import occurrence_router

PLAN = "/plan/nvp-2026-2029/occurrences"
HOSTILE = "<img src=x onerror=alert(1)> & \"' {{ 7*7 }}"


@dataclass
class Looking(Library):
    """A library that finds the passages with a term, and remembers what it was asked."""

    read: ReadDocument
    asked: list[tuple[str, str, Filters]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__([self.read])

    def occurrences(self, term: str, language: str, filters: Filters) -> tuple[Evidence, ...]:
        self.asked.append((term, language, filters))
        return tuple(
            Evidence(passage=p, ranges=((0, len(p.text)),), score=1.0)
            for p in self.read.passages
            if term and term in p.text
        )


@pytest.fixture
def library(plan: ReadDocument) -> Looking:
    return Looking(plan)


@pytest.fixture
def client(library: Looking) -> TestClient:
    app = FastAPI()
    app.include_router(occurrence_router(lambda: library))  # type: ignore[arg-type,return-value]
    return TestClient(app)


def test_every_place_opens_at_its_words_when_a_term_is_looked_up(
    client: TestClient, plan: ReadDocument
) -> None:
    page = parsed(client.get(PLAN, params={"term": "MOTEM"}).text)
    places = [link for link in page.links if "from=" in link]
    there = [p for p in plan.passages if "MOTEM" in p.text]
    assert len(places) == len(there) > 1
    first = there[0]
    assert places[0].startswith(
        f"../../plan/nvp-2026-2029?from={first.char_start}&to={first.char_end}#"
    )
    assert all("MOTEM" in mark for mark in page.marks)


def test_one_document_is_searched_when_a_term_is_looked_up(
    client: TestClient, library: Looking
) -> None:
    client.get(PLAN, params={"term": " ARIEC ", "lang": "fr"})
    assert library.asked == [
        ("ARIEC", "fr", Filters(documents=frozenset({"nvp-2026-2029"}))),
    ]


def test_translation_stands_under_the_words_when_the_visitor_reads_another_language(
    client: TestClient,
) -> None:
    html = client.get(PLAN, params={"term": "MOTEM", "lang": "fr"}).text
    assert "traduction de travail, non officielle" in html
    assert "Nombre d’occurrences" in html
    assert "traduction" not in client.get(PLAN, params={"term": "MOTEM", "lang": "nl"}).text


def test_page_says_so_when_a_term_is_nowhere(client: TestClient) -> None:
    html = client.get(PLAN, params={"term": "xyzzy"}, headers={"accept-language": "de"}).text
    assert "Diese Wörter stehen nicht im Text." in html


def test_page_asks_for_a_term_when_there_is_none(client: TestClient) -> None:
    html = client.get(PLAN).text
    assert "Alle vindplaatsen" in html
    assert "Deze woorden" not in html


def test_term_stays_words_when_it_looks_like_markup(client: TestClient) -> None:
    html = client.get(PLAN, params={"term": HOSTILE}).text
    assert "<img" not in html
    assert "49" not in re.sub(r"\d{4}-\d{4}", "", html)


@pytest.mark.parametrize("term", ["a" * 5000, "\x00\ud800".encode("utf-8", "replace"), "%00"])
def test_term_is_cut_and_cleaned_when_it_is_off(
    client: TestClient, library: Looking, term: str
) -> None:
    assert client.get(PLAN, params={"term": term}).status_code == 200
    assert len(library.asked[-1][0]) <= 200


def test_page_is_safe_when_it_is_served(client: TestClient) -> None:
    headers = client.get(PLAN, params={"term": "ARIEC"}).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "private" in headers["cache-control"]


def test_friendly_page_is_shown_when_the_document_is_unknown(client: TestClient) -> None:
    response = client.get("/plan/nope/occurrences", params={"term": "x", "lang": "nl"})
    assert response.status_code == 404
    assert 'href="../../plan/nvp-2026-2029?lang=nl"' in response.text


def test_page_says_to_wait_when_the_assistant_is_not_ready() -> None:
    def not_ready() -> Library:
        raise PlanwijzerError("The index is still loading.", "Try again in a moment.")

    app = FastAPI()
    app.include_router(occurrence_router(not_ready))  # type: ignore[arg-type]
    assert TestClient(app).get(PLAN).status_code == 503
