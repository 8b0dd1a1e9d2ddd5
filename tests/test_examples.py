"""Each example of the guide for integrators, run as its reader would run it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from assistant import Settings
from tests.ui.serving import serving
from tests.ui.standin_assistant import StandIn
from ui.access.keys import Keys
from ui.database.engine import database
from ui.http.app import create_app

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs" / "examples"
MOST_LINES = 30
PROGRAMS = {
    "ask.py": [sys.executable],
    "ask.mjs": ["node"],
    "ask.sh": ["sh"],
    "ask.ps1": ["pwsh", "-NoProfile", "-File"],
}
NEEDED = {"ask.mjs": ["node"], "ask.sh": ["curl", "jq"], "ask.ps1": ["pwsh"]}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    url = f"sqlite:///{tmp_path_factory.mktemp('examples')}/p.db"
    with database(Settings(database=url)) as engine:
        yield engine


@pytest.fixture(scope="module")
def base(engine: Engine) -> Iterator[str]:
    """The address of a server that asks for a key."""
    standin, settings = StandIn(), Settings(access=("keys",))
    app = create_app(lambda: standin, settings, database=engine)  # type: ignore[arg-type,return-value]
    with serving(app) as url:
        yield url


@pytest.fixture(scope="module")
def key(engine: Engine) -> str:
    return Keys(engine).create("examples", days=1)[1]


def ran(name: str, question: str, base: str, key: str) -> "subprocess.CompletedProcess[str]":
    missing = [program for program in NEEDED.get(name, []) if shutil.which(program) is None]
    if missing:
        pytest.skip(f"This machine has no {' and no '.join(missing)} to run {name} with.")
    return subprocess.run(
        [*PROGRAMS[name], str(EXAMPLES / name), question],
        env={**os.environ, "PLAN_SERVER": base, "PLAN_KEY": key},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_prints_a_cited_answer(name: str, base: str, key: str) -> None:
    done = ran(name, 'Wat staat er in "het plan"?\nEn waar?', base, key)

    assert done.returncode == 0, done.stderr
    assert "[1]\n" in done.stdout
    assert f": {base}/plan/nvp-2026-2029?from=" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_prints_the_nearest_places_of_a_refusal(name: str, base: str, key: str) -> None:
    done = ran(name, "Will the weather hold?", base, key)

    assert done.returncode == 0, done.stderr
    places = [line for line in done.stdout.splitlines() if line.startswith("- ")]
    assert len(places) == 3


@pytest.mark.parametrize("name", PROGRAMS)
def test_it_says_why_it_is_not_let_in(name: str, base: str) -> None:
    done = ran(name, "Wat staat er in het plan?", base, "pw_x_y")

    assert done.returncode == 1
    assert "The API key is not valid." in done.stderr


def test_each_is_short_and_the_guide_names_it() -> None:
    guide = (ROOT / "docs" / "integrate.md").read_text("utf-8")
    names = {path.name for path in EXAMPLES.iterdir()}

    assert set(PROGRAMS) <= names
    assert [name for name in names if f"(examples/{name})" not in guide] == []
    long = [n for n in PROGRAMS if len((EXAMPLES / n).read_text("utf-8").splitlines()) > MOST_LINES]
    assert long == []


def test_the_page_of_the_guide_is_the_one_that_is_tried() -> None:
    guide = (ROOT / "docs" / "integrate.md").read_text("utf-8")

    assert (EXAMPLES / "intranet.html").read_text("utf-8") in guide
