"""The official terms in the four languages, which translations follow and readers can look up."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

_FILE = Path(__file__).parent / "glossary.toml"
_STRICT = ConfigDict(extra="forbid")


@checked_dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Term:
    """One term in each language; `abbreviation` holds its short forms by language.

    A translation keeps the Dutch short form unless `use_own` says that it uses its language's own.
    """

    nl: str = Field(min_length=1)
    fr: str = Field(min_length=1)
    de: str = Field(min_length=1)
    en: str = Field(min_length=1)
    abbreviation: dict[str, str] = Field(default_factory=dict)
    use_own: bool = False

    def in_language(self, language: str) -> str:
        """Return the term in a language (nl, fr, de or en)."""
        return str(getattr(self, language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """The terms, and the names that are the same in every language."""

    terms: tuple[Term, ...]
    names: tuple[str, ...]

    def short_forms(self, source: str, target: str) -> dict[str, frozenset[str]]:
        """Return which short forms may stand for one of `source` in a text in `target`, folded."""
        found: dict[str, frozenset[str]] = {}
        for term in self.terms:
            said, own = term.abbreviation.get(source), term.abbreviation.get(target)
            if said:
                forms = {said, own} if own else {said}
                found[said.casefold()] = frozenset(form.casefold() for form in forms)
        return found


@cache
def glossary() -> Glossary:
    """Return the shipped glossary."""
    written = tomllib.loads(_FILE.read_text("utf-8"))
    terms = TypeAdapter(tuple[Term, ...]).validate_python(written["term"])
    return Glossary(terms=terms, names=tuple(written["keep"]))
