"""Opening the assistant for one command."""

from assistant import Assistant, Settings, open_assistant
from ui.cli.console import progress_console


def opened(settings: Settings) -> Assistant:
    """Return the assistant, with a sign of life on a terminal while it loads.

    Raises:
        PlanwijzerError: It cannot be opened.
    """
    with progress_console().status("Loading the model and the index …"):
        return open_assistant(settings)


def local_url(settings: Settings) -> str:
    """Return where a person at this machine reaches the server."""
    if settings.public_url:
        return settings.public_url
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"
