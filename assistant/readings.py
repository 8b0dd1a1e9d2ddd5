"""The asker's reading of each quote: its version in the language of the answer."""

from dataclasses import replace

from assistant.answer import Citation, Statement
from assistant.draft import Draft
from assistant.library import Library
from assistant.wording import wording


def with_readings(draft: Draft, library: Library, language: str, *, written: bool = False) -> Draft:
    """Return the draft with the versions of its quotes in a language.

    A quote that is in that language, or that nobody has translated, stays as it is; so does a
    statement that was `written` in that language.
    """
    citations = tuple(_with_version(c, library, language) for c in draft.citations)
    if written:
        return Draft(statements=draft.statements, citations=citations)
    by_number = {c.number: c for c in citations}
    return Draft(
        statements=tuple(_with_reading(s, by_number, language) for s in draft.statements),
        citations=citations,
    )


def _with_version(citation: Citation, library: Library, language: str) -> Citation:
    version = library.version(citation.passage, language, citation.start, citation.end)
    return replace(citation, version=version)


def _with_reading(statement: Statement, citations: dict[int, Citation], language: str) -> Statement:
    versions = [citations[n].version for n in statement.citations]
    texts = list(dict.fromkeys(v.text for v in versions if v is not None))
    if not texts or None in versions:
        return statement
    w = wording(language)
    standing = w.versions[next(v for v in versions if v is not None).standing]
    return replace(statement, reading=w.reading.format(standing=standing, text=" ".join(texts)))
