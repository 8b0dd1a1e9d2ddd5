from dataclasses import replace

import pytest

from assistant.support.check import Doubt, SupportCheck, is_literal
from assistant.support.coverage import coverage
from assistant.support.model import Model, probability
from assistant.support.signals import Signals
from assistant.support.stance import Stance
from index.stand_in import HashingEmbedder

QUOTE = "De Lokale Politie meldt elk geval onmiddellijk aan drie bevoegde diensten."


@pytest.fixture(scope="module")
def check() -> SupportCheck:
    return SupportCheck(HashingEmbedder())


def test_statement_is_supported_when_it_is_its_quote(check: SupportCheck) -> None:
    found = check.check(f"“{QUOTE}”", [QUOTE], "nl")

    assert (found.supported, found.score, found.reasons) == (True, 1.0, ())


def test_statement_is_supported_when_it_says_the_same_in_other_order(check: SupportCheck) -> None:
    statement = "Aan drie bevoegde diensten meldt de Lokale Politie onmiddellijk elk geval."

    assert check.check(statement, [QUOTE], "nl").supported


@pytest.mark.parametrize(
    ("statement", "doubt"),
    [
        (QUOTE.replace("drie", "vier"), Doubt.NUMBER),
        (QUOTE.replace("diensten", "diensten en OCAD"), Doubt.NAME),
        (QUOTE.replace("Lokale", "Federale"), Doubt.AUDIENCE),
        (QUOTE.replace("elk", "niet elk"), Doubt.NEGATION),
    ],
)
def test_statement_is_rejected_with_its_reason_when_one_word_contradicts(
    check: SupportCheck, statement: str, doubt: Doubt
) -> None:
    found = check.check(statement, [QUOTE], "nl")

    assert not found.supported
    assert doubt in found.reasons


def test_statement_is_rejected_when_it_shares_nothing(check: SupportCheck) -> None:
    found = check.check("Wegen worden hersteld met nieuw asfalt.", [QUOTE], "nl")

    assert not found.supported
    assert found.reasons == (Doubt.MEANING,)


@pytest.mark.parametrize("quotes", [[], ["", "  "]])
def test_statement_is_rejected_when_nothing_is_quoted(
    check: SupportCheck, quotes: list[str]
) -> None:
    assert check.check("Iets.", quotes, "nl").reasons == (Doubt.CITATION,)


def test_statement_is_not_literal_when_it_adds_a_word() -> None:
    assert is_literal("- “een twee” “drie”", ["een twee", "drie"])
    assert not is_literal("een twee vier drie", ["een twee", "drie"])
    assert not is_literal("…", ["een twee"])


def test_probability_is_that_of_the_weighed_sum() -> None:
    stance = Stance(
        denies=False, affirms=True, obliges=False, allows=False, claims=False, generalises=False
    )
    found = Signals(
        numbers=False,
        names=False,
        audience=False,
        stance=stance,
        covered=0.5,
        across=False,
        meaning=0.75,
    )
    model = Model(bias=-3.0, weights={"covered": 2.0, "meaning": 4.0, "affirms": -1.0}, bar=0.5)

    # -3 + 2 · 0.5 + 4 · 0.75 - 1 = 0.
    assert probability(found, model) == 0.5
    assert probability(replace(found, covered=1.0), model) > 0.5


def test_coverage_counts_stems_and_parts_of_compounds() -> None:
    # "kredieten" is inside "personeelskredieten", "controle" is a stem of "controles".
    assert coverage("controle kredieten asfalt", ["controles personeelskredieten"], "nl") == (
        pytest.approx(2 / 3)
    )


def test_coverage_is_1_when_there_are_no_content_words() -> None:
    assert coverage("het is de", ["iets"], "nl") == 1.0
