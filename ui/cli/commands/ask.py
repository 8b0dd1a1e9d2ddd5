"""`planwijzer ask`."""

from typing import Annotated

import typer

from ui.cli.options import AsJson, Audience, Dimensions, Documents, Language, Themes, TopK
from ui.http.choices import ASK_TOP_K


def ask(
    question: Annotated[str, typer.Argument(help="In Dutch, French, German or English.")],
    language: Language = "auto",
    audience: Audience = None,
    theme: Themes = None,
    document: Documents = None,
    dimension: Dimensions = None,
    top_k: TopK = ASK_TOP_K,
    json: AsJson = False,
) -> None:
    """Answer a question with literal quotes and where to read them in the plan."""
    from assistant import Settings
    from ui.cli.console import print_json, result_console
    from ui.cli.opening import local_url, opened
    from ui.cli.printing import print_answer
    from ui.cli.requests import checked, filters
    from ui.http.bodies import AskBody
    from ui.http.present import Presenter
    from ui.http.questions import question_of

    fields = {
        "question": question,
        "language": language,
        "filters": filters(audience, theme, document, dimension),
        "top_k": top_k,
    }
    body = checked(AskBody, fields)
    settings = Settings.load()
    assistant = opened(settings)
    answer = assistant.answer(question_of(body, assistant))
    reply = Presenter(assistant, settings.public_url).answer(answer)
    if json:
        print_json(reply)
    else:
        print_answer(result_console(), reply, local_url(settings))
