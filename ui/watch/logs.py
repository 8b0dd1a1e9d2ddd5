"""What the server writes to its own output, as lines of text or of JSON."""

import json
import logging
import traceback
from copy import copy
from datetime import UTC, datetime
from types import TracebackType

from ui.watch.request_id import current_request_id

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]

_DETAILS = "details"


def set_up(form: str) -> None:
    """Write what the server logs to standard error.

    Args:
        form: `json`, with a line for each request, or `text`, warnings and errors alone.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if form == "json" else TextLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    requests.setLevel(logging.INFO if form == "json" else logging.WARNING)


requests = logging.getLogger("planwijzer.requests")
"""One line for each request."""


def detailed(**details: object) -> dict[str, dict[str, object]]:
    """Return the `extra` of a log call that adds fields of its own to a line of JSON."""
    return {_DETAILS: details}


class TextLines(logging.Formatter):
    """Lines of text."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as text, whatever another has made of its failure."""
        own = copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: object) -> str:  # noqa: N802 - its name in the library
        """Return where a failure happened, without its message."""
        return where(ei)


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as JSON."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := current_request_id():
            line["request_id"] = request_id
        line |= getattr(record, _DETAILS, {})
        if record.exc_info:
            line["error"] = where(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def where(failure: object) -> str:
    """Return the kind of a failure and the lines it came through.

    The message is left out: libraries put what they were working on into it, a question too.
    """
    if not isinstance(failure, tuple) or failure[1] is None:
        return ""
    error: BaseException = failure[1]
    kinds, seen = [type(error).__name__], error
    while (seen := seen.__cause__ or seen.__context__) is not None:  # type: ignore[assignment]
        kinds.append(type(seen).__name__)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([" from ".join(kinds), *lines])
