"""Where the command line prints: results on standard output, progress on standard error."""

import sys

from pydantic import BaseModel
from rich.console import Console


def result_console() -> Console:
    """Return the console for results: colours and wrapping on a terminal only."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty(), emoji=False)


def progress_console() -> Console:
    """Return the console for progress, which is silent where nobody is looking."""
    return Console(stderr=True, highlight=False, quiet=not sys.stderr.isatty())


def print_json(reply: BaseModel) -> None:
    """Print a body as JSON in UTF-8, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(reply.model_dump_json(indent=2).encode() + b"\n")
