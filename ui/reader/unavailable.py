"""The page that says that there is nothing to read yet."""

from fastapi.responses import HTMLResponse

from assistant import PlanwijzerError
from ui.reader.frame import HEADERS
from ui.reader.render import notice
from ui.wording import words

RETRY_SECONDS = "10"


def unavailable(error: PlanwijzerError, language: str, root: str = "../") -> HTMLResponse:
    """Return the page for a failure; `root` is the way to the server's root."""
    w = words(language).reader
    html = notice(language, w.unavailable, [error.message, error.fix], root=root)
    headers = {**HEADERS, "Retry-After": RETRY_SECONDS}
    return HTMLResponse(html, status_code=503, headers=headers)
