import pytest

from assistant.support.stance import stance


def differing(statement: str, quote: str, language: str = "nl") -> set[str]:
    found = stance((statement, language), [(quote, "nl")])
    return {name for name in found.__slots__ if getattr(found, name)}


@pytest.mark.parametrize(
    ("statement", "language"),
    [
        ("Dat is geen misdrijf.", "nl"),
        ("Ce n'est pas un délit.", "fr"),
        ("Das ist kein Delikt.", "de"),
        ("That isn't a crime.", "en"),
    ],
)
def test_statement_denies_when_only_it_negates(statement: str, language: str) -> None:
    assert differing(statement, "Dat is een misdrijf.", language) == {"denies"}


def test_statement_affirms_when_only_the_quote_negates() -> None:
    assert differing("That is a crime.", "Dat is geen misdrijf.", "en") == {"affirms"}


def test_not_only_denies_nothing() -> None:
    assert differing("De politie treedt op.", "De politie treedt niet alleen op.") <= {
        "generalises"
    }


def test_statement_obliges_when_the_quote_recommends() -> None:
    quote = "Het is aanbevolen dat zones investeren."

    assert differing("Les zones doivent investir.", quote, "fr") == {"obliges"}


def test_statement_allows_when_the_quote_obliges() -> None:
    quote = "Elk incident wordt verplicht gemeld."

    assert differing("Incidents may be reported.", quote, "en") == {"allows"}


def test_statement_generalises_when_only_it_says_all() -> None:
    assert differing("Sämtliche Zonen haben Inspektoren.", "Zones hebben inspecteurs.", "de") == {
        "generalises"
    }


def test_statement_claims_when_only_it_says_done() -> None:
    assert differing("The model has already reduced fraud.", "Het model komt er.", "en") == {
        "claims"
    }
