import json
from pathlib import Path

import pytest

from assistant import ReadDocument
from eval.training import material
from eval.training.material import foreign, written


def test_each_question_is_learnt_from_once(documents: tuple[ReadDocument, ...]) -> None:
    texts = [one.text for one in material.material(documents)]
    assert len(texts) == len(set(texts))
    assert len(texts) > max(sum(len(read.questions) for read in documents), 1)


def test_what_is_written_for_learning_is_about_passages_there_are(
    documents: tuple[ReadDocument, ...],
) -> None:
    there = {(read.document.id, passage.address) for read in documents for passage in read.passages}
    learnt = list(written())
    assert learnt
    assert {(one.document, one.address) for one in learnt} <= there


def test_a_line_becomes_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = {"address": "1/p2", "of": "0", "lang": "nl", "answered": False, "text": "Hoeveel?"}
    (tmp_path / "plan.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    monkeypatch.setattr(material, "QUESTIONS", tmp_path)
    (one,) = written()
    assert (one.document, one.address, one.text, one.answered) == (
        "plan",
        "1/p2",
        "Hoeveel?",
        False,
    )


def test_translated_paragraphs_of_squad_files_have_one_number(tmp_path: Path) -> None:
    files = []
    for name, context, asked in (("nl", "De plaats.", "Waar?"), ("en", "The place.", "Where?")):
        first = {"context": "…", "qas": []}
        second = {"context": context, "qas": [{"question": asked}]}
        files.append(tmp_path / f"squad.{name}.json")
        files[-1].write_text(json.dumps({"data": [{"paragraphs": [first, second]}]}), "utf-8")
    others = foreign(files)
    assert others.paragraphs == ("…", "De plaats.", "…", "The place.")
    assert others.numbers.tolist() == [0, 1, 0, 1]
    assert others.questions == (("Waar?", 1), ("Where?", 1))
