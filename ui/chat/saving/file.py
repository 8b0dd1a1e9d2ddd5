"""A conversation on its way to the visitor's disk; the server keeps no file of it."""

import json
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from ui.chat.conversation import Exchange
from ui.chat.saving.markdown import conversation_as_markdown
from ui.chat.saving.word import conversation_as_word

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Format(StrEnum):
    """What a conversation can be saved as."""

    MARKDOWN = "md"
    WORD = "docx"


def file_of(exchanges: Sequence[Exchange], format: Format, language: str, today: date) -> str:
    """Return the file as `chat.js` saves it: JSON with its name, its media type and its bytes."""
    if format is Format.WORD:
        content, media_type = conversation_as_word(exchanges, language, today), _DOCX
    else:
        text = conversation_as_markdown(exchanges, language, today)
        content, media_type = text.encode(), "text/markdown;charset=utf-8"
    name = f"planwijzer-{today.isoformat()}.{format.value}"
    return json.dumps({"name": name, "type": media_type, "base64": b64encode(content).decode()})
