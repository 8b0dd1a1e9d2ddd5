"""An assistant over some documents answers as if there were no others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.question import Question
from corpus import DocumentStatus, ReadDocument, collect, read_text
from index import SilentProgress
from index.build import build
from index.open_index import load
from index.stand_in import HashingEmbedder

SECRET = """1. Operatie Zwaluw

De bijlage regelt de opvang van slachtoffers van mensenhandel in het Zwaluwhuis.

2. Afkortingen

- ZWL | Zwaluwhuis voor opvang

"""
QUESTIONS = (
    "Wat is Operatie Zwaluw?",
    "Wat betekent ZWL?",
    "Wat moet de lokale politie doen tegen mensenhandel?",
    "Wat zegt het plan over het Zwaluwhuis?",
    "Que prévoit le plan contre la cybercriminalité ?",
    "slachtoffers van mensenhandel opvang",
    "Hoe laat sluit de bibliotheek?",
)


def _assistant(documents: Sequence[ReadDocument], folder: Path) -> Assistant:
    embedder = HashingEmbedder()
    build(documents, embedder, folder=folder / "i", kept=folder / "c", progress=SilentProgress())
    return Assistant(documents, load(documents, embedder, folder / "i"))


@pytest.fixture(scope="module")
def whole(documents: Sequence[ReadDocument], tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    secret = replace(
        documents[0].document, id="secret", groups=("csd",), status=DocumentStatus.ANNEX
    )
    everything = collect([*documents, read_text(secret, SECRET)])
    return _assistant(everything, tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def view(whole: Assistant) -> Assistant:
    return whole.among([r.document.id for r in whole.documents if r.document.for_everyone])


def _said(answer: Answer) -> Answer:
    """Return an answer without what differs from one time to the next."""
    return replace(answer, id="", timings=None)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", QUESTIONS)
def test_the_answer_is_that_of_an_assistant_without_the_others(
    view: Assistant, assistant: Assistant, text: str
) -> None:
    assert _said(view.answer(Question(text=text))) == _said(assistant.answer(Question(text=text)))
    assert view.search(text).hits == assistant.search(text).hits


def test_the_document_is_quoted_when_it_is_among_them(whole: Assistant) -> None:
    found = whole.search("De bijlage regelt de opvang in het Zwaluwhuis.").hits

    assert found[0].passage.document == "secret"


def test_reading_knows_no_others(view: Assistant, assistant: Assistant) -> None:
    assert view.documents == assistant.documents
    assert view.kiv == assistant.kiv
