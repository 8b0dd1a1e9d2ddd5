"""From a request body to a question for the assistant."""

from typing import TYPE_CHECKING

from assistant import Audience, Filters, NotFoundError, Question, QuestionError, Role, Turn
from ui.http.bodies import AskBody, FiltersBody, TurnBody

if TYPE_CHECKING:
    from assistant import Assistant


class FieldError(QuestionError):
    """A field whose value is well-formed but cannot be used here."""

    def __init__(self, field: str, message: str, fix: str) -> None:
        super().__init__(message, fix)
        self.field = field


def question_of(body: AskBody, assistant: "Assistant") -> Question:
    """Return the question a body asks.

    Raises:
        FieldError: It names an unknown document or a generator that is not there.
    """
    if body.generator == "llm" and not assistant.writes:
        raise FieldError(
            "generator",
            "No language model is connected to this server.",
            'Leave "generator" out, or use "auto" or "extractive".',
        )
    return Question(
        text=body.question,
        history=tuple(_turn(turn) for turn in body.history if turn.content),
        language=None if body.language == "auto" else body.language,
        filters=filters_of(body.filters, assistant),
        top_k=body.top_k,
        may_be_written=body.generator != "extractive",
    )


def filters_of(body: FiltersBody, assistant: "Assistant") -> Filters:
    """Return the filters a body asks for.

    Raises:
        FieldError: It names an unknown document or dimension.
    """
    for document_id in body.documents:
        try:
            assistant.document(document_id)
        except NotFoundError as error:
            raise FieldError("filters.documents", error.message, error.fix) from error
    known = [dimension.id for dimension in assistant.kiv.dimensions]
    for dimension in body.dimensions:
        if dimension not in known:
            raise FieldError(
                "filters.dimensions",
                f"There is no dimension {dimension!r}.",
                f"Use one of: {', '.join(known) or 'none'}.",
            )
    return Filters(
        documents=frozenset(body.documents),
        themes=frozenset(body.themes),
        audience=Audience(body.audience) if body.audience else None,
        dimensions=frozenset(body.dimensions),
    )


def _turn(body: TurnBody) -> Turn:
    return Turn(role=Role(body.role), content=body.content)
