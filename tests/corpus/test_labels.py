from collections.abc import Callable, Sequence

import pytest

from corpus import PageStart, ReadDocument, label

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


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nl", ["§ 2", "§ 2, punt 1", "punt a", "alinea 1", "alinea 1, deel 2", "voetnoot wet"]),
        ("fr", ["§ 2", "§ 2, point 1", "point a", "alinéa 1", "alinéa 1, partie 2"]),
        ("de", ["§ 2", "§ 2, Punkt 1", "Punkt a", "Absatz 1", "Absatz 1, Teil 2"]),
        ("en", ["§ 2", "§ 2, point 1", "point a", "paragraph 1", "paragraph 1, part 2"]),
    ],
)
def test_label_names_places_of_every_kind(
    read: Callable[..., ReadDocument], language: str, expected: list[str]
) -> None:
    source = (
        "Art. 1. § 2. De Koning bepaalt:\n1° dit.\n\n## Kop\n\na) een punt\n\n"
        + "Een zin van vijf woorden. " * 70
        + "Slot.[^wet]\n\n[^wet]: Een noot.\n"
    )
    document = read(source, pages=(PageStart(offset=0, number=3),))

    labels = [label(document.document, p, language) for p in document.passages]

    page = "S. 3" if language == "de" else "p. 3"
    headings = ["Art. 1", "Art. 1", *["Kop"] * 4]
    for found, heading, item in zip(labels, headings, expected, strict=False):
        assert found == f"Test, {heading}, {item}, {page}"


def test_context_note_says_that_it_is_not_the_official_text(
    documents: Sequence[ReadDocument],
) -> None:
    note = documents[1]

    place = label(note.document, note.passages[1], "fr")

    assert place.startswith("Contextnota KIV (note de contexte, pas le texte officiel)")
