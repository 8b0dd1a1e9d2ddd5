"""The command line over the stand-in assistant."""

import sys
from collections.abc import Callable

import pytest

from tests.ui.standin_assistant import StandIn
from ui.cli.app import main


@pytest.fixture(scope="session")
def standin() -> StandIn:
    return StandIn()


@pytest.fixture
def command(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, str, str]]:
    """Run `planwijzer` with arguments; return exit code, standard output and standard error."""
    monkeypatch.setattr("ui.cli.opening.open_assistant", lambda _: standin)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["planwijzer", *arguments])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capfdbinary.readouterr()
        return int(stop.value.code or 0), out.decode(), err.decode()

    return run
