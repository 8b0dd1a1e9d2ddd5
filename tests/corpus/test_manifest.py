import hashlib
import shutil
from pathlib import Path

import pytest

from corpus import SHIPPED, CorpusError, read_corpus

PLAN_DIGEST = "e324e96e24e17151bd348b4d7781cc6596b6cb2b2dbb5994efe2de209a37fa9b"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SHIPPED, tmp_path / "texts")
    return tmp_path / "texts"


def test_shipped_plan_is_unchanged() -> None:
    text = SHIPPED / "nvp-2026-2029" / "nvp-2026-2029.md"

    assert hashlib.sha256(text.read_bytes()).hexdigest() == PLAN_DIGEST


def test_manifest_states_what_the_plan_is() -> None:
    plan = read_corpus()[0]

    assert plan.document.edition == "Doelgericht. Geïntegreerd. Veilig."
    assert plan.document.status == "binding plan"
    assert plan.document.language == "nl"
    assert plan.document.publishers
    assert plan.document.sha256 == PLAN_DIGEST


def test_error_names_the_text_when_it_was_changed(folder: Path) -> None:
    text = folder / "nvp-2026-2029" / "nvp-2026-2029.md"
    text.write_text(text.read_text("utf-8") + "x", "utf-8")

    with pytest.raises(CorpusError, match=r"nvp-2026-2029\.md is not the one") as caught:
        read_corpus(folder)

    assert "Restore" in caught.value.fix


def test_error_names_the_text_when_it_is_missing(folder: Path) -> None:
    (folder / "nvp-2026-2029" / "nvp-2026-2029.md").unlink()

    with pytest.raises(CorpusError, match="is missing"):
        read_corpus(folder)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("id = ", "not valid TOML"),
        ('colour = "blue"', "colour"),
    ],
)
def test_error_names_the_field_when_the_manifest_is_off(
    folder: Path, change: str, problem: str
) -> None:
    manifest = folder / "nvp-2026-2029" / "manifest.toml"
    manifest.write_text(manifest.read_text("utf-8") + change + "\n", "utf-8")

    with pytest.raises(CorpusError, match=problem):
        read_corpus(folder)


def test_error_says_so_when_the_folder_is_empty(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no document"):
        read_corpus(tmp_path)
