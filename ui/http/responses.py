"""The problems a route can answer with, for the OpenAPI document."""

from ui.http.problems import MEDIA_TYPE, Problem

_DESCRIPTIONS = {
    400: "The body is not JSON.",
    404: "There is nothing under this id or address.",
    405: "The address does not take this method.",
    413: "The body is over the limit.",
    422: "A field is off: which, and what is allowed.",
    500: "The server failed.",
    503: "Not ready, or over capacity; Retry-After says when to come back.",
}
_CONTENT = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}

Documented = dict[int | str, dict[str, object]]


def problems(*statuses: int) -> Documented:
    """Return the documentation of problems with these statuses."""
    return {
        status: {"description": _DESCRIPTIONS[status], "content": _CONTENT} for status in statuses
    }


BODY_PROBLEMS = problems(400, 413, 422, 500, 503)
"""What every route that takes a body can answer with."""
