"""Adding, updating and removing documents; the embedder is a stand-in, the rest is real."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.curate import Action, Curator
from assistant.question import Question
from assistant.settings import Settings
from corpus import CorpusError, NotFoundError, collection, read_collection
from corpus.metadata import Metadata
from index import SilentProgress
from index.open_index import check, load
from index.stand_in import HashingEmbedder
from index.units import units_of

EMBEDDER = HashingEmbedder()
NOTE = (
    "# Nota fietsdiefstal\n\n## 1. Aanpak\n\nDe zone markeert elke gestolen fiets met een chip.\n"
)
OTHER = "# Circulaire\n\nLes chiens de patrouille portent un collier bleu.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        corpus=tmp_path / "corpus", index=tmp_path / "index", vectors=tmp_path / "vectors"
    )


def curator(settings: Settings, *, dry_run: bool = False) -> Curator:
    return Curator(settings, lambda: EMBEDDER, SilentProgress(), dry_run=dry_run)


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def ids(settings: Settings) -> set[str]:
    return {read.document.id for read in read_collection(settings.corpus)}


def opened(settings: Settings) -> Assistant:
    documents = read_collection(settings.corpus)
    return Assistant(documents, load(documents, EMBEDDER, settings.index))


def kept_in(*folders: Path) -> bytes:
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() for path in files)


def vectors_of_the_note(settings: Settings) -> list[bytes]:
    [read] = [r for r in read_collection(settings.corpus) if r.document.id == "nota-fietsdiefstal"]
    texts = [(unit.title, unit.text) for unit in units_of(read)]
    return [vector.tobytes() for vector in EMBEDDER.embed_passages(texts)]


def leftovers(settings: Settings) -> list[str]:
    """Folders of the store that no document has."""
    used = {read.document.id for read in read_collection(settings.corpus)}
    folders = [f.name for f in settings.corpus.iterdir() if f.is_dir()]
    return [name for name in folders if name.split("@")[0] not in used]


def test_document_is_found_and_cited_when_added(settings: Settings, tmp_path: Path) -> None:
    report = curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())

    [change] = report.changes
    found = opened(settings).search("gestolen fiets met een chip", top_k=1).hits[0]
    assert (change.action, change.document) == (Action.ADD, "nota-fietsdiefstal")
    assert found.passage.document == "nota-fietsdiefstal"
    assert found.passage.text == "De zone markeert elke gestolen fiets met een chip."


def test_only_the_new_document_is_embedded_when_one_is_added(
    settings: Settings, tmp_path: Path
) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())

    report = curator(settings).add([written(tmp_path, "circ.md", OTHER)], Metadata())

    assert report.index is not None
    assert report.index.embedded <= 2


def test_nothing_changes_when_the_same_file_is_added_again(
    settings: Settings, tmp_path: Path
) -> None:
    file = written(tmp_path, "nota.md", NOTE)
    curator(settings).add([file], Metadata())

    report = curator(settings).add([file], Metadata())

    assert [c.action for c in report.changes] == [Action.UNCHANGED]
    assert report.index is None


def test_other_file_of_the_same_name_is_refused_with_the_way_out(
    settings: Settings, tmp_path: Path
) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())

    report = curator(settings).add([written(tmp_path, "nota.md", NOTE + "\nMeer.\n")], Metadata())

    [refusal] = report.refusals
    assert refusal.file == "nota.md"
    assert "corpus update nota-fietsdiefstal" in refusal.fix


def test_good_file_is_taken_when_another_is_bad(settings: Settings, tmp_path: Path) -> None:
    bad, good = written(tmp_path, "leeg.md", ""), written(tmp_path, "nota.md", NOTE)

    report = curator(settings).add([bad, good], Metadata())

    assert [r.file for r in report.refusals] == ["leeg.md"]
    assert "nota-fietsdiefstal" in ids(settings)


def test_nothing_is_written_when_it_is_a_dry_run(settings: Settings, tmp_path: Path) -> None:
    report = curator(settings, dry_run=True).add([written(tmp_path, "n.md", NOTE)], Metadata())

    assert [c.action for c in report.changes] == [Action.ADD]
    assert "nota-fietsdiefstal" not in ids(settings)
    assert leftovers(settings) == []
    assert not settings.index.exists()


def test_what_is_said_goes_before_the_side_car_and_the_file(
    settings: Settings, tmp_path: Path
) -> None:
    file = written(tmp_path, "nota.md", NOTE)
    written(tmp_path, "nota.md.toml", 'title = "Fietsen"\nedition = "2026"\nstatus = "circular"\n')

    curator(settings).add([file], Metadata(edition="2027"))

    [read] = [r for r in read_collection(settings.corpus) if r.document.title == "Fietsen"]
    assert read.document.id == "fietsen-2027"
    assert read.document.status == "circular"
    assert read.document.language == "nl"


def test_language_is_that_of_the_text_when_the_file_declares_another(
    settings: Settings, tmp_path: Path
) -> None:
    words = "De zone markeert elke gestolen fiets met een chip. " * 3
    page = f'<html lang="en"><title>Nota</title><h1>Nota</h1><p>{words}</p></html>'
    short = '<html lang="fr"><title>Table</title><p>NVP 2026</p></html>'
    files = [written(tmp_path, "nota.html", page), written(tmp_path, "kort.html", short)]

    report = curator(settings).add(files, Metadata())

    assert [change.language for change in report.changes] == ["nl", "fr"]


def test_update_says_what_changed_and_keeps_the_id(settings: Settings, tmp_path: Path) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())
    newer = written(tmp_path, "nieuw.md", NOTE + "\n## 2. Opvolging\n\nElk jaar een verslag.\n")

    report = curator(settings).update("nota-fietsdiefstal", newer, Metadata())

    [change] = report.changes
    assert [(d.difference.value, d.address) for d in change.differences] == [("added", "2")]
    assert opened(settings).search("elk jaar een verslag", top_k=1).hits[0].passage.section == "2"


def test_removal_leaves_no_trace(settings: Settings, tmp_path: Path) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())
    vectors = vectors_of_the_note(settings)
    assert all(vector in kept_in(settings.vectors_folder) for vector in vectors)

    curator(settings).remove(["nota-fietsdiefstal"])

    remains = kept_in(settings.corpus, settings.index, settings.vectors_folder)
    assert b"markeert" not in remains
    assert not any(vector in remains for vector in vectors)
    assert leftovers(settings) == []


def test_removed_shipped_document_can_be_restored(settings: Settings, tmp_path: Path) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())
    curator(settings).remove(["nvp-2026-2029"])
    without = ids(settings)

    curator(settings).restore(["nvp-2026-2029"])

    assert "nvp-2026-2029" not in without
    assert "nvp-2026-2029" in ids(settings)
    check(read_collection(settings.corpus), settings.index, EMBEDDER.identity)


def test_unknown_document_is_named_with_the_known_ones(settings: Settings) -> None:
    with pytest.raises(NotFoundError) as caught:
        curator(settings).remove(["nota"])

    assert "nvp-2026-2029" in caught.value.fix


def test_two_editions_live_side_by_side(settings: Settings, tmp_path: Path) -> None:
    file = written(tmp_path, "nota.md", NOTE)
    newer = written(tmp_path, "nota2.md", NOTE.replace("chip", "label"))

    curator(settings).add([file], Metadata(edition="2025"))
    curator(settings).add([newer], Metadata(edition="2026"))

    assert {"nota-fietsdiefstal-2025", "nota-fietsdiefstal-2026"} <= ids(settings)


def test_corpus_follows_a_folder(settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "teksten"
    written(folder, "nota.md", NOTE)
    gone = written(folder, "circ.md", OTHER)
    first = curator(settings).sync(folder)
    again = curator(settings).sync(folder)
    written(folder, "nota.md", NOTE.replace("chip", "label"))
    gone.unlink()

    last = curator(settings).sync(folder)

    assert sorted(c.action for c in first.changes) == [Action.ADD, Action.ADD]
    assert {c.action for c in again.changes} == {Action.UNCHANGED}
    assert sorted(c.action for c in last.changes) == [Action.REMOVE, Action.UPDATE]
    assert "circulaire" not in ids(settings)


def test_changed_side_car_is_taken_when_a_folder_is_followed(
    settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "teksten"
    written(folder, "nota.md", NOTE)
    curator(settings).sync(folder)
    written(folder, "nota.md.toml", 'status = "circular"\n')

    taken = curator(settings).sync(folder)
    again = curator(settings).sync(folder)

    [read] = [r for r in read_collection(settings.corpus) if r.document.id == "nota-fietsdiefstal"]
    assert [c.action for c in taken.changes] == [Action.UPDATE]
    assert [c.action for c in again.changes] == [Action.UNCHANGED]
    assert read.document.status == "circular"


def test_where_a_document_came_from_stays_when_only_what_is_said_changes(
    settings: Settings, tmp_path: Path
) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())

    curator(settings).update("nota-fietsdiefstal", None, Metadata(edition="2027"))

    [read] = [r for r in read_collection(settings.corpus) if r.document.id == "nota-fietsdiefstal"]
    assert read.document.edition == "2027"
    assert "nota.md" in read.document.provenance


def test_missing_file_is_refused_when_a_shipped_document_is_updated(
    settings: Settings, tmp_path: Path
) -> None:
    report = curator(settings).update("nvp-2026-2029", tmp_path / "none.pdf", Metadata())

    assert [r.file for r in report.refusals] == ["none.pdf"]
    assert report.changes == ()


def test_second_of_two_files_of_one_name_is_refused_when_added_together(
    settings: Settings, tmp_path: Path
) -> None:
    files = [written(tmp_path, "a.md", NOTE), written(tmp_path, "b.md", NOTE + "\nMeer.\n")]

    report = curator(settings).add(files, Metadata())

    assert [r.file for r in report.refusals] == ["b.md"]


def test_other_documents_are_read_once_however_many_files_are_added(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    curator(settings).add([written(tmp_path, "circ.md", OTHER)], Metadata())
    read: list[str] = []
    real = collection.read_folder
    monkeypatch.setattr(
        collection, "read_folder", lambda folder: (read.append(folder.name), real(folder))[1]
    )
    files = [written(tmp_path, f"{n}.md", f"# Nota {n}\n\nTekst {n}.\n") for n in range(5)]

    curator(settings).add(files, Metadata())

    assert len([name for name in read if name.startswith("circulaire@")]) == 1


def test_missing_folder_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no folder"):
        curator(settings).sync(tmp_path / "nowhere")


KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.curate import Curator
from assistant.settings import Settings
from corpus.metadata import Metadata
from index import SilentProgress
from index.stand_in import HashingEmbedder
import {module}

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

{module}.{name} = die
root = Path(sys.argv[1])
settings = Settings(corpus=root / "corpus", index=root / "index", vectors=root / "vectors")
curator = Curator(settings, HashingEmbedder, SilentProgress())
{change}
"""
ADD = 'curator.add([root / "nota.md"], Metadata())'
REMOVE = 'curator.remove(["nota-fietsdiefstal"])'


