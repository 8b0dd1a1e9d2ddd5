import json
from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval import measuring
from eval.cli import app
from eval.outcome import Reply
from eval.result import read
from eval.starter import write_starter
from tests.eval.made import SYSTEM, answered, retrieved


class Constant:
    """Gives every question the same answer."""

    def ask(self, *_: object) -> Reply:
        return answered()

    def search(self, _: str) -> Reply:
        return Reply(hits=(retrieved("nothing"),))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(measuring, "_opened", lambda *_: nullcontext((Constant(), SYSTEM)))
    write_starter(tmp_path / "own")
    return ["--questions", str(tmp_path / "own"), "--output", str(tmp_path / "out")]


def test_run_leaves_result_report_and_outcomes(run: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(app, run)

    assert done.exit_code == 0
    assert "answer correct" in done.stdout
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "outcomes.jsonl",
        "report.html",
        "result.json",
    ]


def test_run_keeps_the_result_before_it(run: list[str], tmp_path: Path) -> None:
    CliRunner().invoke(app, ["run", *run])
    first = read(tmp_path / "out" / "result.json")

    CliRunner().invoke(app, ["run", *run])

    assert read(tmp_path / "out" / "previous.json") == first


def test_figures_are_json_for_programs(run: list[str]) -> None:
    done = CliRunner().invoke(app, [*run, "--json"])

    figures = json.loads(done.stdout)
    assert figures["sets"] == ["own"]
    assert {"set", "measure", "by", "group", "n", "value", "low", "high"} == figures["values"][
        0
    ].keys()


def test_figures_are_markdown_for_documentation(run: list[str], tmp_path: Path) -> None:
    CliRunner().invoke(app, run)

    done = CliRunner().invoke(app, ["report", str(tmp_path / "out" / "result.json"), "--markdown"])

    assert done.stdout.startswith("| measure | own |\n|---|---|\n| hit@1 |")
