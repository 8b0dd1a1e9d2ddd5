import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.asker import EvaluationError
from eval.cli import app
from eval.result import read, save
from tests.eval.made import answered, refused, result


def invoke(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(done.exception, EvaluationError):
        raise done.exception
    return done.exit_code, done.stdout


@pytest.fixture
def good(tmp_path: Path) -> Path:
    save(result(), tmp_path / "good.json")
    return tmp_path / "good.json"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    save(result(a1=refused(), u1=answered()), tmp_path / "bad.json")
    return tmp_path / "bad.json"


def test_result_comes_back_as_it_was(good: Path) -> None:
    assert read(good).records == result().records


@pytest.mark.parametrize("command", ["run", "new", "report", "compare", "gate"])
def test_every_command_has_help(command: str) -> None:
    code, out = invoke(command, "--help")

    assert code == 0
    assert "--help" in out


def test_report_is_made_again(good: Path) -> None:
    code, _ = invoke("report", good)

    assert code == 0
    assert (good.parent / "report.html").read_text("utf-8").startswith("<!doctype html>")


def test_comparison_is_json_for_programs(good: Path, bad: Path) -> None:
    code, out = invoke("compare", good, bad, "--json")

    found = {change["measure"]: change for change in json.loads(out)}
    assert code == 0
    assert found["answer correct"]["mean"] == -0.5


def test_comparison_is_a_table_for_people(good: Path, bad: Path) -> None:
    assert "answer correct" in invoke("compare", good, bad)[1]


def test_gate_fails_with_1_and_says_what_fell(good: Path, bad: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    invoke("gate", "--result", good, "--baseline", baseline, "--accept")

    assert invoke("gate", "--result", good, "--baseline", baseline)[0] == 0
    code, out = invoke("gate", "--result", bad, "--baseline", baseline)
    assert code == 1
    assert "dev, unanswerable refused: 100.0% → 0.0%" in out


def test_gate_is_json_for_programs(good: Path, bad: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    invoke("gate", "--result", good, "--baseline", baseline, "--accept")

    code, out = invoke("gate", "--result", bad, "--baseline", baseline, "--json")

    assert code == 1
    assert json.loads(out)["open"] is False


def test_missing_result_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="no result"):
        invoke("report", tmp_path / "nothing.json")


def test_damaged_result_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text("{}")

    with pytest.raises(EvaluationError, match="not a result of this version"):
        invoke("report", tmp_path / "r.json")
