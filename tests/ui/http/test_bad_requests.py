"""Whatever is sent, the answer is a problem that says what to do, and never a 500."""

import json

import pytest

PROBLEM = "application/problem+json"
JSON = {"Content-Type": "application/json"}
ROUTES = ("/api/v1/ask", "/api/v1/search")


def assert_problem(response, status):
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == PROBLEM
    problem = response.json()
    assert set(problem) - {"errors"} == {"type", "title", "status", "detail"}
    assert problem["status"] == status
    assert problem["detail"]
    assert "Traceback" not in response.text
    return problem


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"{",
        b"question=x",
        b"{'question': 'x'}",
        b'{"question": "x",}',
        b'{"question": NaN}',
        b'{"question": "x", "top_k": Infinity}',
        b'{"question": "x", "top_k": -Infinity}',
        b'{"question": "\xff"}',
        b"\xff\xfe{\x00}\x00",
        b"[" * 30_000,
        b"[" * 30_000 + b"]" * 30_000,
        b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"question": "x", "top_k": ' + b"9" * 5_000 + b"}",
        b'{"question": "a\nb"}',
    ],
)
def test_400_when_the_body_is_not_json(client, route, body):
    assert_problem(client.post(route, content=body, headers=JSON), 400)


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"1", b"null", b"true"])
def test_422_when_the_body_is_not_an_object(client, body):
    assert_problem(client.post("/api/v1/ask", content=body, headers=JSON), 422)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "question"),
        ({"question": None}, "question"),
        ({"question": 1}, "question"),
        ({"question": ["x"]}, "question"),
        ({"question": ""}, "question"),
        ({"question": " \n\t "}, "question"),
        ({"question": "\x00\x07"}, "question"),
        ({"question": "\u200b\u2060"}, "question"),
        ({"question": "\ud800"}, "question"),
        ({"question": "x" * 2001}, "question"),
        ({"question": "x", "extra": 1}, "extra"),
        ({"question": "x", "top_k": 0}, "top_k"),
        ({"question": "x", "top_k": 51}, "top_k"),
        ({"question": "x", "top_k": True}, "top_k"),
        ({"question": "x", "top_k": 8.0}, "top_k"),
        ({"question": "x", "top_k": "8"}, "top_k"),
        ({"question": "x", "top_k": None}, "top_k"),
        ({"question": "x", "stream": 1}, "stream"),
        ({"question": "x", "stream": "true"}, "stream"),
        ({"question": "x", "language": "es"}, "language"),
        ({"question": "x", "language": "\ud800"}, "language"),
        ({"question": "x", "generator": "llm"}, "generator"),
        ({"question": "x", "generator": "gpt"}, "generator"),
        ({"question": "x", "history": "x"}, "history"),
        ({"question": "x", "history": [{}]}, "history.0.role"),
        ({"question": "x", "history": [{"role": "system", "content": "x"}]}, "history.0.role"),
        ({"question": "x", "history": [{"role": "user", "content": 1}]}, "history.0.content"),
        ({"question": "x", "history": [{"role": "user", "content": "x"}] * 41}, "history"),
        ({"question": "x", "filters": []}, "filters"),
        ({"question": "x", "filters": {"theme": [1]}}, "filters.theme"),
        ({"question": "x", "filters": {"themes": 1}}, "filters.themes"),
        ({"question": "x", "filters": {"themes": ["one"]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": [1, "1."]}}, "filters.themes.1"),
        ({"question": "x", "filters": {"themes": [True]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": [None]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": [0]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": [-1]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": [1e22]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": ["\ud800"]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": ["١"]}}, "filters.themes.0"),
        ({"question": "x", "filters": {"themes": [1] * 51}}, "filters.themes"),
        ({"question": "x", "filters": {"documents": ["nvp"]}}, "filters.documents"),
        ({"question": "x", "filters": {"documents": [1]}}, "filters.documents.0"),
        ({"question": "x", "filters": {"audience": "both"}}, "filters.audience"),
    ],
)
def test_422_names_the_field_when_one_is_off(client, fields, field):
    body = json.dumps(fields).encode()

    problem = assert_problem(client.post("/api/v1/ask", content=body, headers=JSON), 422)

    assert field in [error["field"] for error in problem["errors"]]
    assert all(error["message"] for error in problem["errors"])


def test_422_names_the_known_documents_when_one_is_unknown(client):
    fields = {"query": "x", "filters": {"documents": ["\ud800nvp"]}}
    body = json.dumps(fields).encode()

    problem = assert_problem(client.post("/api/v1/search", content=body, headers=JSON), 422)

    assert "nvp-2026-2029" in problem["detail"]


def test_422_says_the_fix_when_the_llm_is_asked_for_but_none_is_connected(client):
    fields = {"question": "x", "generator": "llm"}

    problem = assert_problem(client.post("/api/v1/ask", json=fields), 422)

    assert "extractive" in problem["detail"]


def test_422_when_an_infinite_theme_is_written_as_a_number(client):
    body = b'{"question": "x", "filters": {"themes": [1e999]}}'

    assert_problem(client.post("/api/v1/ask", content=body, headers=JSON), 422)


def test_422_when_a_name_has_a_lone_surrogate(client):
    body = b'{"question": "x", "\\ud800": 1}'

    assert_problem(client.post("/api/v1/ask", content=body, headers=JSON), 422)


def test_problems_are_few_when_everything_is_off(client):
    fields = {"question": "x", **{f"x{n}": n for n in range(500)}}

    problem = assert_problem(client.post("/api/v1/ask", json=fields), 422)

    assert len(problem["errors"]) == 20
    assert len(problem["detail"]) <= 1_000


@pytest.mark.parametrize(
    ("sent", "searched"),
    [
        ("a\x00b", "a b"),
        ("a\ud800b", "a b"),
        ("a\x85\x9fb", "a  b"),
        ("a\nb\tc", "a\nb\tc"),
        ("👮 é", "👮 é"),
        ("\u202ea", "\u202ea"),
    ],
)
def test_unreadable_characters_become_spaces_when_words_remain(client, sent, searched):
    body = json.dumps({"question": sent}).encode()

    response = client.post("/api/v1/ask", content=body, headers=JSON)

    assert response.status_code == 200
    assert response.json()["question"] == searched


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "", "json", "a/b/c;;"]
)
def test_body_is_read_as_json_whatever_it_is_declared_as(client, content_type):
    headers = {"Content-Type": content_type}

    good = client.post("/api/v1/ask", content=b'{"question":"x"}', headers=headers)
    bad = client.post("/api/v1/ask", content=b"question=x", headers=headers)

    assert good.status_code == 200
    assert_problem(bad, 400)


