"""What changes to the corpus do: one value per document, and what was refused."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.translate import Translated
from corpus.diff import Changed
from index.build import BuildReport


class Action(StrEnum):
    """What is done with a document."""

    ADD = "add"
    UPDATE = "update"
    REMOVE = "remove"
    RESTORE = "restore"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happens to one document; `differences` are those of an update."""

    action: Action
    document: str
    title: str
    language: str
    passages: int
    differences: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file that was not taken, and what mends it."""

    file: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurateReport:
    """What was done, or would be; `index` is None where the index did not have to change."""

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    index: BuildReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrichReport:
    """What a language model translated; `refused` are the places whose translation lost something
    and is therefore not used."""

    refused: tuple[Translated, ...]
    index: BuildReport | None
