"""Documents and changes to them, as text and as JSON."""

from collections import Counter
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from assistant import (
    Changed,
    CurateReport,
    NotFoundError,
    ReadDocument,
    SectionKind,
    Settings,
    read_documents,
)
from ui.cli.console import progress_console, result_console
from ui.http.outline import document_reply as described
from ui.http.outline import read_document_reply
from ui.http.reading import DocumentsReply, ReadDocumentReply

_MAX_SHOWN = 100


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


def found(settings: Settings, document: str) -> ReadDocument:
    """Return a document of the corpus.

    Raises:
        NotFoundError: There is none of this id.
    """
    documents = {read.document.id: read for read in read_documents(settings)}
    if document not in documents:
        raise NotFoundError(
            f"There is no document {document!r}.", f"Use one of: {', '.join(documents)}."
        )
    return documents[document]


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


def print_documents(documents: Sequence[ReadDocument]) -> None:
    """Print the documents as a table."""
    table = Table("id", "language", "status", "passages", "versions", "title", box=None)
    for read in documents:
        document = read.document
        table.add_row(
            document.id,
            document.language,
            document.status.value,
            str(len(read.passages)),
            ", ".join(sorted({v.language for v in read.versions})) or "–",
            document.title,
        )
    result_console().print(table)


def print_document(read: ReadDocument) -> None:
    """Print what a document is and its section tree."""
    console, document = result_console(), read.document
    facts = {
        "id": document.id,
        "title": document.title,
        "edition": document.edition,
        "status": document.status.value,
        "language": document.language,
        "publishers": "; ".join(document.publishers),
        "dates": "; ".join(document.dates),
        "provenance": document.provenance,
        "translation of": document.translation_of,
        "sha256": document.sha256,
        "versions": ", ".join(
            f"{language} ({count} places)"
            for language, count in Counter(v.language for v in read.versions).items()
        ),
    }
    for name, value in facts.items():
        if value:
            console.print(Text(f"{name:>15}  {value}"))
    console.print(_tree(read))


def print_differences(differences: Sequence[Changed]) -> None:
    """Print the differences between two editions, one a line."""
    console = result_console()
    for d in differences:
        text = d.after or d.before
        console.print(Text(f"{d.difference.value:8} {d.what:8} {d.address}  {_short(text)}"))
    if not differences:
        console.print("No section or goal differs.")


def print_report(report: CurateReport, *, dry_run: bool) -> None:
    """Print what was done, or would be; refusals go to standard error."""
    console = result_console()
    for change in report.changes:
        action = f"would {change.action.value}" if dry_run else change.action.value
        console.print(
            Text(f"{action}: {change.document} – {change.title} ({change.passages} passages)")
        )
        if change.differences:
            counts = Counter(f"{d.what}s {d.difference.value}" for d in change.differences)
            console.print(Text("  " + ", ".join(f"{n} {name}" for name, n in counts.items())))
    if report.index:
        console.print(f"The index is ready ({report.index.embedded} units embedded).")
    errors = progress_console()
    errors.quiet = False
    for refusal in report.refusals:
        errors.print(Text(f"{refusal.file} was not taken: {refusal.message} {refusal.fix}"))


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


def _tree(read: ReadDocument) -> Tree:
    root = Tree(Text(read.document.title))
    branches: dict[str | None, Tree] = {None: root}
    for section in read.sections:
        if section.kind is SectionKind.DOCUMENT:
            branches[section.address] = root
            continue
        page = f"  p. {section.first_page}" if section.first_page else ""
        line = Text(f"{section.heading}{page}  ")
        line.append(section.address, style="dim")
        branches[section.address] = branches[section.parent].add(line)
    return root


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MAX_SHOWN else flat[:_MAX_SHOWN].rsplit(" ", 1)[0] + " …"
