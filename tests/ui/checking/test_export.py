"""A checked draft as a table and as Markdown, whatever stands in it."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from assistant import LANGUAGES
from ui.checking.export import as_csv, as_markdown
from ui.http.verifying import DraftReply
from ui.wording import words

QUOTE = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"
DRAFT = f"""“{QUOTE.replace("vroegtijdige", "snelle")}”
“=HYPERLINK(a) <b>vet</b> [x](javascript:1) | *y*” NVP, 1.3 Illegale wapenhandel.
« renforcement de l'identification précoce des victimes »"""


@pytest.fixture
def report(client: TestClient) -> DraftReply:
    return DraftReply.model_validate(
        client.post("/api/v1/verify/draft", json={"draft": DRAFT}).json()
    )


def test_csv_has_a_row_for_each_check_and_no_formula(report: DraftReply) -> None:
    table = list(csv.reader(io.StringIO(as_csv(report, "nl").removeprefix("\ufeff"))))

    assert [row[2] for row in table] == [
        "Oordeel",
        "bijna",
        "niet gevonden",
        "de plaats bestaat, maar er klopt iets niet",
        "woordelijk juist",
    ]
    assert table[1][3] == "91 % gelijk"
    assert table[1][5] == QUOTE
    assert table[2][1].startswith("'=HYPERLINK")
    assert table[3][4] == "Op deze plaats staat: 1.3 Mensenhandel en mensensmokkel."
    assert "werkvertaling" in table[4][4]
    assert len({len(row) for row in table}) == 1


def test_markdown_shows_hostile_words_as_words(report: DraftReply) -> None:
    text = as_markdown(report, "en")

    assert "2 nearly" in text
    assert r"\<b\>vet\</b\> \[x\](javascript:1) \| \*y\*" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_and_remark_has_words(report: DraftReply, language: str) -> None:
    w = words(language).check

    assert w.verdicts.keys() == w.reference_verdicts.keys()
    assert set(w.verdicts) == {"exact", "close", "absent", "unchecked"}
    assert set(w.remarks) == {"elsewhere", "other_page", "other_heading"}
    assert w.remarks["other_page"].format(expected="12") != w.remarks["other_page"]
    assert w.too_long.format(length=1, maximum=2)
    assert w.too_many.format(count=301, maximum=300) != w.too_many
    assert as_markdown(report, language).startswith(f"# {w.title}")
