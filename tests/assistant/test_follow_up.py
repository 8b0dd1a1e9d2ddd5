import pytest

from assistant import Role, Turn
from assistant.follow_up import stand_alone

TOPIC = "Welke doelstellingen heeft de federale politie tegen witwassen?"


def history(*questions: str) -> list[Turn]:
    return [
        turn
        for question in questions
        for turn in (
            Turn(role=Role.USER, content=question),
            Turn(role=Role.ASSISTANT, content="Antwoord over iets anders."),
        )
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("En voor de lokale politie?", TOPIC.replace("federale politie", "lokale politie")),
        ("Waarom?", f"{TOPIC} Waarom?"),
        ("Et quels partenaires ?", f"{TOPIC} Et quels partenaires ?"),
        ("Was ist dafür vorgesehen?", f"{TOPIC} Was ist dafür vorgesehen?"),
        ("Wat is ZSG?", "Wat is ZSG?"),
        (
            "Hoeveel medewerkers telt de Federale Politie volgens het plan?",
            "Hoeveel medewerkers telt de Federale Politie volgens het plan?",
        ),
    ],
)
def test_follow_up_takes_its_topic_from_before(question: str, expected: str) -> None:
    assert stand_alone(question, history(TOPIC)) == expected


def test_other_police_level_is_put_in_the_topic_whatever_the_language() -> None:
    resolved = stand_alone(
        "And what about the federal police?", history("What should the local police do on cyber?")
    )

    assert resolved == "What should the federal police do on cyber?"


def test_topic_stays_over_several_follow_ups() -> None:
    resolved = stand_alone("Waarom?", history(TOPIC, "En wanneer?", "En hoe?"))

    assert resolved == f"{TOPIC} Waarom?"


def test_question_stands_when_nothing_came_before() -> None:
    assert stand_alone("En voor de lokale politie?", []) == "En voor de lokale politie?"
