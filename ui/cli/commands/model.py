"""`planwijzer model fetch`, `verify` and `list`."""

from pathlib import Path
from typing import Annotated

import typer

from ui.cli.options import AsJson, ModelName

model = typer.Typer(help="Get, check and list the embedding models.", no_args_is_help=True)


@model.command()
def fetch(
    name: ModelName = None,
    folder: Annotated[
        Path | None, typer.Option(help="Take the model from this folder and nowhere else.")
    ] = None,
    repair: Annotated[
        bool,
        typer.Option("--repair", help="Check every file first; get the model again if need be."),
    ] = False,
) -> None:
    """Get a model and check it; the one command that may use the network."""
    from assistant import Settings, fetch_model, list_models
    from ui.cli.progress import TerminalProgress

    settings = Settings.load()
    with TerminalProgress() as progress:
        ready = fetch_model(
            name or settings.model, settings, progress, folder=folder, repair=repair
        )
    info = next(i for i in list_models(settings) if i.name == (name or settings.model))
    print(f"The model is ready in {ready}\nIts licence: {info.licence}, {info.licence_url}")


@model.command()
def verify(name: ModelName = None) -> None:
    """Check the digest of every file of a model."""
    from assistant import Settings, verify_model
    from ui.cli.progress import TerminalProgress

    settings = Settings.load()
    with TerminalProgress() as progress:
        folder = verify_model(name or settings.model, settings, progress)
    print(f"Every file of the model in {folder} is as it should be.")


@model.command("list")
def list_(json: AsJson = False) -> None:
    """List the models that can be used, and which are here."""
    from assistant import Settings
    from ui.cli.console import print_json
    from ui.cli.models import models_reply, print_models

    settings = Settings.load()
    reply = models_reply(settings)
    if json:
        print_json(reply)
    else:
        print_models(reply)
