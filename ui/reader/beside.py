"""What stands beside a document: its version in a language, or each police level's goals."""

from collections.abc import Iterable

from assistant import LANGUAGES, Audience, ReadDocument, Section, Standing

NOTHING = "none"
"""The choice for the original alone."""

LEVELS = "levels"
"""The choice for the goals of the Federal Police beside those of the Local Police."""


def languages_beside(read: ReadDocument) -> tuple[str, ...]:
    """Return the languages in which a document can be read beside its own."""
    there = {version.language for version in read.versions}
    return tuple(code for code in LANGUAGES if code in there)


def has_levels(read: ReadDocument) -> bool:
    """Whether a document sets goals for both police levels, each under its own heading."""
    under: dict[str | None, list[Section]] = {}
    for section in read.sections:
        under.setdefault(section.parent, []).append(section)
    return any(sets_apart(sections) for sections in under.values())


def sets_apart(sections: Iterable[Section]) -> bool:
    """Whether sections under one heading address both police levels."""
    return {Audience.FEDERAL, Audience.LOCAL} <= {section.audience for section in sections}


def beside_of(read: ReadDocument, asked: str | None, language: str) -> str:
    """Return what is shown beside a document: what is asked for, else the visitor's language.

    Args:
        read: The document.
        asked: A language, `LEVELS` or `NOTHING`; anything else counts as not asked.
        language: The visitor's language.

    Returns:
        A language the document has versions in, `LEVELS` where it has them, or `NOTHING`.
    """
    there = languages_beside(read)
    if asked == NOTHING or asked in there or (asked == LEVELS and has_levels(read)):
        return str(asked)
    return language if language in there else NOTHING


def standing_of(read: ReadDocument, language: str) -> Standing:
    """Return what the versions in a language are worth together: as much as the least of them."""
    standings = {version.standing for version in read.versions if version.language == language}
    return Standing.OFFICIAL if standings == {Standing.OFFICIAL} else Standing.WORKING_TRANSLATION
