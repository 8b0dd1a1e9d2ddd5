"""Markdown and plain text are their own text."""

import pytest

from corpus import SHIPPED
from corpus.readers import extract
from tests.corpus.readers.conftest import Write


def test_plan_is_its_own_text() -> None:
    plan = SHIPPED / "nvp-2026-2029" / "nvp-2026-2029.md"

    assert extract(plan).text == plan.read_text("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["nota.md", "nota.txt"])
def test_characters_are_right_in_each_encoding(write: Write, name: str, encoding: str) -> None:
    text = "# Nota\n\n* ingeschat op “70 %” — geïntegreerd\n"

    assert extract(write(name, text.encode(encoding))).text == text


def test_line_ends_are_made_alike(write: Write) -> None:
    assert extract(write("t.txt", b"een\r\n\r\ntwee\r\n")).text == "een\n\ntwee\n"


def test_nothing_is_known_of_pages_or_title(write: Write) -> None:
    result = extract(write("t.md", "# Titel\n"))

    assert (result.pages, result.title, result.language, result.date) == ((), "", "", "")
