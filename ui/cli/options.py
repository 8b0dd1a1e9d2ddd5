"""The options that several commands share."""

from typing import Annotated

import typer

from ui.http.choices import MAX_TOP_K, AudienceChoice, LanguageChoice

Language = Annotated[
    LanguageChoice,
    typer.Option(help="Language of the answer's own words; auto follows the question."),
]
Audience = Annotated[
    AudienceChoice | None,
    typer.Option(help="Only what is addressed to this police level alone."),
]
Themes = Annotated[
    list[str] | None,
    typer.Option("--theme", help="Only this theme and its parts (1, 1.3, …); repeatable."),
]
Documents = Annotated[
    list[str] | None,
    typer.Option("--document", help="Only this document, by its id; repeatable."),
]
Dimensions = Annotated[
    list[str] | None,
    typer.Option(
        "--dimension",
        help="Only what belongs to this dimension of the framework note; repeatable.",
    ),
]
TopK = Annotated[int, typer.Option(min=1, max=MAX_TOP_K, help="Passages considered.")]
AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON of the same shape as the HTTP API.")
]
ModelName = Annotated[
    str | None,
    typer.Argument(help="Name of the model; the one in the settings when left out."),
]
