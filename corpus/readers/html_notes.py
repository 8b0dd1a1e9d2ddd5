"""Footnotes in HTML: which links call a note, and which elements are the notes."""

import re

from bs4 import BeautifulSoup, Tag

from corpus.readers.html_tree import attribute

_DIGITS = re.compile(r"^[\s(\[]*(\d{1,3})[\s)\].]*$")
_CALLS = re.compile(r"noteref|footnote|fnref|voetnoot|sdfootnote", re.I)
_BACK = re.compile(r"^[\s↩↵⤴^⇧←\ufe0e\[\]]*$")
_NOTE_ELEMENTS = ["li", "p", "div", "aside", "dd", "section", "td"]


def called_number(link: Tag) -> str:
    """Return the number of the footnote that a link calls, empty when it calls none."""
    target = attribute(link, "href")
    match = _DIGITS.match(link.get_text())
    if not target.startswith("#") or match is None:
        return ""
    says = " ".join(attribute(link, name) for name in ("role", "epub:type", "class", "id", "href"))
    raised = link.find_parent("sup") is not None or link.find("sup") is not None
    return match.group(1) if raised or _CALLS.search(says) else ""


def notes_of(soup: BeautifulSoup) -> dict[int, str]:
    """Return the numbers of the footnotes by the identity of the element that holds each."""
    found: dict[int, str] = {}
    wanted: dict[str, str] = {}
    for link in soup.find_all("a", href=True):
        number = called_number(link)
        if number and not is_back_link(link):
            wanted.setdefault(attribute(link, "href")[1:], number)
    if not wanted:
        return found
    for tag in soup.find_all(True):
        for name in (attribute(tag, "id"), attribute(tag, "name") if tag.name == "a" else ""):
            number = wanted.get(name, "")
            holder = tag if tag.name in _NOTE_ELEMENTS else tag.find_parent(_NOTE_ELEMENTS)
            if number and holder is not None and not _calls_itself(holder, name):
                found.setdefault(id(holder), number)
    return found


def is_back_link(link: Tag) -> bool:
    """Whether a link leads from a note back to where it is called."""
    says = attribute(link, "role") + attribute(link, "class")
    if "backlink" in says or "backref" in says or "footnote-back" in says:
        return True
    target = attribute(link, "href")
    return target.startswith("#") and _BACK.match(link.get_text()) is not None


def _calls_itself(holder: Tag, name: str) -> bool:
    """Whether an element holds the call of the note too, so that it is not the note."""
    return any(
        attribute(link, "href") == f"#{name}" and bool(called_number(link))
        for link in holder.find_all("a", href=True)
    )
