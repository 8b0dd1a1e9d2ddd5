"""Speaks to the chat as its page does, over its own protocol."""

import json
import uuid
from dataclasses import dataclass, field

import httpx


@dataclass
class Page:
    """One open page: its client, its session, and what it carries between events."""

    client: httpx.Client
    session: str = field(default_factory=lambda: uuid.uuid4().hex)
    carried: str | None = None

    def ask(self, question: str) -> str:
        """Ask, carry what comes back, and return the conversation as it is shown."""
        self.join("question", [question, "nl", "all", "all", "all", self.carried])
        self.carried, shown, *_ = self.last()
        return str(shown)

    def join(self, first_input: str, data: list[object]) -> None:
        """Start the event whose first input is the part with that id."""
        config = self.client.get("/config").json()
        part = next(
            c["id"] for c in config["components"] if c["props"].get("elem_id") == first_input
        )
        event = next(
            d
            for d in config["dependencies"]
            if d["inputs"][:1] == [part] and len(d["inputs"]) == len(data)
        )
        body = {
            "data": data,
            "fn_index": event["id"],
            "session_hash": self.session,
            "trigger_id": part,
        }
        self.client.post("/gradio_api/queue/join", json=body).raise_for_status()

    def last(self) -> list[object]:
        """Wait for the end of the event, and return its outputs."""
        output: list[object] = []
        address = f"/gradio_api/queue/data?session_hash={self.session}"
        with self.client.stream("GET", address) as events:
            for line in events.iter_lines():
                message = json.loads(line.removeprefix("data:") or "{}")
                if message.get("msg") == "process_completed":
                    assert message["success"], message
                    output = message["output"]["data"]
        return output

    def leave(self) -> None:
        """Go away as soon as the first thing of an event has come."""
        address = f"/gradio_api/queue/data?session_hash={self.session}"
        with self.client.stream("GET", address) as events:
            next(events.iter_lines())
