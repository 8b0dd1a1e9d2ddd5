"""What callers send, every field with its limits."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from assistant import MAX_HISTORY_TURNS, MAX_QUESTION_CHARACTERS
from ui.http.choices import (
    ASK_TOP_K,
    MAX_TOP_K,
    SEARCH_TOP_K,
    AudienceChoice,
    GeneratorChoice,
    LanguageChoice,
)
from ui.http.text import Cleaned
from ui.http.themes import Theme

MAX_FILTERS = 50
MAX_ID_CHARACTERS = 200

TopK = Annotated[int, Field(strict=True, ge=1, le=MAX_TOP_K)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION_CHARACTERS), Cleaned]
DocumentId = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ID_CHARACTERS), Cleaned]
DimensionId = DocumentId


class Body(BaseModel):
    """A request body; an unknown field is refused, so that a typing error is not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TurnBody(Body):
    """One earlier turn of the conversation."""

    role: Literal["user", "assistant"] = Field(description="Who spoke.")
    content: Annotated[str, Cleaned] = Field(description="What was said.")


class FiltersBody(Body):
    """A restriction of the search; an empty field restricts nothing."""

    documents: Annotated[list[DocumentId], Field(max_length=MAX_FILTERS)] = Field(
        default=[], description="Ids of the documents to search."
    )
    themes: Annotated[list[Theme], Field(max_length=MAX_FILTERS)] = Field(
        default=[],
        description='Theme numbers; 1 also covers 1.1, 1.2, … Write 1.10 as text ("1.10").',
    )
    audience: AudienceChoice | None = Field(
        default=None, description="Only what is addressed to this police level alone."
    )
    dimensions: Annotated[list[DimensionId], Field(max_length=MAX_FILTERS)] = Field(
        default=[],
        description="Ids of the framework note's dimensions, as /api/v1/kiv lists them.",
    )


class AskBody(Body):
    """One question."""

    question: Words = Field(
        description="The user's words in nl, fr, de or en. Control characters become spaces."
    )
    history: Annotated[list[TurnBody], Field(max_length=MAX_HISTORY_TURNS)] = Field(
        default=[],
        description="Earlier turns, oldest first; the server keeps no conversation itself.",
    )
    language: LanguageChoice = Field(
        default="auto",
        description="Language of the answer's own words; auto follows the question. "
        "Quotes stay in the language of the source.",
    )
    filters: FiltersBody = Field(default=FiltersBody(), description="Restricts what is searched.")
    generator: GeneratorChoice = Field(
        default="auto",
        description="Who words the answer; auto is the LLM where one is connected and healthy, "
        "else extractive.",
    )
    top_k: TopK = Field(default=ASK_TOP_K, description="Passages considered.")
    stream: Annotated[bool, Field(strict=True)] = Field(
        default=False, description="Answer as server-sent events."
    )


class SearchBody(Body):
    """A look-up without an answer."""

    query: Words = Field(
        description="A topic, wording, abbreviation, legal reference, footnote or place."
    )
    top_k: TopK = Field(default=SEARCH_TOP_K, description="Passages returned at most.")
    filters: FiltersBody = Field(default=FiltersBody(), description="Restricts what is searched.")
