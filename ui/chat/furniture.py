"""The fixed words of the chat's page in the visitor's language."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant import Audience
from ui.wording import words

ALL = "all"
"""The value of the filter that restricts nothing."""


def audiences(language: str) -> list[tuple[str, str]]:
    """Return the choices of the filter: what is shown, and the value it stands for."""
    w = words(language).chat
    return [
        (w.audience_all, ALL),
        (w.audience_federal, Audience.FEDERAL.value),
        (w.audience_local, Audience.LOCAL.value),
    ]


def header(language: str, documents: Sequence[str]) -> str:
    """Return the name and the line under it, with a link to the document or to all of several.

    `documents` are their ids, empty while they are not known.
    """
    w = words(language)
    path, name = ("plan", w.chat.read_documents)
    if len(documents) == 1:
        path, name = (f"plan/{documents[0]}", w.chat.read_plan)
    link = (
        Markup('<a href="{}?lang={}" target="_blank" rel="noopener">{}</a>').format(
            path, language, name
        )
        if documents
        else ""
    )
    return str(Markup("<h1>{}</h1><p>{} {}</p>").format(w.product, w.chat.tagline, link))


def examples_title(language: str) -> str:
    """Return the title above the example questions."""
    return str(Markup("<h2>{}</h2>").format(words(language).chat.examples_title))


def note(language: str) -> str:
    """Return what every visitor is to know: no legal advice, no personal data."""
    return str(Markup("<p>{}</p>").format(words(language).chat.note))
