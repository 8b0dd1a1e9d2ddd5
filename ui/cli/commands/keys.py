"""`planwijzer keys`: who may call a server whose access rule names keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from ui.access.keys import Keys

MAX_DAYS = 3650
_DAYS = 365

keys = typer.Typer(help="API keys: make, list and revoke them.", no_args_is_help=True)

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@keys.command()
def create(
    name: Annotated[str, typer.Argument(help="What the key is for, as intranet-search.")],
    role: Annotated[
        Literal["reader", "editor", "admin"],
        typer.Option(help="What it lets do: ask and read, change the corpus too, all of it."),
    ] = "reader",
    groups: Annotated[
        str, typer.Option(help="Groups whose documents it lets read, with commas between them.")
    ] = "",
    rate: Annotated[
        str, typer.Option(help="A limit of its own, as 600/minute; else that of the settings.")
    ] = "",
    days: Annotated[
        int, typer.Option(min=1, max=MAX_DAYS, help="How many days it lets in.")
    ] = _DAYS,
) -> None:
    """Make a key and print it: this once, for only its digest is kept."""
    from ui.access.caller import Role
    from ui.limits.rates import rate_of

    rate_of(rate)
    names = tuple(part.strip() for part in groups.split(",") if part.strip())
    with _opened() as keys:
        key, text = keys.create(name, role=Role(role), groups=names, rate=rate, days=days)
    print(text)
    typer.echo(
        f"Key {key.id} for {name}: {role} until {key.expires:%Y-%m-%d}. It is not shown again.",
        err=True,
    )


@keys.command("list")
def list_(json: AsJson = False) -> None:
    """List the keys, the newest first; what is secret of them is kept nowhere."""
    from ui.cli.console import print_json
    from ui.cli.keys import KeysReply, print_keys, reply_of

    with _opened() as keys:
        found = keys.all()
    if json:
        print_json(KeysReply(keys=[reply_of(key, _now()) for key in found]))
    else:
        print_keys(found, _now())


@keys.command()
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="As `list` shows it.")],
) -> None:
    """Let a key in no more, from now on."""
    with _opened() as keys:
        key = keys.revoke(key_id)
    print(f"Key {key.id} for {key.name} is revoked.")


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _opened() -> "Iterator[Keys]":
    from assistant import Settings
    from ui.access.keys import Keys
    from ui.database.engine import database

    with database(Settings.load()) as engine:
        yield Keys(engine)
