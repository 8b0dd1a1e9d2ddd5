"""API keys: shown once, kept as digests, let in until they end."""

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant import NotFoundError
from ui.access import keys as keys_module
from ui.access.caller import Role
from ui.access.keys import Keys
from ui.access.refusal import RefusedError


def test_a_key_gives_its_role_and_groups_when_it_is_shown(keys: Keys) -> None:
    key, text = keys.create("search box", role=Role.EDITOR, groups=["csd"], days=1)

    caller = keys.caller(text)

    assert (caller.id, caller.role, caller.groups) == (f"key:{key.id}", Role.EDITOR, {"csd"})


def test_the_secret_is_nowhere_in_the_database(keys: Keys, tmp_path: Path) -> None:
    _, text = keys.create("search box", days=1)

    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert text.split("_", 2)[2].encode() not in kept
    assert b"search box" in kept


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text[:-1],
        lambda text: text + "x",
        lambda text: text.swapcase(),
        lambda text: text.rsplit("_", 1)[0],
        lambda _: "pw_",
        lambda _: "pw__",
        lambda _: "pw_'; DROP TABLE api_keys; --_x",
        lambda _: "pw_\x00_\ud800".encode("utf-8", "replace").decode(),
    ],
)
def test_nobody_is_let_in_when_a_key_is_not_whole(
    keys: Keys, changed: Callable[[str], str]
) -> None:
    _, text = keys.create("search box", days=1)

    with pytest.raises(RefusedError):
        keys.caller(changed(text))
    assert keys.caller(text)


def test_nobody_is_let_in_when_a_key_is_revoked(keys: Keys) -> None:
    key, text = keys.create("search box", days=1)

    keys.revoke(key.id)

    with pytest.raises(RefusedError, match="expired or was revoked"):
        keys.caller(text)


def test_nobody_is_let_in_when_a_key_has_expired(
    keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, text = keys.create("search box", days=1)

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
            return datetime.now(UTC) + timedelta(days=1, seconds=1)

    monkeypatch.setattr(keys_module, "datetime", Later)

    with pytest.raises(RefusedError, match="expired or was revoked"):
        keys.caller(text)


def test_revoking_says_so_when_there_is_no_such_key(keys: Keys) -> None:
    with pytest.raises(NotFoundError, match="no API key"):
        Keys(keys._engine).revoke("none")


def test_the_database_is_for_its_own_account_alone(keys: Keys, tmp_path: Path) -> None:
    keys.create("search box", days=1)

    assert (tmp_path / "p.db").stat().st_mode & 0o077 == 0


def test_the_command_line_makes_lists_and_revokes(
    command: Callable[..., tuple[int, str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PLANWIJZER_DATABASE", f"sqlite:///{tmp_path}/cli.db")

    code, made, told = command("keys", "create", "portal", "--role", "admin", "--groups", "a, b c")
    assert code == 0
    text = made.strip()
    assert text.startswith("pw_")
    assert "not shown again" in told
    key_id = text.split("_")[1]
    listed = json.loads(command("keys", "list", "--json")[1])["keys"]
    assert [(k["id"], k["role"], k["groups"], k["state"]) for k in listed] == [
        (key_id, "admin", ["a", "b c"], "valid")
    ]
    assert text.split("_", 2)[2] not in command("keys", "list")[1]
    assert command("keys", "revoke", key_id)[0] == 0
    assert "revoked" in command("keys", "list")[1]
    assert command("keys", "revoke", "none")[0] == 1
    with sqlite3.connect(tmp_path / "cli.db") as database:
        assert database.execute("SELECT count(*) FROM api_keys").fetchone() == (1,)
    database.close()
