"""Problem details (RFC 9457): the one form of every error."""

from http import HTTPStatus
from typing import Annotated

from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from assistant import NotFoundError, PlanwijzerError, QuestionError
from ui.http.fields import FieldProblem
from ui.http.questions import FieldError
from ui.http.text import clean

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
"""What every API answer carries."""

UNEXPECTED = "The server could not handle this request. Tell its operator; the log says why."
"""What is said of a failure that nobody foresaw."""

_MAX_CHARACTERS = 1_000


# Written out, because a problem's schema stands inside each response that documents it.
_FIELD_PROBLEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "field": {"type": "string", "description": "Path of the field, as filters.themes.0."},
            "message": {"type": "string", "description": "What is off, and what is allowed."},
        },
        "required": ["field", "message"],
    },
}


class Problem(BaseModel):
    """What was wrong and what to do about it."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(default="about:blank", description="Kind of problem; the status says it.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What was wrong and what to do.")
    errors: Annotated[tuple[FieldProblem, ...], WithJsonSchema(_FIELD_PROBLEMS)] = Field(
        default=(), description="The fields that are off, where it is about fields."
    )


def problem_response(
    status: int,
    detail: str,
    *,
    errors: tuple[FieldProblem, ...] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """Return the response that states a problem; 503 says when to come back."""
    problem = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=_printable(detail),
        errors=tuple(
            FieldProblem(field=_printable(e.field), message=_printable(e.message)) for e in errors
        ),
    )
    retry = {"Retry-After": str(RETRY_SECONDS)} if status == 503 else {}
    return Response(
        problem.model_dump_json(exclude=None if errors else {"errors"}),
        status_code=status,
        media_type=MEDIA_TYPE,
        headers={**HEADERS, **retry, **(headers or {})},
    )


def status_of(error: PlanwijzerError) -> int:
    """Return the HTTP status of a failure; what only the operator can mend is 503."""
    if isinstance(error, NotFoundError):
        return 404
    if isinstance(error, QuestionError):
        return 422
    return 503


def problem_of(error: PlanwijzerError) -> Response:
    """Return the response that states a failure."""
    errors: tuple[FieldProblem, ...] = ()
    if isinstance(error, FieldError):
        errors = (FieldProblem(field=error.field, message=f"{error.message} {error.fix}"),)
    return problem_response(status_of(error), f"{error.message} {error.fix}", errors=errors)


def _printable(text: str) -> str:
    # Names of unknown fields and ids come from the caller, lone surrogates included.
    return clean(text)[:_MAX_CHARACTERS]
