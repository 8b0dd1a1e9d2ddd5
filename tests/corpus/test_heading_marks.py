"""Headings with marks: what they are comes from their words, how deep from numbers and marks."""

from collections.abc import Callable

import pytest

from corpus import Audience, Kind, ReadDocument, SectionKind

Reader = Callable[..., ReadDocument]


def addresses(document: ReadDocument) -> list[str]:
    return [s.address for s in document.sections if s.kind is not SectionKind.DOCUMENT]


def marked(plan: ReadDocument, level: Callable[[int], int]) -> str:
    """Return the plan's text with a heading mark before each printed heading."""
    text = plan.source
    printed = {p.char_start for p in plan.passages}
    marks: dict[int, int] = {}
    for section in plan.sections[1:]:
        if section.char_start in printed:
            continue
        marks[section.char_start] = level(section.level)
        if section.kind is SectionKind.CHAPTER:
            title = text.index(section.title, section.char_start)
            marks[title] = level(section.level)
    for start in sorted(marks, reverse=True):
        text = f"{text[:start]}{'#' * marks[start]} {text[start:]}"
    return text


@pytest.mark.parametrize("level", [lambda _: 2, lambda own: own, lambda own: min(6, own + 1)])
def test_plan_reads_the_same_with_heading_marks(
    plan: ReadDocument, read: Reader, level: Callable[[int], int]
) -> None:
    again = read(marked(plan, level), title=plan.document.title)

    assert [s.address for s in again.sections] == [s.address for s in plan.sections]
    assert [s.parent for s in again.sections] == [s.parent for s in plan.sections]
    assert [s.heading for s in again.sections] == [s.heading for s in plan.sections]
    assert [(p.address, p.text, p.kind) for p in again.passages] == [
        (p.address, p.text, p.kind) for p in plan.passages
    ]


def test_marked_headings_nest_by_level_when_they_are_nothing_else(read: Reader) -> None:
    document = read(
        "# Beleid\n\nA.\n\n## Context\n\nB.\n\n### Cijfers ##\n\nC.\n\n## Visie\n\n# Slot\n"
    )

    assert addresses(document) == [
        "beleid",
        "beleid/context",
        "beleid/context/cijfers",
        "beleid/visie",
        "slot",
    ]
    assert {s.kind for s in document.sections[1:]} == {SectionKind.HEADING}
    assert document.sections[3].heading == "Cijfers"


def test_underlined_lines_are_headings(read: Reader) -> None:
    document = read(
        "Beleid\n======\n\nTekst.\n\nContext\n-------\n\nTekst.\n\n1.2 Cijfers\n---\nTekst.\n"
    )

    assert addresses(document) == ["beleid", "beleid/context", "1.2"]
    assert [p.text for p in document.passages] == ["Tekst."] * 3


def test_heading_of_goals_works_as_a_block_of_goals(read: Reader) -> None:
    document = read(
        "## Verkeer\n\n### Objectifs stratégiques\n\n#### Pour la police locale\n\n"
        "1. Agir vite.\n\n2. Agir bien.\n\n#### Pour la police fédérale\n\n1. Aider.\n\n"
        "### Plans d'action\n\n- Plan A\n- Plan B\n\n### Contexte\n\nTexte.\n",
        "fr",
    )

    goals = [(p.address, p.audience) for p in document.passages if p.kind is Kind.GOAL]
    assert goals == [
        ("verkeer/objectifs-strategiques/police-locale/1", Audience.LOCAL),
        ("verkeer/objectifs-strategiques/police-locale/2", Audience.LOCAL),
        ("verkeer/objectifs-strategiques/police-federale/1", Audience.FEDERAL),
    ]
    [frameworks] = [p for p in document.passages if p.kind is Kind.FRAMEWORK_LIST]
    assert frameworks.address == "verkeer/plans-d-action/list"
    assert addresses(document)[-1] == "verkeer/contexte"


def test_numbers_nest_by_number_when_all_marks_are_of_one_level(read: Reader) -> None:
    document = read("## 1. Een\n\n## 1.1 Sub\n\n## 1.1.1 Dieper\n\n## 1.2 Sub\n\n## 2. Twee\n")

    parents = {s.address: s.parent for s in document.sections}
    assert parents == {
        "top": None,
        "1": "top",
        "1.1": "1",
        "1.1.1": "1.1",
        "1.2": "1",
        "2": "top",
    }


def test_numbered_line_is_an_item_when_numbered_headings_are_marked(read: Reader) -> None:
    document = read("## 1. Een\n\nTekst:\n\n1. Kort punt\n\nUitleg\n\n## 2. Twee\n\nTekst.\n")

    assert addresses(document) == ["1", "2"]


def test_numbered_headings_stand_outside_the_heading_that_is_the_texts_title(read: Reader) -> None:
    document = read("# Zonaal plan\n\nWoord.\n\n## 1. Drugs\n\nTekst.\n\n## Hoofdstuk 2: Slot\n")

    assert addresses(document) == ["zonaal-plan", "1", "2"]


def test_documents_own_title_stays_the_first_paragraph(read: Reader) -> None:
    document = read("# Zonaal plan\n\n## Context\n\nTekst.\n", title="Zonaal Plan")

    assert [p.address for p in document.passages] == ["top/p1", "context/p1"]
    assert document.passages[0].text == "Zonaal plan"


def test_long_titles_make_short_addresses(read: Reader) -> None:
    nested = "\n\n".join(f"{'#' * n} {'Lange titel met woorden ' * 5}{n}" for n in range(1, 7))

    document = read(f"{nested}\n\nTekst.\n")

    assert len(document.passages[0].id) < 150
    assert addresses(document)[0] == "lange-titel-met-woorden-lange-titel-met-woorden"


def test_heading_without_a_latin_letter_has_an_address(read: Reader) -> None:
    assert addresses(read("# 概要\n\n文章。\n\n# —\n\nTekst.\n")) == ["h", "h-2"]


def test_text_after_a_block_heading_is_not_lost_when_no_blank_line_is_between(
    read: Reader,
) -> None:
    document = read("» Situering\nDe eerste zin.\n")

    assert [p.text for p in document.passages] == ["De eerste zin."]
