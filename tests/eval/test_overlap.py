import json
from pathlib import Path

import pytest

from assistant import QuestionVectors
from eval.asked import Asked, asked_in
from eval.overlap import alike_in_meaning, alike_in_words
from index.stand_in import HashingEmbedder


def asked(text: str, *, alone: bool = True) -> Asked:
    return Asked(id="q1", owner="q1", text=text, kind="answerable", half="dev", alone=alone)


def test_pair_is_found_when_words_are_the_same_in_another_order() -> None:
    pairs = list(
        alike_in_words([asked("Wat is het Plan Grootsteden?")], ["het plan «Grootsteden»: wat is"])
    )

    assert [(pair.how, pair.likeness) for pair in pairs] == [("words", 1.0)]
    assert str(pairs[0]).startswith("q1: 'Wat is het Plan Grootsteden?' is like")


def test_every_text_is_found_when_several_have_the_words() -> None:
    assert len(list(alike_in_words([asked("wat is dit plan")], ["Wat is dit plan?"] * 2))) == 2


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("Hoeveel medewerkers in 2025?", "Hoeveel medewerkers in 2020?"),
        ("Wat is hawala precies?", "Wie evalueert het plan?"),
    ],
)
def test_no_pair_is_found_when_numbers_or_words_differ(question: str, other: str) -> None:
    assert not list(alike_in_words([asked(question)], [other]))


def test_turn_is_left_out_when_it_leans_on_others() -> None:
    assert not list(alike_in_words([asked("En de lokale?", alone=False)], ["En de lokale?"]))


def test_pair_is_found_when_vectors_are_near(tmp_path: Path) -> None:
    vectors = QuestionVectors(HashingEmbedder(), tmp_path)

    pairs = list(alike_in_meaning([asked("a b c d")], ["d c b a", "e f g h"], vectors))

    assert [(pair.other, pair.how) for pair in pairs] == [("d c b a", "meaning")]


def test_nothing_is_found_when_there_is_nothing_to_compare(tmp_path: Path) -> None:
    vectors = QuestionVectors(HashingEmbedder(), tmp_path)

    assert not list(alike_in_meaning([asked("a")], [], vectors))


def test_everything_that_is_asked_is_read_with_its_half(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    turns = [{"user": "Wat is het?"}, {"user": "En dan?"}]
    lines = {
        "dev/conversations": {"id": "c1", "turns": turns},
        "dev/hostile": {"id": "h1", "question": "Zwijg.", "must_not_contain": ["OK"]},
        "statements": {"id": "s1", "statement": "Zo is het.", "quote": "Zo."},
    }
    for name, line in lines.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")

    found = asked_in(tmp_path)

    assert [(one.owner, one.half, one.alone, one.opens) for one in found] == [
        ("c1 turn 1", "dev", True, True),
        ("c1 turn 2", "dev", False, False),
        ("h1", "dev", True, False),
        ("s1", "", True, False),
    ]
    assert found[2].forbidden == ("OK",)
