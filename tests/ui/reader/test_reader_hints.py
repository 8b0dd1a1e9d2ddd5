"""Abbreviations, footnotes and printed pages on the reader page."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from assistant import Kind, ReadDocument
from tests.ui.reader.conftest import client_over
from tests.ui.reader.parsed_page import parsed
from ui.reader.abbreviations import Abbreviations, Meaning, abbreviations
from ui.reader.page import page_of

PLAN = "/plan/nvp-2026-2029"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lang=nl", ("FGP", "Federale Gerechtelijke Politie", "")),
        (
            "lang=fr&with=none",
            ("FGP", "Police judiciaire fédérale (PJF)", "fr"),
        ),
        ("lang=en&with=none", ("FGP", "Federal Judicial Police", "en")),
        ("lang=nl", ("IGVM", "Instituut voor de Gelijkheid van Vrouwen en Mannen", "")),
    ],
)
def test_abbreviation_is_explained_in_the_visitors_language_when_it_is_known(
    reader: TestClient, query: str, expected: tuple[str, str, str]
) -> None:
    explained = parsed(reader.get(f"{PLAN}?{query}").text).explained
    assert expected in explained


def test_abbreviation_can_be_reached_by_keyboard_when_it_is_explained(reader: TestClient) -> None:
    html = reader.get(f"{PLAN}?lang=fr").text
    assert html.count("<abbr ") == html.count('<abbr tabindex="0" title="')
    assert html.count("<abbr ") > 200


def test_list_of_abbreviations_is_not_explained_when_it_is_shown(reader: TestClient) -> None:
    html = reader.get(f"{PLAN}?lang=nl").text
    listed = html.partition('<section id="lijst-met-afkortingen"')[2]
    assert "<abbr" not in listed


def test_meaning_is_the_originals_when_nobody_translated_it(plan: ReadDocument) -> None:
    bare = replace(plan, versions=())
    (found,) = [m for _, _, m in abbreviations(bare, "nl", "de").first_uses("De DRI.")]
    assert found.language == "nl"
    assert found.text == "Directie van de politionele informatie en de ICT-middelen"


def test_own_short_form_is_found_when_a_version_uses_it(plan: ReadDocument) -> None:
    found = list(abbreviations(plan, "fr", "nl").first_uses("SPF et UE, FOD"))
    assert [m.text for _, _, m in found] == [
        "Federale Overheidsdienst",
        "Europese Unie",
        "Federale Overheidsdienst",
    ]


def test_only_whole_words_are_explained_once_when_they_look_alike() -> None:
    meaning = Meaning(text="Coördinatiecomité", language="nl")
    short = Abbreviations({"GPI": meaning, "CC GPI": meaning})
    text = "GPI100, CC GPI, aGPI, GPI-lid en weer GPI"
    assert [(text[a:b], a) for a, b, _ in short.first_uses(text)] == [("CC GPI", 8), ("GPI", 22)]


def test_nothing_is_explained_when_no_short_form_is_known() -> None:
    assert list(Abbreviations({}).first_uses("GPI en FGP")) == []


def test_footnote_says_its_text_at_its_mark_when_it_is_pointed_at(
    reader: TestClient, plan: ReadDocument
) -> None:
    notes = [p for p in plan.passages if p.kind is Kind.FOOTNOTE]
    shown = parsed(reader.get(PLAN).text).notes
    assert [said for _, said in shown] == [note.text for note in notes]
    assert [href for href, _ in shown] == [f"#{note.address}" for note in notes]


def test_footnote_says_its_version_when_its_mark_stands_in_one(
    reader: TestClient, plan: ReadDocument
) -> None:
    said = {v.address: v.text for v in plan.versions if v.language == "fr"}
    notes = [p for p in plan.passages if p.kind is Kind.FOOTNOTE]
    shown = parsed(reader.get(f"{PLAN}?lang=fr").text).notes
    assert len(shown) == 2 * len(notes)
    assert {text for _, text in shown} == {n.text for n in notes} | {said[n.address] for n in notes}


def with_pages(plan: ReadDocument, per_page: int) -> ReadDocument:
    """The plan as if its pages were known: so many passages on each, headings without any."""
    return replace(
        plan,
        sections=tuple(replace(s, first_page=None) for s in plan.sections),
        passages=tuple(replace(p, page=1 + i // per_page) for i, p in enumerate(plan.passages)),
    )


def test_printed_page_stands_in_the_margin_when_it_changes(plan: ReadDocument) -> None:
    paged = with_pages(plan, 10)
    turned = page_of(paged).turned
    running = [p for p in paged.passages if p.kind is not Kind.FOOTNOTE]
    assert list(turned.values()) == sorted({p.page for p in running if p.page})
    html = client_over(paged).get(f"{PLAN}?lang=nl").text
    assert html.count('role="doc-pagebreak"') == len(turned)
    assert '<span class="turned" role="doc-pagebreak" lang="nl">p. 12</span>' in html


def test_heading_alone_says_the_page_when_it_begins_there(plan: ReadDocument) -> None:
    paged = replace(
        plan,
        sections=tuple(replace(s, first_page=7) for s in plan.sections),
        passages=tuple(replace(p, page=7) for p in plan.passages),
    )
    assert page_of(paged).turned == {}


def test_no_page_is_shown_when_none_is_known(plan: ReadDocument) -> None:
    assert page_of(plan).turned == {}
