"""Whatever `deploy/` sets is a setting, and the service and its command set the same."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from assistant import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = sorted(path for path in DEPLOY.iterdir() if path.suffix != ".json")
FOLDERS = {"PLANWIJZER_CACHE", "PLANWIJZER_CORPUS", "PLANWIJZER_INDEX"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_variable_is_a_setting(file: Path) -> None:
    named = set(re.findall(r"PLANWIJZER_([A-Z_]*[A-Z])", file.read_text("utf-8")))

    assert named
    assert {name.lower() for name in named} <= set(Settings.model_fields)


def test_example_of_the_settings_can_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    for line in (DEPLOY / "planwijzer.env").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            monkeypatch.setenv(*line.split("=", 1))

    settings = Settings.load()

    assert settings.access == ("keys",)
    assert settings.proxy_addresses == ("127.0.0.1",)


def test_command_runs_with_the_folders_and_settings_of_the_service(tmp_path: Path) -> None:
    settings = tmp_path / "planwijzer.env"
    settings.write_text("# a comment\nPLANWIJZER_DATABASE=x://u:$(id)&'\"@h/d\nPATH=/nowhere")
    (tmp_path / "runuser").write_text('#!/bin/sh\nshift 3\nprintf "%s\\n" "$@"; env\n')
    (tmp_path / "runuser").chmod(0o755)
    script = (DEPLOY / "planwijzer").read_text("utf-8")
    assert "/etc/planwijzer/planwijzer.env" in script
    script = script.replace("/etc/planwijzer/planwijzer.env", shlex.quote(str(settings)))
    path = f"{tmp_path}:{os.environ['PATH']}"

    done = subprocess.run(
        ["sh", "-c", script, "planwijzer", "keys", "create", "a b"],
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )

    lines = done.stdout.splitlines()
    unit = (DEPLOY / "planwijzer@.service").read_text("utf-8").replace("%S", "/var/lib")
    for_service = dict(re.findall(r"^Environment=(\w+)=(.+)$", unit, re.MULTILINE))
    for_command = dict(line.split("=", 1) for line in lines if "=" in line)
    assert lines[1:4] == ["keys", "create", "a b"]
    assert for_service.keys() > FOLDERS
    assert for_command | for_service == for_command
    assert for_command["PLANWIJZER_DATABASE"] == "x://u:$(id)&'\"@h/d"
    assert for_command["PATH"] == path
