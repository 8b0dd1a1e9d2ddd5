"""The scripts that pages of several faces use."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def script(name: str) -> str:
    """Return the text of a script by its name, without the ending."""
    return (_FOLDER / f"{name}.js").read_text("utf-8")
