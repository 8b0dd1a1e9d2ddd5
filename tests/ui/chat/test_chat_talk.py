from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant import (
    EVERYTHING,
    Answer,
    Audience,
    Filters,
    Generator,
    PlanwijzerError,
    Question,
    Role,
    Stage,
)
from tests.ui.standin_assistant import FAILS, UNKNOWN, StandIn
from ui.chat.carried import MAX_EXCHANGES
from ui.chat.conversation import Exchange, turns_of
from ui.chat.replying import reply_of
from ui.chat.talk import Talk, View, clean


@pytest.fixture(scope="module")
def standin() -> StandIn:
    return StandIn()


def ask(
    standin: StandIn,
    typed: str,
    *,
    language: str = "nl",
    filters: Filters = EVERYTHING,
    earlier: tuple[Exchange, ...] = (),
    public_url: str = "https://plan.example.be",
) -> list[View]:
    talk = Talk(lambda: standin, public_url)  # type: ignore[arg-type,return-value]
    return list(talk.ask(typed, language, filters, earlier, base="http://10.0.0.5/"))


def test_reply_comes_last_when_a_question_is_answered(standin: StandIn) -> None:
    views = ask(standin, "What does the plan say?")
    assert [v.exchanges[0].stage for v in views[1:-1]] == list(Stage)
    reply = views[-1].exchanges[0].reply
    assert reply is not None
    assert reply.found
    assert views[-1].typed == ""


def test_source_opens_at_the_quote_when_a_question_is_answered(standin: StandIn) -> None:
    reply = ask(standin, "What does the plan say?")[-1].exchanges[0].reply
    assert reply is not None
    assert reply.sources[0].url == (
        "https://plan.example.be/plan/nvp-2026-2029?from=4&to=41&lang=en#top/p1"
    )
    assert reply.sources[0].verbatim
    assert reply.statement_language == "nl"


def test_footnote_comes_along_when_a_place_is_cited(standin: StandIn) -> None:
    reply = ask(standin, "What does the plan say?")[-1].exchanges[0].reply
    assert reply is not None
    reference = reply.sources[0].reference
    assert "Nationaal Veiligheidsplan 2026-2029" in reference
    assert "https://plan.example.be/plan/nvp-2026-2029?from=4&to=41#top/p1 (consulted" in reference


def test_footnote_has_the_visitors_address_when_no_other_is_set(standin: StandIn) -> None:
    reply = ask(standin, "What does the plan say?", public_url="")[-1].exchanges[0].reply
    assert reply is not None
    assert reply.sources[0].url.startswith("/plan/")
    assert "http://10.0.0.5/plan/nvp-2026-2029?from=4" in reply.sources[0].reference


def test_nearest_are_sources_when_the_plan_has_no_answer(standin: StandIn) -> None:
    reply = ask(standin, f"How is the {UNKNOWN} today?")[-1].exchanges[0].reply
    assert reply is not None
    assert not reply.found
    assert len(reply.nearest) == 3
    assert reply.nearest[0].url.startswith("https://plan.example.be/plan/")


def test_version_goes_along_when_the_asker_reads_another_language(standin: StandIn) -> None:
    reply = ask(standin, "Que dit le plan à ce sujet, précisément ?")[-1].exchanges[0].reply
    assert reply is not None
    read = reply.statements[0].reading
    assert read is not None
    assert read.text == "Plan national de sécurité 2026 – 2029"
    assert (read.language, read.official) == ("fr", False)
    assert reply.sources[0].reading == read
    assert reply.statement_language == "nl"


def test_nearest_have_versions_when_the_asker_reads_another_language(standin: StandIn) -> None:
    reply = ask(standin, f"How is the {UNKNOWN} today?")[-1].exchanges[0].reply
    assert reply is not None
    assert [n.reading.language for n in reply.nearest if n.reading] == ["en"] * 3


def test_no_version_is_shown_when_the_quote_is_in_the_askers_language(standin: StandIn) -> None:
    answer = standin.answer(Question(text="Wat zegt het plan?", language="nl"))
    reply = reply_of(answer, "Wat zegt het plan?", standin, "")  # type: ignore[arg-type]
    assert reply.statements[0].reading is None
    assert reply.sources[0].reading is None


def test_no_version_is_shown_when_one_of_several_quotes_has_none(standin: StandIn) -> None:
    answer = standin.answer(Question(text="Que dit le plan ?", language="fr"))
    (first,) = answer.citations
    bare = replace(first, number=2, version=None)
    said = replace(answer.statements[0], citations=(1, 2))
    two = replace(answer, statements=(said,), citations=(first, bare))
    reply = reply_of(two, "Que dit le plan ?", standin, "")  # type: ignore[arg-type]
    assert reply.statements[0].reading is None
    assert reply.sources[0].reading is not None


def test_version_is_left_out_of_a_statement_when_an_llm_worded_it(standin: StandIn) -> None:
    answer = standin.answer(Question(text="Que dit le plan ?", language="fr"))
    worded = replace(answer, generator=Generator.LLM)
    reply = reply_of(worded, "Que dit le plan ?", standin, "")  # type: ignore[arg-type]
    assert reply.statements[0].reading is None
    assert reply.statement_language == "fr"
    assert reply.sources[0].reading is not None


def test_document_is_named_when_there_are_several(standin: StandIn) -> None:
    (plan,) = standin.documents[:1]
    other = replace(plan, document=replace(plan.document, id="other"), passages=())
    several = StandIn((plan, other))
    answer = several.answer(Question(text="What does the plan say?"))
    named = reply_of(answer, "x", several, "")  # type: ignore[arg-type]
    assert named.sources[0].document == "Nationaal Veiligheidsplan 2026-2029"
    alone = StandIn((plan,))
    assert reply_of(answer, "x", alone, "").sources[0].document == ""  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["", "   \n\t ", "\x00\x07", "\ud800"])
