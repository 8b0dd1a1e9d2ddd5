"""GET /citations/{passage_id}: a passage, or a quote from it, as writers cite it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field, StringConstraints

from assistant import MAX_QUESTION_CHARACTERS
from ui.citations.reference import range_quoted, reference_to
from ui.citations.styles import StyleName, style
from ui.http.choices import LanguageChoice
from ui.http.desk import Desk
from ui.http.replies import Reply
from ui.http.responses import problems
from ui.http.routes import PREFIX
from ui.http.text import Cleaned

if TYPE_CHECKING:
    pass

_STYLE = Query(
    alias="style",
    description="note is a footnote, plain the quote with its place; the others are named after "
    "their format.",
)
_LANGUAGE = Query(description="Language of the words around it; auto is that of the document.")
_QUOTE = Query(
    description="What is quoted from the passage, word for word; all of it when left out."
)
Quote = Annotated[str, StringConstraints(max_length=MAX_QUESTION_CHARACTERS), Cleaned, _QUOTE]


class CitationTextReply(Reply):
    """A citation, ready to paste."""

    style: StyleName = Field(description="The style.")
    language: str = Field(description="Language of the words around the quote.")
    media_type: str = Field(description="Media type of the text.")
    file_name: str = Field(description="A name for a file with the text.")
    text: str = Field(description="The citation.")
    in_text: str | None = Field(
        description="What stands in the running text, in styles that keep the place there (APA)."
    )
    quote: str = Field(description="Literal text of the source that is cited.")
    label: str = Field(description="The place in words.")
    url: str = Field(description="Permalink that opens the document with the quote highlighted.")


def citations_router(desk: Desk) -> APIRouter:
    """Return the route that writes citations."""
    routes = APIRouter(prefix=PREFIX, tags=["reading"])

    @routes.get("/citations/{passage_id}", responses=problems(404, 422, 503))
    def citation(
        passage_id: str,
        request: Request,
        name: Annotated[StyleName, _STYLE] = "note",
        language: Annotated[LanguageChoice, _LANGUAGE] = "auto",
        quote: Quote = "",
    ) -> CitationTextReply:
        """Write the citation of a passage, or of a quote from it, in a style."""
        assistant = desk.assistant()
        passage = assistant.passage(passage_id)
        own = desk.presenter(assistant).own_language(passage)
        ref = reference_to(
            assistant,
            passage,
            range_quoted(assistant, passage, quote),
            language=own if language == "auto" else language,
            public_url=desk.public_url or str(request.base_url),
            consulted=date.today(),
        )
        chosen = style(name)
        return CitationTextReply(
            style=name,
            language=ref.language,
            media_type=chosen.media_type,
            file_name=f"{ref.key}.{chosen.ending}",
            text=chosen.write(ref),
            in_text=chosen.in_text(ref) if chosen.in_text else None,
            quote=ref.quote,
            label=ref.label,
            url=ref.url,
        )

    return routes
