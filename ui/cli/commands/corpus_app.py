"""What the commands of `planwijzer corpus` share."""

from typing import Annotated

import typer

corpus = typer.Typer(
    help="The documents that are answered from: add, list, update, remove, compare.",
    no_args_is_help=True,
)

Id = Annotated[str, typer.Argument(metavar="ID", help="Id of the document, as `list` shows it.")]
