"""Documents and changes to them, as text."""

from collections import Counter
from collections.abc import Sequence

from rich.table import Column, Table
from rich.text import Text
from rich.tree import Tree

from assistant import (
    Action,
    Changed,
    CurateReport,
    NotFoundError,
    ReadDocument,
    SectionKind,
    Settings,
    read_documents,
)
from ui.cli.console import progress_console, result_console

_MAX_SHOWN = 100


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


def print_documents(documents: Sequence[ReadDocument]) -> None:
    """Print the documents as a table."""
    # An id is typed again in other commands: it is broken over lines before it is cut short.
    ids = Column("id", overflow="fold")
    table = Table(ids, "language", "status", "passages", "versions", "title", box=None)
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
        "only for": ", ".join(document.groups),
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
        would = dry_run and change.action is not Action.UNCHANGED
        action = f"would {change.action.value}" if would else change.action.value
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
