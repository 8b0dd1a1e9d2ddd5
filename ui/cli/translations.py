"""How translations stand to their originals, as lines and as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from rich.text import Text

from assistant import Alignment, Infidelity, ReadDocument
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


class AlignmentReply(BaseModel):
    """How an official translation lines up with its original, by address."""

    model_config = ConfigDict(frozen=True)

    pairs: dict[str, str]
    only_original: tuple[str, ...]
    only_translation: tuple[str, ...]


def infidelities_reply(lost: Sequence[Infidelity]) -> InfidelitiesReply:
    """Return what was lost."""
    return InfidelitiesReply(
        infidelities=tuple(
            InfidelityReply(address=i.address, language=i.language, what=i.what, detail=i.detail)
            for i in lost
        )
    )


def alignment_reply(alignment: Alignment) -> AlignmentReply:
    """Return how two documents line up."""
    return AlignmentReply(
        pairs=dict(alignment.pairs),
        only_original=alignment.only_original,
        only_translation=alignment.only_translation,
    )


def print_alignment(alignment: Alignment) -> None:
    """Print how many places line up, and those that do not."""
    console = result_console()
    console.print(f"{len(alignment.pairs)} places line up.")
    for address in alignment.only_original:
        console.print(Text(f"only in the original:     {address}"))
    for address in alignment.only_translation:
        console.print(Text(f"only in the translation:  {address}"))


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