def test_notice_asks_for_words_when_the_box_is_empty(standin: StandIn, typed: str) -> None:
    (view,) = ask(standin, typed)
    assert view.exchanges == ()
    assert view.notice is not None
    assert view.notice.message == "U hebt nog geen vraag getypt."


def test_notice_states_the_limit_when_a_question_is_too_long(standin: StandIn) -> None:
    (view,) = ask(standin, "x" * 2001, language="fr")
    assert view.notice is not None
    assert "2001" in view.notice.message
    assert "2000" in view.notice.message
    assert view.typed == "x" * 2001


def test_question_is_asked_when_it_has_just_the_longest_length(standin: StandIn) -> None:
    assert ask(standin, "x" * 2000)[-1].notice is None


def test_notice_keeps_secrets_and_words_when_answering_fails(standin: StandIn) -> None:
    view = ask(standin, f"Please {FAILS} now")[-1]
    assert view.notice is not None
    assert "/srv" not in f"{view.notice.message} {view.notice.fix} {view.notice.detail}"
    assert view.typed == f"Please {FAILS} now"
    assert view.exchanges == ()


def test_notice_says_to_wait_when_the_assistant_is_not_ready() -> None:
    def not_ready() -> StandIn:
        raise PlanwijzerError("The index is missing.", "Run `planwijzer index build`.")

    talk = Talk(not_ready, "")  # type: ignore[arg-type]
    view = list(talk.ask("Een vraag?", "de", EVERYTHING, ()))[-1]
    assert view.notice is not None
    assert view.notice.message == "Die Suchhilfe ist noch nicht bereit."
    assert view.notice.detail == "The index is missing. Run `planwijzer index build`."


def test_history_and_filter_go_along_when_a_question_follows(standin: StandIn) -> None:
    first = ask(standin, "What does the plan say?")[-1].exchanges
    filters = Filters(audience=Audience.LOCAL, themes=frozenset({"1.3"}))
    ask(standin, "And for the local police then?", filters=filters, earlier=first)
    asked: Question = standin.questions[-1]
    assert [turn.role for turn in asked.history] == [Role.USER, Role.ASSISTANT]
    assert asked.history[0].content == "What does the plan say?"
    assert asked.filters == filters
    assert asked.language is None


def test_history_keeps_the_latest_when_a_conversation_is_long(standin: StandIn) -> None:
    (exchange,) = ask(standin, "What does the plan say?")[-1].exchanges
    many = tuple(replace(exchange, question=str(n)) for n in range(50))
    turns = turns_of(many)
    assert len(turns) == 40
    assert turns[-2].content == "49"


def test_page_language_is_used_when_a_question_is_a_word_or_two(standin: StandIn) -> None:
    ask(standin, "EMPACT?", language="de")
    assert standin.questions[-1].language == "de"


def test_language_of_the_talk_is_used_when_a_short_question_follows(standin: StandIn) -> None:
    first = ask(standin, "What does the plan say?")[-1].exchanges
    ask(standin, "And locally?", language="nl", earlier=first)
    assert standin.questions[-1].language == "en"


def test_understood_question_is_kept_when_it_is_another_one(standin: StandIn) -> None:
    answer: Answer = standin.answer(Question(text="Drugs for the local police?"))
    other = reply_of(answer, "And locally?", standin, "")  # type: ignore[arg-type]
    same = reply_of(answer, " drugs for the  local police?", standin, "")  # type: ignore[arg-type]
    assert other.understood == "Drugs for the local police?"
    assert same.understood is None


class Writing(StandIn):
    """Tells its answer in two pieces before it gives it, or fails after the first."""

    PIECES = ("The plan says:\n\n- One. [1]", "\n- Two. [1]")

    def answer(
        self,
        question: Question,
        on_stage: Callable[[Stage], None] | None = None,
        on_text: Callable[[str], None] | None = None,
    ) -> Answer:
        assert on_text is not None
        for piece in self.PIECES:
            on_text(piece)
            if FAILS in question.text:
                break
        return super().answer(question, on_stage)


def test_pieces_are_shown_as_they_come_when_a_language_model_words_the_answer() -> None:
    first = ask(Writing(), "What does the plan say?")
    told = [v.exchanges[-1].told for v in first if v.exchanges[-1].reply is None]
    whole = "".join(Writing.PIECES)
    assert told[:3] == ["", Writing.PIECES[0], whole]
    assert set(told[3:]) == {whole}
    assert first[-1].exchanges[-1].reply is not None


def test_pieces_stay_when_answering_fails_after_them() -> None:
    view = ask(Writing(), f"Please {FAILS} now")[-1]
    assert view.notice is not None
    assert [e.told for e in view.exchanges] == [Writing.PIECES[0]]


def test_nothing_is_told_before_the_answer_when_there_is_no_language_model(
    standin: StandIn,
) -> None:
    views = ask(standin, "What does the plan say?")
    assert {v.exchanges[-1].told for v in views} == {""}


def test_notice_says_to_begin_anew_when_a_conversation_is_full(standin: StandIn) -> None:
    (exchange,) = ask(standin, "What does the plan say?")[-1].exchanges
    full = (exchange,) * MAX_EXCHANGES
    (view,) = ask(standin, "And then?", language="en", earlier=full)
    assert view.notice is not None
    assert view.notice.message == "This conversation is too long to go on."
    assert view.exchanges == full
    assert view.typed == "And then?"
    assert ask(standin, "And then?", earlier=full[1:])[-1].notice is None


def test_control_characters_go_when_a_text_is_cleaned() -> None:
    assert clean(" a\x00b\ud800c\u202ed\n") == "a b c d"
