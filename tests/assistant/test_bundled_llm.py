"""A language model file run within this process."""

import importlib.machinery
from pathlib import Path

import pytest

from assistant import (
    Question,
    Reason,
    Settings,
    check_llm,
    open_assistant,
    open_llm,
)
from assistant.cite import is_verbatim
from assistant.llm_error import LlmError


def test_missing_model_file_is_told_with_its_path(tmp_path: Path) -> None:
    file = tmp_path / "none.gguf"

    with pytest.raises(LlmError, match=r"none\.gguf"):
        open_llm(Settings(llm=f"bundled:{file}"))


def test_what_to_install_is_told_where_the_small_model_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.machinery.PathFinder, "find_spec", lambda *_: None)

    with pytest.raises(LlmError) as error:
        open_llm(Settings(llm="bundled:smollm2"))

    assert "requirements-llm.txt" in error.value.fix


@pytest.mark.real
def test_small_model_passes_the_check() -> None:
    checks = check_llm(Settings(llm="bundled:smollm2", llm_seconds=300))

    assert [one.name for one in checks] == ["connection", "context", "JSON", "streaming"]
    assert [one for one in checks if not one.passed] == []


QUESTIONS = (
    "What are the four strategic lines of force of the plan?",
    "Wat doet de lokale politie tegen drugshandel?",
)


@pytest.mark.real
def test_nothing_that_is_not_in_the_plan_is_shown_when_a_poor_model_writes() -> None:
    settings = Settings(llm="bundled:smollm2", llm_seconds=300)
    assistant = open_assistant(settings)
    sources = {read.document.id: read for read in assistant.documents}

    answers = [assistant.answer(Question(text=text)) for text in QUESTIONS]

    assert assistant.writes
    for answer in answers:
        assert answer.citations or answer.reason in set(Reason)
        assert all(is_verbatim(citation, sources) for citation in answer.citations)
        cited = {number for statement in answer.statements for number in statement.citations}
        assert cited == {citation.number for citation in answer.citations}
