"""Views are made once, and what outlives a request does not go on in its caller's name."""

import asyncio

import pytest

from assistant import NotFoundError
from tests.ui.standin_assistant import StandIn
from ui.access.caller import STRANGER, Caller, Role, calling, current_caller
from ui.access.views import Views


def test_a_view_is_made_once_for_all_who_may_read_the_same(whole: StandIn) -> None:
    views = Views()

    assert views.view(whole, []) is views.view(whole, ["other"])  # type: ignore[arg-type]
    assert views.view(whole, ["csd"]) is whole  # type: ignore[arg-type,comparison-overlap]


def test_views_are_made_anew_when_the_assistant_is_another(whole: StandIn) -> None:
    views = Views()
    before = views.view(whole, [])  # type: ignore[arg-type]

    assert views.view(StandIn(whole.documents), []) is not before  # type: ignore[arg-type]


def test_it_says_so_when_somebody_may_read_nothing(whole: StandIn) -> None:
    with pytest.raises(NotFoundError, match="may read"):
        Views().view(whole.among(["geheim"]), [])  # type: ignore[arg-type]


def test_a_task_that_outlives_a_request_has_no_caller() -> None:
    jan = Caller(id="key:1", role=Role.ADMIN, groups=frozenset({"csd"}))
    seen: list[Caller] = []

    async def later(gone: asyncio.Event) -> None:
        seen.append(current_caller())
        await gone.wait()
        seen.append(current_caller())

    async def visit() -> None:
        gone = asyncio.Event()
        with calling(jan):
            task = asyncio.create_task(later(gone))
            await asyncio.sleep(0)
        gone.set()
        await task

    asyncio.run(visit())

    assert seen == [jan, STRANGER]
