"""The template of a question set, for an organisation's own documents."""

import shutil
from pathlib import Path

from eval.asker import EvaluationError

_FILES = Path(__file__).parent / "files"


def write_starter(folder: Path) -> None:
    """Write the template into a folder that is new or empty.

    Raises:
        EvaluationError: There is something in the folder already, or it cannot be written.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise EvaluationError(f"{folder} is not empty.", "Name a folder that is not there yet.")
        shutil.copytree(_FILES, folder, dirs_exist_ok=True)
    except OSError as error:
        raise EvaluationError(
            f"{folder} cannot be written ({error.strerror}).", "Name a folder you may write to."
        ) from error
