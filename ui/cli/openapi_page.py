"""The description of the HTTP API as the file `docs/openapi.json`."""

import json
from typing import TYPE_CHECKING

from assistant import Settings
from ui.cli.server import FACES
from ui.http.app import create_app
from ui.http.opening import NotReadyError

if TYPE_CHECKING:
    from assistant import Assistant


def openapi_page() -> str:
    """Return the description, the same on every machine.

    The chat, the last of the faces, describes nothing and takes seconds to start.
    """
    document = create_app(_none, Settings(), FACES[:-1]).openapi()
    return json.dumps(document, indent=2, ensure_ascii=False)


def _none() -> "Assistant":
    raise NotReadyError("There is no assistant here.", "This server only describes itself.")
