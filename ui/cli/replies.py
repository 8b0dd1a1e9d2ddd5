"""Documents and changes to them, as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from assistant import Changed, CurateReport, ReadDocument
from ui.http.outline import document_reply as described
from ui.http.outline import read_document_reply
from ui.http.reading import DocumentsReply, ReadDocumentReply


class DifferenceReply(BaseModel):
    """A section or goal that differs between two editions."""

    model_config = ConfigDict(frozen=True)

    difference: str
    what: str
    address: str
    before: str
    after: str


class DifferencesReply(BaseModel):
    """All of them."""

    model_config = ConfigDict(frozen=True)

    differences: tuple[DifferenceReply, ...]


class ChangeReply(BaseModel):
    """What happened to one document."""

    model_config = ConfigDict(frozen=True)

    action: str
    id: str
    title: str
    language: str
    passages: int
    differences: tuple[DifferenceReply, ...]


class RefusalReply(BaseModel):
    """A file that was not taken."""

    model_config = ConfigDict(frozen=True)

    file: str
    message: str
    fix: str


class ReportReply(BaseModel):
    """What a command did to the corpus; `embedded` counts the units that were new."""

    model_config = ConfigDict(frozen=True)

    changes: tuple[ChangeReply, ...]
    refusals: tuple[RefusalReply, ...]
    embedded: int


def documents_reply(documents: Sequence[ReadDocument]) -> DocumentsReply:
    """Return the documents as the HTTP API lists them."""
    return DocumentsReply(documents=[described(read, "") for read in documents])


def document_reply(read: ReadDocument) -> ReadDocumentReply:
    """Return a document as the HTTP API describes it."""
    return read_document_reply(read, "")


def differences_reply(differences: Sequence[Changed]) -> DifferencesReply:
    """Return the differences between two editions."""
    return DifferencesReply(differences=_differences(differences))


def report_reply(report: CurateReport) -> ReportReply:
    """Return what a command did."""
    return ReportReply(
        changes=tuple(
            ChangeReply(
                action=change.action.value,
                id=change.document,
                title=change.title,
                language=change.language,
                passages=change.passages,
                differences=_differences(change.differences),
            )
            for change in report.changes
        ),
        refusals=tuple(
            RefusalReply(file=r.file, message=r.message, fix=r.fix) for r in report.refusals
        ),
        embedded=report.index.embedded if report.index else 0,
    )


def _differences(differences: Sequence[Changed]) -> tuple[DifferenceReply, ...]:
    return tuple(
        DifferenceReply(
            difference=d.difference.value,
            what=d.what,
            address=d.address,
            before=d.before,
            after=d.after,
        )
        for d in differences
    )
