"""The Containerfile, as far as it can be held without a container engine."""

import re
import tomllib
from pathlib import Path

import pytest

from assistant import Settings, SettingsError
from ui.access.opening import check_access

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
JOINED = re.sub(r"\\\n", " ", TEXT)
STAGES = re.split(r"^FROM ", JOINED, flags=re.MULTILINE)[1:]


def test_every_package_of_the_project_is_copied() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", STAGES[0], re.MULTILINE)
    sources = {source for line in copied for source in line.split()}

    assert set(wheel["packages"]) <= sources
    assert {"pyproject.toml", project["project"]["readme"], "constraints.txt"} <= sources
    assert all((ROOT / source).exists() for source in sources)


def test_torch_comes_first_and_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    [pinned] = [name for name in project["dependencies"] if name.startswith("torch==")]
    installs = re.findall(r"pip install (.+)$", STAGES[0], re.MULTILINE)

    assert installs[0] == pinned
    assert len(installs) == 2


def test_nothing_runs_as_root_nor_is_fetched_in_the_image_that_serves() -> None:
    _, server, _, last = STAGES

    assert re.findall(r"^USER (\w+)$", server, re.MULTILINE) == ["10001"]
    assert last.startswith("server\n")
    assert "USER" not in last
    assert "RUN" not in last
    for stage in (server, last):
        assert not re.search(r"apt|curl|wget|model fetch|pip install", stage)


def test_server_in_a_container_does_not_start_without_an_access_rule() -> None:
    host = re.search(r"PLANWIJZER_HOST=(\S+)", TEXT)
    assert host is not None

    with pytest.raises(SettingsError):
        check_access(Settings(host=host.group(1)))
