"""Commands that other packages of an installation add, found by their entry points.

A package that `ui` may not import declares a Typer application in the group
`planwijzer.commands`. It is imported only when its command, or the list of all commands, is asked
for, so that no other command pays for it or breaks with it.
"""

from collections.abc import Sequence
from importlib.metadata import entry_points

import typer

GROUP = "planwijzer.commands"


def add_commands(app: typer.Typer, arguments: Sequence[str]) -> None:
    """Add the command that the arguments name, or all of them where they name none."""
    named = next((argument for argument in arguments if not argument.startswith("-")), None)
    for entry in entry_points(group=GROUP):
        if named in (None, entry.name):
            app.add_typer(entry.load(), name=entry.name)
