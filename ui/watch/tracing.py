"""What a request did and how long each part took, for whoever collects such traces."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant import Settings, SettingsError

if TYPE_CHECKING:
    from assistant import Assistant

Ended = Callable[[str, str, int], None]
"""Told of a request's method, its route as it is declared, and the status of its answer."""


class Tracing:
    """Traces nothing: what a server does to which no collector is named."""

    @contextmanager
    def request(self, request_id: str) -> Iterator[Ended]:  # noqa: ARG002 - for those that trace
        """Trace a request within a block; it gives what is to be told how the request ended."""
        yield lambda *_: None

    def traced(self, assistant: "Assistant") -> "Assistant":
        """Return the same assistant, whose answers are traced stage by stage.

        They belong to the request in which this is called.
        """
        return assistant

    def stop(self) -> None:
        """Send what was not sent yet."""


def open_tracing(settings: Settings) -> Tracing:
    """Return the tracing that the settings ask for; without a collector nothing is sent.

    Raises:
        SettingsError: A collector is named, but not as an address, or the packages are missing
            that speak to it.
    """
    if not settings.telemetry:
        return Tracing()
    if not settings.telemetry.startswith(("http://", "https://")):
        raise SettingsError(
            "PLANWIJZER_TELEMETRY is not the address of a collector.",
            "Write it as http://127.0.0.1:4318, or leave it out.",
        )
    try:
        from ui.watch.otlp import OtlpTracing
    except ImportError as error:
        raise SettingsError(
            "PLANWIJZER_TELEMETRY is set, but the packages of OpenTelemetry are missing.",
            "Install them with: pip install --constraint constraints.txt '.[telemetry]', or leave "
            "the setting out.",
        ) from error
    return OtlpTracing(settings.telemetry)
