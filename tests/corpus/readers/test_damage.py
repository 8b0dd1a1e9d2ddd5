"""Damaged files are read or refused; nothing else comes of them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from corpus import SHIPPED, CorpusError
from corpus.readers import extract
from tests.corpus.readers.conftest import Write
from tests.corpus.readers.damage import damaged
from tests.corpus.readers.docx_file import HEADING_STYLES, docx, numbering, p, row
from tests.corpus.readers.pdf_file import body, lines, pdf

PLAN = (SHIPPED / "nvp-2026-2029" / "nvp-2026-2029.md").read_bytes()


def pdf_file() -> bytes:
    return pdf(*[body(), lines(["1. een", "2. twee"], size=14)] * 4, title="Plan", lang="nl")


def rewritten_pdf_file() -> bytes:
    """Return a PDF as another program writes it, with page labels."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_file())))
    writer.set_page_label(0, 3, style="/r")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def docx_file() -> bytes:
    chapter = p("Deel", style="Kop1", num=(1, 0)) + p("Tekst. " * 40) + p("punt", num=(1, 1))
    table = f"<w:tbl>{row('a', 'b')}{row('c', 'd')}</w:tbl>"
    numbers = numbering(("decimal", "%1."), ("bullet", "o"))
    return docx((chapter + table) * 30, styles=HEADING_STYLES, numbering=numbers)


def html_file() -> bytes:
    table = "<table><tr><td>a<td>b<tr><td colspan=2>c</table>"
    note = '<p id="f1">Noot</p>'
    part = "<h2>Kop</h2><p>Tekst<sup><a href='#f1'>1</a></sup>.</p><ol><li>a<ul><li>b</ul></ol>"
    return f"<!doctype html><html lang=nl>{(part + table + note) * 50}</html>".encode()


@pytest.mark.parametrize(
    ("suffix", "make"),
    [
        ("pdf", pdf_file),
        ("pdf", rewritten_pdf_file),
        ("docx", docx_file),
        ("html", html_file),
        ("md", lambda: PLAN),
        ("txt", lambda: PLAN.decode().encode("utf-16")),
    ],
)
@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_file_is_read_or_refused(
    write: Write, suffix: str, make: Callable[[], bytes], seed: int
) -> None:
    variants = list(damaged(make(), seed))

    outcomes = {_outcome(write(f"stuk.{suffix}", content)) for content in variants}

    assert len(variants) >= 20
    assert outcomes <= {"read", f"stuk.{suffix}"}
    assert f"stuk.{suffix}" in outcomes


def _outcome(path: Path) -> str:
    """Return how it went with a file: read, or refused by its name."""
    try:
        extract(path)
    except CorpusError as error:
        return error.message.split(" ")[0]
    return "read"
