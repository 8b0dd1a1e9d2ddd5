"""Traces: none unless a collector is named; then ids, choices and times, and no word of anybody."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status
from starlette.testclient import TestClient

from assistant import Settings, SettingsError
from tests.ui.access.conftest import PROXY
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import FAILS, UNKNOWN, StandIn
from ui.http.app import create_app
from ui.watch.tracing import open_tracing

ASK = "/api/v1/ask"
COMPLETE = "/v1/chat/completions"
WORD = "zeldzaamwoord"
STAGES = ["understand", "retrieve", "answer"]


class Collector:
    """A collector of traces on this machine, which keeps what it is sent."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.paths: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.paths.append(self.path)
                outer.bodies.append(body)
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def spans(self) -> list[Span]:
        return [
            span
            for body in self.bodies
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]

    def of_request(self, request_id: str) -> tuple[Span, list[Span]]:
        """Return the span of a request and those within it, in the order in which they began."""
        [request] = [s for s in self.spans if of(s).get("planwijzer.request_id") == request_id]
        within = [s for s in self.spans if s.parent_span_id == request.span_id]
        return request, sorted(within, key=lambda span: span.start_time_unix_nano)


def of(span: Span) -> dict[str, Any]:
    """Return the attributes of a span."""
    return {a.key: a.value.string_value or a.value.int_value for a in span.attributes}


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """A collector; whoever heeds OpenTelemetry's own variables is led to it as well."""
    running = Collector()
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", running.url)
    yield running
    running.close()


@contextmanager
def client_of(settings: Settings) -> Iterator[TestClient]:
    """Give a client of a server; when the block ends all has been sent."""
    app = create_app(StandIn, settings)  # type: ignore[arg-type]
    with TestClient(app, raise_server_exceptions=False, client=("192.0.2.7", 50_000)) as client:
        until_ready(client)
        yield client


def ask_everywhere(client: TestClient, question: str) -> list[str]:
    """Ask over each face; return the ids of the requests."""
    call = {"name": "ask", "arguments": {"question": question}}
    message = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}
    headers = {"Accept": "application/json, text/event-stream", "Host": "127.0.0.1"}
    said = {"model": "planwijzer", "messages": [{"role": "user", "content": question}]}
    answers = [
        client.post("/mcp", json=message, headers=headers),
        *(client.post(ASK, json={"question": question, "stream": s}) for s in (True, False)),
        *(client.post(COMPLETE, json={**said, "stream": s}) for s in (True, False)),
    ]
    return [answer.headers["x-request-id"] for answer in answers]


def test_each_request_is_a_span_with_the_stages_of_its_answer_within(collector: Collector) -> None:
    with client_of(Settings(telemetry=collector.url)) as client:
        asked = ask_everywhere(client, "Wat staat er in het plan?")
        listed = client.get("/api/v1/documents").headers["x-request-id"]

    assert set(collector.paths) == {"/v1/traces"}
    routes = ["/mcp", ASK, ASK, COMPLETE, COMPLETE]
    for request_id, route in zip(asked, routes, strict=True):
        request, within = collector.of_request(request_id)
        assert request.name == f"POST {route}"
        assert of(request)["http.response.status_code"] == 200
        assert [span.name for span in within] == STAGES
        assert {span.trace_id for span in within} == {request.trace_id}
        assert of(within[-1])["planwijzer.status"] == "answered"
        for before, after in pairwise(within):
            assert before.end_time_unix_nano <= after.start_time_unix_nano
    request, within = collector.of_request(listed)
    assert (request.name, within) == ("GET /api/v1/documents", [])


def test_a_refusal_and_a_failure_say_which_kind(collector: Collector) -> None:
    with client_of(Settings(telemetry=collector.url)) as client:
        refused, failed = (
            client.post(ASK, json={"question": text}).headers["x-request-id"]
            for text in (UNKNOWN, FAILS)
        )

    _, within = collector.of_request(refused)
    assert of(within[-1])["planwijzer.reason"] == "out_of_scope"
    request, within = collector.of_request(failed)
    assert request.status.code == Status.STATUS_CODE_ERROR
    assert of(within[-1])["error.type"] == "RuntimeError"
    assert request.status.message == within[-1].status.message == ""


def test_no_word_that_is_asked_and_nobodys_address_is_sent(collector: Collector) -> None:
    settings = Settings(telemetry=collector.url, proxy_addresses=(PROXY,))
    headers = {
        "User-Agent": WORD,
        "Traceparent": f"00-{'ab' * 16}-{'cd' * 8}-01",
        "Tracestate": f"{WORD}=1",
        "Baggage": f"question={WORD}",
        "X-Forwarded-For": "203.0.113.9",
    }
    with client_of(settings) as client:
        client.headers.update(headers)
        for question in (WORD, f"{FAILS} {WORD}", f"{UNKNOWN} {WORD}"):
            ask_everywhere(client, question)
        client.post("/api/v1/search", json={"query": WORD})
        client.get(f"/api/v1/passages/{WORD}", params={WORD: WORD})
        client.request(WORD, f"/{WORD}")

    sent = b"".join(collector.bodies)
    assert len(collector.spans) > 15
    for said in (WORD, "192.0.2.7", "203.0.113.9", "127.0.0.1", "testclient", "secret /srv"):
        assert said.encode() not in sent
        assert said.upper().encode() not in sent
    assert bytes.fromhex("ab" * 16) not in sent


def test_nothing_is_sent_unless_a_collector_is_named(collector: Collector) -> None:
    with client_of(Settings()) as client:
        ask_everywhere(client, "Wat staat er in het plan?")

    assert Settings().telemetry == ""
    assert collector.paths == []


def test_answers_come_and_the_server_stops_where_the_collector_is_away(
    collector: Collector,
) -> None:
    collector.close()
    with client_of(Settings(telemetry=collector.url)) as client:
        assert client.post(ASK, json={"question": "Wat?"}).status_code == 200
        ended = time.monotonic()

    assert time.monotonic() - ended < 15


def test_who_has_not_the_packages_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    monkeypatch.delitem(sys.modules, "ui.watch.otlp", raising=False)

    with pytest.raises(SettingsError, match="packages of OpenTelemetry are missing") as raised:
        create_app(StandIn, Settings(telemetry="http://127.0.0.1:4318"))  # type: ignore[arg-type]

    assert ".[telemetry]" in raised.value.fix


@pytest.mark.parametrize("address", ["127.0.0.1:4318", "collector", "grpc://127.0.0.1:4317"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match="not the address of a collector"):
        open_tracing(Settings(telemetry=address))


@pytest.mark.parametrize("end", ["", "/", "/v1/traces"])
def test_the_path_is_added_where_it_is_not_there(collector: Collector, end: str) -> None:
    tracing = open_tracing(Settings(telemetry=collector.url + end))
    with tracing.request("abcdef12") as ended:
        ended("GET", "/healthz", 200)
    tracing.stop()

    assert collector.paths == ["/v1/traces"]
