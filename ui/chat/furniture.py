"""The fixed words of the chat's page in the visitor's language."""

from collections.abc import Sequence

from markupsafe import Markup

from ui.wording import words

_LINK = Markup('<a href="{url}" target="_blank" rel="noopener">{text}</a>')


def header(language: str, documents: Sequence[str]) -> str:
    """Return the name and the line under it, with the way to the documents and to the check page.

    `documents` are their ids, empty while they are not known; then there are no links.
    """
    w = words(language)
    path, name = ("plan", w.chat.read_documents)
    if len(documents) == 1:
        path, name = (f"plan/{documents[0]}", w.chat.read_plan)
    links = ((path, name), ("check", w.check.title)) if documents else ()
    linked = Markup(" · ").join(
        _LINK.format(url=f"{path}?lang={language}", text=name) for path, name in links
    )
    return str(Markup("<h1>{}</h1><p>{}</p><p>{}</p>").format(w.product, w.chat.tagline, linked))


def examples(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the example questions under their titles: for officers, then for drafters."""
    w = words(language).chat
    roles = (
        (w.examples_officer_title, w.examples_officer),
        (w.examples_drafter_title, w.examples_drafter),
    )
    return tuple((str(Markup("<h2>{}</h2>").format(title)), asked) for title, asked in roles)


def note(language: str) -> str:
    """Return what every visitor is to know: no legal advice, no personal data."""
    return str(Markup("<p>{}</p>").format(words(language).chat.note))
