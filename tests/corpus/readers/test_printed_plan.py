"""The plan, printed and read back, is the plan: structure, wording and pages."""

import re

import pytest

from corpus import Kind, Passage, ReadDocument, read_text
from tests.corpus.readers.conftest import HEADER, Printed


@pytest.fixture(scope="session")
def reread(plan: ReadDocument, printed: Printed) -> ReadDocument:
    """Return the document read from the printed plan."""
    return read_text(plan.document, printed.extracted.text, printed.extracted.pages)


def wording(document: ReadDocument) -> list[tuple[str, ...]]:
    # Rows are numbered by the text's own markup, so their numbers are left out.
    return sorted(
        (
            p.section if p.kind is Kind.TABLE_ROW else p.address,
            p.kind.value,
            p.audience.value,
            p.theme or "",
            p.text,
        )
        for p in document.passages
    )


def test_sections_are_the_same_when_the_plan_is_printed(
    plan: ReadDocument, reread: ReadDocument
) -> None:
    found = [(s.kind, s.number, s.title, s.address, s.audience) for s in reread.sections]

    assert found == [(s.kind, s.number, s.title, s.address, s.audience) for s in plan.sections]


def test_passages_are_the_same_when_the_plan_is_printed(
    plan: ReadDocument, reread: ReadDocument
) -> None:
    assert wording(reread) == wording(plan)


def test_footnotes_hang_on_the_same_words_when_the_plan_is_printed(
    plan: ReadDocument, reread: ReadDocument
) -> None:
    def marks(document: ReadDocument) -> list[tuple[str, int, int]]:
        return sorted(
            (p.address, m.number, m.offset) for p in document.passages for m in p.footnotes
        )

    assert len(marks(reread)) == 9
    assert marks(reread) == marks(plan)


def test_abbreviations_are_all_there_when_the_plan_is_printed(reread: ReadDocument) -> None:
    found = [p for p in reread.passages if p.kind is Kind.ABBREVIATION]

    assert len(found) == 84


def test_each_passage_is_on_the_page_it_was_printed_on(
    plan: ReadDocument, reread: ReadDocument, printed: Printed
) -> None:
    originals = {p.address: p for p in plan.passages if p.kind is not Kind.TABLE_ROW}

    wrong = [
        (p.address, p.page)
        for p in reread.passages
        if p.address in originals and p.page != _page_printed(originals[p.address], plan, printed)
    ]

    assert wrong == []


def test_headings_have_levels_when_the_plan_is_printed(printed: Printed) -> None:
    marked = re.findall(r"^(#+) (.+)$", printed.extracted.text, re.M)

    levels = {title: len(mark) for mark, title in marked}

    assert levels["Hoofdstuk 1"] == levels["INHOUDSTAFEL"] == 1
    assert levels["2. Cybercriminaliteit"] == 2
    assert levels["1.3 Mensenhandel en mensensmokkel"] == 3
    assert levels["» Transversale aandachtspunten"] == 4


def test_running_heads_are_gone_when_the_plan_is_printed(printed: Printed) -> None:
    assert HEADER not in printed.extracted.text
    assert "Pagina" not in printed.extracted.text


def _page_printed(passage: Passage, plan: ReadDocument, printed: Printed) -> int:
    line = plan.source.rfind("\n", 0, passage.char_start) + 1
    return printed.pages[line]
