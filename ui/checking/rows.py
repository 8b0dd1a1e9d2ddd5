"""A checked draft in words, one row for each thing that was checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from ui.http.verifying import CheckReply, DraftReply
from ui.wording import CheckWords, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One check; what it has nothing to say of is empty."""

    kind: str
    text: str
    verdict: str
    likeness: str
    remark: str
    source: str
    place: str
    link: str


def headings(language: str) -> Row:
    """Return what stands above each column."""
    w = words(language).check
    return Row(
        kind=w.kind,
        text=w.text,
        verdict=w.verdict,
        likeness=w.likeness,
        remark=w.remark,
        source=w.source,
        place=w.place,
        link=w.link,
    )


def rows(report: DraftReply, language: str) -> Iterator[Row]:
    """Yield a row for each check, in the order of the draft."""
    w = words(language).check
    for check in report.checks:
        found = check.found
        yield Row(
            kind=w.quotation if check.kind == "quotation" else w.reference,
            text=check.text,
            verdict=verdict_in_words(check, language),
            likeness=likeness(check, w),
            remark=remark_in_words(check, language),
            source=found.source if found else "",
            place=check.citation.label if check.citation else "",
            link=check.citation.url if check.citation else "",
        )


def verdict_in_words(check: CheckReply, language: str) -> str:
    """Return a verdict; that on a reference is about its place."""
    w = words(language).check
    named = w.verdicts if check.kind == "quotation" else w.reference_verdicts
    return named[check.verdict]


def remark_in_words(check: CheckReply, language: str) -> str:
    """Return what is off besides the wording, and that it is a translation that was quoted."""
    w = words(language).check
    said = w.remarks[check.remark].format(expected=check.expected) if check.remark else ""
    return " ".join(filter(None, (said, translation_in_words(check, language))))


def translation_in_words(check: CheckReply, language: str) -> str:
    """Return that a quotation is of a translation, empty where it is not."""
    w, found = words(language).check, check.found
    if found is None or found.source_standing in (None, "original"):
        return ""
    line = w.official if found.source_standing == "official" else w.translation
    return line.format(language=words(found.source_language).name)


def likeness(check: CheckReply, w: CheckWords) -> str:
    """Return how like a close quotation is, in whole percents that never say 100."""
    if check.found is None or check.found.verdict != "close":
        return ""
    return w.similarity.format(percent=min(99, round(check.found.similarity * 100)))
