"""What a check of a quotation, a reference or a whole draft comes to."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from corpus import Standing


class Verdict(StrEnum):
    """Whether something is as it stands in a document.

    `UNCHECKED` is for a reference to a page whose number the document's text does not have.
    """

    EXACT = "exact"
    CLOSE = "close"
    ABSENT = "absent"
    UNCHECKED = "unchecked"


class WordChange(StrEnum):
    """How a piece of a quotation differs from the source."""

    SAME = "same"
    ADDED = "added"
    LEFT_OUT = "left_out"
    CHANGED = "changed"


class Remark(StrEnum):
    """What is off besides the wording."""

    ELSEWHERE = "elsewhere"
    """The quotation stands in a document, but not at the place that the reference behind it
    names."""
    OTHER_PAGE = "other_page"
    OTHER_HEADING = "other_heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of words of a quotation beside those of the source; one of them may be empty."""

    change: WordChange
    quote: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found of a quotation.

    `similarity` is in [0, 1], 1 for an exact one. `source` is what stands in the text that was
    found, `language` the language of that text, and `standing` what it is worth where it is not the
    document's own. `citation` is the place: that of the whole passage where a version was found.
    """

    verdict: Verdict
    similarity: float
    source: str = ""
    language: str = ""
    standing: Standing | None = None
    pieces: tuple[Piece, ...] = ()
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedQuotation:
    """A quotation of a draft, at `start:end` of it, marks included."""

    start: int
    end: int
    text: str
    finding: Finding
    remark: Remark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedReference:
    """A reference of a draft to a place; `citation` is the first passage there.

    `expected` is the page or heading that the document has, where the reference has another.
    """

    start: int
    end: int
    text: str
    verdict: Verdict
    citation: Citation | None = None
    remark: Remark | None = None
    expected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReport:
    """All that was checked in a draft, in its order."""

    checks: tuple[CheckedQuotation | CheckedReference, ...]

    def count(self, verdict: Verdict) -> int:
        """Return how many checks came to a verdict."""
        return sum(_verdict(check) is verdict for check in self.checks)


def _verdict(check: CheckedQuotation | CheckedReference) -> Verdict:
    return check.finding.verdict if isinstance(check, CheckedQuotation) else check.verdict
