"""Documents that are for some groups only, and what they may tell about other documents."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import CorpusError, Document, DocumentStatus, ReadDocument, collect, read_text
from corpus.manifest import load_manifest, write_manifest

DUTCH = "1. Verkeer\n\nDe zone telt 12 wagens.\n"
FRENCH = "1. Circulation\n\nLa zone compte 12 véhicules.\n"
NOTE = "1. Digitale veiligheid\n\nDe nota bespreekt de dimensie.\n"


def made(
    plan: ReadDocument, source: str, id: str, groups: Sequence[str] = (), **others: object
) -> ReadDocument:
    document = replace(
        plan.document, id=id, title=id, groups=tuple(groups), status=DocumentStatus.OTHER
    )
    return read_text(replace(document, **others), source)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("groups", "reader", "may"),
    [
        ((), (), True),
        (("a",), (), False),
        (("a",), ("b",), False),
        (("a", "b"), ("b",), True),
        (("a", "everyone"), (), True),
        (("a",), ("A",), False),
    ],
)
def test_a_document_is_for_its_groups(
    plan: ReadDocument, groups: tuple[str, ...], reader: tuple[str, ...], may: bool
) -> None:
    assert made(plan, DUTCH, "d", groups).document.readable_by(reader) is may


def test_groups_are_kept_by_the_manifest(plan: ReadDocument, tmp_path: Path) -> None:
    document = made(plan, DUTCH, "d", ("Zone Noord", "CSD")).document

    write_manifest(tmp_path / "manifest.toml", document)

    assert load_manifest(tmp_path / "manifest.toml") == document


@pytest.mark.parametrize("name", ["", " a", "a ", "a,b", "a\nb"])
def test_a_name_of_a_group_is_refused_when_a_header_could_not_state_it(
    plan: ReadDocument, tmp_path: Path, name: str
) -> None:
    write_manifest(tmp_path / "manifest.toml", made(plan, DUTCH, "d", (name,)).document)

    with pytest.raises(CorpusError, match="groups"):
        load_manifest(tmp_path / "manifest.toml")


@pytest.mark.parametrize(
    ("original", "translation", "linked"),
    [((), (), True), (("a", "b"), ("b", "a"), True), ((), ("a",), False), (("a",), (), False)],
)
def test_a_translation_shows_beside_its_original_when_the_same_people_may_read_both(
    plan: ReadDocument, original: Sequence[str], translation: Sequence[str], linked: bool
) -> None:
    found = collect(
        [
            made(plan, DUTCH, "zvp", original),
            made(plan, FRENCH, "pzs", translation, language="fr", translation_of="zvp"),
        ]
    )

    by_id = {read.document.id: read for read in found}
    assert bool(by_id["zvp"].versions) is linked
    assert bool(by_id["pzs"].mirrored) is linked


@pytest.mark.parametrize(("groups", "stays"), [((), False), (("a",), True)])
def test_a_stand_in_stays_when_not_everybody_may_read_what_it_stands_for(
    documents: Sequence[ReadDocument], plan: ReadDocument, groups: Sequence[str], stays: bool
) -> None:
    official = made(plan, NOTE, "kiv", groups, status=DocumentStatus.FRAMEWORK_NOTE)

    found = collect([*documents, official])

    assert any(r.document.stands_in_for for r in found) is stays


def _dimensions(documents: Sequence[ReadDocument], of: str) -> set[str]:
    read = next(read for read in documents if read.document.id == of)
    return {dimension for passage in read.passages for dimension in passage.dimensions}


@pytest.mark.parametrize(
    ("plans", "note", "told"),
    [((), (), True), (("a",), (), False), (("a", "b"), ("b",), True), (("a",), ("b",), False)],
)
def test_a_plan_tells_nothing_of_a_note_when_others_may_read_the_note(
    plan: ReadDocument, plans: Sequence[str], note: Sequence[str], told: bool
) -> None:
    restricted = replace(plan, document=replace(plan.document, groups=tuple(plans)))
    official = made(plan, NOTE, "kiv", note, status=DocumentStatus.FRAMEWORK_NOTE)

    found = collect([restricted, official])

    assert ("digitale-veiligheid" in _dimensions(found, "kiv")) is told
    assert _dimensions(found, plan.document.id)


def test_everyone_is_a_group_that_lifts_a_restriction(plan: ReadDocument) -> None:
    document: Document = made(plan, DUTCH, "d", ("everyone",)).document

    assert document.for_everyone