@pytest.mark.parametrize(
    "content_type", ["application/json; charset=utf-8", "application/vnd.api+json"]
)
def test_answer_when_the_body_is_some_kind_of_json(client, content_type):
    headers = {"Content-Type": content_type}
    response = client.post("/api/v1/ask", content=b'{"question":"x"}', headers=headers)

    assert response.status_code == 200


def test_413_when_the_body_is_over_the_limit(client):
    body = json.dumps({"question": "x" * 70_000}).encode()

    assert_problem(client.post("/api/v1/ask", content=body, headers=JSON), 413)


def test_413_when_chunks_without_a_length_go_over_the_limit(client):
    chunks = (b'{"question": "' for _ in range(10_000))

    response = client.post("/api/v1/ask", content=chunks, headers=JSON)

    assert_problem(response, 413)


def test_answer_when_chunks_without_a_length_stay_under_the_limit(client):
    chunks = iter([b'{"question": ', b'"x"}'])

    assert client.post("/api/v1/ask", content=chunks, headers=JSON).status_code == 200


def test_answer_when_the_body_is_exactly_at_the_limit(client):
    body = json.dumps({"question": "x"}).encode().ljust(65_536)

    assert client.post("/api/v1/ask", content=body, headers=JSON).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/v1",
        "/api/v1/nothing",
        "/api/v1/ask/",
        "/api/v2/ask",
        "/nothing",
        "/docs",
        "/redoc",
        "/api/v1/documents/none",
        "/api/v1/passages/none",
        "/api/v1/passages/a%2Fb",
        "/api/v1/passages/%ff%00",
        "/api/v1/documents/..%2F..%2Fetc%2Fpasswd",
    ],
)
def test_404_when_there_is_nothing(client, path):
    assert_problem(client.get(path), 404)


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/ask", "POST"),
        ("DELETE", "/api/v1/search", "POST"),
        ("POST", "/api/v1/documents", "GET"),
        ("PUT", "/api/v1/passages/x", "GET"),
        ("POST", "/healthz", "GET, HEAD"),
    ],
)
def test_405_names_the_methods_when_the_method_is_wrong(client, method, path, allowed):
    response = client.request(method, path)

    assert_problem(response, 405)
    assert response.headers["allow"] == allowed


def test_500_tells_nothing_of_the_inside_when_the_server_fails(client):
    response = client.post("/api/v1/ask", json={"question": "fail"})

    assert_problem(response, 500)
    assert "secret" not in response.text
