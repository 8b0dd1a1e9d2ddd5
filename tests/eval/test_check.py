import json
from pathlib import Path

import pytest

from corpus import ReadDocument
from eval.check import main, problems
from eval.questions import Answerable, Conversation, Lookup, QuestionSets, Turn, Unanswerable, load

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "corpus/texts/nvp-2026-2029/nvp-2026-2029.md"
SOURCE = "1. Er komen **drie** nieuwe centra².\n\nDat kost – naar schatting – veel."


def answerable(
    *,
    id_: str = "a1",
    evidence: tuple[str, ...] = ("Er komen drie nieuwe centra",),
    all_needed: bool = False,
    groups: tuple[tuple[str, ...], ...] = (("drie", "3"),),
) -> Answerable:
    return Answerable(
        id=id_,
        lang="nl",
        type="number",
        question="Hoeveel centra?",
        evidence=evidence,
        all_needed=all_needed,
        answer_must_contain=groups,
    )


def sets(
    *,
    answerable: tuple[Answerable, ...] = (),
    unanswerable: tuple[Unanswerable, ...] = (),
    conversations: tuple[Conversation, ...] = (),
    lookups: tuple[Lookup, ...] = (),
) -> QuestionSets:
    return QuestionSets(
        answerable=answerable,
        unanswerable=unanswerable,
        conversations=conversations,
        lookups=lookups,
    )


def turn(*, evidence: tuple[str, ...], answerable: bool) -> Turn:
    return Turn(
        user="En?",
        lang="nl",
        evidence=evidence,
        answer_must_contain=(("drie",),) if answerable else (),
        answerable=answerable,
    )


def test_nothing_is_found_when_evidence_differs_in_markup_only() -> None:
    assert problems([sets(answerable=(answerable(),))], [SOURCE]) == []


def test_evidence_is_named_when_it_is_not_in_any_source() -> None:
    lookup = Lookup(id="l1", query="veel", evidence=("kost weinig",), kind="misquote")

    found = problems([sets(lookups=(lookup,))], [SOURCE, "Iets anders."])

    assert found == ["l1: evidence is not in the source: 'kost weinig'"]


def test_nearest_evidence_is_checked_when_question_is_unanswerable() -> None:
    question = Unanswerable(
        id="u1",
        lang="nl",
        type="near_miss",
        question="Waar?",
        nearest_evidence=("vier nieuwe centra",),
    )

    found = problems([sets(unanswerable=(question,))], [SOURCE])

    assert found == ["u1: evidence is not in the source: 'vier nieuwe centra'"]


def test_id_is_named_when_two_sets_use_it() -> None:
    one = sets(answerable=(answerable(),))

    assert problems([one, one], [SOURCE]) == ["a1: the id is used 2 times"]


def test_group_is_named_when_its_evidence_cannot_satisfy_it() -> None:
    question = answerable(groups=(("drie",), ("vier", "4")))

    found = problems([sets(answerable=(question,))], [SOURCE])

    assert found == ["a1: no alternative of ['vier', '4'] is in 'Er komen drie nieuwe centra'"]


def test_each_evidence_must_satisfy_every_group_when_any_one_suffices() -> None:
    both = ("Er komen drie nieuwe centra", "Dat kost")

    any_one = answerable(evidence=both)
    needed = answerable(id_="a2", evidence=both, all_needed=True)

    found = problems([sets(answerable=(any_one, needed))], [SOURCE])

    assert found == ["a1: no alternative of ['drie', '3'] is in 'Dat kost'"]


def test_labels_are_missed_when_answerable_has_none() -> None:
    question = answerable(evidence=(), groups=())

    assert problems([sets(answerable=(question,))], [SOURCE]) == [
        "a1: is answerable but has no evidence",
        "a1: is answerable but answer_must_contain is empty",
    ]


def test_turn_is_named_when_it_is_answerable_without_evidence() -> None:
    conversation = Conversation(
        id="c1",
        lang="nl",
        turns=(turn(evidence=(), answerable=False), turn(evidence=(), answerable=True)),
    )

    found = problems([sets(conversations=(conversation,))], [SOURCE])

    assert found == ["c1 turn 2: is answerable but has no evidence"]


def test_conversation_is_named_when_it_has_one_turn() -> None:
    conversation = Conversation(
        id="c1", lang="nl", turns=(turn(evidence=("drie",), answerable=True),)
    )

    found = problems([sets(conversations=(conversation,))], [SOURCE])

    assert found == ["c1: has no turn after the first"]


def test_lookup_is_named_when_it_has_no_evidence() -> None:
    lookup = Lookup(id="l1", query="veel", evidence=(), kind="heading")

    assert problems([sets(lookups=(lookup,))], [SOURCE]) == ["l1: has no evidence"]


def test_exit_is_1_with_a_list_when_evidence_is_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "source.md"
    source.write_text(SOURCE, encoding="utf-8")
    line = {"id": "l1", "query": "veel", "evidence": ["weinig"], "kind": "misquote"}
    (tmp_path / "lookups.jsonl").write_text(json.dumps(line), encoding="utf-8")

    code = main([str(tmp_path), "--corpus", str(source)])

    assert code == 1
    assert capsys.readouterr().out == "l1: evidence is not in the source: 'weinig'\n"


def test_exit_is_1_with_the_line_when_a_form_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lookups.jsonl").write_text("{}", encoding="utf-8")

    code = main([str(tmp_path), "--corpus", str(PLAN)])

    assert code == 1
    assert "lookups.jsonl:1: id: " in capsys.readouterr().err


def test_exit_is_1_when_corpus_file_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dev = ROOT / "eval/questions/dev"

    assert main([str(dev), "--corpus", str(tmp_path / "none.md")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_exit_is_0_when_the_shipped_sets_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    code = main([])

    assert capsys.readouterr().out == ""
    assert code == 0


@pytest.mark.real
def test_no_shipped_question_means_what_the_index_knows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["--meaning"])

    assert capsys.readouterr().out == ""
    assert code == 0


def test_exit_is_1_when_a_known_question_is_asked(
    tmp_path: Path, plan: ReadDocument, capsys: pytest.CaptureFixture[str]
) -> None:
    known = plan.questions[0].text
    line = {"id": "l1", "query": known.upper(), "evidence": ["Nationaal"], "kind": "misquote"}
    (tmp_path / "lookups.jsonl").write_text(json.dumps(line), encoding="utf-8")

    code = main([str(tmp_path)])

    assert code == 1
    assert "(words 1.00)" in capsys.readouterr().out


def test_questions_to_read_again_are_listed_and_are_no_problem(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = main(["--read-again"])

    assert code == 0
    assert "near" in capsys.readouterr().out


def test_shipped_sets_have_all_four_kinds_in_both_halves() -> None:
    for half in ("dev", "test"):
        shipped = load(ROOT / "eval/questions" / half)

        assert shipped.answerable
        assert shipped.unanswerable
        assert shipped.conversations
        assert shipped.lookups
