from pathlib import Path

import pytest

from eval.asker import EvaluationError
from eval.check import problems
from eval.questions import load
from eval.starter import write_starter


def test_template_is_a_question_set_with_sound_labels(tmp_path: Path) -> None:
    write_starter(tmp_path / "own")

    sets = load(tmp_path / "own")
    imagined = [evidence for question in sets.answerable for evidence in question.evidence]
    assert problems([sets], [" ".join(imagined)]) == []
    assert all([sets.unanswerable, sets.conversations, sets.lookups, sets.hostile])
    assert "answerable.jsonl" in (tmp_path / "own" / "README.md").read_text("utf-8")


def test_template_is_refused_when_the_folder_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")

    with pytest.raises(EvaluationError, match="not empty"):
        write_starter(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]
