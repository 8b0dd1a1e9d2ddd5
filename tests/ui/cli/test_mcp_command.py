"""`planwijzer mcp`, before there is anybody to answer."""

from collections.abc import Callable

import pytest


def test_an_unknown_setting_ends_it_with_what_mends_it(
    command: Callable[..., tuple[int, str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANWIJZER_NONSENSE", "1")

    code, out, err = command("mcp")

    assert (code, out) == (1, "")
    assert "PLANWIJZER_NONSENSE" in err
