"""The page that says that a document is not here."""

from fastapi.responses import HTMLResponse

from assistant import Library
from ui.reader.frame import HEADERS
from ui.reader.render import notice
from ui.wording import words


def missing(library: Library, language: str, root: str = "../") -> HTMLResponse:
    """Return the page with the documents that are; `root` is the way to the server's root."""
    w = words(language).reader
    documents = [read.document for read in library.documents]
    html = notice(language, w.missing, [w.missing_fix], documents, root)
    return HTMLResponse(html, status_code=404, headers=HEADERS)
