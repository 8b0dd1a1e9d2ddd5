import pytest

from corpus import Audience, ReadDocument
from index import EVERYTHING, Filters


def admitted(plan: ReadDocument, filters: Filters) -> set[str | None]:
    return {p.theme for p in plan.passages if filters.admits(p)}


def test_cluster_covers_its_parts(plan: ReadDocument) -> None:
    assert admitted(plan, Filters(themes=frozenset({"6"}))) == {"6", "6.1", "6.2"}


def test_part_covers_itself_only(plan: ReadDocument) -> None:
    assert admitted(plan, Filters(themes=frozenset({"1.1"}))) == {"1.1"}


def test_section_of_another_chapter_is_no_theme(plan: ReadDocument) -> None:
    themes = {p.address for p in plan.passages if p.theme == "1"}

    assert all(address.startswith("2/1/") for address in themes)


@pytest.mark.parametrize("audience", [Audience.FEDERAL, Audience.LOCAL])
def test_only_one_police_level_is_admitted(plan: ReadDocument, audience: Audience) -> None:
    found = {p.audience for p in plan.passages if Filters(audience=audience).admits(p)}

    assert found == {audience}


def test_nothing_is_kept_out_without_a_filter(plan: ReadDocument) -> None:
    assert all(EVERYTHING.admits(p) for p in plan.passages)


def test_other_document_is_kept_out(plan: ReadDocument) -> None:
    assert admitted(plan, Filters(documents=frozenset({"kiv"}))) == set()
