"""GET /widget.js, the script, and GET /embed, a page with nothing but it, for a frame."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader

from assistant import Settings
from ui.http.problems import HEADERS
from ui.widget.script import script
from ui.wording import words
from ui.wording.negotiate import negotiate

_TEMPLATES = Environment(loader=PackageLoader("ui.widget"), autoescape=True)
_THEMES = ("light", "dark")
_SCRIPT_HEADERS = {
    **HEADERS,
    "Cache-Control": "public, max-age=3600",
    # Pages that let in nothing but what agrees to it may take it too.
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def widget_router(settings: Settings) -> APIRouter:
    """Return the routes; the settings say whose pages may frame the page."""
    routes = APIRouter(include_in_schema=False)
    framed = _page_headers(settings)

    @routes.api_route("/widget.js", methods=["GET", "HEAD"], response_class=Response)
    def widget() -> Response:
        return Response(script(), media_type="text/javascript", headers=_SCRIPT_HEADERS)

    @routes.api_route("/embed", methods=["GET", "HEAD"], response_class=HTMLResponse)
    def embed(request: Request) -> HTMLResponse:
        asked = request.query_params
        language = negotiate(asked.get("lang"), request.headers.get("accept-language"))
        theme = asked.get("theme") if asked.get("theme") in _THEMES else ""
        page = _TEMPLATES.get_template("embed.html.j2").render(
            lang=language, title=words(language).product, theme=theme
        )
        return HTMLResponse(page, headers=framed)

    return routes


def _page_headers(settings: Settings) -> Mapping[str, str]:
    who = " ".join(("'self'", *settings.frame_origins))
    policy = (
        "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors {who}"
    )
    return {
        **HEADERS,
        "Content-Security-Policy": policy,
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Language",
    }
