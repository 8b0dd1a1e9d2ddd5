"""Shared by the reader tests: files written to disk, and the plan printed as a PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus import ReadDocument, SectionKind
from corpus.extracted import Extracted
from corpus.readers import extract
from tests.corpus.readers.printing import Printer, print_text

HEADER = "Nationaal Veiligheidsplan 2026-2029"

Write = Callable[[str, bytes | str], Path]
_LEVELS = {
    SectionKind.CHAPTER: 1,
    SectionKind.PLAIN: 1,
    SectionKind.CONTENTS: 1,
    SectionKind.BLOCK: 4,
    SectionKind.GROUP: 4,
}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file and returns its path."""

    def written(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return written


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The plan as a PDF, what was read from it, and where the printer put each line."""

    content: bytes
    extracted: Extracted
    pages: dict[int, int]


@pytest.fixture(scope="session", params=[False, True], ids=["unbroken", "broken-at-hyphens"])
def printed(
    request: pytest.FixtureRequest, plan: ReadDocument, tmp_path_factory: pytest.TempPathFactory
) -> Printed:
    """Return the printed plan; once with lines that break at the words' own hyphens."""
    printer = Printer(header=HEADER, hyphens=request.param)
    content = print_text(plan.source, heading_levels(plan), printer)
    path = tmp_path_factory.mktemp("printed") / "plan.pdf"
    path.write_bytes(content)
    return Printed(content=content, extracted=extract(path), pages=printer.pages)


def heading_levels(plan: ReadDocument) -> dict[int, int]:
    """Return the levels of the headings that the plan prints, by their offset."""
    levels: dict[int, int] = {}
    for section in plan.sections[1:]:
        line = plan.source[section.char_start :].split("\n", 1)[0]
        if section.kind is SectionKind.NUMBERED:
            levels[section.char_start] = 3 if "." in (section.number or "") else 2
        elif len(line) < 90:
            # A longer one is a sentence that opens a group, not a heading.
            levels[section.char_start] = _LEVELS[section.kind]
        if section.kind is SectionKind.CHAPTER and section.title not in line:
            levels[plan.source.index(section.title, section.char_start)] = 1
    return levels
