"""The fixed words of the chat's page in the visitor's language."""

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


def header(language: str, plan: str | None) -> str:
    """Return the name and the line under it, with a link to the plan where its path is known."""
    w = words(language)
    link = (
        Markup('<a href="{}?lang={}" target="_blank" rel="noopener">{}</a>').format(
            plan, language, w.chat.read_plan
        )
        if plan
        else ""
    )
    return str(Markup("<h1>{}</h1><p>{} {}</p>").format(w.product, w.chat.tagline, link))


def examples_title(language: str) -> str:
    """Return the title above the example questions."""
    return str(Markup("<h2>{}</h2>").format(words(language).chat.examples_title))


def note(language: str) -> str:
    """Return what every visitor is to know: no legal advice, no personal data."""
    return str(Markup("<p>{}</p>").format(words(language).chat.note))
