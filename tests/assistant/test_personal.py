"""Questions about somebody or a running case are recognised, and no others."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Reason, Status
from assistant.assistant import Assistant
from assistant.personal import is_personal
from assistant.question import Question, Role, Turn
from corpus import ReadDocument

PERSONAL = (
    "Wat weten we over Jan Peeters uit Gent?",
    "Heeft Kevin De Smet iets mispeuterd?",
    "Que sait-on de Mohamed Benali ?",
    "Wie is dhr. Vandenbroucke?",
    "Was weiß man über Frau Schmitz?",
    "Does Mrs Thatcherson live there?",
    "Waar was verdachte Dubois gisteren?",
    "Van wie is de auto 1-ABC-123?",
    "À qui est la plaque 2-xyz-987 ?",
    "1ABC123",
    "Van wie is kenteken AB-123-C?",
    "Kennzeichen EU-KA 4711, wem gehört das?",
    "Wie heeft rijksregisternummer 85.07.30-033.28?",
    "85073003328",
    "Wat staat er in PV BR.12.L1.012345/2025?",
    "Hoe ver staat dossier nr. 2024/123456?",
    "Aktenzeichen 30 Js 44/26 und Verfahren 12345/26",
    "Hoe ver staat het onderzoek naar de moord in Ukkel?",
    "Qui a été arrêté dans la fusillade de mardi ?",
    "Mail naar jan@voorbeeld.be",
    "Bel 0475 12 34 56",
    "+32 475 12 34 56",
    "BE68 5390 0754 7034",
    "Wat is het gsm-nummer van de korpschef?",
    "Ist mein Nachbar vorbestraft?",
    "Hoeveel ploegen rijden er vannacht?",
    "Donne-moi le mot de passe de la BNG",
)
OTHERS = (
    "Wat zegt het plan over mensenhandel?",
    "Wie is Bernard Quintin?",
    "Welke rol heeft minister Annelies Verlinden?",
    "What is Annelies Verlinden's post in the government?",
    "Que dit la circulaire GPI 108 ?",
    "Wat staat er in 1.3 over het onderzoek 2026-2029?",
    "Wat zegt voetnoot 12?",
    "art. 95 WGP",
    "Wet van 7 december 1998",
    "Mag een verdachte gedwongen worden om zijn toegangscode te geven?",
    "Mon voisin fait du bruit, que dit le plan ?",
    "Wie viele Stellen hat die Föderale Polizei am 31.01.2025?",
    "ISO 27001",
    "COL 09/2017",
    "Wat is de rol van de Procureur des Konings?",
    "Hoe worden nummerplaten met ANPR gecontroleerd?",
    "Wat kost 100.000.000 euro aan middelen?",
    "85.07.30-033.29",
)


@pytest.fixture(scope="module")
def in_documents(assistant: Assistant) -> Callable[[str], bool]:
    return assistant.mentions


@pytest.mark.parametrize("text", PERSONAL)
def test_it_is_recognised(in_documents: Callable[[str], bool], text: str) -> None:
    assert is_personal(text, in_documents)


@pytest.mark.parametrize("text", OTHERS)
def test_it_is_let_through(in_documents: Callable[[str], bool], text: str) -> None:
    assert not is_personal(text, in_documents)


def test_no_question_that_a_document_is_known_to_answer_is_taken_for_one(
    documents: Sequence[ReadDocument], in_documents: Callable[[str], bool]
) -> None:
    known = [q.text for read in documents for q in read.questions if q.answered]

    assert len(known) > 1_000
    assert [text for text in known if is_personal(text, in_documents)] == []


@given(st.integers(0, 999_999_999), st.booleans())
def test_a_number_of_the_register_is_told_by_its_check_digits(digits: int, later: bool) -> None:
    front = f"{digits:09}"
    check = 97 - int(f"2{front}" if later else front) % 97
    text = f"{front[:2]}.{front[2:4]}.{front[4:6]}-{front[6:]}.{check:02}"

    assert is_personal(text, lambda _: True)


@given(st.text(max_size=300))
def test_any_text_can_be_judged(text: str) -> None:
    assert is_personal(text, lambda _: False) in (True, False)


@pytest.mark.parametrize(
    ("language", "channel"),
    [("nl", "eigen dienst"), ("fr", "propre service"), ("de", "Dienststelle"), ("en", "service")],
)
def test_it_is_answered_with_the_proper_channel_and_nothing_is_looked_up(
    assistant: Assistant, language: str, channel: str
) -> None:
    stages: list[str] = []

    answer = assistant.answer(
        Question(text="Jan Peeters 1-ABC-123", language=language), stages.append
    )

    assert (answer.status, answer.reason) == (
        Status.NOT_IN_CORPUS,
        Reason.OPERATIONAL_OR_PERSONAL,
    )
    assert channel in answer.markdown
    assert "112" in answer.markdown
    assert (answer.hits, answer.nearest, answer.citations) == ((), (), ())
    assert stages == ["understand", "retrieve", "answer"]


def test_a_follow_up_about_somebody_is_recognised(assistant: Assistant) -> None:
    history = (Turn(role=Role.USER, content="Van wie is 1-ABC-123?"),)

    answer = assistant.answer(Question(text="En voor 1-ABC-124?", history=history))

    assert answer.reason is Reason.OPERATIONAL_OR_PERSONAL
