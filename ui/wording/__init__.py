"""Every word the pages say of their own, in the four languages.

One TOML file per language, all with the same keys; a missing, unknown or empty one fails at load.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, StringConstraints, TypeAdapter
from pydantic.dataclasses import dataclass

from assistant import LANGUAGES

DEFAULT_LANGUAGE = "nl"

_STRICT = ConfigDict(extra="forbid")
_Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
_Examples = tuple[_Line, _Line, _Line, _Line]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ChatWords:
    """The words of the chat; `{…}` marks what is filled in."""

    tagline: _Line
    language: _Line
    question: _Line
    placeholder: _Line
    send: _Line
    new_conversation: _Line
    save_markdown: _Line
    save_word: _Line
    print: _Line
    saved_title: _Line
    saved_on: _Line
    audience: _Line
    audience_all: _Line
    audience_federal: _Line
    audience_local: _Line
    theme: _Line
    theme_all: _Line
    document: _Line
    document_all: _Line
    examples_officer_title: _Line
    examples_officer: _Examples
    examples_drafter_title: _Line
    examples_drafter: _Examples
    note: _Line
    read_plan: _Line
    read_documents: _Line
    asked: _Line
    understood: _Line
    sources: _Line
    source: _Line
    quote: _Line
    original: _Line
    working_translation: _Line
    official: _Line
    open_source: _Line
    copy_quote: _Line
    copy_reference: _Line
    copied: _Line
    helped: _Line
    helped_yes: _Line
    helped_no: _Line
    why: _Line
    why_hint: _Line
    with_question: _Line
    give: _Line
    thanks: _Line
    not_given: _Line
    not_found: _Line
    nearest: _Line
    rephrase: _Line
    understanding: _Line
    searching: _Line
    answering: _Line
    problem: _Line
    empty: _Line
    empty_fix: _Line
    too_long: _Line
    too_long_fix: _Line
    failed: _Line
    failed_fix: _Line
    unready: _Line
    unready_fix: _Line
    unreadable: _Line
    unreadable_fix: _Line
    full: _Line
    full_fix: _Line
    detail: _Line


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ReaderWords:
    """The words around the text of a document; `statuses` translates a manifest's status."""

    skip: _Line
    ask: _Line
    language: _Line
    contents: _Line
    parts: _Line
    page: _Line
    page_column: _Line
    section_column: _Line
    permalink: _Line
    footnotes: _Line
    footnote: _Line
    back: _Line
    implied: _Line
    quoted: _Line
    text_language: _Line
    publishers: _Line
    status: _Line
    statuses: dict[str, _Line]
    missing: _Line
    missing_fix: _Line
    unavailable: _Line
    documents: _Line
    chapter: _Line
    also_in: _Line
    beside: _Line
    beside_nothing: _Line
    original: _Line
    working_translation: _Line
    official: _Line
    beside_working_translation: _Line
    beside_official: _Line
    context_note: _Line
    find: _Line
    find_all: _Line
    find_previous: _Line
    find_next: _Line
    find_count: _Line
    find_none: _Line
    occurrences_title: _Line
    occurrences_count: _Line
    occurrences_none: _Line
    cite: _Line
    cite_title: _Line
    cite_style: _Line
    cite_copy: _Line
    cite_close: _Line
    cite_failed: _Line
    levels: _Line
    original_file: _Line
    original_page: _Line


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class CitationWords:
    """The words of a reference; `styles` names the styles it can be written in."""

    also: _Line
    consulted: _Line
    no_date: _Line
    context_note: _Line
    day: _Line
    months: tuple[_Line, ...]
    styles: dict[str, _Line]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class CheckWords:
    """The words around checked quotations and references."""

    title: _Line
    intro: _Line
    private: _Line
    draft: _Line
    document: _Line
    all_documents: _Line
    submit: _Line
    nothing: _Line
    empty: _Line
    too_long: _Line
    too_many: _Line
    busy: _Line
    result: _Line
    quotation: _Line
    reference: _Line
    similarity: _Line
    source: _Line
    translation: _Line
    official: _Line
    added: _Line
    left_out: _Line
    legend: _Line
    open: _Line
    csv: _Line
    markdown: _Line
    kind: _Line
    text: _Line
    verdict: _Line
    likeness: _Line
    remark: _Line
    place: _Line
    link: _Line
    verdicts: dict[str, _Line]
    reference_verdicts: dict[str, _Line]
    remarks: dict[str, _Line]


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class AccessWords:
    """What a visitor reads whom the server does not let in."""

    unknown: _Line
    unknown_fix: _Line
    forbidden: _Line
    forbidden_fix: _Line


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Words:
    """All the words of one language; `name` is the language's own name."""

    code: _Line
    name: _Line
    product: _Line
    chat: ChatWords
    reader: ReaderWords
    access: AccessWords
    citation: CitationWords
    check: CheckWords


_WORDS = TypeAdapter(Words)


@cache
def words(language: str) -> Words:
    """Return the words of a language, those of the default language for one that is unknown."""
    code = language if language in LANGUAGES else DEFAULT_LANGUAGE
    text = (Path(__file__).parent / f"{code}.toml").read_text("utf-8")
    return _WORDS.validate_python(tomllib.loads(text))
