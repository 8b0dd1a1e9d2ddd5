"""A language model, or its server, that does all that it should not."""

import time

import pytest

from assistant import Generator, Settings
from assistant.assistant import Assistant
from assistant.written.reply import statements_in
from tests.assistant.written.scripted import (
    ALIVE,
    ENDLESS,
    PAUSE,
    QUESTION,
    RETRY_AFTER,
    Body,
    Server,
    said,
    worded_with,
)

SECONDS = 10
"""Much more than a short wait, and much less than what the server would want."""


@pytest.fixture
def hurried(assistant: Assistant, settings: Settings) -> Assistant:
    return worded_with(assistant, settings.model_copy(update={"llm_seconds": 1}))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("2025", "2026"),
        ("31 januari", "30 januari"),
        ("de Federale Politie", "de Lokale Politie"),
        ("medewerkers", "medewerkers van Europol"),
        ("13.879", "13.978"),
        ("telt", "telt niet meer"),
    ],
)
def test_one_thing_made_wrong_is_not_shown(
    writing: Assistant, server: Server, sentence: str, right: str, wrong: str
) -> None:
    assert right in sentence
    bad = sentence.replace(right, wrong)
    server.replies = lambda _: (200, said((bad, [1]), (sentence, [1])))

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    assert answer.faithfulness.removed == 1


@pytest.mark.parametrize("numbers", [[0], [-1], [99], [10**30], [], [99, 1]])
def test_no_citation_is_of_a_passage_that_is_not_there(
    writing: Assistant, assistant: Assistant, server: Server, sentence: str, numbers: list[int]
) -> None:
    server.replies = lambda _: (200, said((sentence, numbers)))

    answer = writing.answer(QUESTION)

    [citation] = answer.citations
    assert citation.passage.address == assistant.answer(QUESTION).citations[0].passage.address
    assert [s.citations for s in answer.statements] == [(1,)]


@pytest.mark.parametrize(
    "form",
    [
        "[{}](https://kwaad.example)",
        "[{}](javascript:alert(1))",
        "{} ![x](https://kwaad.example/p.png)",
        "{} <https://kwaad.example>",
        '<a href="https://kwaad.example">{}</a>',
        "{} <script>alert(1)</script>",
        "{} www.kwaad.example",
        "{} [bron][1]\n\n[1]: https://kwaad.example",
        "{} kwaad.example/nvp",
    ],
)
def test_no_link_or_tag_of_the_model_is_shown(
    writing: Assistant, server: Server, sentence: str, form: str
) -> None:
    server.replies = lambda _: (200, said((form.format(sentence), [1])))

    answer = writing.answer(QUESTION)

    assert server.asked
    for mark in ("kwaad", "javascript", "alert", "<a", "<script", "]("):
        assert mark not in answer.markdown


@pytest.mark.parametrize(
    "content",
    [
        '{"statements": ' * 4_000,
        '{"answering": [1], "statements": [' + '{"text": ' * 4_000,
        '{"answering": [1], "statements": ' + "[" * 9_000,
        '{"statements": {"text": "De paus komt.", "passages": [1]}}',
        '{"statements": [{"text": ["De paus komt."], "passages": [1]}]}',
        '{"statements": [{"text": "De paus komt.", "passages": [' + "9" * 5_000 + "]}]}",
        '{"statements": [{"text": "\\ud800 \\u0000", "passages": [1]}]}',
        "<html><body>502 Bad Gateway</body></html>",
        "[1] [2] [3]",
    ],
)
def test_no_wrong_json_is_more_than_the_texts_own_words(
    writing: Assistant, server: Server, plain: str, content: str
) -> None:
    server.replies = lambda _: (200, content)

    answer = writing.answer(QUESTION)

    assert server.asked
    assert (answer.generator, answer.statements[0].text) == (Generator.EXTRACTIVE, plain)


def test_half_a_character_is_not_shown(writing: Assistant, server: Server, sentence: str) -> None:
    server.replies = lambda _: (200, said((f"{sentence}\ud800\x00", [1])))

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]


def test_wrong_json_is_no_follow_up(writing: Assistant, server: Server) -> None:
    server.replies = lambda _: (200, '{"question": ' * 4_000)

    assert writing.answer(QUESTION).generator is Generator.EXTRACTIVE


def test_a_server_that_wants_to_be_left_alone_is_not_waited_for(
    writing: Assistant, server: Server, plain: str
) -> None:
    server.replies = lambda _: (429, "x")
    started = time.monotonic()

    answer = writing.answer(QUESTION)

    assert time.monotonic() - started < SECONDS < RETRY_AFTER
    assert answer.statements[0].text == plain


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_failure_that_passes_is_not_noticed(
    writing: Assistant, server: Server, sentence: str, status: int
) -> None:
    def replies(_: Body) -> tuple[int, str]:
        return (status, "x") if len(server.asked) == 1 else (200, said((sentence, [1])))

    server.replies = replies

    assert writing.answer(QUESTION).generator is Generator.LLM
    assert len(server.asked) == 2


@pytest.mark.parametrize("end", [ALIVE, PAUSE, ENDLESS])
def test_what_was_said_before_a_stream_stalls_or_runs_on_counts(
    hurried: Assistant, server: Server, sentence: str, end: str
) -> None:
    server.replies = lambda _: (200, said((sentence, [1]))[:-1] + end)
    started = time.monotonic()

    answer = hurried.answer(QUESTION)

    assert time.monotonic() - started < SECONDS
    assert [s.text for s in answer.statements] == [sentence]


@pytest.mark.parametrize("end", [ALIVE, ENDLESS])
def test_a_stream_that_says_nothing_is_left(
    hurried: Assistant, server: Server, plain: str, end: str
) -> None:
    server.replies = lambda _: (200, end)
    started = time.monotonic()

    answer = hurried.answer(QUESTION)

    assert time.monotonic() - started < SECONDS
    assert (answer.generator, answer.statements[0].text) == (Generator.EXTRACTIVE, plain)


def test_no_trap_takes_long_to_read() -> None:
    started = time.process_time()

    for trap in ("{", '{"a":', "[", '{"statements": [', "[1,", "<", "](", "[[1]"):
        statements_in(trap * 4_000)

    assert time.process_time() - started < 5
