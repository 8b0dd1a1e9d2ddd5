"""A footnote as Belgian policy and legal texts have it, and the same as an APA 7 reference.

The footnote names the authority, the title, the place, and the link with the day it was consulted
(after the Flemish guide "V&A" of the legal publishers). APA's list of references has no place; that
goes in the text.
"""

from ui.citations.reference import Reference
from ui.citations.wording import day, names, one_line
from ui.wording import words

_AMPERSAND = " & "


def title_of(ref: Reference) -> str:
    """Return the document's title, and of a context note that it is one."""
    title = one_line(ref.document.title)
    return f"{title} [{words(ref.language).citation.context_note}]" if ref.is_note else title


def before_title(ref: Reference) -> str:
    """Return what a footnote has before the title."""
    return f"{names(ref.authors, ref.language)}, " if ref.authors else ""


def after_title(ref: Reference) -> str:
    """Return what a footnote has between the title and the link."""
    year = f", {ref.year}" if ref.year and ref.year not in ref.document.title else ""
    return f"{year}, {one_line(ref.place)}"


def consulted(ref: Reference) -> str:
    """Return when the link was consulted, in words."""
    when = day(ref.consulted, ref.language)
    return words(ref.language).citation.consulted.format(day=when)


def note(ref: Reference) -> str:
    """Return a footnote."""
    said = before_title(ref) + title_of(ref) + after_title(ref)
    return f"{said}, {ref.url} ({consulted(ref)})."


def apa(ref: Reference) -> str:
    """Return an entry of the list of references."""
    year = ref.year or words(ref.language).citation.no_date
    title = title_of(ref)
    if not ref.authors:
        return f"{title}. ({year}). {ref.url}"
    *others, last = [one_line(author) for author in ref.authors]
    authors = f"{', '.join(others)},{_AMPERSAND}{last}" if others else last
    return f"{authors}. ({year}). {title}. {ref.url}"


def apa_in_text(ref: Reference) -> str:
    """Return what stands in the text, in brackets, behind the quote."""
    year = ref.year or words(ref.language).citation.no_date
    authors = [one_line(author) for author in ref.authors] or [title_of(ref)]
    who = authors[0] if len(authors) == 1 else _AMPERSAND.join(authors)
    who = who if len(authors) < 3 else f"{authors[0]} et al."
    return f"({who}, {year}, {one_line(ref.place)})"
