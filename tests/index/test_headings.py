import pytest

from corpus import ReadDocument, slug
from index.headings import Headings
from index.units import searched


@pytest.fixture(scope="module")
def headings(plan: ReadDocument) -> Headings:
    return Headings.of([plan])


def _first_below(headings: Headings, plan: ReadDocument, query: str) -> str:
    below = headings.below(slug(query))
    return searched(plan)[min(below)].address if below else ""


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("Illegale wapenhandel", "2/1.4/p1"),
        ("witwassen", "2/1.7/p1"),
        ("Geldwäsche", "2/1.7/p1"),
        ("Trafic de drogues", "2/1.1/p1"),
        ("road safety", "2/5/p1"),
        ("9. Partnerschappen", "2/8/9/p1"),
    ],
)
def test_heading_is_known_by_its_own_words_in_each_language(
    headings: Headings, plan: ReadDocument, query: str, address: str
) -> None:
    assert _first_below(headings, plan, query) == address


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("randvoorwaarde 8", "2/8/8/p1"),
        ("condition préalable 3", "2/8/3/p1"),
        ("Rahmenbedingung 11", "2/8/11/p1"),
    ],
)
def test_heading_is_known_by_its_number_under_another(
    headings: Headings, plan: ReadDocument, query: str, address: str
) -> None:
    assert _first_below(headings, plan, query) == address


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("wapenhandel", "2/1.4/p1"),
        ("mensenhandel", "2/1.3/p1"),
        ("integriteit", "2/8/1/p1"),
        ("witwasen", "2/1.7/p1"),
        ("cybercriminalitiet", "2/2/p1"),
    ],
)
def test_heading_may_be_shortened_or_mistyped(
    headings: Headings, plan: ReadDocument, query: str, address: str
) -> None:
    assert _first_below(headings, plan, query) == address


@pytest.mark.parametrize(
    "query",
    [
        "wat zegt het plan over witwassen",
        "wat kost cybercriminaliteit",
        "geweld",
        "politie",
        "randvoorwaarde 88",
        "paardenhandel",
        "",
    ],
)
def test_what_is_no_heading_names_none(headings: Headings, query: str) -> None:
    assert not headings.below(slug(query))


def test_headings_of_some_documents_are_those_above_their_passages(
    documents: list[ReadDocument], plan: ReadDocument
) -> None:
    both = Headings.of(documents)
    kept = range(len(searched(plan)))

    among = both.among({number: number for number in kept})

    assert among.below("witwassen") == Headings.of([plan]).below("witwassen")
    assert not both.among({}).below("witwassen")
