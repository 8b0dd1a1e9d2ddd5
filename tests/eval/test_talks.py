"""In what order simulated people ask, and that nothing is asked twice too soon."""

import pytest

from eval.questions import Answerable, Conversation, Language, QuestionSets, Turn
from eval.talks import LANGUAGES, Deck


def _question(text: str, language: Language) -> Answerable:
    return Answerable(
        id=text,
        lang=language,
        type="fact",
        question=text,
        evidence=(),
        all_needed=False,
        answer_must_contain=(),
    )


def _conversation(language: Language, *said: str) -> Conversation:
    turns = tuple(
        Turn(user=text, lang=language, evidence=(), answer_must_contain=(), answerable=True)
        for text in said
    )
    return Conversation(id=said[0], lang=language, turns=turns)


def _sets(*answerable: Answerable, conversations: tuple[Conversation, ...] = ()) -> QuestionSets:
    return QuestionSets(
        answerable=answerable, unanswerable=(), conversations=conversations, lookups=()
    )


def _every(*dutch: str) -> QuestionSets:
    others = [_question(f"one in {language}", language) for language in ("fr", "de", "en")]
    return _sets(*(_question(text, "nl") for text in dutch), *others)


def test_every_talk_of_a_language_is_dealt_once_before_any_comes_again() -> None:
    deck = Deck(_every("a", "b", "c"), seed=3)

    first = [deck.deal("nl") for _ in range(3)]
    again = [deck.deal("nl") for _ in range(3)]

    assert sorted(first) == [("a",), ("b",), ("c",)]
    assert again == [(f"{text} 1",) for (text,) in first]


def test_a_conversation_is_dealt_whole() -> None:
    conversation = _conversation("fr", "Qui ?", "Et où ?")
    others = [_question("one", language) for language in ("nl", "de", "en")]

    deck = Deck(_sets(*others, conversations=(conversation,)), seed=1)

    assert deck.deal("fr") == ("Qui ?", "Et où ?")
    assert deck.deal("fr") == ("Qui ? 1", "Et où ? 1")


def test_a_seed_gives_the_same_order_and_another_seed_another() -> None:
    sets = _every(*"abcdefgh")
    orders = [[deck.deal("nl") for _ in range(8)] for deck in (Deck(sets, 1), Deck(sets, 1))]
    other = Deck(sets, 2)

    assert orders[0] == orders[1]
    assert orders[0] != [other.deal("nl") for _ in range(8)]


@pytest.mark.parametrize("missing", LANGUAGES)
def test_a_language_without_questions_is_refused(missing: Language) -> None:
    there = [_question("one", language) for language in LANGUAGES if language != missing]

    with pytest.raises(ValueError, match=f"nothing in {missing}"):
        Deck(_sets(*there), seed=1)
