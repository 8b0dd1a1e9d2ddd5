from itertools import pairwise
from urllib.parse import unquote

from assistant import Kind, Passage, ReadDocument
from tests.ui.reader.parsed_page import Page


def as_shown(passage: Passage) -> str:
    """The text of a passage as its element holds it: lines and cells are elements."""
    return passage.text.replace("\n", "").replace(" | ", "")


def compact(text: str) -> str:
    return "".join(text.split())


def test_every_section_is_an_anchor_once_when_the_plan_is_read(
    page: Page, plan: ReadDocument
) -> None:
    assert {s.address: page.ids[s.address] for s in plan.sections} == {
        s.address: 1 for s in plan.sections
    }


def test_every_passage_is_an_anchor_once_when_the_plan_is_read(
    page: Page, plan: ReadDocument
) -> None:
    assert {p.address: page.ids[p.address] for p in plan.passages} == {
        p.address: 1 for p in plan.passages
    }


def test_no_id_is_used_twice_when_the_plan_is_read(page: Page) -> None:
    assert [id_ for id_, count in page.ids.items() if count > 1] == []


def test_every_passage_reads_as_in_the_source_when_the_plan_is_read(
    page: Page, plan: ReadDocument
) -> None:
    wrong = [
        p.address
        for p in plan.passages
        if p.kind is not Kind.FOOTNOTE and compact(page.texts[p.address]) != compact(as_shown(p))
    ]
    assert wrong == []


def test_every_footnote_follows_its_number_when_the_plan_is_read(
    page: Page, plan: ReadDocument
) -> None:
    notes = [p for p in plan.passages if p.kind is Kind.FOOTNOTE]
    shown = [compact(page.texts[note.address]) for note in notes]
    assert shown == [compact(f"{n}{note.text}") for n, note in enumerate(notes, start=1)]


def test_every_link_within_the_page_arrives_when_the_plan_is_read(
    page: Page, plan: ReadDocument
) -> None:
    fragments = [unquote(link.partition("#")[2]) for link in page.links if "#" in link]
    assert len(fragments) > len(plan.passages)
    assert [fragment for fragment in fragments if fragment not in page.ids] == []


def test_footnote_mark_and_note_point_at_each_other_when_the_plan_is_read(page: Page) -> None:
    assert "#2/1.3/n1" in page.links
    assert "#ref-1:2/1.3/p2" in page.links
    assert page.texts["ref-1:2/1.3/p2"] == "¹"


def test_heading_levels_step_by_one_when_the_plan_is_read(page: Page) -> None:
    levels = [int(heading[1]) for heading in page.headings]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_printed_page_stands_at_the_heading_when_it_is_known(page: Page) -> None:
    assert page.texts["2/1"].lstrip().startswith("1. Georganiseerde criminaliteit p. 10")


def test_heading_is_bracketed_when_it_is_not_printed_in_the_text(page: Page) -> None:
    address = "2/1/strategische-doelstellingen/federale-politie"
    assert page.texts[address].lstrip().startswith("[Federale Politie]")
    printed = "2/1.1/strategische-doelstellingen/federale-politie"
    assert page.texts[printed].lstrip().startswith("Voor de Federale Politie")


def test_page_has_the_words_of_the_text_alone_when_scripts_do_not_run(page: Page) -> None:
    assert "Strategische doelstellingen" in page.texts["contents"]
    assert page.loads == [
        "../plan-assets/icon.svg",
        "../plan-assets/plan.css",
        "../plan-assets/plan.js",
        "../plan-assets/tips.js",
        "../plan-assets/find.js",
        "../plan-assets/clipboard.js",
        "../plan-assets/cite.js",
    ]
