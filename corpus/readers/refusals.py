"""Refusing a file: by its name, never its folder, with the reason and the remedy."""

from pathlib import Path

from corpus.errors import CorpusError

SAVE_AGAIN = "Open it in the program that made it, save it again, and add the new file."


def refused(path: Path, reason: str, fix: str) -> CorpusError:
    """Return the error that refuses a file; `reason` completes "NAME …"."""
    return CorpusError(f"{path.name} {reason}.", fix)


def too_large(path: Path, what: str, limit: str) -> CorpusError:
    """Return the error for a file over one of the limits, named in `limit`."""
    return refused(path, f"{what}; the limit {limit}", "Split it into smaller files and add those.")


def megabytes(size: int) -> str:
    """Return a size as a reader knows it."""
    return f"{size / 1_000_000:.0f} MB" if size >= 10_000_000 else f"{size / 1_000_000:.1f} MB"
