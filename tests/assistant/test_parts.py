import pytest

from assistant.parts import of_parts, parts_of
from corpus import Passage, ReadDocument, sentences
from index import FoundUnit, Hit


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Wat is het verschil tussen publieke en private corruptie?",
            ("Wat is publieke corruptie?", "Wat is private corruptie?"),
        ),
        (
            "Corruption publique ou privée, quelle différence ?",
            ("Qu'est-ce que Corruption publique?", "Qu'est-ce que Corruption privée?"),
        ),
        (
            "Innerfamiliäre Gewalt und sexuelle Gewalt: worin liegt der Unterschied?",
            ("Was ist Innerfamiliäre Gewalt?", "Was ist sexuelle Gewalt?"),
        ),
        (
            "Drugs: wat doet de federale politie, en welke rol heeft de zone?",
            ("Drugs: wat doet de federale politie?", "Drugs: welke rol heeft de zone?"),
        ),
        (
            "Which units are covered by the agreement, and which needs come on top?",
            (
                "Which units are covered by the agreement?",
                "which needs come on top (units are covered by the agreement)?",
            ),
        ),
    ],
)
def test_question_is_taken_apart(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Wat zegt het plan over mensenhandel en mensensmokkel?",
        "Hoe werken de federale en de lokale politie samen?",
        "C'est quand et où ?",
        "Wat is het verschil?",
        "Welke doelstellingen heeft de lokale politie bij sociale en fiscale fraude?",
        "",
    ],
)
def test_question_about_one_thing_stays_whole(question: str) -> None:
    assert parts_of(question) == ()


def _hit(passage: Passage, score: float, *ranges: tuple[int, int]) -> Hit:
    units = tuple(FoundUnit(start=start, end=end, cosine=score) for start, end in ranges)
    return Hit(passage=passage, score=score, rank=1, why=frozenset(), cosine=score, units=units)


def test_parts_of_one_passage_are_one_piece(plan: ReadDocument) -> None:
    [passage] = [p for p in plan.passages if p.address == "2/1.6/p2"]
    first, *_, last = sentences(passage.text)

    [piece] = of_parts([([_hit(passage, 0.6, last)], None), ([_hit(passage, 0.7, first)], None)])

    assert (piece.ranges, piece.score) == ((first, last), 0.7)


def test_each_part_has_its_evidence_in_turn(plan: ReadDocument) -> None:
    one, other, far = [p for p in plan.passages if len(p.text.split()) < 50][:3]

    found = of_parts([([_hit(one, 0.6), _hit(far, 0.4)], None), ([_hit(other, 0.7)], None)])

    assert [piece.passage for piece in found] == [one, other]
