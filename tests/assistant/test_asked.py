import pytest

from assistant.asked import Asked, asked_for, asks_nothing, states, topic_of


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Hoeveel medewerkers telt de dienst?", Asked.QUANTITY),
        ("Combien d'agents y a-t-il ?", Asked.QUANTITY),
        ("Wie viele Beamte gibt es?", Asked.QUANTITY),
        ("How many people work there?", Asked.QUANTITY),
        ("How much does it cost?", Asked.MONEY),
        ("Wat kost een campagne?", Asked.MONEY),
        ("Quel budget est prévu ?", Asked.MONEY),
        ("Wie viel Geld gibt es?", Asked.MONEY),
        ("Hoe vaak gebeurt dit?", Asked.TIME),
        ("Dans quel délai ?", Asked.TIME),
        ("Welke dienst is dat, en sinds wanneer?", Asked.TIME),
        ("Until when does it run?", Asked.TIME),
        ("Wat gebeurt er wanneer het misloopt?", None),
        ("What must they do when they see it?", None),
        ("Quand le trafic change, avec quoi reste-t-on efficace ?", None),
        ("Wanneer begint dit?", Asked.TIME),
        ("Quand cela commence-t-il ?", Asked.TIME),
        ("Wann beginnt das?", Asked.TIME),
        ("When does it start?", Asked.TIME),
        ("Wie leidt dit?", None),
        ("Wat doet de politie?", None),
    ],
)
def test_sort_of_fact_is_told_by_the_form_of_the_question(
    question: str, asked: Asked | None
) -> None:
    assert asked_for(question) is asked


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        (Asked.QUANTITY, "Er zijn 271 medewerkers.", True),
        (Asked.QUANTITY, "Ze steunt op drie pijlers.", True),
        (Asked.QUANTITY, "Er zijn veel medewerkers.", False),
        (Asked.QUANTITY, "Volgens artikel 35 en 36 van de wet.", False),
        (Asked.QUANTITY, "Het negende plan.", True),
        (Asked.QUANTITY, "Sinds 1 oktober 2025, in het plan 2026-2029.", False),
        (Asked.QUANTITY, "Volgens COL 03/2006, GPI 62 en Strategie 3.0.", False),
        (Asked.QUANTITY, "De dienst telt 13.879 medewerkers.", True),
        (Asked.MONEY, "Het budget bedraagt 2,84 miljard euro.", True),
        (Asked.MONEY, "Er zijn 271 medewerkers.", False),
        (Asked.TIME, "Dit gebeurt jaarlijks.", True),
        (Asked.TIME, "Binnen 14 dagen.", True),
        (Asked.TIME, "Vanaf oktober.", True),
        (Asked.TIME, "In het kader van Strategie 3.0.", False),
        (Asked.TIME, "Dit gebeurt grondig.", False),
        (None, "Wat dan ook.", True),
    ],
)
def test_fact_is_seen_in_a_text(asked: Asked | None, text: str, expected: bool) -> None:
    assert states(asked, text) is expected


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Wat zegt het plan over drones?", "drones"),
        ("wat staat er in het NVP over het mobiel stalkingsalarm", "het mobiel stalkingsalarm"),
        ("Que dit le plan sur la corruption ?", "la corruption"),
        ("Qu'est-ce que le plan dit de la fraude sociale ?", "la fraude sociale"),
        ("Was sagt der Plan über Geldwäsche?", "Geldwäsche"),
        ("What does the plan say about ANPR?", "ANPR"),
        ("Wat moet de lokale politie doen?", ""),
    ],
)
def test_topic_is_what_an_overview_is_asked_of(question: str, topic: str) -> None:
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bedankt!", True),
        ("merci beaucoup", True),
        ("Guten Morgen", True),
        ("ok thx", True),
        ("merci, et la locale ?", False),
        ("goed, en morgen?", False),
        ("???", False),
        ("drugs", False),
    ],
)
def test_greetings_and_thanks_ask_nothing(text: str, expected: bool) -> None:
    assert asks_nothing(text) is expected
