"""The OpenAPI document describes every field and error."""

import pytest

ROUTES = {
    "/api/v1/ask": "post",
    "/api/v1/search": "post",
    "/api/v1/documents": "get",
    "/api/v1/documents/{document_id}": "get",
    "/api/v1/citations/{passage_id}": "get",
    "/api/v1/verify": "post",
    "/api/v1/verify/draft": "post",
    "/api/v1/kiv": "get",
    "/api/v1/feedback": "post",
    "/api/v1/passages/{passage_id}": "get",
    "/metrics": "get",
    "/healthz": "get",
    "/readyz": "get",
}


@pytest.fixture
def document(client):
    return client.get("/openapi.json").json()


def test_every_route_is_there_when_described(document):
    assert {path: next(iter(item)) for path, item in document["paths"].items()} == ROUTES


def test_every_field_is_described_when_a_body_has_it(document):
    bare = [
        f"{name}.{field}"
        for name, schema in document["components"]["schemas"].items()
        if not name.startswith(("Validation", "HTTPValidation"))
        for field, description in schema.get("properties", {}).items()
        if "description" not in description and name not in ("HealthReply", "ReadyReply")
    ]

    assert bare == []


def test_every_error_is_a_problem_when_documented(document):
    for path, method in ROUTES.items():
        for status, response in document["paths"][path][method]["responses"].items():
            if status != "200":
                assert list(response["content"]) == ["application/problem+json"], (path, status)


WITH_BODY = ["ask", "search", "verify", "verify/draft"]


@pytest.mark.parametrize("path", [f"/api/v1/{name}" for name in WITH_BODY])
def test_every_status_is_documented_when_a_route_takes_a_body(document, path):
    responses = document["paths"][path]["post"]["responses"]

    refused = {"400", "401", "403", "408", "413", "422", "429", "500", "503"}
    assert set(responses) == {"200"} | refused


def test_what_is_guarded_says_so_when_described(document):
    for path, method in ROUTES.items():
        guarded = path.startswith(("/api/", "/metrics"))
        described = document["paths"][path][method]
        assert ("security" in described) is guarded, path
        assert ("401" in described["responses"]) is guarded, path
