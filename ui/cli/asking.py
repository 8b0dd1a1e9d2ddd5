"""Asking a person at a terminal for what nothing says of a document."""

import sys
from dataclasses import replace
from pathlib import Path

import typer

from assistant import LANGUAGES, DocumentStatus, Metadata

_STATUSES = [status for status in DocumentStatus if status is not DocumentStatus.CONTEXT_NOTE]


def ask_for_missing(file: Path, metadata: Metadata) -> Metadata:
    """Return the metadata with its gaps filled by who sits at the terminal; nobody is asked
    elsewhere, and a document of which nothing says what it is is then of status `other`."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return metadata
    if metadata.language not in LANGUAGES:
        language = typer.prompt(f"Language of {file.name} (nl, fr, de, en)", default="nl", err=True)
        metadata = replace(metadata, language=language)
    if metadata.status is None:
        choices = ", ".join(_STATUSES)
        status = typer.prompt(f"What is {file.name} ({choices})", default="other", err=True)
        metadata = replace(metadata, status=DocumentStatus(status))
    return metadata
