import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Original, ReadDocument, read_folder
from corpus.extracted import Extracted, PageStart
from corpus.folder import write_folder

TEXT = "1. Een\n\nEerste.\n\n2. Twee\n\nTweede.\n"


@pytest.mark.parametrize(("offset", "sheet"), [(0, 1), (9, 1), (10, 2), (24, 2), (25, 3), (99, 3)])
def test_sheet_is_counted_from_the_first_when_an_offset_is_looked_up(
    offset: int, sheet: int
) -> None:
    assert Original(path=Path("x.pdf"), starts=(0, 10, 25)).sheet_at(offset) == sheet


def test_sheet_is_the_first_when_the_pages_are_not_known() -> None:
    assert Original(path=Path("x.pdf"), starts=()).sheet_at(50) == 1


@pytest.mark.parametrize(
    ("name", "is_pdf"), [("a.pdf", True), ("a.PDF", True), ("a.docx", False), ("pdf", False)]
)
def test_pdf_is_known_by_its_ending(name: str, is_pdf: bool) -> None:
    assert Original(path=Path(name), starts=()).is_pdf is is_pdf


def _written(plan: ReadDocument, folder: Path, original_file: str) -> Path:
    source = folder / "in.pdf"
    source.write_bytes(b"%PDF-1.7")
    document = replace(
        plan.document,
        source_file="text.md",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        original_file=original_file,
    )
    pages = (PageStart(offset=0, number=7), PageStart(offset=17, number=8))
    kept = folder / "kept"
    kept.mkdir()
    write_folder(kept, document, Extracted(text=TEXT, pages=pages), source)
    return kept


def test_file_is_known_with_its_pages_when_a_folder_keeps_it(
    plan: ReadDocument, tmp_path: Path
) -> None:
    folder = _written(plan, tmp_path, "original.pdf")
    assert read_folder(folder).original == Original(path=folder / "original.pdf", starts=(0, 17))


def test_there_is_no_file_when_the_text_is_the_file_itself(
    plan: ReadDocument, tmp_path: Path
) -> None:
    assert read_folder(_written(plan, tmp_path, "")).original is None


def test_there_is_no_file_when_somebody_took_it_away(plan: ReadDocument, tmp_path: Path) -> None:
    folder = _written(plan, tmp_path, "original.pdf")
    (folder / "original.pdf").unlink()
    assert read_folder(folder).original is None
