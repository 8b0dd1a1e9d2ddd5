"""Health and readiness, before, during and after opening."""

import itertools
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from assistant import SearchIndexError, Settings
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app
from ui.http.opening import NotReadyError, Opening
from ui.http.problems import HEADERS


def test_process_is_up_but_not_ready_when_the_assistant_is_opening(standin):
    opened = threading.Event()

    def open():
        opened.wait(10)
        return standin

    with TestClient(create_app(open, Settings())) as client:
        health, ready = client.get("/healthz"), client.get("/readyz")
        asked = client.post("/api/v1/ask", json={"question": "x"})
        opened.set()

    assert health.status_code == 200
    for response in (ready, asked):
        assert response.status_code == 503
        assert int(response.headers["retry-after"]) > 0
        assert response.headers["content-type"] == "application/problem+json"


def test_readiness_states_problem_and_fix_when_opening_failed():
    def open():
        raise SearchIndexError("There is no index.", "Run planwijzer index build.")

    with TestClient(create_app(open, Settings())) as client:
        response = until_detail(client, "There is no index. Run planwijzer index build.")

    assert response.status_code == 503


def test_readiness_tells_nothing_of_the_inside_when_opening_failed_unexpectedly():
    def open():
        raise OSError("/srv/secret")

    with TestClient(create_app(open, Settings())) as client:
        response = until_detail(client, "could not be opened")

    assert "secret" not in response.text


def until_detail(client, detail):
    for _ in range(500):
        response = client.get("/readyz")
        if detail in response.json()["detail"]:
            return response
        threading.Event().wait(0.01)
    raise AssertionError(response.text)


def test_request_ends_on_the_documents_it_began_with_when_they_change_meanwhile(shipped):
    before, after = StandIn(shipped.documents[:1]), StandIn(shipped.documents[1:])
    state = itertools.chain([1], itertools.repeat(2))
    in_use = iter([before, after])
    before.released.clear()
    old, new = (s.documents[0].document.id for s in (before, after))
    app = create_app(lambda: next(in_use), Settings(), state=lambda: next(state))

    with TestClient(app) as client, ThreadPoolExecutor() as threads:
        until_ready(client)
        asked = threads.submit(client.post, "/api/v1/ask", json={"question": "Wat?"})
        until(lambda: old not in client.get("/api/v1/documents").text)
        before.released.set()
        begun_before = asked.result(10).json()
        begun_after = client.post("/api/v1/ask", json={"question": "Wat?"}).json()

    assert begun_before["citations"][0]["document"]["id"] == old
    assert begun_after["citations"][0]["document"]["id"] == new


def test_old_assistant_answers_and_readiness_tells_why_when_a_change_fails(standin):
    state = itertools.chain([1], itertools.repeat(2))
    opened = []

    def open():
        opened.append(1)
        if len(opened) > 1:
            raise SearchIndexError("The index is damaged.", "Run planwijzer index build.")
        return standin

    with TestClient(create_app(open, Settings(), state=lambda: next(state))) as client:
        until_ready(client)
        first = client.get("/readyz").json()
        until(lambda: client.get("/readyz").json()["problem"])
        ready = client.get("/readyz")
        answered = client.post("/api/v1/ask", json={"question": "Wat?"})

    assert first == {"status": "ready", "documents": len(standin.documents), "problem": None}
    assert ready.status_code == 200
    assert ready.json()["problem"] == "The index is damaged. Run planwijzer index build."
    assert answered.status_code == 200


def test_nothing_is_opened_again_while_a_change_is_under_way(standin):
    opened = []
    states = itertools.count()
    opening = Opening(lambda: opened.append(1) or standin, lambda: next(states), look_seconds=0.001)

    opening.start()
    until(lambda: next(states) > 50)
    opening.stop()

    assert opened == [1]


def test_opening_is_tried_again_when_it_failed_some_time_ago(standin):
    outcomes = iter([SearchIndexError("Busy.", "Wait."), standin])

    def open():
        outcome = next(outcomes)
        if isinstance(outcome, SearchIndexError):
            raise outcome
        return outcome

    opening = Opening(open, look_seconds=0.001, retry_seconds=0.01)
    opening.start()
    until(lambda: opening.problem is None and opening.assistant() is standin)
    opening.stop()


def until(holds):
    deadline = time.monotonic() + 20
    while not attempt(holds):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def attempt(holds):
    try:
        return holds()
    except NotReadyError:
        return False


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_watchers_may_use_head_when_all_is_well(client, path):
    assert client.head(path).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/healthz"),
        ("GET", "/openapi.json"),
        ("GET", "/api/v1/documents"),
        ("GET", "/api/v1/none"),
        ("POST", "/api/v1/ask"),
    ],
)
def test_answers_are_guarded_by_headers_when_they_come_from_the_api(client, method, path):
    response = client.request(method, path)

    assert all(response.headers[name] == value for name, value in HEADERS.items())


def test_api_answers_unknown_paths_itself_when_a_face_takes_every_path(standin):
    def everything(app, *_):
        app.mount("/", page)
        return app

    async def page(_, __, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"chat"})

    app = create_app(lambda: standin, Settings(), [everything])
    with TestClient(app) as client:
        assert client.get("/").text == "chat"
        assert "x-content-type-options" not in client.get("/").headers
        assert client.get("/api/v1/none").status_code == 404
        assert client.get("/api/v1/ask").status_code == 405
        assert client.get("/healthz").json() == {"status": "ok"}


def test_mounted_face_gets_the_assistant_when_it_is_open(standin):
    given = []

    def face(app, assistant_of, settings):
        given.append((assistant_of, settings))
        return app

    settings = Settings(public_url="https://plan.example.be")
    with TestClient(create_app(lambda: standin, settings, [face])) as client:
        until_ready(client)
        [(assistant_of, got)] = given
        assert assistant_of().documents is standin.documents
        assert got is settings
