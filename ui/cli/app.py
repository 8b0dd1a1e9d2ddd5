"""`planwijzer`: one command per module; heavy parts are imported when a command runs."""

import os
import sys
from typing import Annotated

import typer

from ui.cli.commands import corpus as _corpus_changes  # noqa: F401 - registers its commands
from ui.cli.commands import corpus_reading as _corpus_reading  # noqa: F401 - registers its commands
from ui.cli.commands.answer import answer
from ui.cli.commands.ask import ask
from ui.cli.commands.corpus_app import corpus
from ui.cli.commands.index import index
from ui.cli.commands.keys import keys
from ui.cli.commands.llm import llm
from ui.cli.commands.mcp import mcp
from ui.cli.commands.model import model
from ui.cli.commands.openapi import openapi
from ui.cli.commands.search import search
from ui.cli.commands.serve import serve
from ui.cli.commands.settings import settings
from ui.cli.commands.verify import verify
from ui.cli.failures import report
from ui.cli.plug_ins import add_commands

app = typer.Typer(
    name="planwijzer",
    help="Answers about Belgium's National Security Plan, with citations. Works offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (ask, mcp, openapi, search, serve, settings, verify):
    app.command()(command)
app.add_typer(corpus, name="corpus")
app.add_typer(index, name="index")
app.add_typer(model, name="model")
app.add_typer(keys, name="keys")
app.add_typer(llm, name="llm")
app.add_typer(answer, name="answer")


def _version(wanted: bool) -> None:
    if wanted:
        from ui.http.version import running_version

        print(f"planwijzer {running_version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options before the command."""


def main() -> None:
    """Run the command line; a failure is two lines on standard error and exit code 1."""
    _survive_any_encoding()
    try:
        try:
            add_commands(app, sys.argv[1:])
            app()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader left (head, less): nobody is there to be told, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        sys.exit(report(error))


def _survive_any_encoding() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
