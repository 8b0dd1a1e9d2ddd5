import pytest

from assistant import Role, Turn
from assistant.follow_up import stand_alone

TOPIC = "Welke doelstellingen heeft de federale politie tegen witwassen?"
SUBJECT = "doelstellingen heeft de federale politie tegen witwassen"


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
        ("En voor de lokale politie?", TOPIC.replace("federale", "lokale")),
        ("et la police locale ?", TOPIC.replace("federale", "lokale")),
        ("and local?", TOPIC.replace("federale", "lokale")),
        ("nee, ik bedoelde de lokale", TOPIC.replace("federale", "lokale")),
        ("Waarom?", f"Waarom ({SUBJECT})?"),
        (
            "Hoeveel mensen werken er bij de lokale politie?",
            "Hoeveel mensen werken er bij de lokale politie "
            f"({SUBJECT.replace('federale', 'lokale')})?",
        ),
        ("ok, bedankt!", "ok, bedankt!"),
        ("Et quels partenaires ?", f"Et quels partenaires ({SUBJECT})?"),
        ("Was ist dafür vorgesehen?", f"Was ist dafür vorgesehen ({SUBJECT})?"),
        ("Wat is ZSG?", f"Wat is ZSG ({SUBJECT})?"),
        ("Iets anders: waarom cameras?", "waarom cameras?"),
        ("Autre chose, et les drogues ?", "et les drogues ?"),
    ],
)
def test_follow_up_takes_its_topic_from_before(question: str, expected: str) -> None:
    assert stand_alone(question, history(TOPIC)).text == expected


@pytest.mark.parametrize(
    ("earlier", "follow_up", "expected"),
    [
        (
            "Wat doen de zones tegen fiscale fraude?",
            "en sociale fraude?",
            "Wat doen de zones tegen sociale fraude?",
        ),
        (
            "Was sagt der Plan zur Anzeige bei innerfamiliärer Gewalt?",
            "Und bei sexueller Gewalt?",
            "Was sagt der Plan zur Anzeige bei sexueller Gewalt?",
        ),
        (
            "Comment définit-on la violence intrafamiliale ?",
            "et la violence sexuelle ?",
            "Comment définit-on la violence sexuelle ?",
        ),
        (
            "What is the first precondition?",
            "and the third?",
            "What is the third precondition?",
        ),
        (
            "Que doit faire la police locale contre le blanchiment ?",
            "non pardon, je voulais dire la fédérale",
            "Que doit faire la police fédérale contre le blanchiment ?",
        ),
        (
            "Was ist die Aufgabe der Lokalen Polizei beim Menschenhandel?",
            "und die Föderale?",
            "Was ist die Aufgabe der Föderalen Polizei beim Menschenhandel?",
        ),
    ],
)
def test_same_is_asked_about_something_else(earlier: str, follow_up: str, expected: str) -> None:
    assert stand_alone(follow_up, history(earlier)).text == expected


def test_topic_stays_over_several_follow_ups() -> None:
    resolved = stand_alone("Waarom?", history(TOPIC, "En wanneer?", "En hoe?"))

    assert resolved.text == f"Waarom ({SUBJECT})?"


def test_question_stands_when_nothing_came_before() -> None:
    assert stand_alone("En voor de lokale politie?", []).text == "En voor de lokale politie?"


def test_ordinal_is_the_item_of_the_last_answer() -> None:
    answer = "Het plan zegt:\n\n- “Nu handelen: marge inzetten.” [1]\n- “Later sparen.” [2]"
    said = [Turn(role=Role.USER, content=TOPIC), Turn(role=Role.ASSISTANT, content=answer)]

    assert stand_alone("leg de tweede eens uit", said).text == (
        "leg de tweede eens uit (Later sparen.)?"
    )


def test_a_question_may_mean_itself_its_topic_or_the_question_before() -> None:
    question = "Welke opleiding krijgen zedeninspecteurs voor het verhoor van kinderen?"

    resolved = stand_alone(question, history(TOPIC, "En hoe?"))

    assert resolved.asked == question
    assert resolved.text == f"{question[:-1]} ({SUBJECT})?"
    assert resolved.readings == (question, f"{question[:-1]} (En hoe)?")


def test_a_level_that_a_longer_follow_up_names_replaces_that_of_the_topic() -> None:
    resolved = stand_alone("en welke partners heeft de lokale daarbij nodig?", history(TOPIC))

    assert resolved.text.endswith(f"({SUBJECT.replace('federale', 'lokale')})?")


@pytest.mark.parametrize(
    "question",
    [
        "waar staat dat precies?",
        "ok, welke doelstelling is da",
        "C'est dans quel thème, ça ?",
        "où est-ce que c'est écrit dans le plan ?",
        "In welchem Kapitel steht das?",
        "Which objective is that part of?",
    ],
)
def test_who_asks_where_it_stands_is_told_it_again(question: str) -> None:
    answer = "Het plan zegt:\n\n- “Direct inzetten van beschikbare marge.” [1]"
    said = [Turn(role=Role.USER, content=TOPIC), Turn(role=Role.ASSISTANT, content=answer)]

    assert stand_alone(question, said).text == "“Direct inzetten van beschikbare marge.”"


@pytest.mark.parametrize(
    "question",
    ["waar staat ANPR voor?", "waar is dat nodig?", "welke doelstelling is dat bij drugs?"],
)
def test_who_asks_something_else_is_not(question: str) -> None:
    answer = "Het plan zegt:\n\n- “Direct inzetten van beschikbare marge.” [1]"
    said = [Turn(role=Role.USER, content=TOPIC), Turn(role=Role.ASSISTANT, content=answer)]

    assert not stand_alone(question, said).text.startswith("“")
