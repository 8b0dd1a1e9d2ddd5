"""What translations lost, as lines and as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from rich.text import Text

from assistant import Infidelity, ReadDocument
from ui.cli.console import result_console


class InfidelityReply(BaseModel):
    """Something that a translation lost, or has too much of."""

    model_config = ConfigDict(frozen=True)

    address: str
    language: str
    what: str
    detail: str


class InfidelitiesReply(BaseModel):
    """All of them."""

    model_config = ConfigDict(frozen=True)

    infidelities: tuple[InfidelityReply, ...]


def infidelities_reply(lost: Sequence[Infidelity]) -> InfidelitiesReply:
    """Return what was lost."""
    return InfidelitiesReply(
        infidelities=tuple(
            InfidelityReply(address=i.address, language=i.language, what=i.what, detail=i.detail)
            for i in lost
        )
    )


def print_infidelities(
    read: ReadDocument, languages: Sequence[str], lost: Sequence[Infidelity]
) -> None:
    """Print what was lost, one a line, or that nothing was."""
    console = result_console()
    for i in lost:
        console.print(Text(f"{i.language}  {i.what:12} {i.address}  {i.detail}"))
    if not languages:
        console.print(f"{read.document.id} has no translations.")
    elif not lost:
        console.print(f"The translations of {read.document.id} kept everything that is checked.")
