"""A real server over real sockets, in a thread of the test."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn
from fastapi import FastAPI

SECONDS = 30


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application within a block, from when it is ready; the address is that of it."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", proxy_headers=False))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            until_ready(base)
            yield base
        finally:
            server.should_exit = True
            thread.join(SECONDS)


def until_ready(base: str) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{base}/readyz").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.02)
    raise AssertionError("the server did not become ready")
