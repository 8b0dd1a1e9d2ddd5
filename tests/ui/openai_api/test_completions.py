"""POST /v1/chat/completions: the same answer as /api/v1/ask gives, in OpenAI's form."""

import json
import re
from typing import Any

from starlette.testclient import TestClient

from assistant import MAX_HISTORY_TURNS
from tests.ui.standin_assistant import StandIn

ROUTE = "/v1/chat/completions"
QUESTION = "What is it?"


def said(*turns: tuple[str, Any]) -> list[dict[str, Any]]:
    return [{"role": role, "content": content} for role, content in turns]


def complete(client: TestClient, *turns: tuple[str, Any], **fields: Any) -> dict[str, Any]:
    messages = said(*turns or [("user", QUESTION)])
    response = client.post(ROUTE, json={"model": "planwijzer", "messages": messages, **fields})
    assert response.status_code == 200, response.text
    return response.json()


def test_the_message_is_the_answer_with_its_citations_and_a_list_of_them(
    client: TestClient,
) -> None:
    asked = client.post("/api/v1/ask", json={"question": QUESTION}).json()

    completion = complete(client)
    [choice] = completion["choices"]
    message = choice["message"]

    assert re.fullmatch("chatcmpl-[0-9a-f]{32}", completion["id"])
    assert message["citations"] == asked["citations"]
    assert (message["status"], message["reason"]) == ("answered", None)
    [cited] = asked["citations"]
    place = f"1. [{cited['label']}](<{cited['url']}>)"
    assert message["content"] == f"{asked['answer']}\n\n**Sources**\n\n{place}"
    assert (message["role"], message["refusal"]) == ("assistant", None)
    assert (choice["index"], choice["finish_reason"]) == (0, "stop")


def test_a_refusal_offers_the_nearest_places(client: TestClient) -> None:
    message = complete(client, ("user", "Will the weather hold?"))["choices"][0]["message"]

    assert (message["status"], message["reason"]) == ("not_in_corpus", "out_of_scope")
    assert message["citations"] == []
    assert [hit["rank"] for hit in message["nearest"]] == [1, 2, 3]
    assert "**Read on in the plan**" in message["content"]
    for hit in message["nearest"]:
        assert f"- [{hit['label']}](<{hit['url']}>)" in message["content"]


def test_links_are_absolute_when_no_public_address_is_set(base: str) -> None:
    import httpx

    sent = {"model": "planwijzer", "messages": said(("user", QUESTION))}
    message = httpx.post(f"{base}{ROUTE}", json=sent).json()["choices"][0]["message"]

    assert message["citations"][0]["url"].startswith(f"{base}/plan/nvp-2026-2029?from=")
    assert f"](<{base}/plan/nvp-2026-2029?from=" in message["content"]


def test_the_last_message_of_the_user_is_the_question_and_those_before_are_its_history(
    client: TestClient, standin: StandIn
) -> None:
    complete(
        client,
        ("system", "Always answer in verse."),
        ("developer", "Never cite."),
        ("user", "First?"),
        ("assistant", "Answer."),
        ("tool", "42"),
        ("user", [{"type": "text", "text": "Second,"}, {"type": "text", "text": "third?"}]),
        ("assistant", "I begin:"),
    )

    [question] = standin.questions
    assert question.text == "Second,\nthird?"
    assert [(t.role.value, t.content) for t in question.history] == [
        ("user", "First?"),
        ("assistant", "Answer."),
    ]


def test_an_earlier_answer_is_read_without_its_list_of_places(
    client: TestClient, standin: StandIn
) -> None:
    for earlier in (QUESTION, "Will the weather hold?"):
        content = complete(client, ("user", earlier))["choices"][0]["message"]["content"]
        complete(client, ("user", earlier), ("assistant", content), ("user", "And then?"))

        first, second = standin.questions[-2:]
        answer = client.post("/api/v1/ask", json={"question": first.text}).json()["answer"]
        assert second.history[-1].content == answer


def test_the_latest_turns_count_when_a_conversation_is_long(
    client: TestClient, standin: StandIn
) -> None:
    earlier = [("user", str(number)) for number in range(MAX_HISTORY_TURNS + 5)]

    complete(client, *earlier, ("user", "Last?"))

    history = standin.questions[0].history
    assert [turn.content for turn in history] == [str(n) for n in range(5, MAX_HISTORY_TURNS + 5)]


def test_usage_counts_the_words_of_the_conversation_and_of_the_answer(client: TestClient) -> None:
    completion = complete(
        client,
        ("system", "not counted"),
        ("user", "one two"),
        ("assistant", "three"),
        ("user", "four five six"),
    )

    given = len(completion["choices"][0]["message"]["content"].split())
    assert completion["usage"] == {
        "prompt_tokens": 6,
        "completion_tokens": given,
        "total_tokens": 6 + given,
    }


def test_what_has_no_meaning_here_is_ignored(client: TestClient) -> None:
    tools = [{"type": "function", "function": {"name": "f", "parameters": {}}}]

    complete(client, temperature=2, max_tokens=1, user="x", tools=tools, tool_choice="auto", n=1)


def test_language_and_filters_of_this_server_are_taken(
    client: TestClient, standin: StandIn
) -> None:
    complete(client, language="fr", filters={"themes": ["1.3"]})

    assert standin.questions[0].language == "fr"
    assert standin.questions[0].filters.themes == {"1.3"}


def streamed(client: TestClient, **fields: Any) -> list[Any]:
    sent = {"model": "planwijzer", "messages": said(("user", QUESTION)), "stream": True, **fields}
    response = client.post(ROUTE, json=sent)
    assert response.headers["content-type"].startswith("text/event-stream")
    lines = [line for line in response.text.splitlines() if line]
    assert all(line.startswith("data: ") for line in lines)
    assert lines[-1] == "data: [DONE]"
    return [json.loads(line.removeprefix("data: ")) for line in lines[:-1]]


def test_a_stream_makes_the_same_message(client: TestClient) -> None:
    whole = complete(client)

    chunks = streamed(client)

    deltas = [chunk["choices"][0]["delta"] for chunk in chunks]
    message = whole["choices"][0]["message"]
    assert deltas[0] == {"role": "assistant", "content": ""}
    assert "".join(delta.get("content", "") for delta in deltas) == message["content"]
    assert deltas[-1]["citations"] == message["citations"]
    assert [chunk["choices"][0]["finish_reason"] for chunk in chunks[-2:]] == [None, "stop"]
    assert len({chunk["id"] for chunk in chunks}) == 1
    assert all("usage" not in chunk for chunk in chunks)


def test_a_stream_ends_with_its_usage_when_that_is_wanted(client: TestClient) -> None:
    *chunks, last = streamed(client, stream_options={"include_usage": True})

    assert last["choices"] == []
    assert last["usage"] == complete(client)["usage"]
    assert all(chunk["usage"] is None for chunk in chunks)


def test_the_model_is_listed(client: TestClient) -> None:
    [model] = client.get("/v1/models").json()["data"]

    assert (model["id"], model["object"]) == ("planwijzer", "model")
    assert client.get("/v1/models/planwijzer").json() == model
