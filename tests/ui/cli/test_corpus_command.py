"""`planwijzer corpus`: the real corpus and store, a stand-in embedder."""

import json
from pathlib import Path

import pytest

import assistant.open
from index.stand_in import HashingEmbedder

NOTE = "Nota fietsdiefstal\n\nDe zone markeert elke gestolen fiets met een chip.\n"


@pytest.fixture(autouse=True)
def folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CORPUS", "INDEX", "VECTORS"):
        monkeypatch.setenv(f"PLANWIJZER_{name}", str(tmp_path / name.lower()))
    monkeypatch.setattr(assistant.open, "open_embedder", lambda _: HashingEmbedder())


@pytest.fixture
def note(tmp_path: Path) -> str:
    path = tmp_path / "nota.txt"
    path.write_text(NOTE, "utf-8")
    return str(path)


def test_document_is_listed_when_added(command, note):
    code, out, _ = command("corpus", "add", note, "--status", "circular", "--edition", "2026")
    _, listed, _ = command("corpus", "list", "--json")

    assert code == 0
    assert "add: nota-fietsdiefstal-2026" in out
    [added] = [d for d in json.loads(listed)["documents"] if d["edition"] == "2026"]
    assert (added["status"], added["language"]) == ("circular", "nl")


def test_bad_file_is_named_and_the_good_one_taken(command, note, tmp_path):
    (tmp_path / "leeg.txt").write_bytes(b"")

    code, out, err = command("corpus", "add", str(tmp_path / "leeg.txt"), note)

    assert code == 1
    assert "leeg.txt was not taken" in err
    assert "add: nota-fietsdiefstal" in out


def test_dry_run_says_what_would_be_done_and_does_nothing(command, note):
    _, out, _ = command("corpus", "add", note, "--dry-run")
    _, listed, _ = command("corpus", "list")

    assert "would add: nota-fietsdiefstal" in out
    assert "nota-fietsdiefstal" not in listed


def test_report_is_json_when_asked(command, note):
    _, out, _ = command("corpus", "add", note, "--json")

    report = json.loads(out)
    assert [c["action"] for c in report["changes"]] == ["add"]
    assert report["embedded"] > 0


def test_document_is_gone_when_removed(command, note):
    command("corpus", "add", note)

    code, out, _ = command("corpus", "remove", "nota-fietsdiefstal")

    assert code == 0
    assert "remove: nota-fietsdiefstal" in out
    assert "nota-fietsdiefstal" not in command("corpus", "list")[1]


def test_two_lines_when_the_document_is_unknown(command):
    code, _, err = command("corpus", "remove", "niets")

    assert code == 1
    assert "niets" in err
    assert "nvp-2026-2029" in err


def test_usage_error_when_the_status_is_unknown(command, note):
    code, _, err = command("corpus", "add", note, "--status", "poem")

    assert code == 2
    assert "binding plan" in err


def test_sections_are_shown(command):
    _, out, _ = command("corpus", "show", "nvp-2026-2029")

    assert "1.3 Mensenhandel en mensensmokkel" in out
    assert "2/1.3" in out


def test_cross_walk_is_shown_with_the_lines_it_rests_on(command):
    _, out, _ = command("corpus", "show", "--kiv", "--json")

    links = {link["theme"]: link for link in json.loads(out)["links"]}
    assert links["2"]["dimension"] == "digitale-veiligheid"
    assert links["2"]["source"]["quote"] == "KIV - Digitale veiligheid"
    assert links["1"]["dimension"] is None


def test_differences_between_editions_are_listed(command, note, tmp_path):
    newer = tmp_path / "nieuw.txt"
    newer.write_text(NOTE + "\nHoofdstuk 2: Opvolging\n\nElk jaar een verslag.\n", "utf-8")
    command("corpus", "add", note)
    command("corpus", "add", str(newer), "--id", "nieuw")

    _, out, err = command("corpus", "diff", "nota-fietsdiefstal", "nieuw")

    assert err == ""

    assert "added" in out
    assert "Opvolging" in out


def test_shipped_translations_pass_their_check(command):
    code, out, _ = command("corpus", "check", "nvp-2026-2029")

    assert code == 0
    assert "kept everything" in out


def test_folder_is_followed(command, tmp_path):
    folder = tmp_path / "teksten"
    folder.mkdir()
    (folder / "nota.txt").write_text(NOTE, "utf-8")

    _, first, _ = command("corpus", "sync", str(folder))
    (folder / "nota.txt").unlink()
    _, last, _ = command("corpus", "sync", str(folder))

    assert "add: nota-fietsdiefstal" in first
    assert "remove: nota-fietsdiefstal" in last


def test_folder_is_watched_on_when_a_file_in_it_is_bad(command, tmp_path, monkeypatch):
    folder = tmp_path / "teksten"
    folder.mkdir()
    (folder / "leeg.txt").write_bytes(b"")
    waits = []

    def wait(_):
        waits.append(1)
        (folder / f"{len(waits)}.txt").write_text(f"Nota {len(waits)}\n\nTekst.\n", "utf-8")
        if len(waits) > 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("ui.cli.commands.corpus.time.sleep", wait)

    _, out, err = command("corpus", "sync", str(folder), "--watch")

    assert "leeg.txt was not taken" in err
    assert "add: nota-1" in out


def test_translating_without_a_model_names_the_settings(command, note):
    command("corpus", "add", note)

    code, _, err = command("corpus", "enrich", "nota-fietsdiefstal", "--language", "fr")

    assert code == 1
    assert "PLANWIJZER_LLM_URL" in err


def test_official_translation_is_lined_up_with_its_original(command, note, tmp_path):
    french = tmp_path / "note.txt"
    french.write_text(
        "Note vols de vélos\n\nLa zone marque chaque vélo volé.\n\nEn plus.\n", "utf-8"
    )
    command("corpus", "add", note)
    command("corpus", "add", str(french), "--translation-of", "nota-fietsdiefstal")

    _, out, err = command("corpus", "align", "note-vols-de-velos")

    assert err == ""
    assert "3 places line up" in out
    assert "only in the translation:  top/p3" in out
