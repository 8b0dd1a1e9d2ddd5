"""Theme numbers as callers write them: 1, "1.3" or 6.1."""

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

PATTERN = r"[1-9][0-9]?(\.[1-9][0-9]?)*"


def theme_number(value: object) -> str:
    """Return a theme number as text, 1.0 as "1".

    Raises:
        PydanticCustomError: It is not a theme number.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _off()
    number = value.strip() if isinstance(value, str) else repr(value).removesuffix(".0")
    if not re.fullmatch(PATTERN, number):
        raise _off()
    return number


def _off() -> PydanticCustomError:
    return PydanticCustomError("theme", 'A theme is a number such as 1, 6.1 or "1.3"')


Theme = Annotated[
    str,
    BeforeValidator(theme_number),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": f"^{PATTERN}$"}, {"type": "number"}]}),
]
"""A theme's number; 1 also covers its parts 1.1, 1.2, …"""
