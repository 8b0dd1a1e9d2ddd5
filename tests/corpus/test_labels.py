import pytest

from corpus import ReadDocument, label

PLACE = (
    "NVP 2026-2029, Hoofdstuk 2: Nationale Veiligheidsthema's 2026-2029, "
    "1. Georganiseerde criminaliteit, 1.4 Illegale wapenhandel, Strategische doelstellingen, "
    "Voor de Lokale Politie, "
)


@pytest.mark.parametrize(
    ("language", "item"),
    [("nl", "doelstelling 1"), ("fr", "objectif 1"), ("de", "Ziel 1"), ("en", "goal 1")],
)
def test_label_names_the_place_in_the_readers_words(
    plan: ReadDocument, language: str, item: str
) -> None:
    goal = next(
        p
        for p in plan.passages
        if p.address == "2/1.4/strategische-doelstellingen/lokale-politie/1"
    )

    assert label(plan.document, goal, language) == PLACE + item


def test_every_passage_of_a_section_has_its_own_label(plan: ReadDocument) -> None:
    labels = [label(plan.document, p, "nl") for p in plan.passages]

    assert len(set(labels)) == len(labels)
