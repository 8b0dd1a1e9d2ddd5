"""A streamed completion that a language model words: each piece comes as soon as it is checked."""

import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from openai import APIError, OpenAI

from assistant import Question, Settings
from assistant.assistant import Assistant
from assistant.llm import open_llm
from assistant.written import Writer
from corpus import sentences
from index.stand_in import HashingEmbedder
from tests.assistant.conftest import assistant  # noqa: F401 - a fixture
from tests.assistant.written.scripted import PAUSE, Server
from tests.ui.serving import serving
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app

QUESTION = "Hoeveel medewerkers telt de Federale Politie op 31 januari 2025?"
BODY = {"model": "planwijzer", "messages": [{"role": "user", "content": QUESTION}]}
UNSUPPORTED = "De paus komt in 2031."


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.go_on.set()
    running.close()


@pytest.fixture(scope="module")
def supported(assistant: Assistant) -> str:  # noqa: F811 - the fixture
    """A sentence that the model may say."""
    text = assistant.answer(Question(text=QUESTION, language="nl")).citations[0].passage.text
    start, end = sentences(text)[0]
    return text[start:end]


@pytest.fixture(scope="module")
def written(assistant: Assistant, server: Server) -> Iterator[str]:  # noqa: F811 - the fixture
    """The address of a real server whose answers the scripted model words."""
    settings = Settings(llm="openai-like:m", llm_url=server.url, llm_seconds=30)
    writer = Writer(open_llm(settings), HashingEmbedder())
    writing = Assistant(assistant.documents, assistant.searcher, writer)
    with serving(create_app(lambda: writing, Settings())) as url:
        yield f"{url}/v1"


def said(*texts: str) -> str:
    """Return a reply of the model that says these."""
    listed = [{"text": text, "passages": [1]} for text in texts]
    return json.dumps({"answering": [1], "statements": listed}, ensure_ascii=False)


def chunks(base: str) -> Iterator[dict[str, Any]]:
    with httpx.stream(
        "POST", f"{base}/chat/completions", json={**BODY, "stream": True}, timeout=60
    ) as response:
        assert response.status_code == 200
        for line in response.iter_lines():
            if line.startswith("data: {"):
                yield json.loads(line.removeprefix("data: "))


def content(chunk: dict[str, Any]) -> str:
    return str(chunk["choices"][0]["delta"].get("content", ""))


def test_a_checked_statement_comes_while_the_model_still_writes(
    written: str, server: Server, supported: str
) -> None:
    reply = said(supported, UNSUPPORTED)
    end = reply.index("}") + 1
    server.replies = lambda _: (200, reply[:end] + PAUSE + reply[end:])
    server.go_on.clear()
    text, early = "", []

    for chunk in chunks(written):
        text += content(chunk)
        if server.waits.is_set() and supported in text:
            early.append(text)
            server.go_on.set()

    assert early
    assert early[0].endswith(f"- {supported} [1]")
    assert "**Bronnen**" not in early[0]
    assert UNSUPPORTED not in text


def test_the_pieces_joined_are_the_whole_message(
    written: str, server: Server, supported: str
) -> None:
    server.replies = lambda _: (200, said(supported))
    whole = httpx.post(f"{written}/chat/completions", json=BODY, timeout=60).json()
    message = whole["choices"][0]["message"]

    streamed = list(chunks(written))

    assert "taalmodel" in message["content"]
    assert "".join(map(content, streamed)) == message["content"]
    assert message["content"].partition("\n\n**Bronnen**\n\n1. [")[2]
    assert streamed[-1]["choices"][0]["delta"]["citations"] == message["citations"]
    assert len({chunk["id"] for chunk in streamed}) == 1


@pytest.mark.parametrize(("status", "reply"), [(200, said(UNSUPPORTED)), (404, "x")])
def test_nothing_is_told_early_that_the_answer_does_not_say(
    written: str, server: Server, status: int, reply: str
) -> None:
    server.replies = lambda _: (status, reply)
    whole = httpx.post(f"{written}/chat/completions", json=BODY, timeout=60).json()

    text = "".join(map(content, chunks(written)))

    assert text == whole["choices"][0]["message"]["content"]
    assert UNSUPPORTED not in text


class Breaking(StandIn):
    """Tells a piece, and fails; or fails before it."""

    early = True

    def answer(self, question: Question, on_stage: Any = None, on_text: Any = None) -> Any:
        del question, on_stage
        if self.early:
            on_text("The plan")
        raise RuntimeError("secret /srv/place")


@pytest.mark.parametrize("early", [True, False])
def test_a_failure_has_a_status_of_its_own_or_ends_the_stream_as_an_error(early: bool) -> None:
    broken = Breaking()
    broken.early = early
    text = ""
    with serving(create_app(lambda: broken, Settings())) as url:  # type: ignore[arg-type,return-value]
        client = OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0)
        with pytest.raises(APIError) as raised:  # noqa: PT012 - what came before it counts too
            for chunk in client.chat.completions.create(**BODY, stream=True):
                text += chunk.choices[0].delta.content or ""

    assert text == ("The plan" if early else "")
    assert getattr(raised.value, "status_code", None) == (None if early else 500)
    assert raised.value.type == "server_error"
    assert "secret" not in str(raised.value)


def test_who_waits_too_long_for_the_first_piece_gets_a_503() -> None:
    ended = threading.Event()

    class Slow(StandIn):
        def answer(self, *others: Any, **named: Any) -> Any:
            ended.wait(20)
            return super().answer(*others, **named)

    slow = Slow()
    with serving(create_app(lambda: slow, Settings(max_seconds=1))) as url:  # type: ignore[arg-type,return-value]
        sent = {**BODY, "stream": True}
        response = httpx.post(f"{url}/v1/chat/completions", json=sent, timeout=20)
        ended.set()

    assert response.status_code == 503
    assert response.json()["error"]["message"].startswith("The answer takes too long.")
