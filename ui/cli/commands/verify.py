"""`planwijzer verify`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ui.cli.options import AsJson

Choice = Literal["nl", "fr", "de", "en"]


def verify(
    file: Annotated[str, typer.Argument(help="A text file; - reads standard input.")],
    document: Annotated[
        str | None, typer.Option(help="Only this document, by its id; all when left out.")
    ] = None,
    language: Annotated[Choice, typer.Option(help="Language of the report.")] = "nl",
    form: Annotated[
        Literal["markdown", "csv"], typer.Option("--format", help="Form of the report.")
    ] = "markdown",
    json: AsJson = False,
) -> None:
    """Check the quotations and references of a draft; the exit code is 1 where one is not right."""
    import sys

    from assistant import Library, Settings, Verifier, check_draft, read_documents
    from ui.checking.export import WRITERS
    from ui.cli.console import print_json
    from ui.cli.opening import local_url
    from ui.cli.requests import checked
    from ui.http.present import Presenter
    from ui.http.verifying import DraftBody, draft_reply

    body = checked(DraftBody, {"draft": _read(file), "document": document, "language": language})
    settings = Settings.load()
    library = Library(read_documents(settings))
    report = check_draft(body.draft, Verifier(library, [document] if document else ()))
    reply = draft_reply(report, Presenter(library, local_url(settings)), language)
    if json:
        print_json(reply)
    else:
        print(WRITERS[form](reply, language), end="")
    if reply.exact < len(reply.checks) or any(check.remark for check in reply.checks):
        sys.exit(1)


def _read(file: str) -> str:
    import sys

    from assistant import QuestionError

    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except OSError as error:
        raise QuestionError(
            f"{file} cannot be read ({error.strerror}).", "Name a text file, or - for the input."
        ) from error
    except UnicodeDecodeError as error:
        raise QuestionError(
            f"{file} is not text in UTF-8.", "Save the draft as plain text in UTF-8."
        ) from error
