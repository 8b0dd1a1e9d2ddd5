"""From options to the same checked bodies that the HTTP API takes."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import ValidationError

from assistant import QuestionError
from ui.http.bodies import Body
from ui.http.fields import field_problems, sentence

_Body = TypeVar("_Body", bound=Body)


def checked(kind: type[_Body], fields: Mapping[str, object]) -> _Body:
    """Return the body that the options ask for.

    Raises:
        QuestionError: An option has a value that is not allowed.
    """
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        problems = sentence(field_problems(error.errors()))
        raise QuestionError(
            f"The request is off: {problems}.", "Correct it; --help lists what is allowed."
        ) from error


def filters(
    audience: str | None,
    themes: list[str] | None,
    documents: list[str] | None,
    dimensions: list[str] | None = None,
) -> Mapping[str, object]:
    """Return the filters that the options ask for."""
    return {
        "audience": audience,
        "themes": themes or [],
        "documents": documents or [],
        "dimensions": dimensions or [],
    }
