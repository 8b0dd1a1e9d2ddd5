"""From exceptions to problems."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from assistant import PlanwijzerError
from ui.http.fields import field_problems, sentence
from ui.http.problems import UNEXPECTED, problem_of, problem_response


def add_handlers(app: FastAPI) -> None:
    """Make an application state every failure as a problem."""

    @app.exception_handler(PlanwijzerError)
    async def _failure(_: Request, error: PlanwijzerError) -> Response:
        return problem_of(error)

    @app.exception_handler(RequestValidationError)
    async def _off(_: Request, error: RequestValidationError) -> Response:
        errors = field_problems(error.errors())
        detail = f"The request is off. {sentence(errors)}."
        return problem_response(422, detail, errors=errors)

    @app.exception_handler(HTTPException)
    async def _refused(_: Request, error: HTTPException) -> Response:
        detail = error.detail
        return problem_response(error.status_code, detail, headers=dict(error.headers or {}))

    @app.exception_handler(Exception)
    async def _unexpected(_: Request, __: Exception) -> Response:
        return problem_response(500, UNEXPECTED)
