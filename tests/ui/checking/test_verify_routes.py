"""Quotations and drafts checked over HTTP."""

import pytest
from starlette.testclient import TestClient

from tests.ui.standin_assistant import StandIn

QUOTE = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"
GOAL = "2/1.3/strategische-doelstellingen/lokale-politie/1"


def test_an_exact_quotation_comes_with_its_citation(client: TestClient, standin: StandIn) -> None:
    reply = client.post("/api/v1/verify", json={"quote": QUOTE}).json()

    assert (reply["verdict"], reply["similarity"], reply["differences"]) == ("exact", 1.0, [])
    assert reply["source_standing"] == "original"
    citation = reply["citation"]
    assert (citation["address"], citation["quote"]) == (GOAL, QUOTE)
    low, high = citation["char_start"], citation["char_end"]
    assert standin.documents[0].source[low:high].replace("\n", " ") == QUOTE
    assert citation["url"] == (
        f"https://plan.example.be/plan/nvp-2026-2029?from={low}&to={high}#{GOAL}"
    )


def test_a_close_quotation_tells_what_differs(client: TestClient) -> None:
    quote = QUOTE.replace("vroegtijdige", "snelle")

    reply = client.post("/api/v1/verify", json={"quote": quote, "language": "fr"}).json()

    assert reply["verdict"] == "close"
    assert reply["differences"] == [
        {"change": "changed", "quote": "snelle", "source": "vroegtijdige"}
    ]
    assert reply["citation"]["label"].endswith("objectif 1")


def test_an_absent_quotation_has_no_citation(client: TestClient) -> None:
    reply = client.post("/api/v1/verify", json={"quote": "Dit heeft echt niemand gezegd."}).json()

    assert (reply["verdict"], reply["citation"], reply["source_standing"]) == ("absent", None, None)


def test_a_working_translation_is_called_so(client: TestClient) -> None:
    quote = "renforcement de l’identification précoce des victimes"

    reply = client.post("/api/v1/verify", json={"quote": quote}).json()

    assert (reply["verdict"], reply["source_language"]) == ("exact", "fr")
    assert reply["source_standing"] == "working_translation"
    assert reply["citation"]["address"] == GOAL
    assert reply["citation"]["version"]["standing"] == "working_translation"


def test_a_draft_is_checked_in_its_order(client: TestClient) -> None:
    draft = f"“{QUOTE}” (NVP, 1.4, doelstelling 3). „Niemand zei dit ooit zo.” NVP, 1.9."

    reply = client.post("/api/v1/verify/draft", json={"draft": draft}).json()

    assert (reply["exact"], reply["close"], reply["absent"], reply["unchecked"]) == (2, 0, 2, 0)
    assert [(c["kind"], c["verdict"], c["remark"]) for c in reply["checks"]] == [
        ("quotation", "exact", "elsewhere"),
        ("reference", "exact", None),
        ("quotation", "absent", None),
        ("reference", "absent", None),
    ]
    assert draft[reply["checks"][1]["start"] : reply["checks"][1]["end"]] == (
        "NVP, 1.4, doelstelling 3"
    )


@pytest.mark.parametrize(
    ("route", "body", "field"),
    [
        ("verify", {"quote": ""}, "quote"),
        ("verify", {"quote": "x" * 2_001}, "quote"),
        ("verify", {"quote": "x", "document": "nergens"}, "document"),
        ("verify/draft", {"draft": " \x00"}, "draft"),
        ("verify/draft", {"draft": "x" * 50_001}, "draft"),
        ("verify/draft", {"draft": "“iets ergs” " * 301}, "draft"),
        ("verify/draft", {"draft": "x", "document": "nergens"}, "document"),
    ],
)
def test_a_field_that_is_off_is_named(
    client: TestClient, route: str, body: dict[str, str], field: str
) -> None:
    reply = client.post(f"/api/v1/{route}", json=body)

    assert reply.status_code == 422
    assert [error["field"] for error in reply.json()["errors"]] == [field]


def test_a_draft_with_too_much_to_check_is_told_how_much(client: TestClient) -> None:
    reply = client.post("/api/v1/verify/draft", json={"draft": "“iets ergs” " * 400})

    assert reply.status_code == 422
    assert "400 quotations and references; at most 300" in reply.json()["detail"]
    assert "in parts" in reply.json()["detail"]
