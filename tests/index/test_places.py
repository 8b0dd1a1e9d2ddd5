import pytest

from corpus import ReadDocument
from index.places import Count, place_in


@pytest.mark.parametrize(
    ("query", "address"),
    [
        (
            "1.4 doelstelling 3 federale politie",
            "2/1.4/strategische-doelstellingen/federale-politie/3",
        ),
        (
            "thème 1.3 objectif 1 police locale",
            "2/1.3/strategische-doelstellingen/lokale-politie/1",
        ),
        ("Thema 5 Ziel 2 lokale Polizei", "2/5/strategische-doelstellingen/lokale-politie/2"),
        ("voetnoot 5", "2/4/strategische-doelstellingen/federale-politie/n5"),
        ("note de bas de page 2", "2/1.7/strategische-doelstellingen/federale-politie/n2"),
        ("Fußnote 7", "2/6.1/n7"),
        ("footnote 1", "2/1.3/n1"),
        ("9e note de bas de page", "2/6.2/n9"),
        ("7. Fußnote", "2/6.1/n7"),
        ("vijfde voetnoot", "2/4/strategische-doelstellingen/federale-politie/n5"),
        ("6.2 lokaal 2", "2/6.2/strategische-doelstellingen/lokale-politie/2"),
        ("5 lokale politie doelstelling 2", "2/5/strategische-doelstellingen/lokale-politie/2"),
        ("hoofdstuk 4", "4/1/p1"),
        ("Kapitel 4 Punkt 2", "4/2/p1"),
        ("hoofdstuk 3 punt 2 pijler 3", "3/2/3"),
        (
            "2/1.4/strategische-doelstellingen/federale-politie/3",
            "2/1.4/strategische-doelstellingen/federale-politie/3",
        ),
        ("nvp-2026-2029/2/8/5/p2", "2/8/5/p2"),
        (
            "NVP 2/1.4 doelstelling 2 federaal",
            "2/1.4/strategische-doelstellingen/federale-politie/2",
        ),
        ("2/7", "2/7/p1"),
    ],
)
def test_place_is_understood(plan: ReadDocument, query: str, address: str) -> None:
    place = place_in(query)

    found = [
        p.address
        for p in plan.passages
        if place.named and (place.holds(p) or place.holds(p, Count.FROM_ABOVE))
    ]

    assert found[0] == address


@pytest.mark.parametrize(
    "query",
    [
        "Wat doet de lokale politie tegen drugs?",
        "hoeveel is 2,84 miljard euro",
        "47.97 % van het budget",
        "op 27/02/2026",
        "2/3 van de zones",
        "COL 03/2006",
        "GPI 94/2",
        "13.879 medewerkers",
        "",
    ],
)
def test_no_place_is_named_when_a_number_is_something_else(query: str) -> None:
    assert not place_in(query).named


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("derde doelstelling thema 4", "2/4/strategische-doelstellingen/federale-politie/3"),
        ("objectif n° 2 du thème 1.3", "2/1.3/strategische-doelstellingen/federale-politie/2"),
        ("3. 1.1 third goal fed. pol.", "2/1.1/strategische-doelstellingen/federale-politie/3"),
        ("thema 6.2 lokaal", "2/6.2/strategische-doelstellingen/lokale-politie/1"),
        ("hfst. 4", "4/1/p1"),
        ("Kapitel 3 Abschnitt 2", "3/2/p1"),
        ("voetnoot nr. 5", "2/4/strategische-doelstellingen/federale-politie/n5"),
    ],
)
def test_place_is_understood_however_it_is_put(
    plan: ReadDocument, query: str, address: str
) -> None:
    assert _first(plan, query) == address


@pytest.mark.parametrize(
    ("query", "address"),
    [("8.4", "2/8/4/p1"), ("2.8.4", "2/8/4/p1"), ("3.2", "3/2/p1"), ("2.1.4", "2/1.4/p1")],
)
def test_section_is_also_counted_from_those_above_it(
    plan: ReadDocument, query: str, address: str
) -> None:
    place = place_in(query)
    printed = [p.address for p in plan.passages if place.holds(p)]
    counted = [p.address for p in plan.passages if place.holds(p, Count.FROM_ABOVE)]

    assert (printed, counted[0]) == ([], address)


def _first(plan: ReadDocument, query: str) -> str:
    place = place_in(query)
    for count in (Count.PRINTED, Count.FROM_THE_TOP, Count.FROM_ABOVE):
        for passage in plan.passages:
            if place.named and place.holds(passage, count):
                return passage.address
    return ""
