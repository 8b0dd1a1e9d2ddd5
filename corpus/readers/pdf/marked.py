"""Marked content: running heads a PDF marks as such, and text it gives in place of glyphs."""

from collections.abc import Sequence

from pypdf.generic import DictionaryObject

_MAX_OPEN = 200


class MarkedContent:
    """The marked-content sequences open at this point (ISO 32000-1, 14.6).

    Text in a pagination artifact (14.8.2.2) is left out. Where `/ActualText` (14.9.4) is given, it
    is read once, instead of the glyphs.
    """

    def __init__(self, resources: DictionaryObject) -> None:
        self._resources = resources
        self._open: list[bool] = []
        self._artifacts = 0
        self._actual: str | None = None
        self._actual_depth = 0

    def begin(self, operands: Sequence[object]) -> None:
        """Open a sequence with its tag and properties."""
        if len(self._open) >= _MAX_OPEN:
            return
        properties = self._properties(operands[1]) if len(operands) > 1 else None
        tag = str(operands[0]) if operands else ""
        pagination = tag == "/Artifact" and (
            properties is not None
            and (
                properties.get("/Type") == "/Pagination"
                or properties.get("/Subtype") in ("/Header", "/Footer")
            )
        )
        self._open.append(pagination)
        self._artifacts += pagination
        if properties is not None and self._actual is None and "/ActualText" in properties:
            self._actual = _text(properties["/ActualText"])
            self._actual_depth = len(self._open)

    def end(self) -> None:
        """Close the innermost sequence."""
        if not self._open:
            return
        if self._actual is not None and len(self._open) == self._actual_depth:
            self._actual = None
        self._artifacts -= self._open.pop()

    def shown(self, text: str) -> str:
        """Return what to read for the text of some glyphs shown here."""
        if self._artifacts:
            return ""
        if self._actual is None:
            return text
        actual, self._actual = self._actual, ""
        return actual

    def _properties(self, operand: object) -> DictionaryObject | None:
        if isinstance(operand, str):
            named = self._resources.get("/Properties")
            named = named.get_object() if named is not None else None
            operand = named.get(operand) if isinstance(named, DictionaryObject) else None
            operand = operand.get_object() if operand is not None else None
        return operand if isinstance(operand, DictionaryObject) else None


def _text(value: object) -> str:
    if isinstance(value, bytes):
        if value.startswith(b"\xfe\xff"):
            return value[2:].decode("utf-16-be", "replace")
        return value.decode("latin-1")
    return str(value)
