"""What keeps Gradio from remembering what its pages show.

By itself it holds the last value of every part of a page, for links to a state of the page, which
the chat does not offer, and until thousands of other pages were opened. Its queue holds the last
event until the next. What stays of a page here is how its parts look: labels and choices.
"""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI
from gradio.queueing import Event, Queue
from gradio.routes import App
from gradio.state_holder import SessionState, StateHolder


class _Page(SessionState):  # type: ignore[misc]
    """How the parts of one visitor's page look, without what they hold."""

    def _update_value_in_config(self, key: int, value: object) -> None:
        """Keep no value."""


class _Pages(StateHolder):  # type: ignore[misc]
    """The open pages."""

    def __getitem__(self, session_id: str) -> SessionState:
        if session_id not in self.session_data:
            self.session_data[session_id] = _Page(self.blocks)
        return super().__getitem__(session_id)


def keep_no_values(app: FastAPI) -> None:
    """Let the chat that was mounted last on an application keep nothing that its pages show."""
    chat = getattr(app.routes[-1], "app", None)
    if not isinstance(chat, App):
        raise TypeError("Gradio was not mounted last.")
    page = chat.get_blocks()
    chat.state_holder = _Pages()
    chat.state_holder.set_blocks(page)
    queue: Queue = page._queue
    queue.process_events = _forgetting(queue.process_events)


def _forgetting(process: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    """Return what processes events and then takes from them what the page sent."""

    async def process_and_forget(events: list[Event], *further: object) -> None:
        try:
            await process(events, *further)
        finally:
            for event in events:
                event.data = event.request = None

    return process_and_forget
