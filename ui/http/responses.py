"""The problems a route can answer with, for the OpenAPI document."""

from ui.http.problems import MEDIA_TYPE, Problem

_DESCRIPTIONS = {
    400: "The body is not JSON.",
    401: "Nothing shows who calls, or it is not valid.",
    403: "The caller's role is not enough.",
    404: "There is nothing under this id or address.",
    405: "The address does not take this method.",
    408: "The body did not come in time.",
    413: "The body is over the limit.",
    422: "A field is off: which, and what is allowed.",
    429: "Too many requests; Retry-After says when to come back.",
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


BODY_PROBLEMS = problems(400, 408, 413, 422, 500, 503)
"""What every route that takes a body can answer with."""

ACCESS_PROBLEMS = problems(401, 403, 429)
"""What every route that is guarded can answer with."""
