"""How many questions run and wait, and what the next one is told."""

from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event

import anyio
import pytest
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.http.conftest import until_ready
from ui.http.app import create_app
from ui.http.capacity import BusyError, Capacity
from ui.http.waiting import while_connected


@pytest.mark.parametrize("stream", [False, True])
def test_503_with_retry_after_when_all_places_are_taken(standin, stream):
    app = create_app(lambda: standin, Settings(max_concurrency=1, max_waiting=1))
    body = {"question": "x", "stream": stream}
    with TestClient(app) as client, ThreadPoolExecutor(3) as pool:
        until_ready(client)
        standin.released.clear()
        asked = [pool.submit(client.post, "/api/v1/ask", json=body) for _ in range(3)]
        refused = next(as_completed(asked, timeout=10)).result()
        standin.released.set()
        statuses = sorted(future.result().status_code for future in asked)
        after = client.post("/api/v1/ask", json=body)

    assert refused.headers["content-type"] == "application/problem+json"
    assert int(refused.headers["retry-after"]) > 0
    assert statuses == [200, 200, 503]
    assert after.status_code == 200


def test_place_is_kept_when_the_caller_leaves_work_that_runs():
    async def main() -> None:
        release = Event()
        capacity = Capacity(running=1, waiting=0)
        task = capacity.start(lambda: release.wait(5))
        await anyio.sleep(0.05)
        task.cancel()
        await anyio.sleep(0.05)
        with pytest.raises(BusyError):
            capacity.start(lambda: None)
        release.set()
        await anyio.sleep(0.1)
        await capacity.start(lambda: None)

    anyio.run(main)


def test_place_is_given_back_when_the_caller_leaves_work_that_waits():
    async def main() -> None:
        release = Event()
        capacity = Capacity(running=1, waiting=1)
        running = capacity.start(lambda: release.wait(5))
        waiting = capacity.start(lambda: None)
        await anyio.sleep(0.05)
        waiting.cancel()
        await anyio.sleep(0.05)
        capacity.start(lambda: None)
        release.set()
        await running

    anyio.run(main)


def test_place_is_given_back_when_the_work_fails():
    def fail() -> None:
        raise ValueError("no")

    async def main() -> None:
        capacity = Capacity(running=1, waiting=0)
        with pytest.raises(ValueError, match="no"):
            await capacity.start(fail)
        await anyio.sleep(0)
        await capacity.start(lambda: None)

    anyio.run(main)


def test_question_is_dropped_when_its_caller_leaves_before_it_begins(standin):
    class Gone:
        async def is_disconnected(self) -> bool:
            return True

    async def main() -> None:
        release = Event()
        capacity = Capacity(running=1, waiting=1)
        running = capacity.start(lambda: release.wait(5))
        waiting = capacity.start(lambda: standin.questions.append("asked"))
        with pytest.raises(HTTPException):
            await while_connected(Gone(), waiting, 60)
        # The loop passes a cancellation on in its next turn.
        await anyio.sleep(0.01)
        release.set()
        await running
        await capacity.start(lambda: None)

    anyio.run(main)

    assert standin.questions == []
