"""OpenAI's protocol stands behind the same guard, limits and log as the API."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.access.conftest import WORD, bearer
from tests.ui.openai_api.test_errors import ask, error_of
from ui.access.keys import Keys
from ui.answer_log.log import AnswerLog

ClientOf = Callable[..., TestClient]


def test_401_when_the_key_is_missing_or_wrong(client_of: ClientOf) -> None:
    for shown in ({}, bearer("sk-x"), bearer("pw_x_y")):
        response = ask(client_of(shown))

        assert error_of(response, 401)["code"] == "invalid_api_key"
        assert response.headers["www-authenticate"] == "Bearer"
    assert error_of(client_of({"Accept": "text/html"}).get("/v1/models"), 401)


def test_429_when_a_caller_asks_too_often(client_of: ClientOf, keys: Keys) -> None:
    client = client_of(bearer(keys.create("k", rate="1/hour", days=1)[1]))
    # Waiting for the server to be ready costs nothing.
    assert ask(client).status_code == 200

    response = ask(client)

    assert error_of(response, 429)["code"] == "rate_limit_exceeded"
    assert int(response.headers["retry-after"]) > 0


@pytest.mark.parametrize("stream", [False, True])
def test_a_restricted_document_is_quoted_to_its_group_alone(
    client_of: ClientOf, keys: Keys, stream: bool
) -> None:
    told = {}
    for group in ("csd", "other"):
        client = client_of(bearer(keys.create(group, groups=[group], days=1)[1]))
        told[group] = ask(client, "Wat regelt de bijlage?", stream=stream).text

    assert WORD in told["csd"]
    assert WORD not in told["other"]
    assert "geheim" not in told["other"]


@pytest.mark.parametrize("stream", [False, True])
def test_answers_are_logged_under_their_id(
    client_of: ClientOf, keys: Keys, engine: Engine, settings: Settings, stream: bool
) -> None:
    key, text = keys.create("k", days=1)

    told = ask(client_of(bearer(text)), stream=stream).text

    [answer_id] = set(re.findall(r'"id":"chatcmpl-(\w+)"', told))
    entry = AnswerLog(engine, settings).entry(answer_id)
    assert entry.caller == f"key:{key.id}"
