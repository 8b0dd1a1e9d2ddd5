"""Documents that officially translate each other, aligned place by place."""

from dataclasses import replace

import pytest

from corpus import ReadDocument, Standing, align, collect, read_text

DUTCH = """1. Verkeer

De zone telt 12 wagens.

» Strategische doelstellingen

Voor de Lokale Politie:

1. Snelheid controleren;
2. Ouders informeren.

2. Inbraak

Een adviseur komt langs.
"""
FRENCH = """1. Circulation

La zone compte 12 véhicules.

» Objectifs stratégiques

Pour la Police locale :

1. Contrôler la vitesse ;
2. Informer les parents.

2. Cambriolage

Un conseiller passe.

Il vient gratuitement.
"""


@pytest.fixture
def original(plan: ReadDocument) -> ReadDocument:
    return read_text(replace(plan.document, id="zvp", title="ZVP"), DUTCH)


@pytest.fixture
def translation(plan: ReadDocument) -> ReadDocument:
    document = replace(plan.document, id="pzs", title="PZS", language="fr", translation_of="zvp")
    return read_text(document, FRENCH)


def test_places_are_paired_by_numbers_and_order(
    original: ReadDocument, translation: ReadDocument
) -> None:
    pairs = align(original, translation).pairs

    assert pairs["1/p1"] == "1/p1"
    assert (
        pairs["1/strategische-doelstellingen/lokale-politie/2"]
        == "1/objectifs-strategiques/police-locale/2"
    )


def test_what_has_no_partner_is_reported(original: ReadDocument, translation: ReadDocument) -> None:
    alignment = align(original, translation)

    assert alignment.only_original == ()
    assert alignment.only_translation == ("2/p2",)


def test_passages_carry_the_official_version(
    original: ReadDocument, translation: ReadDocument
) -> None:
    linked = {r.document.id: r for r in collect([original, translation])}

    versions = {v.address: v for v in linked["zvp"].versions}
    goal = versions["1/strategische-doelstellingen/lokale-politie/1"]
    assert (goal.text, goal.language) == ("Contrôler la vitesse ;", "fr")
    assert goal.standing is Standing.OFFICIAL


def test_aligned_passages_are_found_through_the_original_only(
    original: ReadDocument, translation: ReadDocument
) -> None:
    linked = {r.document.id: r for r in collect([original, translation])}

    mirrored = linked["pzs"].mirrored
    assert {p.address for p in linked["pzs"].passages} - mirrored == {"2/p2"}
