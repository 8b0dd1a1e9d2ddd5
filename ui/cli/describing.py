"""The options with which a command is told what a document is."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant import Metadata

_SAID = "said"


def describing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of `metadata_of` in place of its parameter `said`."""
    options = inspect.signature(metadata_of).parameters
    own = inspect.signature(command).parameters
    shown = [q for p in own.values() for q in (options.values() if p.name == _SAID else (p,))]

    @wraps(command)
    def told(**given: object) -> None:
        said = metadata_of(**{name: str(given.pop(name)) for name in options})
        command(**given, said=said)

    # Typer reads what a command takes from these two.
    told.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [parameter.replace(kind=parameter.KEYWORD_ONLY) for parameter in shown]
    )
    told.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
    return told


def metadata_of(
    title: Annotated[str, typer.Option(help="Title; else the file's own.")] = "",
    short_title: Annotated[str, typer.Option(help="Title as references abbreviate it.")] = "",
    edition: Annotated[str, typer.Option(help="Edition, as 2026-2029.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    status: Annotated[
        str,
        typer.Option(
            help="What it is: binding plan, framework note, zonal plan, circular, law, annex, "
            "report or other."
        ),
    ] = "",
    language: Annotated[str, typer.Option(help="nl, fr, de or en; else told from the text.")] = "",
    date: Annotated[str, typer.Option(help="Date, as 2026-02-27.")] = "",
    translation_of: Annotated[
        str, typer.Option(metavar="ID", help="Id of the document that it officially translates.")
    ] = "",
    groups: Annotated[
        str,
        typer.Option(
            help="Who alone may read it: names of groups, with commas between them; "
            "`everyone` lifts that again."
        ),
    ] = "",
) -> "Metadata":
    """Return what a person said of a document.

    Raises:
        typer.BadParameter: There is no such status.
    """
    from assistant import DocumentStatus, Metadata

    try:
        known = DocumentStatus(status) if status else None
    except ValueError as error:
        raise typer.BadParameter(f"--status is one of: {', '.join(DocumentStatus)}.") from error
    return Metadata(
        title=title,
        short_title=short_title,
        edition=edition,
        publisher=publisher,
        status=known,
        language=language,
        date=date,
        translation_of=translation_of,
        groups=_names(groups),
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := " ".join(part.split())))
