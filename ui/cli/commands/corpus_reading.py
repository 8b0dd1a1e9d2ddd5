"""`planwijzer corpus`: what shows and compares the documents."""

import sys
from typing import Annotated

import typer

from ui.cli.commands.corpus_app import Id, corpus
from ui.cli.options import AsJson


@corpus.command("list")
def list_(json: AsJson = False) -> None:
    """List the documents."""
    from assistant import Settings, read_documents
    from ui.cli.console import print_json
    from ui.cli.documents import print_documents
    from ui.cli.replies import documents_reply

    documents = read_documents(Settings.load())
    if json:
        print_json(documents_reply(documents))
    else:
        print_documents(documents)


@corpus.command()
def show(
    document: Annotated[
        str | None, typer.Argument(metavar="ID", help="Id of the document, as `list` shows it.")
    ] = None,
    kiv: Annotated[
        bool, typer.Option("--kiv", help="Show which dimension of the KIV each theme belongs to.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Show what a document is, its sections, and its versions in other languages."""
    from assistant import Library, Settings, read_documents
    from ui.cli.console import print_json
    from ui.cli.cross_walk import print_cross_walk
    from ui.cli.documents import found, print_document
    from ui.cli.replies import document_reply
    from ui.http.cross_walk import cross_walk_reply

    settings = Settings.load()
    if kiv:
        reply = cross_walk_reply(Library(read_documents(settings)), settings.public_url)
        print_json(reply) if json else print_cross_walk(reply)
        return
    if document is None:
        raise typer.BadParameter("Name a document, or give --kiv.")
    read = found(settings, document)
    if json:
        print_json(document_reply(read))
    else:
        print_document(read)


@corpus.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="Id of the earlier edition.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Id of the later edition.")],
    json: AsJson = False,
) -> None:
    """List the sections and goals that one edition added, changed or dropped."""
    from assistant import Settings, compare
    from ui.cli.console import print_json
    from ui.cli.documents import found, print_differences
    from ui.cli.replies import differences_reply

    settings = Settings.load()
    differences = compare(found(settings, old), found(settings, new))
    if json:
        print_json(differences_reply(differences))
    else:
        print_differences(differences)


@corpus.command()
def check(document: Id, json: AsJson = False) -> None:
    """Check that a document's translations kept every number, name, abbreviation and term."""
    from assistant import Settings, infidelities
    from ui.cli.console import print_json
    from ui.cli.documents import found
    from ui.cli.translations import infidelities_reply, print_infidelities

    read = found(Settings.load(), document)
    languages = sorted({version.language for version in read.versions})
    lost = [i for language in languages for i in infidelities(read, language)]
    if json:
        print_json(infidelities_reply(lost))
    else:
        print_infidelities(read, languages, lost)
    if lost:
        sys.exit(1)


@corpus.command("align")
def align_(document: Id, json: AsJson = False) -> None:
    """Report how an official translation lines up with its original, place by place."""
    from assistant import NotFoundError, Settings, align
    from ui.cli.console import print_json
    from ui.cli.documents import found
    from ui.cli.translations import alignment_reply, print_alignment

    settings = Settings.load()
    translation = found(settings, document)
    original = translation.document.translation_of
    if not original:
        raise NotFoundError(
            f"The document {document} is not declared to translate another.",
            f"Run `planwijzer corpus update {document} --translation-of ID`.",
        )
    alignment = align(found(settings, original), translation)
    if json:
        print_json(alignment_reply(alignment))
    else:
        print_alignment(alignment)
