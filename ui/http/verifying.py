"""Checks of quotations and drafts, as they are asked for and as they come back."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assistant import (
    CheckedQuotation,
    CheckedReference,
    Citation,
    DraftReport,
    Finding,
    Piece,
    Remark,
    Standing,
    Verdict,
    WordChange,
)
from ui.http.bodies import Body, DocumentId, Words
from ui.http.choices import LanguageChoice
from ui.http.present import Presenter
from ui.http.replies import CitationReply, Reply
from ui.http.text import Cleaned

MAX_DRAFT_CHARACTERS = 50_000

Draft = Annotated[str, StringConstraints(min_length=1, max_length=MAX_DRAFT_CHARACTERS), Cleaned]

_DOCUMENT = Field(default=None, description="Id of the one document to look in; all without it.")
_LABELS = "Language of the label's words; auto is that of the document."


class VerifyBody(Body):
    """A quotation to be checked."""

    quote: Words = Field(
        description='The words that are quoted, without quotation marks; "[...]" is an omission.'
    )
    document: DocumentId | None = _DOCUMENT
    language: LanguageChoice = Field(default="auto", description=_LABELS)


class DraftBody(Body):
    """A draft whose quotations and references are to be checked."""

    draft: Draft = Field(
        description="Running text. Quotations stand between quotation marks of any of the four "
        "languages, or on lines that begin with >."
    )
    document: DocumentId | None = _DOCUMENT
    language: LanguageChoice = Field(default="auto", description=_LABELS)


class DifferenceReply(Reply):
    """Words of the quotation that are not those of the source."""

    change: WordChange = Field(description="Whether words were added, left out or changed.")
    quote: str = Field(description="The words in the quotation, empty where they were left out.")
    source: str = Field(description="The words in the source, empty where some were added.")


class VerifyReply(Reply):
    """Whether a quotation stands in the documents."""

    verdict: Literal["exact", "close", "absent"] = Field(
        description="exact: word for word, but for typography; close: nearly; absent: nowhere."
    )
    similarity: float = Field(description="How like it is to what was found, from 0 to 1.")
    differences: list[DifferenceReply] = Field(description="The words that differ.")
    source: str = Field(description="What stands in the text that was found.")
    source_language: str = Field(description="Language of that text.")
    source_standing: Literal["original", "official", "working_translation"] | None = Field(
        description="Whether that text is the document's own, or a translation and of which "
        "worth. Null where nothing was found."
    )
    citation: CitationReply | None = Field(
        description="Where it stands. Of a translation, the passage that it translates."
    )


class CheckReply(Reply):
    """One thing that was checked in a draft."""

    kind: Literal["quotation", "reference"] = Field(description="What it is.")
    text: str = Field(description="The quotation without its marks, or the reference.")
    start: int = Field(description="Offset in the draft of its first character.")
    end: int = Field(description="Offset in the draft just past its last one.")
    verdict: Verdict = Field(
        description="exact, close or absent; of a reference, whether its place is there. "
        "unchecked: the text does not say on which page the place ends."
    )
    remark: Remark | None = Field(
        description="elsewhere: a quotation that does not stand at the place named behind it; "
        "other_page, other_heading: a reference whose page or heading is another."
    )
    expected: str = Field(description="The page or heading that the document has instead.")
    found: VerifyReply | None = Field(description="What was found of a quotation.")
    citation: CitationReply | None = Field(description="Where it stands.")


class DraftReply(Reply):
    """Everything that was checked in a draft."""

    exact: int = Field(description="How many quotations and references are right.")
    close: int = Field(description="How many are nearly so.")
    absent: int = Field(description="How many are not there.")
    unchecked: int = Field(description="How many references cannot be checked.")
    checks: list[CheckReply] = Field(description="Each of them, in the order of the draft.")


def verify_reply(finding: Finding, presenter: Presenter, language: str) -> VerifyReply:
    """Return the body of what was found of a quotation; `language` may be "auto"."""
    return VerifyReply(
        verdict=_three(finding.verdict),
        similarity=finding.similarity,
        differences=[_difference(p) for p in finding.pieces if p.change is not WordChange.SAME],
        source=finding.source,
        source_language=finding.language,
        source_standing=_standing(finding),
        citation=_citation(finding.citation, presenter, language),
    )


def draft_reply(report: DraftReport, presenter: Presenter, language: str) -> DraftReply:
    """Return the body of a checked draft; `language` may be "auto"."""
    return DraftReply(
        exact=report.count(Verdict.EXACT),
        close=report.count(Verdict.CLOSE),
        absent=report.count(Verdict.ABSENT),
        unchecked=report.count(Verdict.UNCHECKED),
        checks=[_check(check, presenter, language) for check in report.checks],
    )


def _check(
    check: CheckedQuotation | CheckedReference, presenter: Presenter, language: str
) -> CheckReply:
    found = None
    if isinstance(check, CheckedQuotation):
        found = verify_reply(check.finding, presenter, language)
    finding = check.finding if isinstance(check, CheckedQuotation) else check
    return CheckReply(
        kind="reference" if found is None else "quotation",
        text=check.text,
        start=check.start,
        end=check.end,
        verdict=finding.verdict,
        remark=check.remark,
        expected="" if isinstance(check, CheckedQuotation) else check.expected,
        found=found,
        citation=_citation(finding.citation, presenter, language),
    )


def _citation(
    citation: Citation | None, presenter: Presenter, language: str
) -> CitationReply | None:
    if citation is None:
        return None
    chosen = presenter.own_language(citation.passage) if language == "auto" else language
    return presenter.citation(citation, chosen)


def _standing(finding: Finding) -> Literal["original", "official", "working_translation"] | None:
    if finding.citation is None:
        return None
    if finding.standing is None:
        return "original"
    return "official" if finding.standing is Standing.OFFICIAL else "working_translation"


def _three(verdict: Verdict) -> Literal["exact", "close", "absent"]:
    if verdict is Verdict.EXACT:
        return "exact"
    return "close" if verdict is Verdict.CLOSE else "absent"


def _difference(piece: Piece) -> DifferenceReply:
    return DifferenceReply(change=piece.change, quote=piece.quote, source=piece.source)
