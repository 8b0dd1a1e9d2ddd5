"""What nginx does with requests, before replicas that behave as each test says."""

import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.deploy.nginx import NAME, Nginx, nginx_before
from tests.deploy.scripted import Mode, Scripted

READING = ("/api/v1/ask", "/api/v1/search", "/api/v1/verify", "/v1/chat/completions")
CHANGING = ("/api/v1/feedback", "/gradio_api/queue/join")


@pytest.fixture
def replicas() -> Iterator[tuple[Scripted, Scripted]]:
    with Scripted("first").running() as first, Scripted("second").running() as second:
        yield first, second


@pytest.fixture
def nginx(replicas: tuple[Scripted, Scripted], tmp_path: Path) -> Iterator[Nginx]:
    with nginx_before([replica.port for replica in replicas], tmp_path) as nginx:
        yield nginx


def test_both_replicas_are_asked(nginx: Nginx) -> None:
    with nginx.client() as client:
        said = {client.get("/api/v1/documents").text for _ in range(8)}

    assert said == {"first", "second"}


def test_what_clients_say_of_themselves_is_not_passed_on(
    nginx: Nginx, replicas: tuple[Scripted, Scripted]
) -> None:
    forged = {
        "X-Forwarded-User": "chief",
        "X-Forwarded-Groups": "csd",
        "X-Forwarded-For": "192.0.2.1",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "http",
        "X-Request-ID": "0123456789abcdef",
        "Forwarded": "for=192.0.2.1",
    }
    with nginx.client("127.0.0.2") as client:
        for path in ("/api/v1/ask", "/plan", "/"):
            client.get(path, headers=forged)

    asked = [headers for replica in replicas for _, headers in replica.asked]
    assert len(asked) == 3
    for headers in asked:
        said = {name: headers.get_all(name) for name in forged}
        [identifier] = said.pop("X-Request-ID") or []
        assert len(identifier) == 32
        assert said == {
            "X-Forwarded-User": None,
            "X-Forwarded-Groups": None,
            "X-Forwarded-For": ["127.0.0.2"],
            "X-Forwarded-Host": [NAME],
            "X-Forwarded-Proto": ["https"],
            "Forwarded": None,
        }


def test_key_of_a_client_is_passed_on(nginx: Nginx, replicas: tuple[Scripted, Scripted]) -> None:
    with nginx.client() as client:
        client.get("/api/v1/documents", headers={"Authorization": "Bearer pw_x_y"})

    [[_, headers]] = [*replicas[0].asked, *replicas[1].asked]
    assert headers["Authorization"] == "Bearer pw_x_y"


@pytest.mark.parametrize("mode", [Mode.DIES, Mode.IS_BUSY])
@pytest.mark.parametrize("path", READING)
def test_other_replica_answers_a_question_that_one_did_not(
    nginx: Nginx, replicas: tuple[Scripted, Scripted], path: str, mode: Mode
) -> None:
    replicas[0].mode = mode
    with nginx.client() as client:
        said = [client.post(path, json={"question": "x"}) for _ in range(6)]

    assert [(reply.status_code, reply.text) for reply in said] == [(200, "second")] * 6
    assert replicas[0].asked


@pytest.mark.parametrize("path", CHANGING)
def test_nothing_that_changes_something_is_sent_twice(
    nginx: Nginx, replicas: tuple[Scripted, Scripted], path: str
) -> None:
    for replica in replicas:
        replica.mode = Mode.DIES
    with nginx.client() as client:
        said = [client.post(path, json={}) for _ in range(6)]

    assert {reply.status_code for reply in said} == {503}
    assert len(replicas[0].asked) + len(replicas[1].asked) == 6


@pytest.mark.parametrize("path", [*READING, *CHANGING, "/plan"])
def test_other_replica_answers_everything_when_one_is_away(
    nginx: Nginx, replicas: tuple[Scripted, Scripted], path: str
) -> None:
    replicas[1].stop()
    with nginx.client() as client:
        said = [client.post(path, json={}) for _ in range(6)]

    assert [reply.text for reply in said] == ["first"] * 6


