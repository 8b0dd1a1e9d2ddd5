"""`planwijzer serve`."""

from typing import Annotated

import typer


def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; that of the settings if left out.")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="Port; that of the settings if left out."),
    ] = None,
) -> None:
    """Serve chat, API and reader until stopped."""
    from assistant import Settings
    from ui.cli.server import run

    settings = Settings.load()
    chosen = {"host": host or settings.host, "port": port or settings.port}
    run(settings.model_copy(update=chosen))
