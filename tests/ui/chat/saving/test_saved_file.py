import json
from base64 import b64decode
from datetime import date

import pytest

from tests.ui.chat.saving.conftest import talk
from ui.chat.saving.file import Format, file_of

DAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("format", "name", "starts"),
    [
        (Format.MARKDOWN, "planwijzer-2026-11-27.md", b"# Gesprek"),
        (Format.WORD, "planwijzer-2026-11-27.docx", b"PK"),
    ],
)
def test_file_comes_with_its_name_when_it_is_saved(
    format: Format, name: str, starts: bytes
) -> None:
    file = json.loads(file_of(talk("Zo."), format, "nl", DAY))
    assert file["name"] == name
    assert b64decode(file["base64"]).startswith(starts)
    assert "/" in file["type"]
