"""Whether anything in a folder has changed."""

import os
from pathlib import Path

Fingerprint = frozenset[tuple[str, int, int]]


def fingerprint(folder: Path) -> Fingerprint:
    """Return what tells one state of a folder's files from another: names, sizes and times."""
    found: set[tuple[str, int, int]] = set()
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            try:
                state = path.stat()
            except OSError:
                # It was removed while we looked.
                continue
            found.add((str(path), state.st_size, state.st_mtime_ns))
    return frozenset(found)
