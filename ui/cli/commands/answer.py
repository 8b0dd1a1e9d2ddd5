"""`planwijzer answer`: the log of answers."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from assistant import Settings
    from ui.answer_log.log import AnswerLog

answer = typer.Typer(help="The log of answers: show, replay, export, purge.", no_args_is_help=True)

Id = Annotated[str, typer.Argument(metavar="ID", help="The id that came with the answer.")]
Day = Annotated[str, typer.Option(metavar="DATE", help="As 2026-11-27; UTC.")]


@answer.command()
def show(answer_id: Id) -> None:
    """Show what the log keeps of an answer, as JSON, with what was thought of it."""
    from ui.cli.answers import entry_reply
    from ui.cli.console import print_json

    with _opened() as (_, log):
        print_json(entry_reply(log.entry(answer_id), log.feedback(answer_id)))


@answer.command()
def replay(
    answer_id: Id,
    question: Annotated[
        str, typer.Option(help="The question, word for word, where the log does not keep it.")
    ] = "",
) -> None:
    """Ask again and say whether the answer is the same; the exit code is 1 where it is not."""
    from assistant import open_assistant
    from ui.answer_log.index_digest import index_digest
    from ui.answer_log.replay import replay as ask_again
    from ui.cli.answers import is_as_expected, print_replay

    with _opened() as (settings, log):
        entry = log.entry(answer_id)
    assistant = open_assistant(settings)
    digest = index_digest(assistant, settings.model)
    again = ask_again(entry, assistant, digest, question)
    print_replay(again)
    if not is_as_expected(again):
        sys.exit(1)


@answer.command()
def export(
    since: Day = "2000-01-01",
    until: Day = "2999-12-31",
    form: Annotated[
        Literal["jsonl", "csv"], typer.Option("--format", help="One JSON object a line, or CSV.")
    ] = "jsonl",
) -> None:
    """Print the log from one day up to another, the oldest first, for an audit."""
    from ui.cli.answers import print_export

    with _opened() as (_, log):
        print_export(log.entries(_day(since), _day(until)), log.feedback, form)


@answer.command()
def purge() -> None:
    """Delete what is older than PLANWIJZER_LOG_DAYS; a running server does so every hour."""
    with _opened() as (_, log):
        print(f"{log.purge(datetime.now(UTC))} answers were deleted.")


@contextmanager
def _opened() -> "Iterator[tuple[Settings, AnswerLog]]":
    from assistant import Settings
    from ui.answer_log.log import AnswerLog
    from ui.database.engine import database

    settings = Settings.load()
    with database(settings) as engine:
        yield settings, AnswerLog(engine, settings)


def _day(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2026-11-27.") from error
