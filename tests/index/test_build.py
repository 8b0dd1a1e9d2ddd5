"""Building, saving and opening the index; the embedder is a stand-in, the rest is real."""

import errno
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import ReadDocument, SearchIndexError, read_text
from index import Query, SilentProgress
from index.build import BuildReport, build
from index.embedder import Vectors
from index.open_index import check, load
from index.stand_in import HashingEmbedder
from index.terms import TermIndexes

EMBEDDER = HashingEmbedder()
QUERY = Query(text="illegale wapenhandel", language="nl")


def built(documents: Sequence[ReadDocument], root: Path) -> BuildReport:
    return build(
        documents,
        EMBEDDER,
        folder=root / "index",
        kept=root / "vectors",
        progress=SilentProgress(),
    )


def version(root: Path) -> Path:
    return root / "index" / (root / "index" / "CURRENT").read_text().strip()


def test_index_is_searchable_when_built(documents: Sequence[ReadDocument], tmp_path: Path) -> None:
    report = built(documents, tmp_path)

    hits = load(documents, EMBEDDER, tmp_path / "index").search(QUERY, top_k=5).hits
    assert report.embedded > report.passages
    assert [h.rank for h in hits] == [1, 2, 3, 4, 5]
    assert all(h.passage.theme == "1.4" for h in hits)


def test_nothing_is_embedded_again_when_the_text_is_unchanged(
    documents: Sequence[ReadDocument], tmp_path: Path
) -> None:
    built(documents, tmp_path)

    again = built(documents, tmp_path)

    assert again.embedded == 0
    assert again.reused == again.units


def test_build_goes_on_where_it_stopped(documents: Sequence[ReadDocument], tmp_path: Path) -> None:
    class Stopped(HashingEmbedder):
        calls = 0

        def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
            self.calls += 1
            if self.calls == 3:
                raise KeyboardInterrupt
            return super().embed_passages(texts)

    with pytest.raises(KeyboardInterrupt):
        build(
            documents,
            Stopped(),
            folder=tmp_path / "index",
            kept=tmp_path / "vectors",
            progress=SilentProgress(),
        )

    assert built(documents, tmp_path).reused >= 64


def test_one_version_is_left_after_two_builds(
    documents: Sequence[ReadDocument], tmp_path: Path
) -> None:
    built(documents, tmp_path)
    built(documents, tmp_path)

    assert [p for p in (tmp_path / "index").iterdir() if p.is_dir()] == [version(tmp_path)]


def test_vectors_of_other_documents_are_not_touched_when_one_is_added(
    documents: Sequence[ReadDocument], tmp_path: Path
) -> None:
    built(documents, tmp_path)
    kept = {path.name: path.stat().st_ino for path in (version(tmp_path) / "vectors").iterdir()}
    shutil.rmtree(tmp_path / "vectors")
    other = read_text(replace(documents[0].document, id="other"), "Een andere tekst.\n")

    report = built([*documents, other], tmp_path)

    after = {path.name: path.stat().st_ino for path in (version(tmp_path) / "vectors").iterdir()}
    assert report.embedded == 1
    assert after.items() >= kept.items()
    assert len(after) == len(kept) + 1


def test_index_in_use_stays_when_the_disk_is_full(
    documents: Sequence[ReadDocument], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(documents, tmp_path)
    before = version(tmp_path)

    def full(_: TermIndexes, folder: Path) -> None:
        folder.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(TermIndexes, "save", full)
    with pytest.raises(SearchIndexError, match="disk is full") as caught:
        built(documents, tmp_path)

    assert "Free some space" in caught.value.fix
    assert [p for p in (tmp_path / "index").iterdir() if p.is_dir()] == [before]
    assert check(documents, tmp_path / "index", EMBEDDER.identity) == before


def test_missing_index_names_the_command(documents: Sequence[ReadDocument], tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="no search index") as caught:
        check(documents, tmp_path / "index", EMBEDDER.identity)

    assert "planwijzer index build" in caught.value.fix


@pytest.mark.parametrize("name", ["vectors/*.faiss", "manifest.json", "terms/nl/vocab.index.json"])
@pytest.mark.parametrize("damage", ["cut", "flip", "remove"])
def test_damaged_file_is_recognised(
    documents: Sequence[ReadDocument], tmp_path: Path, name: str, damage: str
) -> None:
    built(documents, tmp_path)
    path = sorted(version(tmp_path).glob(name))[0]
    content = path.read_bytes()
    if damage == "remove":
        path.unlink()
    elif damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    else:
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])

    with pytest.raises(SearchIndexError) as caught:
        load(documents, EMBEDDER, tmp_path / "index")

    assert "planwijzer index build" in caught.value.fix


@pytest.mark.parametrize("pointer", ["", "gone", "../elsewhere", "a/b", "\x00"])
def test_bad_pointer_is_recognised(
    documents: Sequence[ReadDocument], tmp_path: Path, pointer: str
) -> None:
    built(documents, tmp_path)
    (tmp_path / "index" / "CURRENT").write_text(pointer)

    with pytest.raises(SearchIndexError):
        check(documents, tmp_path / "index", EMBEDDER.identity)


def test_index_of_another_model_is_recognised(
    documents: Sequence[ReadDocument], tmp_path: Path
) -> None:
    built(documents, tmp_path)

    with pytest.raises(SearchIndexError, match="made with the model"):
        check(documents, tmp_path / "index", "another-model")


def test_index_is_stale_when_the_text_changed(
    documents: Sequence[ReadDocument], tmp_path: Path
) -> None:
    built(documents, tmp_path)
    changed = read_text(documents[0].document, documents[0].source.replace("wapens", "messen"))

    with pytest.raises(SearchIndexError, match="older than the texts"):
        check([changed], tmp_path / "index", EMBEDDER.identity)


def test_manifest_describes_the_index(documents: Sequence[ReadDocument], tmp_path: Path) -> None:
    built(documents, tmp_path)

    manifest = json.loads((version(tmp_path) / "manifest.json").read_text())

    assert manifest["embedder"] == EMBEDDER.identity
    [part] = [p for p in manifest["parts"] if p["document"] == "nvp-2026-2029"]
    assert part["sha256"] == documents[0].document.sha256
    assert manifest["dimension"] == EMBEDDER.dimension
    assert set(manifest["files"]) >= {f"vectors/{part['file']}", "terms/nl/vocab.index.json"}
