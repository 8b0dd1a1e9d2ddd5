"""The API over the real model and index."""

import pytest
from starlette.testclient import TestClient

from assistant import Settings, open_assistant
from tests.ui.http.conftest import until_ready
from ui.http.app import create_app

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def real():
    return open_assistant(Settings.load())


def test_quotes_are_literally_in_the_source_when_the_real_assistant_answers(real):
    question = "Wat wordt van de lokale politie verwacht inzake drugs?"
    with TestClient(create_app(lambda: real, Settings.load())) as client:
        until_ready(client)
        reply = client.post("/api/v1/ask", json={"question": question}).json()

    assert reply["status"] == "answered"
    assert reply["citations"]
    for citation in reply["citations"]:
        passage = real.passage(citation["passage_id"])
        assert citation["quote"] in passage.text
