from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import Original, ReadDocument
from assistant.library import Library
from tests.ui.reader.conftest import client_over
from tests.ui.reader.parsed_page import parsed
from ui.reader.original_routes import original_router

PLAN = "/plan/nvp-2026-2029"
CONTENT = b"%PDF-1.7 not really"


def kept(plan: ReadDocument, folder: Path, name: str = "original.pdf") -> ReadDocument:
    path = folder / name
    path.write_bytes(CONTENT)
    starts = (0, plan.passages[40].char_start, plan.passages[90].char_start)
    return replace(plan, original=Original(path=path, starts=starts))


def files(read: ReadDocument) -> TestClient:
    library = Library([read])
    app = FastAPI()
    app.include_router(original_router(lambda: library))  # type: ignore[arg-type,return-value]
    return TestClient(app)


def test_pages_open_in_the_file_when_a_pdf_is_kept(plan: ReadDocument, tmp_path: Path) -> None:
    links = parsed(client_over(kept(plan, tmp_path)).get(PLAN).text).links
    pages = {link for link in links if "/original#page=" in link}
    assert pages == {f"nvp-2026-2029/original#page={number}" for number in (1, 2, 3)}
    assert "nvp-2026-2029/original" in links


@pytest.mark.parametrize("name", ["original.docx", "original.html"])
def test_no_file_is_linked_when_it_is_no_pdf(plan: ReadDocument, tmp_path: Path, name: str) -> None:
    read = kept(plan, tmp_path, name)
    assert "/original" not in client_over(read).get(PLAN).text
    assert files(read).get(f"{PLAN}/original").status_code == 404


def test_no_file_is_linked_when_none_is_kept(plan: ReadDocument) -> None:
    assert "/original" not in client_over(plan).get(PLAN).text
    assert files(plan).get(f"{PLAN}/original").status_code == 404


def test_file_opens_in_the_browser_when_it_is_asked(plan: ReadDocument, tmp_path: Path) -> None:
    response = files(kept(plan, tmp_path)).get(f"{PLAN}/original")
    assert response.content == CONTENT
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == 'inline; filename="nvp-2026-2029.pdf"'
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "script-src" not in response.headers["content-security-policy"]
    assert "private" in response.headers["cache-control"]


def test_friendly_page_is_shown_when_the_file_has_just_gone(
    plan: ReadDocument, tmp_path: Path
) -> None:
    read = kept(plan, tmp_path)
    (tmp_path / "original.pdf").unlink()
    assert files(read).get(f"{PLAN}/original").status_code == 404


def test_friendly_page_is_shown_when_the_document_is_not_there(plan: ReadDocument) -> None:
    assert files(plan).get("/plan/nope/original").status_code == 404
