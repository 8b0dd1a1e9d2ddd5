"""What a check of translations notices, with planted faults, and that the shipped ones pass."""

from dataclasses import replace

import pytest

from corpus import ReadDocument, Standing, Version, originals
from corpus.fidelity import infidelities

PLACES = "3/2/p1"


def with_version(plan: ReadDocument, text: str) -> ReadDocument:
    version = Version(
        document=plan.document.id,
        address=PLACES,
        language="fr",
        text=text,
        standing=Standing.WORKING_TRANSLATION,
    )
    others = [v for v in plan.versions if (v.address, v.language) != (PLACES, "fr")]
    return replace(plan, versions=(*others, version))


def noticed(plan: ReadDocument, text: str) -> list[str]:
    return [i.what for i in infidelities(with_version(plan, text), "fr") if i.address == PLACES]


def french(plan: ReadDocument) -> str:
    [version] = [v for v in plan.versions if (v.address, v.language) == (PLACES, "fr")]
    return version.text


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_every_place_of_the_plan_has_a_faithful_translation(
    plan: ReadDocument, language: str
) -> None:
    assert infidelities(plan, language) == ()


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_every_passage_and_title_of_the_plan_is_translated(
    plan: ReadDocument, language: str
) -> None:
    translated = {v.address for v in plan.versions if v.language == language}

    assert translated == set(originals(plan))


@pytest.mark.parametrize(
    ("right", "wrong", "what"),
    [
        ("31 janvier", "30 janvier", "number"),
        ("Police fédérale", "Police locale", "term"),
        (".", ".\n", "lines"),
    ],
)
def test_planted_fault_is_noticed(plan: ReadDocument, right: str, wrong: str, what: str) -> None:
    text = french(plan)
    assert right in text

    assert what in noticed(plan, text.replace(right, wrong))


def test_lost_abbreviation_name_and_footnote_are_noticed(plan: ReadDocument) -> None:
    lost = {
        i.what
        for address in ("2/2/strategische-doelstellingen/federale-politie/2", "2/8/4/3")
        for i in infidelities(_emptied(plan, address), "fr")
        if i.address == address
    }

    assert {"footnote", "abbreviation", "name"} <= lost


def test_missing_translation_is_noticed(plan: ReadDocument) -> None:
    bare = replace(plan, versions=())

    assert {i.what for i in infidelities(bare, "fr")} == {"missing"}


def test_separators_of_numbers_may_differ(plan: ReadDocument) -> None:
    text = french(plan).replace("13\u00a0879", "13 879").replace("13 879", "13.879")

    assert "number" not in noticed(plan, text)


def _emptied(plan: ReadDocument, address: str) -> ReadDocument:
    return replace(
        plan,
        versions=tuple(
            replace(v, text="Rien de tout cela") if v.address == address else v
            for v in plan.versions
        ),
    )
