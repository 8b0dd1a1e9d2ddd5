"""`planwijzer search`."""

from typing import Annotated

import typer

from ui.cli.options import AsJson, Audience, Dimensions, Documents, Themes, TopK
from ui.http.choices import SEARCH_TOP_K


def search(
    query: Annotated[
        str,
        typer.Argument(help="A topic, wording, abbreviation, legal reference or place."),
    ],
    audience: Audience = None,
    theme: Themes = None,
    document: Documents = None,
    dimension: Dimensions = None,
    top_k: TopK = SEARCH_TOP_K,
    json: AsJson = False,
) -> None:
    """Look passages up without answering."""
    from assistant import Settings
    from ui.cli.console import print_json, result_console
    from ui.cli.opening import local_url, opened
    from ui.cli.printing import print_hits
    from ui.cli.requests import checked, filters
    from ui.http.bodies import SearchBody
    from ui.http.present import Presenter
    from ui.http.questions import filters_of

    fields = {
        "query": query,
        "top_k": top_k,
        "filters": filters(audience, theme, document, dimension),
    }
    body = checked(SearchBody, fields)
    settings = Settings.load()
    assistant = opened(settings)
    found = assistant.search(
        body.query, top_k=body.top_k, filters=filters_of(body.filters, assistant)
    )
    language = assistant.detect_language(body.query)
    reply = Presenter(assistant, settings.public_url).search(found, language)
    if json:
        print_json(reply)
    else:
        print_hits(result_console(), reply.results, local_url(settings))
