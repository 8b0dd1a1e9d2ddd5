"""Which language stands beside a document."""

from assistant import LANGUAGES, ReadDocument, Standing

NOTHING = "none"
"""The choice for the original alone."""


def languages_beside(read: ReadDocument) -> tuple[str, ...]:
    """Return the languages in which a document can be read beside its own."""
    there = {version.language for version in read.versions}
    return tuple(code for code in LANGUAGES if code in there)


def beside_of(read: ReadDocument, asked: str | None, language: str) -> str:
    """Return the language shown beside a document: the one asked for, else the visitor's.

    Args:
        read: The document.
        asked: A language or `NOTHING`; what is neither counts as not asked.
        language: The visitor's language.

    Returns:
        A language the document has versions in, or `NOTHING`.
    """
    there = languages_beside(read)
    if asked == NOTHING or asked in there:
        return str(asked)
    return language if language in there else NOTHING


def standing_of(read: ReadDocument, language: str) -> Standing:
    """Return what the versions in a language are worth together: as much as the least of them."""
    standings = {version.standing for version in read.versions if version.language == language}
    return Standing.OFFICIAL if standings == {Standing.OFFICIAL} else Standing.WORKING_TRANSLATION
