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
        ("Et quels partenaires ?", f"Et quels partenaires ({SUBJECT})?"),
        ("Was ist dafür vorgesehen?", f"Was ist dafür vorgesehen ({SUBJECT})?"),
        ("Wat is ZSG?", "Wat is ZSG?"),
        ("Iets anders: waarom cameras?", "waarom cameras?"),
        ("Autre chose, et les drogues ?", "et les drogues ?"),
        (
            "Hoeveel medewerkers telt de Federale Politie volgens het plan?",
            "Hoeveel medewerkers telt de Federale Politie volgens het plan?",
        ),
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


def test_search_has_to_tell_when_a_full_question_opens_as_a_follow_up() -> None:
    question = "En welke opleiding krijgen zedeninspecteurs voor het verhoor van kinderen?"

    resolved = stand_alone(question, history(TOPIC))

    assert resolved.unless == resolved.asked == question
    assert not resolved.refers


def test_a_level_that_a_longer_follow_up_names_replaces_that_of_the_topic() -> None:
    resolved = stand_alone("en welke partners heeft de lokale daarbij nodig?", history(TOPIC))

    assert resolved.text.endswith(f"({SUBJECT.replace('federale', 'lokale')})?")


@pytest.mark.parametrize(
    ("question", "refers"),
    [
        ("wat wordt er van de zones verwacht op dat vlak?", True),
        ("Which service is to be strengthened for that?", True),
        ("que faut-il faire dans ce domaine ?", True),
        ("waarom zegt men dat zones dit vragen, en hoe?", True),
        ("en hoeveel zones zijn er?", False),
    ],
)
def test_words_that_point_back_are_seen(question: str, refers: bool) -> None:
    assert stand_alone(question, history(TOPIC)).refers is refers


def test_a_follow_up_asks_for_more_than_all_answers_said() -> None:
    resolved = stand_alone("wat winnen ze daarmee?", history(TOPIC, "en daarna?"))

    assert resolved.told.count("Antwoord over iets anders.") == 2
    assert resolved.after == "Antwoord over iets anders."


@pytest.mark.parametrize("question", ["geef dat letterlijk", "peux-tu citer ça littéralement ?"])
def test_who_asks_for_the_very_words_is_told_them_again(question: str) -> None:
    assert stand_alone(question, history(TOPIC)).told == ""
