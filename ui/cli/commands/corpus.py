"""`planwijzer corpus`: what changes the documents."""

import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.commands.corpus_app import Id, corpus
from ui.cli.describing import describing
from ui.cli.options import AsJson

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant import CurateReport, Curator, Metadata


_SECONDS = 2.0

Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Ids of the documents.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; change nothing.")]
NewId = Annotated[str, typer.Option("--id", help="Id; else made of title and edition.")]


@corpus.command()
@describing
def add(
    files: Annotated[list[Path], typer.Argument(help="PDF, DOCX, HTML, Markdown or text.")],
    said: "Metadata",
    new_id: NewId = "",
    dry_run: DryRun = False,
    json: AsJson = False,
) -> None:
    """Add documents. What is not said here is read from FILE.toml beside a file, or from the
    file itself."""
    if len(files) > 1 and (said.title or new_id):
        raise typer.BadParameter("--title and --id are for one file at a time.")
    said = replace(said, id=new_id)
    _run(lambda curator: curator.add(files, said), dry_run=dry_run, json=json)


@corpus.command()
@describing
def update(
    document: Id,
    said: "Metadata",
    file: Annotated[
        Path | None, typer.Argument(help="The new file; without one only what is said changes.")
    ] = None,
    dry_run: DryRun = False,
    json: AsJson = False,
) -> None:
    """Replace a document's file, or what is said of it; its id and its links stay."""
    _run(lambda curator: curator.update(document, file, said), dry_run=dry_run, json=json)


@corpus.command()
def remove(documents: Ids, dry_run: DryRun = False, json: AsJson = False) -> None:
    """Remove documents and everything that was made of them."""
    _run(lambda curator: curator.remove(documents), dry_run=dry_run, json=json)


@corpus.command()
def restore(documents: Ids, dry_run: DryRun = False, json: AsJson = False) -> None:
    """Bring back shipped documents that were removed."""
    _run(lambda curator: curator.restore(documents), dry_run=dry_run, json=json)


@corpus.command()
def sync(
    folder: Annotated[Path, typer.Argument(help="The folder whose files are the documents.")],
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on until stopped; changes are taken as they come.")
    ] = False,
    dry_run: DryRun = False,
    json: AsJson = False,
) -> None:
    """Add what is new in a folder, update what changed, remove what is gone from it."""
    from ui.cli.watching import fingerprint

    def synced(curator: "Curator") -> "CurateReport":
        return curator.sync(folder)

    if not watch:
        _run(synced, dry_run=dry_run, json=json)
    while watch:
        before = fingerprint(folder)
        _done(synced, dry_run=dry_run, json=json)
        while fingerprint(folder) == before:
            time.sleep(_SECONDS)


@corpus.command()
def enrich(
    document: Id,
    language: Annotated[str, typer.Option(help="fr, de, en or nl: what to translate to.")],
) -> None:
    """Translate an added document with the configured language model, each place checked."""
    from assistant import LANGUAGES, Settings, open_curator, open_llm
    from ui.cli.progress import TerminalProgress

    if language not in LANGUAGES:
        raise typer.BadParameter(f"--language is one of: {', '.join(LANGUAGES)}.")
    settings = Settings.load()
    llm = open_llm(settings)
    with TerminalProgress() as progress:
        report = open_curator(settings, progress).enrich(document, language, llm)
    for place in report.refused:
        print(f"{place.address} is left untranslated: {'; '.join(place.lost)}")
    print(f"The working translations to {language} are in use; {len(report.refused)} left out.")


def _run(change: "Callable[[Curator], CurateReport]", *, dry_run: bool, json: bool) -> None:
    """Let a change happen, print what it did, and exit with 1 where a file was refused."""
    if _done(change, dry_run=dry_run, json=json).refusals:
        sys.exit(1)


def _done(
    change: "Callable[[Curator], CurateReport]", *, dry_run: bool, json: bool
) -> "CurateReport":
    """Let a change happen, print what it did, and return it."""
    from assistant import Settings, open_curator
    from ui.cli.asking import ask_for_missing
    from ui.cli.console import print_json
    from ui.cli.documents import print_report
    from ui.cli.progress import TerminalProgress
    from ui.cli.replies import report_reply

    settings = Settings.load()
    with TerminalProgress() as progress:
        curator = open_curator(settings, progress, ask_for_missing, dry_run=dry_run)
        report = change(curator)
    if json:
        print_json(report_reply(report))
    else:
        print_report(report, dry_run=dry_run)
    return report
