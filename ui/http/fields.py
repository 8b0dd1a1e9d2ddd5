"""What is off about the fields of a request."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import ErrorDetails

_MAX_ERRORS = 20
_WHERE = ("body", "query", "path", "header")


class FieldProblem(BaseModel):
    """What is off about one field."""

    model_config = ConfigDict(frozen=True)

    field: str = Field(description="Path of the field, as filters.themes.0.")
    message: str = Field(description="What is off, and what is allowed.")


def field_problems(errors: Sequence[ErrorDetails]) -> tuple[FieldProblem, ...]:
    """Return the first problems that a validation found."""
    return tuple(
        FieldProblem(field=_field(error["loc"]), message=error["msg"])
        for error in errors[:_MAX_ERRORS]
    )


def sentence(problems: Sequence[FieldProblem]) -> str:
    """Return problems as one line of text."""
    return "; ".join(f"{problem.field}: {problem.message}" for problem in problems)


def _field(location: tuple[int | str, ...]) -> str:
    inside = location[1:] if location[:1] and location[0] in _WHERE else location
    return ".".join(str(part) for part in inside) or "body"
