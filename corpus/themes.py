"""What stands above a place, and the theme of a plan that it belongs to."""

from collections.abc import Iterable, Mapping, Sequence

from corpus.document import Section, SectionKind
from corpus.headings import sets_goals


class Ancestry:
    """The sections above each section of a document, and the theme it is part of.

    The themes are the numbered sections of a chapter in which goals are set.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        self._sections: Mapping[str, Section] = {s.address: s for s in sections}
        self._themed = frozenset(
            self.path(section.address)[0].address
            for section in self._sections.values()
            if sets_goals(section.kind, section.title)
        )

    def path(self, address: str) -> tuple[Section, ...]:
        """Return a section and those above it, outermost first, without the document itself."""
        chain: list[Section] = []
        current: str | None = address
        while current is not None:
            section = self._sections[current]
            if section.kind is not SectionKind.DOCUMENT:
                chain.append(section)
            current = section.parent
        return tuple(reversed(chain))

    def theme(self, path: Sequence[Section]) -> str | None:
        """Return the number of the theme to which the last section of a path belongs, if any."""
        if not path or path[0].address not in self._themed:
            return None
        numbers = [s.number for s in path if s.kind is SectionKind.NUMBERED and s.number]
        dotted = [n for n in numbers if "." in n]
        return dotted[-1] if dotted else (numbers[0] if numbers else None)
