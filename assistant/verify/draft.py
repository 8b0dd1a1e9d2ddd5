"""Checking a whole draft: its quotations, its references, and whether the two go together."""

from assistant.verify.document_names import DocumentNames
from assistant.verify.quotations import Quotation, quotations
from assistant.verify.references import Looked, Reference, look_up, references
from assistant.verify.verdict import (
    CheckedQuotation,
    CheckedReference,
    DraftReport,
    Finding,
    Remark,
    Verdict,
)
from assistant.verify.verifier import Verifier, whole

_NEAR = 160
"""How far behind a quotation the reference that belongs to it may begin, in characters."""


def check_draft(draft: str, verifier: Verifier) -> DraftReport:
    """Return what is right and wrong with the quotations and references of a draft."""
    quoted = quotations(draft)
    names = DocumentNames(verifier.documents)
    blocked = [(quotation.start, quotation.end) for quotation in quoted]
    pointed = [(ref, look_up(ref)) for ref in references(draft, names, blocked)]
    checks: list[CheckedQuotation | CheckedReference] = [
        _checked(quotation, verifier, _belonging(draft, quotation, quoted, pointed))
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


def _checked(quotation: Quotation, verifier: Verifier, pointed: Looked | None) -> CheckedQuotation:
    findings = verifier.findings(quotation.text)
    finding, remark = findings[0], None
    if pointed and pointed.passages and finding.verdict is not Verdict.ABSENT:
        there = {passage.id for passage in pointed.passages}
        at_place = [found for found in findings if _touches(found, there)]
        finding = at_place[0] if at_place else finding
        remark = None if at_place else Remark.ELSEWHERE
    return CheckedQuotation(
        start=quotation.start,
        end=quotation.end,
        text=quotation.text,
        finding=finding,
        remark=remark,
    )


def _touches(finding: Finding, passages: set[str]) -> bool:
    return finding.citation is not None and finding.citation.passage.id in passages
