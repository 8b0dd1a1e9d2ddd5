"""The systemd unit: without a fault, and with hardly any rights."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parents[2] / "deploy" / "planwijzer@.service"
PROGRAM = "/opt/planwijzer/.venv/bin/planwijzer"
MOST_EXPOSED = 15
"""In tenths, of 100; what is left is the network and the memory that the model compiles into."""

needs_systemd = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None, reason="There is no systemd-analyze here."
)


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """One replica's unit, whose program is there."""
    text = UNIT.read_text("utf-8")
    assert f"ExecStart={PROGRAM} serve" in text
    there = shutil.which("true")
    path = tmp_path / "planwijzer@8321.service"
    path.write_text(text.replace(PROGRAM, str(there)), "utf-8")
    return path


@needs_systemd
def test_systemd_finds_no_fault(instance: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", str(instance)], capture_output=True, text=True
    )

    ours = [line for line in done.stderr.splitlines() if "planwijzer" in line]
    assert ours == []
    assert done.returncode == 0


@needs_systemd
def test_systemd_finds_little_exposed(instance: Path) -> None:
    command = ["systemd-analyze", "security", "--offline=yes", "--no-pager"]
    command += [f"--threshold={MOST_EXPOSED}", str(instance)]

    done = subprocess.run(command, capture_output=True, text=True)

    if "Unknown command verb" in done.stderr or "unrecognized option" in done.stderr:
        pytest.skip("This systemd-analyze does not judge units that are not installed.")
    assert done.returncode == 0, done.stdout


def test_service_may_change_its_database_alone() -> None:
    unit = configparser.RawConfigParser(strict=False, delimiters=("=",))
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(UNIT, "utf-8")
    service = unit["Service"]

    assert service["ProtectSystem"] == "strict"
    assert service["NoNewPrivileges"] == service["PrivateTmp"] == service["ProtectHome"] == "yes"
    assert service["StateDirectory"] == "planwijzer"
    assert service["CapabilityBoundingSet"] == ""
    assert service["User"] not in ("", "root")
    read_only = set(re.findall(r"-(\S+)", service["ReadOnlyPaths"]))
    kept = re.findall(r"^Environment=PLANWIJZER_\w+=(.+)$", UNIT.read_text("utf-8"), re.MULTILINE)
    assert read_only == set(kept)
