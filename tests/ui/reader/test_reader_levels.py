import re
from dataclasses import replace

from fastapi.testclient import TestClient

from assistant import Audience, ReadDocument
from tests.ui.reader.conftest import client_over
from tests.ui.reader.parsed_page import parsed

PLAN = "/plan/nvp-2026-2029"
BOTH = "2/1.3/strategische-doelstellingen"


def section(html: str, address: str) -> str:
    found = re.search(rf'<section id="{re.escape(address)}" class="([^"]*)"', html)
    assert found is not None
    return found[1]


def test_goals_of_both_levels_stand_apart_when_that_is_asked(reader: TestClient) -> None:
    html = reader.get(PLAN, params={"with": "levels"}).text
    assert section(html, BOTH).endswith(" apart")
    assert " federal" in section(html, f"{BOTH}/federale-politie")
    assert " local" in section(html, f"{BOTH}/lokale-politie")
    assert not section(html, "2/1.3").endswith(" apart")


def test_goals_follow_each_other_when_nothing_is_asked(reader: TestClient) -> None:
    assert " apart" not in reader.get(PLAN).text


def test_levels_can_be_chosen_when_the_document_has_them(reader: TestClient) -> None:
    page = parsed(reader.get(PLAN, params={"lang": "nl"}).text)
    assert "?lang=nl&with=levels" in page.links


def test_levels_are_not_offered_when_the_document_has_one(plan: ReadDocument) -> None:
    sections = tuple(replace(s, audience=Audience.BOTH) for s in plan.sections)
    client = client_over(replace(plan, sections=sections))
    html = client.get(PLAN, params={"with": "levels", "lang": "nl"}).text
    assert "Federaal naast lokaal" not in html
    assert " apart" not in html


def test_every_passage_is_there_once_when_the_levels_stand_apart(
    reader: TestClient, plan: ReadDocument
) -> None:
    page = parsed(reader.get(PLAN, params={"with": "levels"}).text)
    assert all(page.ids[p.address] == 1 for p in plan.passages)
