"""What is counted: by route, status, reason and stage; never by what was asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from assistant import Citation, Question
from tests.ui.access.conftest import bearer
from tests.ui.standin_assistant import FAILS, UNKNOWN, StandIn
from ui.access.caller import Role
from ui.access.keys import Keys
from ui.http.record import failed_quotes

ClientOf = Callable[..., TestClient]
ASK = "/api/v1/ask"


def read(client: TestClient) -> dict[tuple[str, ...], float]:
    """Return each sample's value, by its name and the values of its labels in their order."""
    return {
        (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(client.get("/metrics").text)
        for sample in family.samples
    }


@pytest.fixture
def client(client_of: ClientOf) -> TestClient:
    return client_of(access=())


def test_requests_are_counted_by_route_and_status(client: TestClient) -> None:
    client.get("/api/v1/documents")
    client.get("/api/v1/documents/none")
    client.get("/plan/nvp-2026-2029?from=1&to=9")
    client.post(ASK, json={"question": f"{FAILS} now"})

    found = read(client)
    assert found["planwijzer_requests_total", "/api/v1/documents", "200"] == 1
    assert found["planwijzer_requests_total", "/api/v1/documents/{document_id}", "404"] == 1
    assert found["planwijzer_requests_total", "/plan/{document_id}", "200"] == 1
    assert found["planwijzer_requests_total", ASK, "500"] == 1
    assert found["planwijzer_request_seconds_count", "/api/v1/documents"] == 1


def test_answers_are_counted_by_reason_and_measured_by_stage(client: TestClient) -> None:
    client.post(ASK, json={"question": "Wat?"})
    client.post(ASK, json={"question": UNKNOWN, "stream": True})

    found = read(client)
    assert found["planwijzer_answers_total", "extractive", "", "answered"] == 1
    refused = ("planwijzer_answers_total", "extractive", "out_of_scope", "not_in_corpus")
    assert found[refused] == 1
    assert found["planwijzer_statements_total",] == 2
    assert found["planwijzer_statements_removed_total",] == 0
    assert found["planwijzer_quotes_failed_total",] == 0
    for stage, seconds in (("understand", 0.002), ("retrieve", 0.004), ("total", 0.01208)):
        assert found["planwijzer_stage_seconds_sum", stage] == pytest.approx(seconds)


def test_the_index_and_the_queue_are_stated(client: TestClient, whole: StandIn) -> None:
    found = read(client)

    assert found["planwijzer_questions", "running"] == 0
    assert found["planwijzer_questions", "waiting"] == 0
    [(digest, value)] = [
        (key[1], value) for key, value in found.items() if key[0] == "planwijzer_index_info"
    ]
    assert len(digest) == 16
    assert value == len(whole.documents)


def test_no_label_holds_what_a_caller_wrote(client: TestClient) -> None:
    words = "zeldzaamwoord"
    client.post(ASK, json={"question": words})
    for path in (f"/{words}", f"/api/{words}", f"/plan/{words}", f"/api/v1/passages/{words}"):
        client.get(path, params={"lang": words})
        client.request(words, path)

    assert words not in client.get("/metrics").text.casefold()


def test_who_is_not_let_in_is_counted(client_of: ClientOf, keys: Keys) -> None:
    stranger = client_of()
    stranger.get("/api/v1/documents")

    admin = bearer(keys.create("a", role=Role.ADMIN, days=1)[1])
    assert 'planwijzer_requests_total{route="other",status="401"} 1.0' in (
        stranger.get("/metrics", headers=admin).text
    )


def test_a_quote_that_is_not_the_source_is_counted(whole: StandIn) -> None:
    answer = whole.answer(Question(text="Wat?"))

    def wrong(citation: Citation) -> Citation:
        return replace(citation, quote=citation.quote + "!")

    assert failed_quotes(answer, whole) == 0
    altered = replace(answer, citations=tuple(map(wrong, answer.citations)))
    assert failed_quotes(altered, whole) == len(answer.citations) == 1


def test_an_answer_that_could_not_be_logged_is_counted(client_of: ClientOf, engine: Engine) -> None:
    client = client_of(access=())
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE feedback"))
        connection.execute(text("DROP TABLE answers"))

    assert client.post(ASK, json={"question": "Wat?"}).status_code == 200
    assert read(client)["planwijzer_answers_unlogged_total",] == 1
