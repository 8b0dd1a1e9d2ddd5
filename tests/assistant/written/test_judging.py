"""A second opinion on what passed the check: the scripted server words and judges."""

import json
import threading
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import Generator, Settings
from assistant.assistant import Assistant
from assistant.breaker import Breaker
from assistant.llm_error import LlmError
from assistant.open import open_judge
from assistant.written.judging import Hearing, instructions, material, opinion_in
from tests.assistant.written.scripted import (
    ALIVE,
    ENDLESS,
    HALF,
    QUESTION,
    Body,
    Server,
    said,
    told,
    worded_with,
)

YES, NO = '{"supported": "yes"}', '{"supported": "no"}'
UNSUPPORTED = "De Federale Politie werft 4.000 agenten aan met de NAVO."
Opinion = Callable[[str], tuple[int, str]]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"llm_judge": True})


def is_judging(body: Body) -> bool:
    return told(body)[0].strip() == instructions("nl").strip()


def judged(server: Server) -> list[str]:
    """Return what the judge was told, each time it was asked."""
    return [told(body)[1] for body in server.asked if is_judging(body)]


def script(server: Server, reply: str, opinion: Opinion) -> None:
    """Let the server word a reply, and have an opinion on what it is told then."""
    server.replies = lambda body: opinion(told(body)[1]) if is_judging(body) else (200, reply)


def test_nobody_judges_unless_it_is_asked_for(
    assistant: Assistant, settings: Settings, server: Server, sentence: str
) -> None:
    script(server, said((sentence, [1])), lambda _: (200, NO))
    unjudged = settings.model_copy(update={"llm_judge": Settings().llm_judge})

    answer = worded_with(assistant, unjudged).answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    assert len(server.asked) == 1
    assert open_judge(Settings(llm_judge=True)) is None


def test_what_the_judge_approves_is_shown(
    writing: Assistant, server: Server, sentence: str
) -> None:
    script(server, said((sentence, [1])), lambda _: (200, YES))

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    assert (answer.faithfulness.statements, answer.faithfulness.removed) == (1, 0)
    [asked] = judged(server)
    assert f"<sentence>\n{sentence}\n</sentence>" in asked
    assert answer.citations[0].quote in asked


def test_what_the_judge_rejects_is_removed_and_counted(
    writing: Assistant, assistant: Assistant, server: Server, sentence: str
) -> None:
    text = assistant.answer(QUESTION).citations[0].passage.text
    other = text[text.index(sentence) + len(sentence) :].strip().split(". ")[0].rstrip(".") + "."
    script(
        server,
        said((sentence, [1]), (other, [1])),
        lambda asked: (200, NO if f"<sentence>\n{other}" in asked else YES),
    )

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    faithfulness = answer.faithfulness
    assert (faithfulness.statements, faithfulness.supported, faithfulness.removed) == (2, 1, 1)


def test_the_texts_own_words_stay_where_the_judge_rejects_all(
    writing: Assistant, server: Server, sentence: str, plain: str
) -> None:
    script(server, said((sentence, [1])), lambda _: (200, NO))

    answer = writing.answer(QUESTION)

    assert (answer.generator, answer.statements[0].text) == (Generator.EXTRACTIVE, plain)
    assert answer.faithfulness.removed == 1


def test_the_judge_saves_nothing_that_the_check_rejects(
    writing: Assistant, server: Server, sentence: str
) -> None:
    script(server, said((UNSUPPORTED, [1]), (sentence, [1])), lambda _: (200, YES))

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    assert len(judged(server)) == 1
    assert UNSUPPORTED not in judged(server)[0]


@pytest.mark.parametrize(
    "opinion",
    [
        (500, "x"),
        (429, "x"),
        (404, "x"),
        (200, ""),
        (200, "Dat weet ik niet."),
        (200, '{"supported": "misschien"}'),
        (200, '{"supported": ["no"]}'),
        (200, f"{YES} {NO}"),
        (200, '{"sup'),
        (200, HALF),
        (200, NO + HALF),
        (200, NO + ENDLESS),
        (200, '{"supported": ' * 4_000),
    ],
)
def test_the_check_decides_where_the_judge_says_nothing(
    writing: Assistant, server: Server, sentence: str, opinion: tuple[int, str]
) -> None:
    script(server, said((sentence, [1])), lambda _: opinion)

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    assert answer.faithfulness.removed == 0
    assert judged(server)


@pytest.mark.parametrize("trickles", [True, False])
def test_a_judge_that_hangs_holds_the_answer_up_once(
    assistant: Assistant, settings: Settings, server: Server, sentence: str, trickles: bool
) -> None:
    ended = threading.Event()

    def opinion(_: str) -> tuple[int, str]:
        if not trickles:
            ended.wait(20)
        return 200, ALIVE

    others = [text for text in _parts(sentence) if text != sentence]
    script(server, said((sentence, [1]), *((text, [1]) for text in others)), opinion)
    writing = worded_with(assistant, settings.model_copy(update={"llm_seconds": 4}))
    started = time.monotonic()

    answer = writing.answer(QUESTION)

    ended.set()
    assert time.monotonic() - started < 15
    assert sentence in [s.text for s in answer.statements]
    assert others
    assert len(judged(server)) == 1


