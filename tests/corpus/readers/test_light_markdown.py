"""Light Markdown is written so that it reads back as what was meant."""

import pytest

from corpus.extracted import PageStart
from corpus.readers.light_markdown import LightMarkdown, literal


def test_blocks_are_apart_and_items_together() -> None:
    text = LightMarkdown()
    text.heading(2, "Kop")
    text.item("1.", "een")
    text.item("-", "onder", 1)
    text.paragraph("Tekst.")
    text.row(["a", "b"], first=True)
    text.row(["c", ""], first=False)
    text.note("12", "Noot.")

    assert text.text() == (
        "## Kop\n\n1. een\n  - onder\n\nTekst.\n\n| a | b |\n| c |  |\n\n¹² Noot.\n"
    )


def test_pages_start_at_their_first_block() -> None:
    text = LightMarkdown()
    for number in (3, 4):
        text.page(number)
        text.paragraph(f"p{number}")
    text.page(5)

    assert text.pages() == (
        PageStart(offset=0, number=3),
        PageStart(offset=4, number=4),
        PageStart(offset=6, number=5),
    )


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("# a", "＃ a"),
        ("a # b", "a # b"),
        ("| a", "∣ a"),
        ("a | b", "a | b"),
        ("a ** b", "a ∗∗ b"),
        ("a\n  # b", "a\n＃ b"),
        ("a\u00a0 \tb", "a b"),
        ("a\u00adb\u200b\x07", "ab"),
    ],
)
def test_literal_text_has_no_marks(raw: str, written: str) -> None:
    assert literal(raw) == written
