"""Whether the same index gives the same answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Library, Question, QuestionError, Settings
from assistant.assistant import Assistant
from corpus import DocumentStatus, ReadDocument, collect, read_text
from index import SilentProgress
from index.build import build
from index.open_index import load
from index.stand_in import HashingEmbedder
from ui.access.caller import Caller, Role
from ui.access.views import Views
from ui.answer_log.index_digest import index_digest
from ui.answer_log.log import AnswerLog
from ui.answer_log.replay import Outcome, replay
from ui.database.engine import database

TEXT = "De bijlage regelt de opvang van slachtoffers in het Zwaluwhuis."
QUESTION = Question(text="De bijlage regelt de opvang van slachtoffers in het Zwaluwhuis.")


def made(documents: Sequence[ReadDocument], folder: Path) -> Assistant:
    embedder = HashingEmbedder()
    build(documents, embedder, folder=folder / "i", kept=folder / "c", progress=SilentProgress())
    return Assistant(documents, load(documents, embedder, folder / "i"))


@pytest.fixture(scope="module")
def whole(documents: Sequence[ReadDocument], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    document = replace(
        documents[0].document, id="geheim", groups=("csd",), status=DocumentStatus.ANNEX
    )
    everything = collect([*documents, read_text(document, f"1. Opvang\n\n{TEXT}\n")])
    return made(everything, tmp_path_factory.mktemp("replay"))


@pytest.fixture
def log(tmp_path: Path) -> Iterator[AnswerLog]:
    settings = Settings(database=f"sqlite:///{tmp_path}/log.db", log_questions=True)
    with database(settings) as engine:
        yield AnswerLog(engine, settings)


@pytest.fixture
def logged(log: AnswerLog, whole: Assistant) -> Callable[..., str]:
    def ask(*groups: str, question: Question = QUESTION) -> str:
        caller = Caller(id="key:1", role=Role.READER, groups=frozenset(groups))
        answer = Views().view(whole, groups).answer(question)
        log.record(caller, question, answer, whole, index_digest(whole, "m"))
        return answer.id

    return ask


@pytest.mark.parametrize("groups", [(), ("csd",)])
def test_the_same_index_gives_the_same_answer(
    log: AnswerLog, whole: Assistant, logged: Callable[..., str], groups: tuple[str, ...]
) -> None:
    entry = log.entry(logged(*groups))

    again = replay(entry, whole, index_digest(whole, "m"))

    assert again.outcome is Outcome.SAME
    assert ("geheim" in {c.document for c in entry.cited}) is bool(groups)


def test_another_index_is_told_apart(
    log: AnswerLog, whole: Assistant, logged: Callable[..., str]
) -> None:
    entry = log.entry(logged("csd"))
    without = whole.among([r.document.id for r in whole.documents if r.document.for_everyone])

    again = replay(entry, without, index_digest(without, "m"))

    assert again.outcome is Outcome.CHANGED_INDEX
    assert replay(entry, whole, index_digest(whole, "other")).outcome is Outcome.OTHER_INDEX


def test_another_answer_of_the_same_index_is_told(
    log: AnswerLog, whole: Assistant, logged: Callable[..., str]
) -> None:
    entry = replace(log.entry(logged("csd")), digest="another")

    assert replay(entry, whole, index_digest(whole, "m")).outcome is Outcome.DIFFERENT


def test_the_question_is_asked_for_when_it_is_not_kept(
    log: AnswerLog, whole: Assistant, logged: Callable[..., str]
) -> None:
    entry = replace(log.entry(logged("csd")), question=None)

    with pytest.raises(QuestionError, match="does not keep"):
        replay(entry, whole, index_digest(whole, "m"))
    again = replay(entry, whole, index_digest(whole, "m"), QUESTION.text)
    assert again.outcome is Outcome.SAME


def test_the_digest_is_of_all_that_the_index_holds(whole: Assistant) -> None:
    read = whole.documents[0]
    changed = replace(read, versions=read.versions[1:])
    same = Library(whole.documents)

    less = Library([changed, *whole.documents[1:]])
    assert index_digest(same, "m") == index_digest(whole, "m")
    assert index_digest(less, "m") != index_digest(whole, "m")
    assert index_digest(same, "n") != index_digest(whole, "m")
