"""The styles of a citation, by the name under which a caller asks for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ui.citations.managers import bibtex, csl_json, ris
from ui.citations.note import apa, apa_in_text, note
from ui.citations.quoting import html, markdown, plain
from ui.citations.reference import Reference

StyleName = Literal["note", "apa", "bibtex", "ris", "csl-json", "html", "markdown", "plain"]
STYLES: tuple[StyleName, ...] = get_args(StyleName)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a reference is written, of which media type the text is, and its file's ending."""

    write: Callable[[Reference], str]
    media_type: str
    ending: str
    in_text: Callable[[Reference], str] | None = None


_STYLES: Mapping[StyleName, Style] = {
    "note": Style(write=note, media_type="text/plain", ending="txt"),
    "apa": Style(write=apa, media_type="text/plain", ending="txt", in_text=apa_in_text),
    "bibtex": Style(write=bibtex, media_type="application/x-bibtex", ending="bib"),
    "ris": Style(write=ris, media_type="application/x-research-info-systems", ending="ris"),
    "csl-json": Style(
        write=csl_json, media_type="application/vnd.citationstyles.csl+json", ending="json"
    ),
    "html": Style(write=html, media_type="text/html", ending="html"),
    "markdown": Style(write=markdown, media_type="text/markdown", ending="md"),
    "plain": Style(write=plain, media_type="text/plain", ending="txt"),
}


def style(name: StyleName) -> Style:
    """Return a style by its name."""
    return _STYLES[name]
