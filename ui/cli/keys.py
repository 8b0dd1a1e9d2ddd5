"""API keys, as text and as JSON."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict
from rich.table import Table

from ui.access.keys import Key
from ui.cli.console import result_console


class KeyReply(BaseModel):
    """A key without its secret."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    role: str
    groups: tuple[str, ...]
    state: str
    created: datetime
    expires: datetime


class KeysReply(BaseModel):
    """All of them."""

    model_config = ConfigDict(frozen=True)

    keys: list[KeyReply]


def reply_of(key: Key, now: datetime) -> KeyReply:
    """Return what is shown of a key at a time."""
    return KeyReply(
        id=key.id,
        name=key.name,
        role=key.role.value,
        groups=key.groups,
        state="valid" if key.is_valid(now) else "revoked" if key.revoked else "expired",
        created=key.created,
        expires=key.expires,
    )


def print_keys(keys: Sequence[Key], now: datetime) -> None:
    """Print keys as a table."""
    table = Table("id", "name", "role", "groups", "state", "expires", box=None)
    for key in keys:
        shown = reply_of(key, now)
        groups = ", ".join(key.groups) or "–"
        table.add_row(key.id, key.name, shown.role, groups, shown.state, f"{key.expires:%Y-%m-%d}")
    result_console().print(table)
