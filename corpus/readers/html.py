"""HTML to light Markdown: the main content of a page, nothing around it."""

import re
from pathlib import Path

from bs4 import Tag

from corpus.extracted import Extracted
from corpus.readers.html_blocks import HtmlBlocks
from corpus.readers.html_soup import Soup
from corpus.readers.html_tree import attribute, is_left_out, own_text
from corpus.readers.languages import known_language
from corpus.readers.light_markdown import literal
from corpus.readers.limits import Limits
from corpus.readers.refusals import refused
from corpus.readers.text import decoded

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
_LOOKED_AT = 4096
_DATE = re.compile(r"^\s*(\d{4}-\d{2}-\d{2})")
_DATE_NAMES = (
    "dcterms.date",
    "dc.date",
    "dcterms.issued",
    "article:published_time",
    "date",
    "dcterms.modified",
    "article:modified_time",
    "last-modified",
)
_MAIN_SHARE = 0.5


def extract_html(path: Path, content: bytes, _limits: Limits) -> Extracted:
    """Return the text of an HTML page in light Markdown.

    Raises:
        CorpusError: The page has no text, or is nested too deep to be one.
    """
    try:
        soup = Soup(decoded(path, content, _declared(content)))
        text = HtmlBlocks(soup).written(_main(soup))
    except RecursionError as error:
        raise refused(path, "is nested too deep", "Save the page's text only.") from error
    if not text.strip():
        raise refused(
            path,
            "has no text in it; a script may put it there in a browser",
            "Print the page to a PDF in a browser, and add that.",
        )
    html = soup.find("html")
    language = attribute(html, "lang") or attribute(html, "xml:lang") if html else ""
    return Extracted(
        text=text, title=_title(soup), language=known_language(language), date=_date(soup)
    )


def _declared(content: bytes) -> str:
    head = content[:_LOOKED_AT]
    match = _XML_ENCODING.search(head) or _CHARSET.search(head)
    name = match.group(1).decode("ascii", "replace").lower() if match else ""
    # Browsers read Latin-1 and ASCII as Windows-1252.
    return "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name


def _main(soup: Soup) -> Tag:
    """Return the element that holds the main content: the page's own mark for it, else all."""
    whole = soup.find("body") or soup
    size = len(own_text(whole))
    for candidates in (
        soup.find_all("main"),
        soup.find_all(True, {"role": "main"}),
        soup.find_all("article"),
    ):
        shown = [tag for tag in candidates if not is_left_out(tag)]
        if len(shown) == 1 and len(own_text(shown[0])) >= _MAIN_SHARE * size:
            return shown[0]
    return whole


def _title(soup: Soup) -> str:
    for name in ("title", "h1"):
        tag = soup.find(name)
        if tag is not None and (text := " ".join(literal(tag.get_text(" ")).split())):
            return text
    return ""


def _date(soup: Soup) -> str:
    stated: dict[str, str] = {}
    for meta in soup.find_all("meta"):
        name = attribute(meta, "name") or attribute(meta, "property")
        match = _DATE.match(attribute(meta, "content"))
        if match:
            stated.setdefault(name.lower(), match.group(1))
    return next((stated[name] for name in _DATE_NAMES if name in stated), "")
