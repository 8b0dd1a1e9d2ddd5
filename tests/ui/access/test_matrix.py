"""Every route, for every role and group: who gets in, and who learns of a restricted document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute, Mount
from starlette.testclient import TestClient

from corpus import ReadDocument
from tests.ui.access.conftest import WORD, bearer
from ui.access.caller import Role
from ui.access.keys import Keys
from ui.access.rule import OPEN, needed

ClientOf = Callable[..., TestClient]

BODIES: dict[str, object] = {
    "/api/v1/ask": {"question": "Wat regelt de bijlage?"},
    "/api/v1/search": {"query": "bijlage"},
    "/api/v1/feedback": {"answer_id": "none", "verdict": "up"},
    "/api/v1/verify": {"quote": "bijlage"},
    "/api/v1/verify/draft": {"draft": "“bijlage”"},
    "/mcp": {"jsonrpc": "2.0", "id": 1, "method": "tools/list"},
    "/v1/chat/completions": {
        "model": "planwijzer",
        "messages": [{"role": "user", "content": "Wat regelt de bijlage?"}],
    },
}
PHRASE = "De bijlage regelt de opvang in het"
FILLED = {"document_id": "nvp-2026-2029", "name": "plan.css", "rest": "x", "model": "planwijzer"}


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    json: object = None
    route: str = ""
    """The address as it is declared."""

    def sent_by(self, client: TestClient) -> object:
        return client.request(self.method, self.path, json=self.json)


def _routes(routes: list[BaseRoute]) -> Iterator[APIRoute]:
    for route in routes:
        assert not isinstance(route, Mount) or route.path == ""
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):
            yield from _routes(route.original_router.routes)


def requests(client: TestClient, passage: str) -> list[Request]:
    """Return one request for every route and method that the application has."""
    found = []
    for route in _routes(client.app.routes):  # type: ignore[attr-defined]
        path = route.path
        for name in route.param_convertors:
            path = path.replace(f"{{{name}}}", FILLED.get(name, passage))
            path = path.replace(f"{{{name}:path}}", FILLED.get(name, passage))
        assert "{" not in path, f"say in FILLED what to ask {route.path} for"
        declared = route.path.replace(":path}", "}")
        body = BODIES.get(path)
        found += [Request(method, path, body, declared) for method in route.methods or ()]
    described = "/openapi.json"
    return [*found, Request("GET", described, route=described)]


@pytest.fixture
def passage(whole) -> str:
    read = next(r for r in whole.documents if r.document.id == "nvp-2026-2029")
    return read.passages[0].id


@pytest.mark.parametrize("role", [None, *Role])
@pytest.mark.parametrize("groups", [(), ("csd",)])
def test_each_route_lets_in_whom_its_rule_names(
    client_of: ClientOf, keys: Keys, passage: str, role: Role | None, groups: tuple[str, ...]
) -> None:
    shown = {} if role is None else bearer(keys.create("k", role=role, groups=groups, days=1)[1])
    client = client_of(shown)
    wrong = []
    for request in requests(client, passage):
        status = request.sent_by(client).status_code
        rule = needed(request.path)
        refused = 401 if role is None else 403
        right = (
            status not in (401, 403)
            if rule is None or (role and role.may(rule))
            else status == refused
        )
        if not right or status >= 500:
            wrong.append((request.method, request.path, status))

    assert wrong == []


def test_only_these_are_open_and_only_these_need_more_than_a_reader() -> None:
    assert {"/healthz", "/readyz", "/widget.js"} == OPEN
    assert needed("/metrics") is Role.ADMIN
    assert needed("/metrics/") is Role.ADMIN
    assert needed("/") is needed("/healthz/") is needed("/api/v1/ask") is Role.READER


def about(secret: ReadDocument, document: str) -> list[Request]:
    """Return the requests that could tell of a document, with its id or another's in its place."""
    passage = secret.passages[0].id.replace("geheim", document)
    return [
        Request("GET", "/api/v1/documents"),
        Request("GET", f"/api/v1/documents/{document}"),
        Request("GET", f"/api/v1/passages/{passage}"),
        Request("GET", f"/api/v1/citations/{passage}"),
        Request("GET", "/api/v1/kiv"),
        Request("POST", "/api/v1/ask", {"question": f"Wat regelt {document}?"}),
        Request("POST", "/api/v1/ask", {"question": f"Wat regelt {document}?", "stream": True}),
        Request("POST", "/api/v1/ask", {"question": "x", "filters": {"documents": [document]}}),
        Request("POST", "/api/v1/search", {"query": f"regelt {document}"}),
        Request("POST", "/api/v1/search", {"query": "x", "filters": {"documents": [document]}}),
        Request("POST", "/api/v1/verify", {"quote": "x", "document": document}),
        Request("POST", "/api/v1/verify", {"quote": PHRASE}),
        Request("POST", "/api/v1/verify/draft", {"draft": f"“{PHRASE}”"}),
        Request("GET", "/check"),
        Request("GET", "/plan"),
        Request("GET", f"/plan/{document}"),
        Request("GET", f"/plan/{document}?lang=fr&from=0&to=20"),
        Request("GET", f"/plan/{document}/occurrences?term=de"),
        Request("GET", f"/plan/{document}/original"),
        Request("GET", "/readyz"),
        Request("GET", "/openapi.json"),
    ]


def test_who_may_not_read_a_document_gets_what_they_would_get_if_it_were_not_there(
    client_of: ClientOf, keys: Keys, secret: ReadDocument
) -> None:
    client = client_of(bearer(keys.create("k", groups=["other"], days=1)[1]))

    for hidden, absent in zip(about(secret, "geheim"), about(secret, "nergens"), strict=True):
        found, missing = hidden.sent_by(client), absent.sent_by(client)
        assert found.status_code == missing.status_code, hidden
        assert found.text.replace("geheim", "nergens") == missing.text, hidden
        assert WORD not in found.text
        assert "Geheime bijlage" not in found.text


@pytest.mark.parametrize("role", list(Role))
def test_who_is_in_its_group_finds_reads_and_cites_it(
    client_of: ClientOf, keys: Keys, secret: ReadDocument, role: Role
) -> None:
    client = client_of(bearer(keys.create("k", role=role, groups=["csd"], days=1)[1]))

    told = {
        request.path: request.sent_by(client).text
        for request in about(secret, "geheim")
        if request.path not in ("/api/v1/kiv", "/readyz", "/openapi.json")
    }
    told.pop("/api/v1/documents")

    assert [path for path, text in told.items() if "Geheime bijlage" not in text] == []


def test_an_admin_outside_its_group_may_not_read_it_either(client_of: ClientOf, keys: Keys) -> None:
    client = client_of(bearer(keys.create("k", role=Role.ADMIN, days=1)[1]))

    assert client.get("/plan/geheim").status_code == 404


def test_nobody_is_shown_it_when_there_is_no_access_rule(client_of: ClientOf) -> None:
    client = client_of(access=())

    assert client.get("/plan/nvp-2026-2029").status_code == 200
    assert client.get("/plan/geheim").status_code == 404


def test_readiness_does_not_count_it(client_of: ClientOf, whole) -> None:
    assert client_of().get("/readyz").json()["documents"] == len(whole.documents) - 1


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_browser_gets_a_page_when_it_is_not_let_in(client_of: ClientOf, language: str) -> None:
    headers = {"Accept": "text/html,*/*", "Accept-Language": language}

    response = client_of().get("/plan/nvp-2026-2029", headers=headers)

    assert response.status_code == 401
    assert f'<html lang="{language}">' in response.text
