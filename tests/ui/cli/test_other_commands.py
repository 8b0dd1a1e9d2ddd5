"""Index, model, settings and version."""

import json
from pathlib import Path

import pytest

import assistant
from assistant import BuildReport, ModelInfo, SearchIndexError, Settings


@pytest.fixture
def late(monkeypatch):
    """Replace a name that the assistant imports late."""

    def put(name, value):
        monkeypatch.setitem(vars(assistant), name, value)

    return put


def test_report_is_printed_when_the_index_is_built(command, late):
    def build_index(settings, progress):
        progress.start("embedding", 5, "units")
        progress.advance(5)
        assert isinstance(settings, Settings)
        return BuildReport(
            passages=3, units=5, embedded=4, reused=1, seconds=2.4, folder=Path("index")
        )

    late("build_index", build_index)
    code, out, err = command("index", "build")

    assert code == 0
    assert "3 passages, 5 units (4 embedded, 1 reused) in 2 s" in out
    assert err == "embedding (5 units)\n"


def test_message_and_fix_are_printed_when_the_index_is_not_there(command, late):
    def verify_index(_):
        raise SearchIndexError("There is no index.", "Run: planwijzer index build")

    late("verify_index", verify_index)
    code, out, err = command("index", "verify")

    assert (code, out) == (1, "")
    assert err == "There is no index.\nRun: planwijzer index build\n"


def test_default_model_is_taken_when_none_is_named(command, late):
    def verify_model(name, *_):
        return Path(name)

    late("verify_model", verify_model)
    code, out, _ = command("model", "verify")

    assert code == 0
    assert "embeddinggemma-300m" in out


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_models_are_listed_when_asked(command, monkeypatch, options):
    info = ModelInfo(
        name="m",
        title="Model M",
        licence="MIT",
        licence_url="https://m.example",
        installed=False,
        folder=None,
        default=True,
    )
    monkeypatch.setattr("ui.cli.models.list_models", lambda _: (info,))
    code, out, _ = command("model", "list", *options)

    assert code == 0
    assert "Model M" in out
    if options:
        assert json.loads(out)["models"][0]["name"] == "m"


def test_every_setting_is_described_when_printed(command):
    code, out, _ = command("settings")

    assert code == 0
    for name, field in Settings.model_fields.items():
        assert f"| `PLANWIJZER_{name.upper()}` |" in out
        assert str(field.description) in out
    assert str(Path.home()) not in out


def test_version_is_printed_when_asked(command):
    code, out, _ = command("--version")

    assert code == 0
    assert out.startswith("planwijzer ")


def test_two_lines_are_printed_when_a_setting_is_unknown(command, monkeypatch):
    monkeypatch.setenv("PLANWIJZER_NOPE", "1")
    code, _, err = command("index", "verify")

    assert code == 1
    assert len(err.splitlines()) == 2
    assert "PLANWIJZER_NOPE" in err