def test_client_is_told_when_to_come_back_when_both_are_away(
    nginx: Nginx, replicas: tuple[Scripted, Scripted]
) -> None:
    for replica in replicas:
        replica.stop()
    with nginx.client() as client:
        said = [client.post("/api/v1/ask", json={"question": "x"}) for _ in range(3)]

    for reply in said:
        assert reply.status_code == 503
        assert reply.headers["retry-after"] == "5"
        assert reply.headers["content-type"] == "application/problem+json"
        assert reply.json()["status"] == 503
        assert set(reply.json()) == {"type", "title", "status", "detail"}


def test_client_hears_of_both_being_busy_from_the_server_itself(
    nginx: Nginx, replicas: tuple[Scripted, Scripted]
) -> None:
    for replica in replicas:
        replica.mode = Mode.IS_BUSY
    with nginx.client() as client:
        said = [client.post("/api/v1/ask", json={"question": "x"}) for _ in range(6)]
        for replica in replicas:
            replica.mode = Mode.ANSWERS
        later = client.post("/api/v1/ask", json={"question": "x"})

    assert [(reply.status_code, reply.text) for reply in said] == [(503, "busy")] * 6
    assert later.status_code == 200


@pytest.mark.parametrize("path", ["/api/v1/ask", "/gradio_api/queue/data?session_hash=x"])
def test_stream_comes_piece_by_piece(
    nginx: Nginx, replicas: tuple[Scripted, Scripted], path: str
) -> None:
    for replica in replicas:
        replica.mode = Mode.STREAMS
    with nginx.client() as client, client.stream("POST", path) as reply:
        pieces = reply.iter_raw()
        first = next(pieces)
        for replica in replicas:
            replica.go_on.set()
        rest = b"".join(pieces)

    assert first == b"data: 1\n\n"
    assert rest == b"data: 2\n\n"


def test_requests_of_one_address_to_the_chat_go_to_one_replica(nginx: Nginx) -> None:
    with nginx.client() as client:
        said = {client.get("/gradio_api/heartbeat/x").text for _ in range(8)}

    assert len(said) == 1


def test_metrics_are_not_to_be_had(nginx: Nginx, replicas: tuple[Scripted, Scripted]) -> None:
    with nginx.client() as client:
        assert client.get("/metrics").status_code == 404
    assert [*replicas[0].asked, *replicas[1].asked] == []


def test_browser_is_told_to_stay_with_tls(nginx: Nginx) -> None:
    with nginx.client() as client:
        assert "max-age" in client.get("/plan").headers["strict-transport-security"]

    moved = httpx.get(f"{nginx.plain}/plan?lang=fr")
    assert moved.status_code == 301
    assert moved.headers["location"] == f"https://{NAME}/plan?lang=fr"


def test_nobody_who_asks_for_another_name_is_answered(nginx: Nginx) -> None:
    port = httpx.URL(nginx.base).port
    unverified = ssl.create_default_context()
    unverified.check_hostname, unverified.verify_mode = False, ssl.CERT_NONE

    with (
        socket.create_connection(("127.0.0.1", port), timeout=5) as connection,
        pytest.raises(ssl.SSLError, match=r"(?i)unrecognized.name"),
    ):
        unverified.wrap_socket(connection, server_hostname="evil.example")


def test_log_holds_neither_an_address_nor_what_was_looked_for(nginx: Nginx) -> None:
    with nginx.client("127.0.0.9") as client:
        client.get("/plan/nvp-2026-2029?from=1&to=2", headers={"Referer": "https://x/?q=Janssens"})

    # It is written a moment after the answer has been given.
    deadline = time.monotonic() + 10
    while not (lines := nginx.log.read_text("utf-8").splitlines()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    [line] = lines
    assert " GET /plan/nvp-2026-2029 200 " in line
    assert "127.0.0.9" not in line
    assert "Janssens" not in line
    assert "?" not in line
