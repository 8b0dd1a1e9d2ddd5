"""A server is asked as a client asks it: over its HTTP API."""

from collections.abc import Iterator

import httpx
import pytest
from starlette.testclient import TestClient

from assistant import Role, Settings, Turn
from eval.asker import EvaluationError
from eval.in_process import InProcess
from eval.outcome import Stated
from eval.over_http import OverHttp, statements_in
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import UNKNOWN, StandIn
from ui.http.app import create_app


@pytest.fixture(scope="module")
def standin() -> StandIn:
    return StandIn()


@pytest.fixture
def client(standin: StandIn) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: standin, Settings())) as client:
        until_ready(client)
        yield client


@pytest.mark.parametrize("text", ["What?", f"And the {UNKNOWN}?"])
def test_reply_is_the_same_as_in_process(client: TestClient, standin: StandIn, text: str) -> None:
    history = (Turn(role=Role.USER, content="Hello"),)

    over = OverHttp(client).ask(text, history)

    inside = InProcess(standin).ask(text, history)  # type: ignore[arg-type]
    assert (over.status, over.reason, over.markdown) == (
        inside.status,
        inside.reason,
        inside.markdown,
    )
    assert over.statements == inside.statements
    assert over.citations == inside.citations
    assert over.hits == inside.hits
    assert over.language == inside.language


def test_search_is_the_same_as_in_process(client: TestClient, standin: StandIn) -> None:
    over = OverHttp(client).search("privacy")

    assert over.hits == InProcess(standin).search("privacy").hits  # type: ignore[arg-type]


def test_unusable_question_counts_as_not_answered(client: TestClient) -> None:
    assert OverHttp(client).ask(" \x00 ", ()).status == "not_in_corpus"


def test_sources_are_those_documents_that_the_server_has_too(
    client: TestClient, standin: StandIn
) -> None:
    system = OverHttp(client).system(standin.documents)

    assert system.sources.keys() == {read.document.id for read in standin.documents}
    assert system.threshold is None


def test_busy_server_is_asked_again() -> None:
    answers = iter([httpx.Response(503, headers={"Retry-After": "0"}), httpx.Response(422)])
    client = httpx.Client(
        base_url="http://plan", transport=httpx.MockTransport(lambda _: next(answers))
    )

    assert OverHttp(client).ask("?", ()).reason == "unusable"


@pytest.mark.parametrize("answer", [httpx.Response(500), httpx.Response(200, json={"other": 1})])
def test_failure_says_what_to_check(answer: httpx.Response) -> None:
    client = httpx.Client(base_url="http://plan", transport=httpx.MockTransport(lambda _: answer))

    with pytest.raises(EvaluationError) as raised:
        OverHttp(client).ask("?", ())
    assert "planwijzer serve" in raised.value.fix


def test_statements_are_the_list_items_that_end_in_markers() -> None:
    markdown = "The plan says:\n\n- “One\n- two.” [1][2]\n  (version: un)\n- “Three.” [3]"

    assert statements_in(markdown) == (
        Stated(text="“One\n- two.”", citations=(1, 2)),
        Stated(text="“Three.”", citations=(3,)),
    )
