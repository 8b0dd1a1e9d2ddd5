from collections.abc import Iterator

import pytest

from assistant import Settings, Status
from assistant.assistant import Assistant
from corpus import sentences
from tests.assistant.written.scripted import QUESTION, Server, worded_with


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.go_on.set()
    running.close()


@pytest.fixture
def settings(server: Server) -> Settings:
    return Settings(llm="openai-like:m", llm_url=server.url, llm_seconds=30)


@pytest.fixture
def writing(assistant: Assistant, settings: Settings) -> Assistant:
    """The assistant, whose answers the scripted server words."""
    return worded_with(assistant, settings)


@pytest.fixture
def plain(assistant: Assistant) -> str:
    """What is answered without a language model; it has an answer."""
    answer = assistant.answer(QUESTION)
    assert answer.status is Status.ANSWERED
    return answer.statements[0].text


@pytest.fixture
def sentence(assistant: Assistant) -> str:
    """A sentence of the passage that answers the question."""
    text = assistant.answer(QUESTION).citations[0].passage.text
    start, end = sentences(text)[0]
    return text[start:end]
