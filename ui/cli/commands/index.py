"""`planwijzer index build` and `planwijzer index verify`."""

import typer

index = typer.Typer(help="Make the search index, or check it.", no_args_is_help=True)


@index.command()
def build() -> None:
    """Make the index of the texts and put it in use."""
    from assistant import Settings, build_index
    from ui.cli.progress import TerminalProgress

    settings = Settings.load()
    with TerminalProgress() as progress:
        report = build_index(settings, progress)
    print(
        f"The index is ready: {report.passages} passages, {report.units} units "
        f"({report.embedded} embedded, {report.reused} reused) in {report.seconds:.0f} s."
    )
    print(report.folder)


@index.command()
def verify() -> None:
    """Check that the index is whole and made from the texts and the model in use."""
    from assistant import Settings, verify_index

    verify_index(Settings.load())
    print("The index is whole and up to date.")
