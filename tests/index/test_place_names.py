"""Ways in which people name a place of the plan, and what else they look up, without the model."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from corpus import Passage, ReadDocument
from index.headings import Headings
from index.places import place_in
from index.standing import Standing
from index.units import FOOTNOTE_MARKS, passages_in

NAMES = Path(__file__).parent / "place_names.jsonl"
REACHED = 0.93
"""Share of the places that must be reached; what is left needs the meaning of its words too."""

_LIKE = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A query, and the beginning of what stands where it leads; nothing if it names no place."""

    query: str
    evidence: tuple[str, ...]


@pytest.fixture(scope="module")
def passages(documents: Sequence[ReadDocument]) -> tuple[Passage, ...]:
    return passages_in(documents)


@pytest.fixture(scope="module")
def standing(documents: Sequence[ReadDocument], passages: tuple[Passage, ...]) -> Standing:
    return Standing(passages, Headings.of(documents))


def _names() -> Iterator[Named]:
    for line in NAMES.read_text("utf-8").splitlines():
        fields = json.loads(line)
        yield Named(query=fields["query"], evidence=tuple(fields["evidence"]))


def _decided(query: str, standing: Standing, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that a query names so surely that they come first.

    A whole section is read from its start, so that only its first passage counts.
    """
    place = place_in(query)
    at_place, under_heading = standing(place)
    whole = bool(under_heading.any()) or place.alone
    decided = under_heading if under_heading.any() else at_place & (place.alone or place.exact)
    found = [passages[n] for n in np.flatnonzero(decided).tolist()]
    return found[:1] if whole else found


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(FOOTNOTE_MARKS).translate(_LIKE)).casefold()


def test_places_are_reached_as_people_name_them(
    standing: Standing, passages: tuple[Passage, ...]
) -> None:
    places = [named for named in _names() if named.evidence]

    missed = [
        named.query
        for named in places
        if not any(
            _folded(evidence) in _folded(passage.text)
            for passage in _decided(named.query, standing, passages)
            for evidence in named.evidence
        )
    ]

    assert len(missed) <= (1 - REACHED) * len(places), missed


@pytest.mark.parametrize("query", [named.query for named in _names() if not named.evidence])
def test_what_is_looked_up_by_its_words_names_no_place(
    standing: Standing, passages: tuple[Passage, ...], query: str
) -> None:
    assert not _decided(query, standing, passages)


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("SD VI mensenhandel fed", "2/1.3/strategische-doelstellingen/federale-politie/6"),
        ("avant-dernier objectif PF thème 3", "2/3/strategische-doelstellingen/federale-politie/4"),
        ("letztes Ziel der Föpo bei 1.4", "2/1.4/strategische-doelstellingen/federale-politie/5"),
        ("th5 LP 2", "2/5/strategische-doelstellingen/lokale-politie/2"),
        ("corruptie fed 2", "2/1.6/strategische-doelstellingen/federale-politie/2"),
        ("the third goal on border mgmt", "2/4/strategische-doelstellingen/federale-politie/3"),
        ("elfde randvoorwaarde", "2/8/11/p1"),
        ("punt 10 van 8", "2/8/10/p1"),
        ("Hoofdstuk 2 > 8 > 3", "2/8/3/p1"),
        ("8.4 derde punt", "2/8/4/3"),
        ("Kapitel vier Punkt zwei Absatz zwei", "4/2/p2"),
        ("Hfst 3 - 1 - 2e streepje", "3/1/p3"),
        ("laatste alinea van 1.3", "2/1.3/p4"),
        ("1.3 TA4", "2/1.3/transversale-aandachtspunten/b4"),
        ("cadre de référence blanchiment", "2/1.7/relevante-actieplannen-en-beleidskaders/list"),
        ("inleiding thema 6", "2/6/p1"),
        ("noot ⁷", "2/6.1/n7"),
        ("laatste voetnoot", "2/6.2/n9"),
        ("derde algemeen aandachtspunt seksueel geweld", "2/7/algemene-aandachtspunten/b3"),
        ("1.3F6", "2/1.3/strategische-doelstellingen/federale-politie/6"),
        ("4.5 fed", "2/4/strategische-doelstellingen/federale-politie/5"),
        ("thema twee SD 2", "2/2/strategische-doelstellingen/federale-politie/2"),
        ("Punkt 6 der Rahmenbedingungen", "2/8/6/p1"),
        ("hoofdstuk 4 deel evaluatie", "4/2/p1"),
        ("hoofdstuk cyber", "2/2/p1"),
        ("notes de bas de page : la 4", "2/2/strategische-doelstellingen/federale-politie/n4"),
        ("thema 7 algemeen aandachtspunt 2", "2/7/algemene-aandachtspunten/b2"),
        (
            "thème 7 volet violence sexuelle obj 3, viclas",
            "2/7/strategische-doelstellingen/seksueel-geweld/3",
        ),
        ("worum geht es in 8.9", "2/8/9/p1"),
    ],
)
def test_place_in_short_leads_to_its_passage(
    standing: Standing, passages: tuple[Passage, ...], query: str, address: str
) -> None:
    assert [p.address for p in _decided(query, standing, passages)][:1] == [address]


@pytest.mark.parametrize(
    "query",
    [
        "wat doet de politie in 2 steden",
        "85/15",
        "24/7",
        "1 op 3",
        "art. 95 WGP",
        "wet van 8 juni 2006 artikel 3",
        "de tweede wereldoorlog",
        "het eerste doel van het plan is?",
        "het doel: een veilige samenleving",
        "vijf doelstellingen",
        "en de tweede pijler?",
        "les 4 zones de police",
        "om 8.30 uur",
        "mensenhandel, al 3 jaar",
        "wapens uit een 3D-printer",
        "OCAD niveau 4",
        "de zes dimensies van de KIV",
        "the six pillars",
    ],
)
def test_number_that_is_of_no_place_decides_nothing(
    standing: Standing, passages: tuple[Passage, ...], query: str
) -> None:
    assert not _decided(query, standing, passages)
