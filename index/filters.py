"""Which passages a search may return."""

from dataclasses import dataclass

from corpus.document import Audience, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """A restriction of the search; an empty field restricts nothing.

    `themes` are theme numbers; "1" also covers its parts "1.1", "1.2", …. `audience` keeps only
    passages addressed to that police level alone; `dimensions` are ids of the framework note's.
    """

    documents: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    audience: Audience | None = None
    dimensions: frozenset[str] = frozenset()

    def admits(self, passage: Passage) -> bool:
        """Whether a passage may be returned."""
        return (
            (not self.documents or passage.document in self.documents)
            and (not self.themes or self._admits_theme(passage.theme))
            and (self.audience is None or passage.audience is self.audience)
            and (not self.dimensions or not self.dimensions.isdisjoint(passage.dimensions))
        )

    def _admits_theme(self, theme: str | None) -> bool:
        return theme is not None and any(
            theme == wanted or theme.startswith(f"{wanted}.") for wanted in self.themes
        )


EVERYTHING = Filters()
"""The filter that admits every passage."""
