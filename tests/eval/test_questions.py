import dataclasses
import json
from pathlib import Path

import pytest

from eval.questions import (
    Answerable,
    Conversation,
    Lookup,
    QuestionSetError,
    Turn,
    Unanswerable,
    half_of,
    load,
)

SHIPPED = Path(__file__).parents[2] / "eval/questions"

ANSWERABLE: dict[str, object] = {
    "id": "a1",
    "lang": "nl",
    "type": "fact",
    "question": "Hoeveel?",
    "evidence": ["drie centra"],
    "all_needed": False,
    "answer_must_contain": [["drie", "3"]],
    "section": "2/7",
    "note": "",
}


def write(folder: Path, name: str, *lines: object) -> None:
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    (folder / name).write_text(text, encoding="utf-8")


def test_every_kind_is_read_when_all_files_are_there(tmp_path: Path) -> None:
    turn = {
        "user": "En dan?",
        "lang": "nl",
        "evidence": ["drie centra"],
        "answer_must_contain": [["drie"]],
        "answerable": True,
    }
    write(tmp_path, "answerable.jsonl", ANSWERABLE)
    write(
        tmp_path,
        "unanswerable.jsonl",
        {
            "id": "u1",
            "lang": "fr",
            "type": "near_miss",
            "question": "Combien ?",
            "why": "absent",
            "nearest_evidence": [],
        },
    )
    write(tmp_path, "conversations.jsonl", {"id": "c1", "lang": "nl", "turns": [turn]})
    write(
        tmp_path,
        "lookups.jsonl",
        {"id": "l1", "query": "voetnoot 5", "evidence": ["Sinds"], "kind": "footnote"},
    )

    sets = load(tmp_path)

    assert sets.answerable == (
        Answerable(
            id="a1",
            lang="nl",
            type="fact",
            question="Hoeveel?",
            evidence=("drie centra",),
            all_needed=False,
            answer_must_contain=(("drie", "3"),),
            section="2/7",
        ),
    )
    assert sets.unanswerable == (
        Unanswerable(id="u1", lang="fr", type="near_miss", question="Combien ?", why="absent"),
    )
    assert sets.conversations == (
        Conversation(
            id="c1",
            lang="nl",
            turns=(
                Turn(
                    user="En dan?",
                    lang="nl",
                    evidence=("drie centra",),
                    answer_must_contain=(("drie",),),
                    answerable=True,
                ),
            ),
        ),
    )
    assert sets.lookups == (
        Lookup(id="l1", query="voetnoot 5", evidence=("Sinds",), kind="footnote"),
    )


def test_other_kinds_are_empty_when_only_one_file_is_there(tmp_path: Path) -> None:
    write(tmp_path, "answerable.jsonl", ANSWERABLE)

    sets = load(tmp_path)

    assert (len(sets.answerable), sets.unanswerable, sets.lookups) == (1, (), ())


def test_one_string_is_read_when_a_list_of_one_is_meant(tmp_path: Path) -> None:
    write(tmp_path, "answerable.jsonl", ANSWERABLE | {"evidence": "drie centra"})

    assert load(tmp_path).answerable[0].evidence == ("drie centra",)


def test_lines_are_read_when_file_has_bom_blank_lines_and_line_separators(tmp_path: Path) -> None:
    question = ANSWERABLE | {"question": "Wat\u2028nu?"}
    text = f"\ufeff\n{json.dumps(question, ensure_ascii=False)}\r\n\n"
    (tmp_path / "answerable.jsonl").write_bytes(text.encode())

    assert load(tmp_path).answerable[0].question == "Wat\u2028nu?"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"lang": "es"}, "lang: "),
        ({"type": "riddle"}, "type: "),
        ({"all_needed": "yes"}, "all_needed: "),
        ({"question": "  "}, "question: "),
        ({"evidence": [""]}, "evidence.0: "),
        ({"answer_must_contain": [[3]]}, "answer_must_contain.0.0: "),
    ],
)
def test_file_line_and_field_are_named_when_a_field_is_off(
    tmp_path: Path, change: dict[str, object], complaint: str
) -> None:
    write(tmp_path, "answerable.jsonl", ANSWERABLE, ANSWERABLE | change)

    with pytest.raises(QuestionSetError) as raised:
        load(tmp_path)

    assert raised.value.message.startswith(f"{tmp_path / 'answerable.jsonl'}:2: {complaint}")
    assert raised.value.fix


def test_every_wrong_line_is_named_when_there_are_several(tmp_path: Path) -> None:
    (tmp_path / "lookups.jsonl").write_text('{"id": 1}\nnot json\n', encoding="utf-8")

    with pytest.raises(QuestionSetError) as raised:
        load(tmp_path)

    assert "lookups.jsonl:1: id: " in raised.value.message
    assert "lookups.jsonl:1: query: " in raised.value.message
    assert "lookups.jsonl:2: Invalid JSON" in raised.value.message


def test_file_is_named_when_it_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "lookups.jsonl").write_bytes(b"\xff\xfe")

    with pytest.raises(QuestionSetError, match=r"lookups\.jsonl: not UTF-8"):
        load(tmp_path)


def test_error_is_raised_when_folder_holds_no_questions(tmp_path: Path) -> None:
    with pytest.raises(QuestionSetError, match="holds no questions"):
        load(tmp_path)


def test_question_cannot_be_changed_once_read(tmp_path: Path) -> None:
    write(tmp_path, "answerable.jsonl", ANSWERABLE)
    question = load(tmp_path).answerable[0]

    with pytest.raises(dataclasses.FrozenInstanceError):
        question.id = "other"  # type: ignore[misc]


@pytest.mark.parametrize("half", ["dev", "test"])
def test_shipped_questions_stand_in_the_half_of_their_id(half: str) -> None:
    sets = load(SHIPPED / half)

    ids = [
        *(question.id for question in sets.answerable),
        *(question.id for question in sets.unanswerable),
        *(conversation.id for conversation in sets.conversations),
        *(lookup.id for lookup in sets.lookups),
    ]
    assert {half_of(id_) for id_ in ids} == {half}
