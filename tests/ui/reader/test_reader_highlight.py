import pytest
from fastapi.testclient import TestClient

from assistant import Kind, Passage, ReadDocument
from corpus import sentences, source_range
from tests.ui.reader.parsed_page import parsed
from ui.reader.highlight import highlights, source_offset

PLAN = "/plan/nvp-2026-2029"


def shown(text: str) -> str:
    """A quote as the page holds it: lines and cells are elements of their own."""
    return text.replace("\n", "").replace(" | ", "")


def find(plan: ReadDocument, address: str) -> Passage:
    return next(p for p in plan.passages if p.address == address)


def test_mark_equals_the_quote_when_any_passage_is_quoted_whole(plan: ReadDocument) -> None:
    wrong = []
    for passage in plan.passages:
        marked = highlights(plan.passages, passage.char_start, passage.char_end)
        if marked != {passage.id: ((0, len(passage.text)),)}:
            wrong.append(passage.address)
    assert wrong == []


def test_mark_equals_the_quote_when_any_sentence_is_quoted(plan: ReadDocument) -> None:
    wrong = []
    for passage in plan.passages:
        for start, end in sentences(passage.text):
            spans = source_range(passage.spans, start, end)
            marked = highlights(plan.passages, spans[0].start, spans[-1].end)
            if marked != {passage.id: ((start, end),)}:
                wrong.append((passage.address, start))
    assert wrong == []


@pytest.mark.parametrize(
    "address",
    [
        "voorwoord/p2",
        "inhoudstafel/r3",
        "2/1/strategische-doelstellingen/federale-politie/4",
        "2/1.1/relevante-actieplannen-en-beleidskaders/list",
        "2/1.3/p2",
        "2/2/strategische-doelstellingen/federale-politie/3",
        "2/7/algemene-aandachtspunten/b1",
        "lijst-met-afkortingen/zsg",
    ],
)
def test_page_marks_the_quote_alone_when_it_is_linked_to(
    reader: TestClient, plan: ReadDocument, address: str
) -> None:
    passage = find(plan, address)
    response = reader.get(PLAN, params={"from": passage.char_start, "to": passage.char_end})
    assert parsed(response.text).marked == shown(passage.text)


def test_mark_stops_within_the_passage_when_part_of_it_is_quoted(
    reader: TestClient, plan: ReadDocument
) -> None:
    passage = find(plan, "2/1/strategische-doelstellingen/federale-politie/4")
    start, end = passage.text.index("samenwerkingsverbanden"), passage.text.index("ADIV")
    spans = source_range(passage.spans, start, end)
    response = reader.get(PLAN, params={"from": spans[0].start, "to": spans[-1].end})
    assert parsed(response.text).marked == shown(passage.text[start:end])


def test_footnote_is_marked_when_it_is_quoted_itself(
    reader: TestClient, plan: ReadDocument
) -> None:
    note = next(p for p in plan.passages if p.kind is Kind.FOOTNOTE)
    response = reader.get(PLAN, params={"from": note.char_start, "to": note.char_end})
    assert parsed(response.text).marked == note.text


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("a", "b"),
        ("-5", "20"),
        ("20", "10"),
        ("20", "20"),
        ("", ""),
        ("1e3", "2e3"),
        ("9" * 5000, "9" * 5001),
        ("999999990", "999999999"),
        ("٣", "٤"),
        ("100", "<script>"),
        ("1.5", "2.5"),
        ("\x00", "\x00"),
    ],
)
def test_page_comes_without_mark_when_offsets_are_off(
    reader: TestClient, start: str, end: str
) -> None:
    response = reader.get(PLAN, params={"from": start, "to": end})
    assert response.status_code == 200
    assert parsed(response.text).marks == []
    assert "<script>" not in response.text


def test_page_comes_without_mark_when_one_offset_is_missing(reader: TestClient) -> None:
    assert "<mark>" not in reader.get(PLAN, params={"from": "100"}).text


def test_plain_page_stays_plain_when_a_highlighted_one_was_shown(reader: TestClient) -> None:
    assert "<mark>" in reader.get(PLAN, params={"from": 60, "to": 100}).text
    assert "<mark>" not in reader.get(PLAN).text


def test_offset_is_read_when_it_is_a_plain_number() -> None:
    assert source_offset("0012") == 12
    assert source_offset(None) is None
    assert source_offset("12 ") is None
