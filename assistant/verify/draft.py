"""Checking a whole draft: its quotations, its references, and whether the two go together."""

from collections.abc import Callable
from functools import cache

from assistant.verify.document_names import DocumentNames
from assistant.verify.quotations import Quotation, quotations
from assistant.verify.references import Looked, Reference, look_up, references
from assistant.verify.verdict import (
    CheckedQuotation,
    CheckedReference,
    DraftReport,
    Finding,
    Remark,
)
from assistant.verify.verifier import Verifier, whole
from corpus import QuestionError

_NEAR = 160
"""How far behind a quotation the reference that belongs to it may begin, in characters."""

MAX_CHECKS = 300
"""Quotations and references of one draft."""


class TooManyChecksError(QuestionError):
    """A draft has more quotations and references than are checked at once; `count` of them."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"The draft has {count} quotations and references; at most {MAX_CHECKS} are checked "
            "at once.",
            "Send it in parts.",
        )
        self.count, self.maximum = count, MAX_CHECKS


def check_draft(draft: str, verifier: Verifier) -> DraftReport:
    """Return what is right and wrong with the quotations and references of a draft.

    Raises:
        TooManyChecksError: It has more than `MAX_CHECKS` of them.
    """
    quoted = quotations(draft)
    names = DocumentNames(verifier.documents)
    blocked = [(quotation.start, quotation.end) for quotation in quoted]
    referring = tuple(references(draft, names, blocked))
    if len(quoted) + len(referring) > MAX_CHECKS:
        raise TooManyChecksError(len(quoted) + len(referring))
    pointed = [(ref, look_up(ref)) for ref in referring]
    # Equal quotations that point at the same place share one finding.
    check = cache(verifier.check)
    checks: list[CheckedQuotation | CheckedReference] = [
        _checked(quotation, check, _belonging(draft, quotation, quoted, pointed))
        for quotation in quoted
    ]
    checks += [
        CheckedReference(
            start=ref.start,
            end=ref.end,
            text=ref.text,
            verdict=looked.verdict,
            citation=whole(looked.passages[0]) if looked.passages else None,
            remark=looked.remark,
            expected=looked.expected,
        )
        for ref, looked in pointed
    ]
    return DraftReport(checks=tuple(sorted(checks, key=lambda check: check.start)))


def _belonging(
    draft: str,
    quotation: Quotation,
    quoted: tuple[Quotation, ...],
    pointed: list[tuple[Reference, Looked]],
) -> Looked | None:
    """Return what the reference right behind a quotation points at, if there is one."""
    following = min((q.start for q in quoted if q.start >= quotation.end), default=len(draft))
    for ref, looked in pointed:
        if quotation.end <= ref.start <= min(following, quotation.end + _NEAR):
            return looked if "\n\n" not in draft[quotation.end : ref.start] else None
    return None


def _checked(
    quotation: Quotation,
    check: Callable[[str, frozenset[str]], Finding],
    pointed: Looked | None,
) -> CheckedQuotation:
    there = frozenset(passage.id for passage in pointed.passages) if pointed else frozenset()
    finding = check(quotation.text, there)
    is_elsewhere = finding.citation is not None and finding.citation.passage.id not in there
    return CheckedQuotation(
        start=quotation.start,
        end=quotation.end,
        text=quotation.text,
        finding=finding,
        remark=Remark.ELSEWHERE if there and is_elsewhere else None,
    )
