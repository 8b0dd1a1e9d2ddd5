"""The cross-walk that the plan's own text states, and how a framework note joins it."""

from collections.abc import Sequence

import pytest

from corpus import DocumentStatus, ReadDocument, collect, read_text
from corpus.kiv import CrossWalk, cross_walk


@pytest.fixture(scope="module")
def walk(documents: Sequence[ReadDocument]) -> CrossWalk:
    return cross_walk(documents)


def test_six_dimensions_are_read_where_the_plan_names_them(
    walk: CrossWalk, plan: ReadDocument
) -> None:
    passages = {p.id: p for p in plan.passages}

    assert [d.name for d in walk.dimensions] == [
        "Persoonsgebonden Veiligheid",
        "Maatschappelijke Veiligheid",
        "Economische Veiligheid",
        "Ecologische Veiligheid",
        "Veiligheid Publieke Ruimte & Democratische Waarden",
        "Digitale Veiligheid",
    ]
    assert all(passages[d.passage].text[d.start : d.end] == d.name for d in walk.dimensions)
    assert walk.dimensions[3].names["fr"] == "Sécurité écologique"


def test_each_theme_has_the_dimension_its_framework_list_names(walk: CrossWalk) -> None:
    public = "veiligheid-publieke-ruimte-democratische-waarden"

    assert {link.theme: link.dimension for link in walk.links} == {
        "1": "",
        "1.1": public,
        "1.3": public,
        "1.6": public,
        "1.7": public,
        "2": "digitale-veiligheid",
        "3": public,
        "4": public,
        "5": "maatschappelijke-veiligheid",
        "6.1": "economische-veiligheid",
        "6.2": "economische-veiligheid",
        "7": "persoonsgebonden-veiligheid",
    }


def test_link_cites_its_line(walk: CrossWalk, plan: ReadDocument) -> None:
    passages = {p.id: p for p in plan.passages}
    [link] = [link for link in walk.links if link.theme == "2"]

    assert passages[link.passage].text[link.start : link.end] == "KIV - Digitale veiligheid"


def test_passages_of_a_theme_have_its_dimension(plan: ReadDocument) -> None:
    [goal] = [
        p for p in plan.passages if p.address == "2/2/strategische-doelstellingen/lokale-politie/1"
    ]

    assert goal.dimensions == ("digitale-veiligheid",)


def test_framework_note_joins_by_dimension_and_takes_the_place_of_the_context_note(
    documents: Sequence[ReadDocument], plan: ReadDocument
) -> None:
    from dataclasses import replace

    note = read_text(
        replace(
            plan.document,
            id="kiv",
            title="Note-cadre",
            status=DocumentStatus.FRAMEWORK_NOTE,
            language="fr",
        ),
        "1. Sécurité numérique\n\nLes citoyens sont protégés en ligne.\n\n2. Divers\n\nLe reste.\n",
    )

    together = collect([*documents, note])

    [joined] = [r for r in together if r.document.id == "kiv"]
    assert [p.dimensions for p in joined.passages] == [("digitale-veiligheid",), ()]
    assert DocumentStatus.CONTEXT_NOTE not in {r.document.status for r in together}
