"""What the routes share."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import Settings
from ui.http.capacity import Capacity
from ui.http.opening import Opening
from ui.http.present import Presenter

if TYPE_CHECKING:
    from assistant import Assistant


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The assistant, the room for questions, and where users reach the server."""

    opening: Opening
    capacity: Capacity
    public_url: str

    @classmethod
    def of(cls, opening: Opening, settings: Settings) -> "Desk":
        """Return the desk that settings ask for."""
        return cls(
            opening=opening,
            capacity=Capacity(running=settings.max_concurrency, waiting=settings.max_waiting),
            public_url=settings.public_url,
        )

    def assistant(self) -> "Assistant":
        """Return the assistant, or raise NotReadyError."""
        return self.opening.assistant()

    def presenter(self, assistant: "Assistant") -> Presenter:
        """Return what words an assistant's answers."""
        return Presenter(assistant, self.public_url)
