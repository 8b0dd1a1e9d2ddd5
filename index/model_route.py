"""What a way to get a model is, and what the ways share."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from index.model_spec import ModelSpec
from index.progress import ProgressReport

Route = Callable[[ModelSpec, Path, ProgressReport], None]
"""Writes the files of a model into an empty folder, or raises RouteClosedError.

What it writes is verified by its caller.
"""


class RouteClosedError(Exception):
    """This route cannot give the model now; its text says why, and another route may."""


def is_disk_full(error: BaseException) -> bool:
    """Return whether the error says that a disk or quota is full."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def link_or_copy(source: Path, destination: Path) -> None:
    """Let the destination have the source's bytes, in no space of their own where possible.

    Raises:
        OSError: The destination cannot be written.
    """
    destination.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, destination)
    except OSError:
        # Another file system, or one without hard links.
        shutil.copyfile(source, destination)
