"""The quote itself with its place: plain, Markdown and HTML."""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from assistant import Standing
from ui.citations.reference import Reference
from ui.citations.wording import one_line, whole_lines
from ui.wording import words

# What Markdown would read as its own: https://spec.commonmark.org/0.31.2/#backslash-escapes
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~])")
_LINE_START = re.compile(r"^(\s*)([-+#=]|\d+(?=[.)]))", re.MULTILINE)
_QUOTES = {"nl": "“{}”", "fr": "« {} »", "de": "„{}“", "en": "“{}”"}


def plain(ref: Reference) -> str:
    """Return the quote in quotation marks, then its place and link."""
    quote = _QUOTES[ref.language].format(whole_lines(ref.quote))
    return f"{quote}{_reading(ref, whole_lines)} ({one_line(ref.label)}, {ref.url})"


def markdown(ref: Reference) -> str:
    """Return the quote as a block quote, its place as the link."""
    said = _quoted(escaped(ref.quote))
    reading = _reading(ref, escaped).strip()
    place = f"— [{escaped(one_line(ref.label))}](<{ref.url}>)"
    return "\n>\n".join(filter(None, (said, _quoted(reading), f"> {place}")))


def html(ref: Reference) -> str:
    """Return the quote as a block quote, its place as the link; everything in it is escaped."""
    reading = ""
    if ref.version is not None:
        reading = Markup('<p lang="{}">({}: {})</p>').format(
            ref.version.language, _standing(ref), _lines(ref.version.text)
        )
    return str(
        Markup(
            '<blockquote cite="{url}"><p lang="{language}">{quote}</p>{reading}'
            '<footer>— <a href="{url}">{label}</a></footer></blockquote>'
        ).format(
            url=ref.url,
            language=ref.document.language,
            quote=_lines(ref.quote),
            reading=reading,
            label=one_line(ref.label),
        )
    )


def _reading(ref: Reference, written: Callable[[str], str]) -> str:
    if ref.version is None:
        return ""
    return f" ({_standing(ref)}: {written(ref.version.text)})"


def _standing(ref: Reference) -> str:
    w = words(ref.language).chat
    official = ref.version is not None and ref.version.standing is Standing.OFFICIAL
    return w.official if official else w.working_translation


def escaped(text: str) -> str:
    """Return text that Markdown reads as nothing but text."""
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", whole_lines(text)))


def _quoted(text: str) -> str:
    # Two spaces at the end of a line keep it a line of its own.
    return "> " + text.replace("\n", "  \n> ") if text else ""


def _lines(text: str) -> Markup:
    return Markup("<br>").join(escape(line) for line in whole_lines(text).split("\n"))
