"""The clients that people have: OpenAI's own, LlamaIndex's, and a tool that checks conformance."""

import json
import subprocess
import sys

import pytest
from llama_index.core.llms import ChatMessage
from llama_index.llms.openai_like import OpenAILike
from openai import APIStatusError, NotFoundError, OpenAI, UnprocessableEntityError

from tests.ui.standin_assistant import StandIn

QUESTION = "What is it?"
NOT_MEANT = {"chat-tool-calling", "chat-reasoning-summary"}
"""Calling tools and thinking aloud, which an assistant that quotes does not do."""


@pytest.fixture
def openai(base: str) -> OpenAI:
    return OpenAI(base_url=f"{base}/v1", api_key="none", max_retries=0)


def test_openais_client_gets_an_answer_with_its_citations(openai: OpenAI) -> None:
    completion = openai.chat.completions.create(
        model="planwijzer",
        messages=[
            {"role": "system", "content": "You are helpful."},
            {"role": "user", "content": QUESTION},
        ],
        temperature=0,
    )

    message = completion.choices[0].message
    [cited] = message.model_extra["citations"]
    assert cited["quote"] in message.content
    assert f"](<{cited['url']}>)" in message.content
    assert completion.usage.total_tokens > completion.usage.completion_tokens > 0


def test_openais_client_streams_the_same_text_and_its_length(openai: OpenAI) -> None:
    messages = [{"role": "user", "content": QUESTION}]
    whole = openai.chat.completions.create(model="planwijzer", messages=messages)
    text, usage, cited = "", None, []

    stream = openai.chat.completions.create(
        model="planwijzer",
        messages=messages,
        stream=True,
        stream_options={"include_usage": True},
    )
    for chunk in stream:
        usage = chunk.usage
        for choice in chunk.choices:
            text += choice.delta.content or ""
            cited = (choice.delta.model_extra or {}).get("citations", cited)

    assert text == whole.choices[0].message.content
    assert usage == whole.usage
    assert cited == whole.choices[0].message.model_extra["citations"]


def test_openais_client_lists_the_model(openai: OpenAI) -> None:
    assert [model.id for model in openai.models.list()] == ["planwijzer"]
    assert openai.models.retrieve("planwijzer").owned_by == "planwijzer"


@pytest.mark.parametrize("stream", [False, True])
def test_openais_client_raises_the_error_that_is_meant(openai: OpenAI, stream: bool) -> None:
    def ask(question: str, model: str = "planwijzer") -> APIStatusError:
        with pytest.raises(APIStatusError) as raised:
            openai.chat.completions.create(
                model=model, messages=[{"role": "user", "content": question}], stream=stream
            )
        return raised.value

    assert isinstance(unknown := ask(QUESTION, "gpt-5"), NotFoundError)
    assert unknown.code == "model_not_found"
    assert isinstance(long := ask("a" * 2_001), UnprocessableEntityError)
    assert long.param == "messages"
    assert "2000" in long.message


@pytest.fixture
def llama(base: str) -> OpenAILike:
    return OpenAILike(
        model="planwijzer",
        api_base=f"{base}/v1",
        api_key="none",
        is_chat_model=True,
        max_retries=0,
    )


def test_llama_index_goes_on_with_a_conversation(llama: OpenAILike, asked: StandIn) -> None:
    asked.questions.clear()

    response = llama.chat(
        [
            ChatMessage(role="system", content="Be brief."),
            ChatMessage(role="user", content="First?"),
            ChatMessage(role="assistant", content="Answer."),
            ChatMessage(role="user", content=QUESTION),
        ]
    )

    assert "**Sources**" in str(response.message.content)
    assert response.raw.choices[0].message.citations[0]["number"] == 1
    [question] = asked.questions
    assert (question.text, len(question.history)) == (QUESTION, 2)


def test_llama_index_streams(llama: OpenAILike) -> None:
    whole = llama.complete(QUESTION).text

    assert "".join(piece.delta or "" for piece in llama.stream_complete(QUESTION)) == whole


def test_nothing_departs_from_openais_own_description(base: str) -> None:
    command = [sys.executable, "-m", "llm_comply.cli", "--base-url", f"{base}/v1"]
    options = ["--api-key", "none", "--model", "planwijzer", "--format", "openai-chat", "--json"]

    ran = subprocess.run([*command, *options], capture_output=True, text=True, check=False)

    results = {found["id"]: found for found in json.loads(ran.stdout)["results"]}
    departing = {name for name, found in results.items() if found["status"] != "passed"}
    assert departing == NOT_MEANT
    assert [name for name in set(results) - NOT_MEANT if results[name].get("errors")] == []