def kill(folder: Path, module: str, name: str, change: str) -> None:
    """Make a change in a process that is killed when it comes to a function."""
    script = KILLED.format(module=module, name=name, change=change)
    killed = subprocess.run(
        [sys.executable, "-c", script, str(folder)], env=os.environ, check=False
    )
    assert killed.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("corpus.store", "write_folder"),
        ("corpus.folder", "write_manifest"),
        ("index.build", "write_manifest"),
        ("corpus.store", "write_catalogue"),
        ("corpus.catalogue", "os.fsync"),
    ],
)
def test_old_corpus_stays_in_use_when_a_change_is_killed(
    settings: Settings, tmp_path: Path, module: str, name: str
) -> None:
    curator(settings).add([written(tmp_path, "circ.md", OTHER)], Metadata())
    written(tmp_path, "nota.md", NOTE)

    kill(tmp_path, module, name, ADD)

    assert "nota-fietsdiefstal" not in ids(settings)
    answer = opened(settings).answer(Question(text="collier bleu des chiens de patrouille"))
    assert answer.hits[0].passage.document == "circulaire"
    curator(settings).add([tmp_path / "nota.md"], Metadata())
    assert leftovers(settings) == []
    assert "nota-fietsdiefstal" in ids(settings)


@pytest.mark.parametrize(
    ("module", "name"), [("corpus.store", "sweep"), ("index.saved", "_point_to")]
)
def test_new_corpus_is_in_use_when_a_change_is_killed_once_the_catalogue_is_replaced(
    settings: Settings, tmp_path: Path, module: str, name: str
) -> None:
    curator(settings).add([written(tmp_path, "circ.md", OTHER)], Metadata())
    written(tmp_path, "nota.md", NOTE)

    kill(tmp_path, module, name, ADD)

    found = opened(settings).search("gestolen fiets met een chip", top_k=1).hits[0]
    assert found.passage.document == "nota-fietsdiefstal"
    curator(settings).remove(["circulaire"])
    assert leftovers(settings) == []
    assert len([f for f in settings.index.iterdir() if f.is_dir()]) == 1


def test_no_vectors_are_kept_when_a_removal_is_killed_once_the_catalogue_is_replaced(
    settings: Settings, tmp_path: Path
) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())
    vectors = vectors_of_the_note(settings)

    kill(tmp_path, "corpus.store", "sweep", REMOVE)

    assert "nota-fietsdiefstal" not in ids(settings)
    assert not any(vector in kept_in(settings.vectors_folder) for vector in vectors)


def test_no_vectors_are_kept_of_a_document_whose_adding_was_killed_and_given_up(
    settings: Settings, tmp_path: Path
) -> None:
    curator(settings).add([written(tmp_path, "nota.md", NOTE)], Metadata())
    vectors = vectors_of_the_note(settings)
    curator(settings).remove(["nota-fietsdiefstal"])
    kill(tmp_path, "corpus.store", "write_catalogue", ADD)
    assert all(vector in kept_in(settings.vectors_folder) for vector in vectors)

    curator(settings).add([written(tmp_path, "circ.md", OTHER)], Metadata())

    assert not any(vector in kept_in(settings.vectors_folder) for vector in vectors)
