"""What a visitor asks of a page, and the links that ask it again otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from assistant import LANGUAGES
from ui.reader.beside import LEVELS, NOTHING
from ui.reader.highlight import source_offset


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The visitor's language, what is to stand beside the text, and what is highlighted.

    `beside` is a language, `LEVELS` or `NOTHING`, None where the visitor did not choose;
    `source[start:end]` is highlighted where both are given.
    """

    language: str
    beside: str | None = None
    start: int | None = None
    end: int | None = None

    @classmethod
    def of(cls, language: str, query: Mapping[str, str]) -> "View":
        """Return what an address's query asks for; what makes no sense is passed over."""
        beside = query.get("with")
        return cls(
            language=language,
            beside=beside if beside in (*LANGUAGES, LEVELS, NOTHING) else None,
            start=source_offset(query.get("from")),
            end=source_offset(query.get("to")),
        )

    @property
    def plain(self) -> "View":
        """The same without a highlight."""
        return replace(self, start=None, end=None)

    @property
    def query(self) -> str:
        """The address's query that asks for this."""
        parts: dict[str, str | int] = {"lang": self.language}
        if self.beside is not None:
            parts["with"] = self.beside
        if self.start is not None and self.end is not None:
            parts |= {"from": self.start, "to": self.end}
        return "?" + urlencode(parts)

    def in_language(self, language: str) -> "View":
        """Return the same for a visitor of another language."""
        return replace(self, language=language)

    def with_beside(self, beside: str) -> "View":
        """Return the same with another choice of what stands beside the text."""
        return replace(self, beside=beside)
