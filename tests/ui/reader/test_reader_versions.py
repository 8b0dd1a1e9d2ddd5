"""The version in another language beside the document."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from assistant import Kind, ReadDocument, SectionKind, Standing, Version
from tests.ui.reader.conftest import client_over
from tests.ui.reader.parsed_page import Page, parsed
from ui.reader.beside import NOTHING, beside_of, languages_beside, standing_of

PLAN = "/plan/nvp-2026-2029"
GOAL = "2/2/strategische-doelstellingen/lokale-politie/1"
TITLE = "top/p1"
KINDS_IN_CELLS = (Kind.TABLE_ROW, Kind.ABBREVIATION)


def compact(text: str) -> str:
    return "".join(text.split())


def french(plan: ReadDocument) -> dict[str, str]:
    return {v.address: v.text for v in plan.versions if v.language == "fr"}


@pytest.fixture(scope="module")
def beside(reader: TestClient) -> Page:
    return parsed(reader.get(PLAN, params={"lang": "nl", "with": "fr"}).text)


def test_every_passage_has_its_version_beside_it_when_one_is_chosen(
    beside: Page, plan: ReadDocument
) -> None:
    said = french(plan)
    wrong = [
        p.address
        for p in plan.passages
        if p.kind not in KINDS_IN_CELLS
        and p.address != TITLE
        and compact(beside.versions[p.address]) != compact(said[p.address])
    ]
    assert wrong == []
    assert compact(beside.versions["top"]) == compact(said[TITLE])


def test_rows_have_their_version_cell_by_cell_when_one_is_chosen(beside: Page) -> None:
    assert compact(beside.versions["inhoudstafel/r3"]) == "Avant-propos"
    assert compact(beside.versions["lijst-met-afkortingen/fgp"]).startswith("Policejudiciaire")


def test_every_heading_has_its_version_beside_it_when_one_is_chosen(
    beside: Page, plan: ReadDocument
) -> None:
    said = french(plan)
    wrong = [
        s.address
        for s in plan.sections
        if s.kind is not SectionKind.DOCUMENT
        and not compact(beside.versions[s.address]).endswith(compact(said[s.address]))
    ]
    assert wrong == []
    assert beside.versions["2"].startswith("Chapitre 2 : ")
    assert beside.versions["2/1.3"].startswith("1.3 ")


def test_original_reads_as_alone_when_a_version_stands_beside_it(
    beside: Page, page: Page, plan: ReadDocument
) -> None:
    addresses = [p.address for p in plan.passages]
    assert {a: beside.texts[a] for a in addresses} == {a: page.texts[a] for a in addresses}
    assert [id_ for id_, count in beside.ids.items() if count > 1] == []


def test_version_is_marked_as_not_official_when_it_is_a_working_translation(
    reader: TestClient,
) -> None:
    html = reader.get(PLAN, params={"lang": "nl", "with": "de"}).text
    assert '<strong lang="de">Deutsch</strong> werkvertaling, niet officieel' in html
    assert '<strong lang="nl">Nederlands</strong> originele tekst' in html
    assert "alleen de originele tekst telt" in html


def test_version_is_marked_as_official_when_it_is(plan: ReadDocument) -> None:
    official = tuple(replace(v, standing=Standing.OFFICIAL) for v in plan.versions)
    html = client_over(replace(plan, versions=official)).get(f"{PLAN}?lang=nl&with=fr").text
    assert '<strong lang="fr">Français</strong> officiële tekst' in html
    assert "werkvertaling" not in html


def test_one_official_place_is_marked_when_the_others_are_not(plan: ReadDocument) -> None:
    mixed = tuple(
        replace(v, standing=Standing.OFFICIAL) if v.address == GOAL else v for v in plan.versions
    )
    page = parsed(client_over(replace(plan, versions=mixed)).get(f"{PLAN}?lang=nl&with=fr").text)
    assert page.versions[GOAL].startswith("officiële tekst")
    assert sum(said.startswith("officiële tekst") for said in page.versions.values()) == 1


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("lang=nl", None),
        ("lang=fr", "fr"),
        ("lang=de", "de"),
        ("lang=fr&with=none", None),
        ("lang=fr&with=en", "en"),
        ("lang=nl&with=de", "de"),
        ("lang=nl&with=nl", None),
        ("lang=fr&with=<script>", "fr"),
        ("lang=fr&with=", "fr"),
    ],
)
def test_version_is_that_of_the_visitor_when_none_is_chosen(
    reader: TestClient, query: str, shown: str | None
) -> None:
    html = reader.get(f"{PLAN}?{query}").text
    languages = [
        code for code in ("nl", "fr", "de", "en") if f'class="version" lang="{code}"' in html
    ]
    assert languages == ([shown] if shown else [])
    assert "<script>" not in html


def test_original_is_alone_when_the_document_has_no_versions(plan: ReadDocument) -> None:
    html = client_over(replace(plan, versions=())).get(f"{PLAN}?lang=fr&with=fr").text
    assert 'class="version' not in html
    assert ">English</a>" not in html


def test_languages_are_those_there_are_versions_in_when_some_lack(plan: ReadDocument) -> None:
    some = replace(plan, versions=tuple(v for v in plan.versions if v.language != "fr"))
    assert languages_beside(some) == ("de", "en")
    assert beside_of(some, "fr", "fr") == NOTHING
    assert beside_of(some, "fr", "en") == "en"


def test_standing_is_the_least_when_a_language_has_both(plan: ReadDocument) -> None:
    first, *others = (v for v in plan.versions if v.language == "fr")
    official = replace(first, standing=Standing.OFFICIAL)
    assert standing_of(replace(plan, versions=(official,)), "fr") is Standing.OFFICIAL
    both = replace(plan, versions=(official, *others))
    assert standing_of(both, "fr") is Standing.WORKING_TRANSLATION


def test_links_keep_choice_and_quote_when_both_are_given(reader: TestClient) -> None:
    query = {"lang": "nl", "with": "de", "from": 60, "to": 100}
    links = parsed(reader.get(PLAN, params=query).text).links
    assert "?lang=fr&with=de&from=60&to=100" in links
    assert "?lang=nl&with=none&from=60&to=100" in links
    assert "?lang=nl&with=en&from=60&to=100" in links


def test_language_links_leave_the_version_to_the_language_when_none_is_chosen(
    reader: TestClient,
) -> None:
    assert "?lang=de" in parsed(reader.get(f"{PLAN}?lang=fr").text).links


def test_same_sentence_is_marked_in_both_when_a_sentence_is_quoted(
    reader: TestClient, plan: ReadDocument
) -> None:
    passage = next(p for p in plan.passages if p.address == "voorwoord/p1")
    start = passage.char_start
    end = start + passage.text.index(".") + 1
    html = reader.get(PLAN, params={"lang": "fr", "from": start, "to": end}).text
    page = parsed(html)
    assert page.marked == passage.text[: end - start]
    assert "<mark>La sécurité est bien plus" in html
    assert html.count("<mark>") == 2


def test_version_stays_text_when_it_holds_markup(plan: ReadDocument) -> None:
    hostile = "<img src=x onerror=alert(1)> \"' {{ 7*7 }}\n- <script>alert(2)</script>"
    versions = tuple(replace(v, text=hostile) for v in plan.versions if v.language == "fr")
    html = client_over(replace(plan, versions=versions)).get(f"{PLAN}?lang=fr").text
    assert "<img" not in html
    assert html.count("<script") == html.count("<script src=") == 5
    assert "{{ 7*7 }}" in html


def test_contents_speak_the_visitors_language_when_there_is_a_version_in_it(
    reader: TestClient,
) -> None:
    french_page = parsed(reader.get(f"{PLAN}?lang=fr").text)
    mixed = parsed(reader.get(f"{PLAN}?lang=nl&with=fr").text)
    assert "Criminalité organisée" in french_page.texts["contents"]
    assert "Georganiseerde criminaliteit" in mixed.texts["contents"]


def test_place_without_a_version_stands_alone_when_others_have_one(plan: ReadDocument) -> None:
    lone = Version(
        document=plan.document.id,
        address=GOAL,
        language="fr",
        text="Une seule.",
        standing=Standing.WORKING_TRANSLATION,
    )
    page = parsed(client_over(replace(plan, versions=(lone,))).get(f"{PLAN}?lang=fr").text)
    assert {k: v for k, v in page.versions.items() if k != "text"} == {GOAL: "Une seule."}
