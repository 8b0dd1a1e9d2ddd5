"""Lines that name a numbered division of a text: "Hoofdstuk 2: …", "Titel II", "Art. 12. …"."""

import re
from dataclasses import dataclass

from corpus import vocabulary
from corpus.document import SectionKind
from corpus.numbering import roman_value
from corpus.source import bare, plain

MAX_TITLE_WORDS = 14
ENDS_SENTENCE = re.compile(r"[.;:,!?]$")

_KINDS = {word: kind for kind, words in vocabulary.DIVISIONS.items() for word in words.split("|")}
_LETTERED = frozenset({SectionKind.PART, SectionKind.ANNEX})
_DIVISION = re.compile(
    rf"^(?P<printed>(?P<word>{'|'.join(sorted(_KINDS, key=len, reverse=True))})\s+"
    r"(?P<number>[0-9]{1,3}(?:bis|ter|quater)?|[ivxlc]{1,7}|[a-z])(?:er|re|ère|e|ste|de)?)(?!\w)"
    r"\s*(?P<stop>[:.]?\s*[–—-]?)\s*(?P<title>.*)$",
    re.I,
)
_LATIN = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|undecies|duodecies"
_ARTICLE = re.compile(
    r"^\s*(?P<mark>\*{1,2}|_{1,2})?"
    r"(?P<printed>art(?:ikel|icle)?\.?\s+"
    rf"(?P<number>[0-9]{{1,4}}(?:{_LATIN})?(?:[./:][0-9]{{1,4}}(?:{_LATIN})?)*)(?:er|re)?)(?!\w)"
    r"(?P<stop>\s*[.:])?(?(mark)(?P=mark))(?P<inner>\s*[.:])?\s*(?P<dash>[–—-]\s+)?(?P<rest>.*)$",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division's kind, its name and number as printed, and the title on the same line."""

    kind: SectionKind
    word: str
    number: str
    printed: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article's name and number as printed, and where the rest of its line starts."""

    number: str
    printed: str
    rest: str
    rest_start: int


def division_in(line: str, *, marked: bool = False) -> Division | None:
    """Return the division that a line opens; None when it is a sentence or something else.

    Args:
        line: The line without emphasis.
        marked: Whether it is known to be a heading.
    """
    match = _DIVISION.match(line)
    if match is None:
        return None
    kind, number, title = _KINDS[match["word"].lower()], match["number"], match["title"].strip()
    if not (number[0].isdecimal() or roman_value(number) or _is_letter(kind, number)):
        return None
    if (
        not marked
        and title
        and not (is_title(title) and (match["stop"].strip() or not _goes_on(title)))
    ):
        return None
    return Division(
        kind=kind,
        word=match["word"],
        number=number,
        printed=" ".join(match["printed"].split()),
        title=title,
    )


def article_in(line: str, *, marked: bool = False) -> Article | None:
    """Return the article that a line opens; None when it only begins with one's number.

    Args:
        line: The line as it stands, its emphasis marks too.
        marked: Whether it is known to be a heading.
    """
    match = _ARTICLE.match(line)
    if match is None:
        return None
    rest = match["rest"]
    named = any(match[part] for part in ("mark", "stop", "inner", "dash"))
    if rest.strip() and (_goes_on(bare(rest)) or not (named or marked)):
        return None
    return Article(
        number=vocabulary.slug(match["number"]),
        printed=" ".join(match["printed"].split()),
        rest=plain(rest),
        rest_start=match.start("rest"),
    )


def is_title(text: str) -> bool:
    """Whether a text is short and no sentence."""
    return len(text.split()) <= MAX_TITLE_WORDS and not ENDS_SENTENCE.search(text)


def _is_letter(kind: SectionKind, number: str) -> bool:
    return kind in _LETTERED and len(number) == 1 and number.isupper()


def _goes_on(text: str) -> bool:
    """Whether a text goes on with a sentence that began before it."""
    return text[:1].islower() or text.startswith((",", ";", ")"))
