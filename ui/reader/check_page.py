"""The page on which writers have the quotations of a draft checked."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qs

from assistant import (
    CheckedQuotation,
    Document,
    DraftReport,
    Library,
    NotFoundError,
    Piece,
    TooManyChecksError,
    Verifier,
    check_draft,
)
from ui.checking.export import counts
from ui.checking.rows import Row, rows, translation_in_words
from ui.http.present import Presenter
from ui.http.text import clean
from ui.http.verifying import MAX_DRAFT_CHARACTERS, DraftReply, draft_reply
from ui.reader.frame import TEMPLATES, frame
from ui.reader.view import View
from ui.wording import words

_BESIDE_ROOT = ""


class Form:
    """What the visitor filled in: a draft, the document to compare it with, and the button."""

    def __init__(self, body: bytes) -> None:
        fields = _fields(body)
        # A browser sends the lines of a text field with two characters at their ends.
        self.draft = clean(fields.get("draft", [""])[0].replace("\r\n", "\n"))
        self.document = fields.get("document", [""])[0]
        self.button = fields.get("as", ["page"])[0]

    def problem(self, language: str) -> str:
        """Return what is wrong with it, in words; nothing when it can be checked."""
        w = words(language).check
        if not self.draft:
            return w.empty
        if len(self.draft) > MAX_DRAFT_CHARACTERS:
            return w.too_long.format(length=len(self.draft), maximum=MAX_DRAFT_CHARACTERS)
        return ""


def too_many(error: TooManyChecksError, language: str) -> str:
    """Return in words that a draft has more to check than is checked at once."""
    line = words(language).check.too_many
    return line.format(count=error.count, maximum=error.maximum)


def _fields(body: bytes) -> dict[str, list[str]]:
    """Return the fields of a form; a body with more than any browser sends of it has none."""
    try:
        return parse_qs(body.decode("utf-8", "replace"), max_num_fields=10)
    except ValueError:
        return {}


def checked(form: Form, library: Library) -> DraftReport:
    """Return the draft checked; a document that is not there counts as none chosen.

    Raises:
        TooManyChecksError: The draft has more to check than is checked at once.
    """
    try:
        verifier = Verifier(library, [form.document] if form.document else ())
    except NotFoundError:
        verifier = Verifier(library)
    return check_draft(form.draft, verifier)


def replied(report: DraftReport, library: Library, language: str, public_url: str) -> DraftReply:
    """Return a checked draft as the API has it, its places worded in a language."""
    return draft_reply(report, Presenter(library, public_url), language)


def check_page(
    language: str,
    documents: Sequence[Document],
    form: Form | None = None,
    result: tuple[DraftReport, DraftReply] | None = None,
    problem: str = "",
) -> str:
    """Return the page: a form, and below it what is wrong or what was found."""
    return TEMPLATES.get_template("check.html.j2").render(
        **frame(View(language=language), _BESIDE_ROOT),
        documents=documents,
        form=form,
        problem=problem,
        maximum=MAX_DRAFT_CHARACTERS,
        checks=_shown(*result, language) if result else None,
        counts=counts(result[1], language) if result else [],
    )


def _shown(
    report: DraftReport, reply: DraftReply, language: str
) -> list[tuple[Row, str, tuple[Piece, ...], str, str]]:
    """Return each check as a row, its verdict's name, and the words that differ.

    The last two are that a translation was quoted, and the original that it translates.
    """
    found = []
    for row, check, said in zip(rows(reply, language), reply.checks, report.checks, strict=True):
        pieces = said.finding.pieces if isinstance(said, CheckedQuotation) else ()
        translated = translation_in_words(check, language)
        original = check.citation.quote if check.citation and translated else ""
        # Relative, so that it also holds where the server is reached under a path.
        row = replace(row, link=row.link.removeprefix("/"))
        found.append((row, check.verdict.value, pieces, translated, original))
    return found
