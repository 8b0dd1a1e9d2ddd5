"""What the reader's pages have in common: templates, headers, and the frame around each page."""

from jinja2 import Environment, PackageLoader

from assistant import LANGUAGES
from ui.reader.view import View
from ui.wording import words

TEMPLATES = Environment(
    loader=PackageLoader("ui.reader"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-cache",
    "Vary": "Accept-Language",
}


def frame(view: View, root: str) -> dict[str, object]:
    """Return what every page needs; the language links keep the rest of what was asked.

    Args:
        view: What the visitor asks for.
        root: The way from the page's address to the server's root.
    """
    w = words(view.language)
    links = [(code, words(code).name, view.in_language(code).query) for code in LANGUAGES]
    return {
        "lang": view.language,
        "product": w.product,
        "w": w.reader,
        "check": w.check,
        "languages": links,
        "root": root,
    }
