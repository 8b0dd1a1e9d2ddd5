import numpy as np
import pytest

from corpus import ReadDocument
from index.places import place_in
from index.traits import Traits


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
        ("hoofdstuk 4", "4/1/p1"),
    ],
)
def test_place_is_understood(plan: ReadDocument, query: str, address: str) -> None:
    place = place_in(query)

    found = [p.address for p in plan.passages if place.named and place.holds(p)]

    assert found[0] == address


@pytest.mark.parametrize(
    "query",
    [
        "Wat doet de lokale politie tegen drugs?",
        "hoeveel is 2,84 miljard euro",
        "47.97 % van het budget",
        "op 27/02/2026",
        "13.879 medewerkers",
        "",
    ],
)
def test_no_place_is_named_when_a_number_is_something_else(query: str) -> None:
    assert not place_in(query).named


def test_heading_is_known_by_its_own_words(plan: ReadDocument) -> None:
    traits = Traits.of(plan.passages, frozenset())

    [below] = np.nonzero(traits.below(place_in("Illegale wapenhandel").heading))

    assert plan.passages[below[0]].address == "2/1.4/p1"
