"""The application: the API, and a place for the other faces beside it."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from fastapi import APIRouter, FastAPI, Security
from fastapi.security import HTTPBearer

from assistant import PlanwijzerError, Settings
from ui.access.guard import Guard
from ui.access.opening import open_recognition
from ui.access.proxy import Proxies
from ui.http.compression import Compression
from ui.http.cors import Cors
from ui.http.desk import Desk
from ui.http.handlers import add_handlers
from ui.http.limits import ApiLimits
from ui.http.opening import Opening
from ui.http.record import Record
from ui.http.responses import ACCESS_PROBLEMS
from ui.http.routes.ask import ask_router
from ui.http.routes.citations import citations_router
from ui.http.routes.documents import documents_router
from ui.http.routes.feedback import feedback_router
from ui.http.routes.kiv import kiv_router
from ui.http.routes.metrics import metrics_router
from ui.http.routes.operations import operations_router
from ui.http.routes.passages import passages_router
from ui.http.routes.search import search_router
from ui.http.routes.unknown import unknown_router
from ui.http.routes.verify import verify_router
from ui.http.version import running_version
from ui.limits.limiter import RateLimit
from ui.mcp.endpoint import McpEndpoint
from ui.openai_api.errors import OpenAIErrors
from ui.openai_api.routes import openai_router
from ui.watch.metrics import Metrics
from ui.watch.tracing import open_tracing
from ui.watch.watch import Watch
from ui.widget.routes import widget_router

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from assistant import Assistant

AssistantOf = Callable[[], "Assistant"]
Mount = Callable[[FastAPI, AssistantOf, Settings], FastAPI]
"""Adds a face to the application; it is given what returns the assistant of the current caller or
raises NotReadyError, and returns the application."""


_SHOWN = Security(
    HTTPBearer(
        scheme_name="bearer",
        description="An API key or a token of the identity provider, where the server has an "
        "access rule.",
        auto_error=False,
    )
)
"""For the OpenAPI document; the guard in front is what checks it."""


def create_app(
    open: AssistantOf,
    settings: Settings,
    mounts: Sequence[Mount] = (),
    *,
    state: Callable[[], object] = lambda: None,
    database: "Engine | None" = None,
) -> FastAPI:
    """Return the server's application.

    Args:
        open: Opens the assistant; called in a background thread when the server starts, and
            again when `state` has changed.
        settings: The settings.
        mounts: The other faces, in the order in which they are asked for a path; what takes
            every path (the chat at /) comes last.
        state: Returns what the assistant rests on, cheaply.
        database: Where API keys and answers are kept; without one no key is valid and no answer
            is logged.

    Raises:
        SettingsError: The settings do not say who may, and not only this machine can; or traces
            are to be sent and cannot be.
    """
    recognition = open_recognition(settings, database)
    opening = Opening(open, state)
    metrics, proxies = Metrics(), Proxies(settings)
    record = Record(database, settings, metrics)
    tracing = open_tracing(settings)
    desk = Desk.of(opening, settings, record.told, record.log, tracing.traced)
    tools = McpEndpoint(desk, settings)

    def look() -> None:
        metrics.queue(*desk.capacity.load)
        with suppress(PlanwijzerError):
            record.index(desk.whole())

    metrics.before_reading(look)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        opening.start()
        record.start()
        async with tools.running():
            yield
        record.stop()
        opening.stop()
        await run_sync(tracing.stop)

    app = FastAPI(
        title="Planwijzer",
        summary="Answers about Belgium's National Security Plan, with citations.",
        version=running_version(),
        lifespan=lifespan,
        # Their pages load scripts from a CDN; the server is to work without internet.
        docs_url=None,
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False},
    )
    app.add_middleware(ApiLimits)
    app.add_middleware(Compression)
    app.add_middleware(RateLimit, settings=settings, proxies=proxies)
    app.add_middleware(Guard, recognition=recognition, ready=desk.prepare, proxies=proxies)
    app.add_middleware(Watch, metrics=metrics, proxies=proxies, tracing=tracing)
    app.add_middleware(OpenAIErrors)
    app.add_middleware(Cors, settings=settings)
    add_handlers(app)
    guarded, operations = _routers(desk), operations_router(desk)
    guarded += [metrics_router(metrics), tools.router, widget_router(settings)]
    for router in guarded:
        app.include_router(router, responses=ACCESS_PROBLEMS, dependencies=[_SHOWN])
    app.include_router(operations)
    app.include_router(unknown_router([*guarded, operations]))
    for mount in mounts:
        app = mount(app, desk.assistant, settings)
    return app


def _routers(desk: Desk) -> list[APIRouter]:
    return [
        ask_router(desk),
        search_router(desk),
        verify_router(desk),
        documents_router(desk),
        passages_router(desk),
        citations_router(desk),
        kiv_router(desk),
        feedback_router(desk),
        openai_router(desk),
    ]
