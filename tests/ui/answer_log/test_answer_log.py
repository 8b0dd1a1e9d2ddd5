"""What the log keeps of answers, and what it never keeps."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, text
from starlette.testclient import TestClient

from assistant import NotFoundError, Question, Reason, Settings, SettingsError
from tests.ui.standin_assistant import StandIn
from ui.access.caller import ANYBODY, Caller, Role
from ui.answer_log.log import AnswerLog
from ui.database.engine import open_database
from ui.database.migrations import STEPS, migrate
from ui.database.schema import ANSWERS

LogOf = Callable[..., AnswerLog]
KEY = Caller(id="key:1", role=Role.READER, groups=frozenset({"csd", "secret-club"}))
WORDS = "mensenhandel-in-Ukkel"


def asked(standin: StandIn, log: AnswerLog, question: Question, caller: Caller = KEY) -> str:
    answer = replace(standin.answer(question), id=f"a{len(standin.questions)}-{id(log)}")
    log.record(caller, question, answer, standin, "digest")  # type: ignore[arg-type]
    return answer.id


def test_an_answer_is_kept_without_what_was_asked(log_of: LogOf, standin: StandIn) -> None:
    before = datetime.now(UTC)
    log = log_of()

    entry = log.entry(asked(standin, log, Question(text=WORDS)))

    assert before <= entry.at <= datetime.now(UTC)
    assert (entry.caller, entry.status, entry.reason) == ("key:1", "answered", None)
    assert [(c.document, c.address) for c in entry.cited] == [
        (p.document, p.address) for p in standin.documents[0].passages[:1]
    ]
    assert (entry.understand_ms, entry.total_ms) == (1.0, 6.04)
    assert entry.index_digest == "digest"
    assert entry.question is None
    assert entry.groups == ()


def test_the_question_is_kept_whole_when_the_operator_wants_it(
    log_of: LogOf, standin: StandIn
) -> None:
    log = log_of(log_questions=True)
    question = Question(text="Wat zegt het plan?", language="fr", top_k=3)

    assert log.entry(asked(standin, log, question)).question == question


@pytest.mark.parametrize(
    "question",
    [
        Question(text="Van wie is 1-ABC-123?"),
        Question(text="Wat weten we over Jan Peeters?"),
        Question(text="En daar?", history=()),
    ],
)
def test_a_personal_question_is_never_kept(
    log_of: LogOf, standin: StandIn, engine: Engine, question: Question
) -> None:
    from assistant import Role as Speaker
    from assistant import Turn

    if "daar" in question.text:
        question = replace(
            question, history=(Turn(role=Speaker.USER, content="wie is 85073003328"),)
        )
    log = log_of(log_questions=True)

    entry = log.entry(asked(standin, log, question))

    assert entry.question is None
    with engine.connect() as connection:
        assert not any("ABC" in str(row) for row in connection.execute(select(ANSWERS)))


def test_a_question_refused_as_personal_is_never_kept(log_of: LogOf, standin: StandIn) -> None:
    log, question = log_of(log_questions=True), Question(text="x")
    answer = replace(standin.answer(question), id="refused", reason=Reason.OPERATIONAL_OR_PERSONAL)

    log.record(KEY, question, answer, standin, "digest")  # type: ignore[arg-type]

    assert log.entry("refused").question is None
    assert log.entry("refused").reason == "operational_or_personal"


@contextmanager
def _old(engine: Engine, log: AnswerLog, answer_id: str, days: float) -> Iterator[None]:
    with engine.begin() as connection:
        mine = ANSWERS.c.id == answer_id
        row = connection.execute(select(ANSWERS).where(mine)).one()._asdict()
        at = datetime.now(UTC) - timedelta(days=days)
        connection.execute(insert(ANSWERS).values({**row, "id": f"{answer_id}-old", "at": at}))
    yield
    log.purge(datetime.now(UTC))


def test_what_is_too_old_is_forgotten_with_what_was_thought_of_it(
    log_of: LogOf, standin: StandIn, engine: Engine
) -> None:
    log = log_of(log_days=30)
    answer_id = asked(standin, log, Question(text=WORDS))
    with _old(engine, log, answer_id, days=30.01):
        log.give_feedback(f"{answer_id}-old", "down", "te vaag")

    assert log.entry(answer_id)
    with pytest.raises(NotFoundError):
        log.entry(f"{answer_id}-old")
    assert log.feedback(f"{answer_id}-old") == ()


def test_what_is_young_enough_stays(log_of: LogOf, standin: StandIn, engine: Engine) -> None:
    log = log_of(log_days=30)
    answer_id = asked(standin, log, Question(text=WORDS))
    with _old(engine, log, answer_id, days=29.9):
        pass

    assert log.entry(f"{answer_id}-old")


def test_entries_come_in_order_and_within_their_days(log_of: LogOf, standin: StandIn) -> None:
    log = log_of()
    ids = [asked(standin, log, Question(text=str(n))) for n in range(3)]
    now = datetime.now(UTC)

    found = [entry.id for entry in log.entries(now - timedelta(days=1), now)]

    assert found == ids
    assert list(log.entries(now, now + timedelta(days=1))) == []


def test_feedback_is_kept_with_its_answer(log_of: LogOf, standin: StandIn) -> None:
    log = log_of()
    answer_id = asked(standin, log, Question(text=WORDS))

    log.give_feedback(answer_id, "up")
    log.give_feedback(answer_id, "down", "het vierde punt ontbreekt")
    log.give_feedback(answer_id, "down", "vraag het aan Jan Peeters")

    assert [(f.verdict, f.comment) for f in log.feedback(answer_id)] == [
        ("up", ""),
        ("down", "het vierde punt ontbreekt"),
        ("down", ""),
    ]


def test_feedback_on_no_answer_is_refused(log_of: LogOf) -> None:
    with pytest.raises(NotFoundError, match="no answer"):
        log_of().give_feedback("none", "up")


def test_every_answer_over_http_is_kept(
    client_of: Callable[..., TestClient], log_of: LogOf
) -> None:
    client = client_of()

    for stream in (False, True):
        client.post("/api/v1/ask", json={"question": "Wat?", "stream": stream})

    # The stand-in gives every answer the same id: the second cannot be kept, and is given anyway.
    assert log_of().entry("a1").caller == ANYBODY.id


def test_nothing_is_kept_when_the_log_is_off(
    client_of: Callable[..., TestClient], log_of: LogOf
) -> None:
    assert (
        client_of(answer_log=False).post("/api/v1/ask", json={"question": "W"}).status_code == 200
    )

    with pytest.raises(NotFoundError):
        log_of().entry("a1")


def test_an_answer_is_given_when_it_cannot_be_kept(
    client_of: Callable[..., TestClient], engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of()
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE feedback"))
        connection.execute(text("DROP TABLE answers"))

    response = client.post("/api/v1/ask", json={"question": WORDS})

    assert response.status_code == 200
    assert "could not be logged" in caplog.text


def test_the_tables_are_made_once(engine: Engine) -> None:
    migrate(engine)
    migrate(engine)

    with engine.connect() as connection:
        count = connection.execute(text("SELECT count(*) FROM schema_version")).scalar()
    assert count == len(STEPS)


def test_a_later_database_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO schema_version VALUES (99)"))

    with pytest.raises(SettingsError, match="later version"):
        migrate(engine)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "no database URL"),
        ("postgresql://nobody@127.0.0.1:1/none", "cannot be used"),
        ("sqlite:////proc/none/x.db", "cannot be used"),
        ("sqlite:////dev/null/x.db", "cannot be used"),
        ("oracle+none://x/y", "not known"),
    ],
)
def test_it_says_so_when_there_is_no_database(url: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told) as refused:
        open_database(Settings(database=url))

    assert "nobody@" not in refused.value.message + refused.value.fix


def test_export_and_show_print_what_is_kept(
    command: Callable[..., tuple[int, str, str]],
    log_of: LogOf,
    standin: StandIn,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import json

    monkeypatch.setenv("PLANWIJZER_DATABASE", settings.database.get_secret_value())
    log = log_of(log_questions=True)
    answer_id = asked(standin, log, Question(text="=SOM(A1)"))
    log.give_feedback(answer_id, "down", "=te vaag")

    shown: dict[str, Any] = json.loads(command("answer", "show", answer_id)[1])
    exported = json.loads(command("answer", "export")[1])
    table = command("answer", "export", "--format", "csv")[1]

    assert shown == exported
    assert shown["question"]["text"] == "=SOM(A1)"
    assert shown["feedback"][0]["verdict"] == "down"
    assert shown["cited"][0].startswith("nvp-2026-2029#")
    assert table.splitlines()[0].startswith("id,at,caller")
    assert ",=" not in table
    assert command("answer", "show", "none")[0] == 1
    assert command("answer", "export", "--since", "2030-01-01")[1] == ""
    assert command("answer", "export", "--since", "gisteren")[0] == 2
    assert "0 answers" in command("answer", "purge")[1]
