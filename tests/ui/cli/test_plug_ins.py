import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from ui.cli.plug_ins import GROUP, add_commands

_COMMAND = '''
import typer

app = typer.Typer()


@app.callback(invoke_without_command=True)
def hello() -> None:
    """Say hello."""
    print("hello")
'''


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed distribution that adds one command, and one whose module is damaged."""
    (tmp_path / "added_command.py").write_text(_COMMAND)
    (tmp_path / "damaged_command.py").write_text("raise RuntimeError")
    information = tmp_path / "added-1.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: added\nVersion: 1\n")
    (information / "entry_points.txt").write_text(
        f"[{GROUP}]\nadded = added_command:app\ndamaged = damaged_command:app\n"
    )
    monkeypatch.syspath_prepend(tmp_path)


def made() -> typer.Typer:
    app = typer.Typer()

    @app.command()
    def own() -> None:
        print("own")

    @app.callback()
    def _all() -> None:
        """All commands."""

    return app


def test_added_command_runs_when_it_is_named() -> None:
    app = made()
    add_commands(app, ["added"])

    assert CliRunner().invoke(app, ["added"]).stdout == "hello\n"


def test_other_commands_do_not_pay_for_it() -> None:
    sys.modules.pop("added_command", None)
    app = made()
    add_commands(app, ["own", "added"])

    assert CliRunner().invoke(app, ["own"]).stdout == "own\n"
    assert "added_command" not in sys.modules


def test_list_of_commands_names_it(tmp_path: Path) -> None:
    (tmp_path / "damaged_command.py").write_text(_COMMAND)
    app = made()
    add_commands(app, ["--help"])

    out = CliRunner().invoke(app, ["--help"]).stdout
    assert "added" in out
    assert "Say hello." in out
