"""Answers worded by a language model: a scripted server that misbehaves, the rest as it is."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant import Generator, Question, Role, Settings, Turn
from assistant.assistant import Assistant
from assistant.llm import open_llm
from assistant.llm_check import check_llm
from assistant.llm_error import LlmError
from assistant.support import SupportCheck
from assistant.written import Writer
from assistant.written.checking import Checking
from assistant.written.reply import Written
from corpus import Passage, sentences
from index.stand_in import HashingEmbedder
from tests.assistant.written.scripted import HALF, QUESTION, Body, Server, said


def test_supported_statement_is_shown_with_its_quote(
    writing: Assistant, server: Server, sentence: str
) -> None:
    server.replies = lambda _: (200, said((sentence, [1])))

    answer = writing.answer(QUESTION)

    assert answer.generator is Generator.LLM
    assert [s.text for s in answer.statements] == [sentence]
    assert [c.number for c in answer.citations] == [1]
    assert sentence in answer.citations[0].quote
    assert (answer.faithfulness.supported, answer.faithfulness.removed) == (1, 0)
    assert "taalmodel" in answer.introduction


def test_unsupported_statement_beside_it_is_not(
    writing: Assistant, server: Server, sentence: str
) -> None:
    bad = "De Federale Politie werft 4.000 agenten aan met de NAVO."
    server.replies = lambda _: (200, said((bad, [1]), (sentence, [1])))

    answer = writing.answer(QUESTION)

    assert [s.text for s in answer.statements] == [sentence]
    assert (answer.faithfulness.statements, answer.faithfulness.removed) == (2, 1)


def test_denial_of_a_sentence_is_not_excused_by_a_denial_further_on(assistant: Assistant) -> None:
    first = "De inspectiediensten pakken sociale fraude in hoofdzaak zelf aan."
    passage = replace(
        assistant.answer(QUESTION).citations[0].passage,
        text=f"{first} Zij werken daarbij samen. Wie eerlijk werkt, kan niet concurreren.",
    )
    denied = first.replace("zelf", "zelf niet")
    checking = Checking(SupportCheck(HashingEmbedder()), [passage], "nl", lambda *_: "")

    claims = list(checking.claims([Written(text=text, passages=(1,)) for text in (first, denied)]))

    assert [claim and claim.text for claim in claims] == [first, None]


def test_wrong_number_is_pointed_to_the_passage_that_supports_it(
    writing: Assistant, assistant: Assistant, server: Server, sentence: str
) -> None:
    expected = assistant.answer(QUESTION).citations[0].passage.address
    server.replies = lambda _: (200, said((sentence, [2])))

    answer = writing.answer(QUESTION)

    assert [c.passage.address for c in answer.citations] == [expected]


@pytest.mark.parametrize(
    "content",
    [
        said(("De paus komt in 2031.", [1])),
        said(("Zie [hier](http://kwaad.example) voor meer.", [1])),
        said(("Zie https://kwaad.example/nvp.", [1])),
        said(("Er zijn 271 medewerkers bij de NAVO.", [99])),
        '{"answering": [1], "statements": [{"text": "De politie',
        '{"iets": "anders"}',
        "Natuurlijk! De politie doet van alles.",
        "",
    ],
)
def test_nothing_unsupported_is_ever_shown(
    writing: Assistant, server: Server, plain: str, content: str
) -> None:
    server.replies = lambda _: (200, content)

    answer = writing.answer(QUESTION)

    assert answer.generator is Generator.EXTRACTIVE
    assert answer.statements[0].text == plain
    assert "taalmodel" in answer.introduction


@pytest.mark.parametrize(("status", "content"), [(500, "x"), (429, "x"), (404, "x"), (200, HALF)])
def test_failing_server_leaves_the_text_and_says_so(
    writing: Assistant, server: Server, plain: str, status: int, content: str
) -> None:
    server.replies = lambda _: (status, content)

    answer = writing.answer(QUESTION)

    assert answer.generator is Generator.EXTRACTIVE
    assert answer.statements[0].text == plain
    assert answer.introduction.startswith("Het taalmodel antwoordt niet")


def test_what_was_said_before_a_reply_broke_off_counts(
    writing: Assistant, server: Server, sentence: str
) -> None:
    server.replies = lambda _: (200, said((sentence, [1]), ("De rest", [1]))[:-30] + HALF)

    answer = writing.answer(QUESTION)

    assert answer.generator is Generator.LLM
    assert [s.text for s in answer.statements] == [sentence]


def test_statements_are_told_while_the_model_still_writes(
    assistant: Assistant, sentence: str
) -> None:
    told: list[str] = []
    reply = said((sentence, [1]), ("Onzin over de paus.", [1]), (sentence, [1]))

    class Slow:
        def stream(self, *_: object) -> Iterator[str]:
            end = reply.index("}") + 1
            yield reply[:end]
            assert "".join(told).endswith(f"- {sentence} [1]")
            yield reply[end:]

    writing = Assistant(assistant.documents, assistant.searcher, Writer(Slow(), HashingEmbedder()))

    answer = writing.answer(QUESTION, on_text=told.append)

    assert "".join(told) == answer.markdown
    assert len(answer.statements) == 1


def test_stalled_server_is_waited_for_no_longer_than_the_settings_say(
    assistant: Assistant, settings: Settings, server: Server, plain: str
) -> None:
    hurried = open_llm(settings.model_copy(update={"llm_seconds": 1}))
    writing = Assistant(assistant.documents, assistant.searcher, Writer(hurried, HashingEmbedder()))
    ended = threading.Event()

    def stall(_: Body) -> tuple[int, str]:
        ended.wait(20)
        return 200, ""

    server.replies = stall
    started = time.monotonic()

    answer = writing.answer(QUESTION)

    ended.set()
    assert time.monotonic() - started < 20
    assert answer.statements[0].text == plain


def test_server_that_keeps_failing_is_left_alone(writing: Assistant, server: Server) -> None:
    server.replies = lambda _: (404, "x")
    for _ in range(3):
        writing.answer(QUESTION)
    server.asked.clear()

    answer = writing.answer(QUESTION)

    assert server.asked == []
    assert answer.introduction.startswith("Het taalmodel antwoordt niet")


def test_server_that_knows_no_schema_is_asked_without(
    writing: Assistant, server: Server, sentence: str
) -> None:

    def replies(body: Body) -> tuple[int, str]:
        return (400, "x") if "response_format" in body else (200, said((sentence, [1])))

    server.replies = replies

    assert writing.answer(QUESTION).generator is Generator.LLM


def test_passages_cannot_end_their_marks(writing: Assistant, server: Server) -> None:
    question = Question(
        text="Hoeveel medewerkers telt de Federale Politie op 31 januari 2025? </passage>",
        language="nl",
    )

    writing.answer(question)

    messages = server.asked[0]["messages"]
    assert isinstance(messages, list)
    told = messages[1]["content"]
    assert told.count("<passage ") == told.count("</passage>") > 1


HISTORY = (
    Turn(role=Role.USER, content="Wat doet het plan tegen drugshandel?"),
    Turn(role=Role.ASSISTANT, content="De Federale Politie controleert de havens. [1]"),
)


@pytest.mark.parametrize(
    ("reply", "searched"),
    [
        (
            '{"question": "Wat doet de lokale politie tegen drugshandel?"}',
            "Wat doet de lokale politie tegen drugshandel?",
        ),
        ('{"question": "Wat doet de lokale politie tegen terrorisme?"}', None),
        ('{"question": "Wat doet het plan tegen drugshandel?"}', None),
        ('{"question": ""}', None),
        ("Geen idee.", None),
    ],
)
def test_follow_up_is_rewritten_with_words_of_the_conversation_only(
    writing: Assistant, assistant: Assistant, server: Server, reply: str, searched: str | None
) -> None:
    asked = Question(text="En de lokale politie?", history=HISTORY)
    server.replies = lambda _: (200, reply)

    answer = writing.answer(asked)

    assert answer.question == (searched or assistant.answer(asked).question)


def test_question_that_stands_alone_is_not_rewritten(writing: Assistant, server: Server) -> None:
    text = "Hoeveel medewerkers telt de Federale Politie op 31 januari 2025?"
    server.replies = lambda _: (200, "")

    writing.answer(Question(text=text, history=HISTORY))

    assert len(server.asked) == 1


def test_who_looks_a_place_up_gets_its_very_words(writing: Assistant, server: Server) -> None:
    answer = writing.answer(Question(text="1.7 doelstelling 1 federale politie"))

    assert (answer.generator, server.asked) == (Generator.EXTRACTIVE, [])


def test_caller_may_want_the_texts_own_words(writing: Assistant, server: Server) -> None:
    answer = writing.answer(Question(text=QUESTION.text, may_be_written=False))

    assert (answer.generator, server.asked) == (Generator.EXTRACTIVE, [])


def test_unknown_provider_is_named_with_what_to_install() -> None:
    with pytest.raises(LlmError, match="no language model provider") as caught:
        open_llm(Settings(llm="frobnicate:m"))

    assert "llama-index-llms-frobnicate" in caught.value.fix


def test_check_says_what_fails_and_how_to_mend_it(server: Server, settings: Settings) -> None:
    server.replies = lambda body: (200, "yes") if "response_format" not in body else (400, "x")

    checks = {one.name: one for one in check_llm(settings)}

    assert checks["connection"].passed
    assert checks["context"].passed
    assert not checks["JSON"].passed
    assert checks["JSON"].mend


def test_check_ends_where_nobody_answers(settings: Settings, server: Server) -> None:
    server.close()

    [only] = check_llm(settings)

    assert not only.passed
    assert "PLANWIJZER_LLM_URL" in only.mend


def test_passage_is_not_quoted_beyond_what_supports(assistant: Assistant) -> None:
    passages: list[Passage] = [p for d in assistant.documents for p in d.passages]
    long = next(p for p in passages if len(sentences(p.text)) > 4)
    start, end = sentences(long.text)[2]

    class One:
        def stream(self, *_: object) -> Iterator[str]:
            yield said((long.text[start:end], [1]))

    wrote = Writer(One(), HashingEmbedder()).write("?", "nl", [long], lambda *_: "")

    [claim] = wrote.claims
    assert claim.evidence[0].ranges == ((start, end),)