def _parts(sentence: str) -> list[str]:
    """Return a sentence and pieces of it, which the check lets through too."""
    words = sentence.rstrip(".").split()
    return [sentence, " ".join(words[: len(words) // 2]) + ".", " ".join(words[-6:]) + "."]


def test_a_judge_that_keeps_failing_is_left_alone_and_the_writer_is_not(
    writing: Assistant, server: Server, sentence: str
) -> None:
    script(server, said((sentence, [1])), lambda _: (404, "x"))
    for _ in range(3):
        writing.answer(QUESTION)
    server.asked.clear()

    answer = writing.answer(QUESTION)

    assert answer.generator is Generator.LLM
    assert (len(server.asked), judged(server)) == (1, [])


def test_a_judge_whose_server_knows_no_schema_is_understood(
    writing: Assistant, server: Server, sentence: str
) -> None:
    def replies(body: Body) -> tuple[int, str]:
        if "response_format" in body:
            return 400, "x"
        return (200, "**Nee**, dat staat er niet.") if is_judging(body) else (200, drafted)

    drafted = said((sentence, [1]))
    server.replies = replies

    answer = writing.answer(QUESTION)

    assert answer.generator is Generator.EXTRACTIVE
    assert answer.faithfulness.removed == 1


def test_a_stream_shows_only_what_passed_both(
    writing: Assistant, server: Server, sentence: str
) -> None:
    part = _parts(sentence)[1]
    shown: list[str] = []
    script(
        server,
        said((UNSUPPORTED, [1]), (sentence, [1]), (part, [1])),
        lambda asked: (200, NO if f"<sentence>\n{part}" in asked else YES),
    )

    answer = writing.answer(QUESTION, on_text=shown.append)

    assert len(judged(server)) == 2
    assert "".join(shown) == answer.markdown
    assert answer.markdown.count("\n- ") == len(answer.statements) == 1


def test_a_sentence_that_is_repeated_is_judged_once(
    writing: Assistant, server: Server, sentence: str
) -> None:
    script(server, said(*[(sentence, [1])] * 5), lambda _: (200, YES))

    writing.answer(QUESTION)

    assert len(judged(server)) == 1


@pytest.mark.parametrize(
    ("reply", "opinion"),
    [
        (YES, True),
        (NO, False),
        ('```json\n{"supported": false}\n```', False),
        ('{"supported": true}', True),
        ('{"supported": " Oui "}', True),
        ("No", False),
        ("**Nee.**", False),
        ("Nein, das steht dort nicht.", False),
        ("non\nCar la citation dit autre chose.", False),
        ("ja", True),
        ('<think>Says it no? {"supported": "no"}</think>\nYes.', True),
        (f"The form is {YES} or {NO}.", None),
        ("No doubt it does.", None),
        ("Yesterday.", None),
        ("Not sure", None),
        ("", None),
        ("{}", None),
        ('{"supported": null}', None),
    ],
)
def test_opinion_is_read_in_whatever_form(reply: str, opinion: bool | None) -> None:
    assert opinion_in(reply) is opinion


@given(st.text())
def test_any_opinion_can_be_read(reply: str) -> None:
    assert opinion_in(reply) in (True, False, None)


@given(st.lists(st.sampled_from(["<", "</", ">", "quote", "sentence", " ", "\n"])).map("".join))
def test_no_text_can_end_its_marks(text: str) -> None:
    shown = material(text, [text, text])

    assert [shown.count(mark) for mark in ("<quote ", "</quote>", "<sentence>", "</sentence>")] == [
        2,
        2,
        1,
        1,
    ]
    assert shown.count("<") == shown.count(">") == 6


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_every_language_tells_the_judge_both_words(language: str) -> None:
    asked = instructions(language)

    assert YES in asked
    assert NO in asked


def test_what_a_judge_may_take_is_for_all_sentences_of_an_answer() -> None:
    asked: list[str] = []

    class Slow:
        def stream(self, _: str, text: str, schema: object) -> list[str]:  # type: ignore[override]
            del schema
            asked.append(text)
            time.sleep(0.06)
            return [json.dumps({"supported": "no"})]

    hearing = Hearing(Slow(), Breaker(), 0.1, "nl")  # type: ignore[arg-type]

    rejected = [hearing.rejects(text, ["Een citaat."]) for text in ("Een.", "Twee.", "Drie.")]

    assert rejected == [True, True, False]
    assert len(asked) == 2


def test_a_failure_is_no_rejection() -> None:
    class Broken:
        def stream(self, *_: object) -> list[str]:
            raise LlmError("It is down.", "Start it.")

    hearing = Hearing(Broken(), Breaker(), 10, "nl")  # type: ignore[arg-type]

    assert hearing.rejects("Een.", ["Een citaat."]) is False
