"""The marks of footnotes in a passage and in its versions."""

from collections.abc import Mapping

from assistant import Passage, Version
from ui.reader.prose import Note
from ui.wording import words

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def reference_id(passage: Passage, number: int) -> str:
    """Return the element id of the place where a passage refers to a footnote."""
    return f"ref-{number}:{passage.address}"


def notes_in(passage: Passage, passages: Mapping[str, Passage], language: str) -> tuple[Note, ...]:
    """Return the marks in a passage; `passages` are by id, `language` is the passage's own."""
    return tuple(
        Note(
            start=mark.offset,
            end=mark.offset + len(str(mark.number)),
            name=_name(mark.number, language),
            text=passages[mark.passage].text,
            address=passages[mark.passage].address,
            id=reference_id(passage, mark.number),
        )
        for mark in passage.footnotes
    )


def notes_in_version(
    passage: Passage,
    version: Version,
    passages: Mapping[str, Passage],
    versions: Mapping[str, Version],
) -> tuple[Note, ...]:
    """Return the marks in a version of a passage.

    A mark that the version lacks is left out.

    Args:
        passage: The passage.
        version: What it says in the other language.
        passages: All passages by id.
        versions: All versions in that language by address.
    """
    found: list[Note] = []
    for mark in passage.footnotes:
        raised = str(mark.number).translate(_RAISED)
        start = version.text.find(raised)
        note = passages[mark.passage]
        said = versions[note.address].text if note.address in versions else note.text
        if start >= 0:
            found.append(
                Note(
                    start=start,
                    end=start + len(raised),
                    name=_name(mark.number, version.language),
                    text=said,
                    address=note.address,
                    id="",
                )
            )
    return tuple(found)


def _name(number: int, language: str) -> str:
    return words(language).reader.footnote.format(number=number)
