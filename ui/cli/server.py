"""Running the server: chat, API and reader on one port."""

import logging
import socket
import sys

import uvicorn
from fastapi import FastAPI
from sse_starlette.sse import AppStatus

from assistant import Assistant, Opener, PlanwijzerError, Settings, SettingsError, assistant_opener
from ui.access.opening import check_access
from ui.cli.failures import report
from ui.cli.opening import local_url
from ui.database.engine import open_database
from ui.http.app import AssistantOf, Mount, create_app
from ui.limits.patience import MAX_HEADER_BYTES, PatientProtocol
from ui.watch.logs import set_up

_BACKLOG = 2048
_GRACE_SECONDS = 10
_IDLE_SECONDS = 30
"""How long a connection stays open between requests. Clients close theirs after 5 seconds by
custom; a server that closed at the same moment would break a request that is just under way."""
_CONNECTIONS = 1_000
"""Connections at the same time; more get a 503. It leaves room under the usual limit of files."""


def run(settings: Settings) -> None:
    """Serve until the process is told to stop (Ctrl-C, SIGTERM).

    Raises:
        SettingsError: The address cannot be listened on, or others than this machine could reach
            the server without an access rule.
    """
    set_up(settings.log_format)
    # asyncio warns once per event that is sent to a reader who left; that is no problem.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    check_access(settings)
    listener = listen(settings.host, settings.port)
    print(f"Starting on {local_url(settings)} …", file=sys.stderr, flush=True)
    source = assistant_opener(settings)
    announced = _Announced(source, local_url(settings))
    engine = open_database(settings)
    app = create_app(announced.open, settings, FACES, state=source.state, database=engine)
    config = uvicorn.Config(
        app,
        # Questions are private: no line per request.
        access_log=False,
        log_config=None,
        log_level="warning",
        server_header=False,
        # Who is in front is a setting, which the access rule reads; uvicorn would believe anybody
        # on this machine.
        proxy_headers=False,
        http=PatientProtocol,
        h11_max_incomplete_event_size=MAX_HEADER_BYTES,
        limit_concurrency=_CONNECTIONS,
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    # Its own way is to cut streams off as soon as the server is told to stop.
    AppStatus.disable_automatic_graceful_drain()  # type: ignore[no-untyped-call]
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        # uvicorn has shut down; it passes the signal on.
        return
    finally:
        engine.dispose()


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on an address.

    Raises:
        SettingsError: There is no such address here, or it is taken.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server((str(address[0]), port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise SettingsError(
            f"Port {port} of {host} cannot be listened on ({error.strerror}).",
            "Stop what is using it, or choose another with --host and --port.",
        ) from error


class _Announced:
    """Opens the assistant and tells the terminal: where it is, what changed, what is off."""

    def __init__(self, source: Opener, base: str) -> None:
        self._source = source
        self._base = base
        self._opened = False
        self._told = ""

    def open(self) -> Assistant:
        try:
            assistant = self._source.open()
        except PlanwijzerError as error:
            if error.message != self._told:
                report(error)
            self._told = error.message
            raise
        self._told = ""
        self._announce(assistant)
        return assistant

    def _announce(self, assistant: Assistant) -> None:
        if self._opened:
            print(f"Documents or index changed; in use: {len(assistant.documents)}.", flush=True)
            return
        self._opened = True
        base, first = self._base, assistant.documents[0].document.id
        print(f"Chat    {base}/", f"API     {base}/api/v1 ({base}/openapi.json)", sep="\n")
        print(f"Reader  {base}/plan/{first}", flush=True)


def _reader(app: FastAPI, assistant_of: AssistantOf, settings: Settings) -> FastAPI:
    from ui.reader.check_routes import check_router
    from ui.reader.occurrence_routes import occurrence_router
    from ui.reader.original_routes import original_router
    from ui.reader.routes import router

    app.include_router(router(assistant_of, settings))
    app.include_router(occurrence_router(assistant_of))
    app.include_router(original_router(assistant_of))
    app.include_router(check_router(assistant_of, settings))
    return app


def _chat(app: FastAPI, assistant_of: AssistantOf, settings: Settings) -> FastAPI:
    from ui.chat.app import mount_chat

    return mount_chat(app, assistant_of, settings)


FACES: tuple[Mount, ...] = (_reader, _chat)
"""What stands beside the API, in the order in which it is asked for a path."""
