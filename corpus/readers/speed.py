"""How fast files are read: `python -m corpus.readers.speed FILE…`.

For a PDF it tells apart what pypdf takes to parse the pages and what comes on top of that; pypdf's
own plain text extraction is measured for comparison.
"""

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from corpus.readers import extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Processor seconds for one file; `parsing` is pypdf's part of `reading`, 0 if no PDF."""

    pages: int
    reading: float
    parsing: float
    plain: float

    def line(self, name: str) -> str:
        """Return the figures as one line."""
        if not self.parsing:
            return f"{name}: {self.reading:.2f} s"
        own = self.reading - self.parsing
        return (
            f"{name}: {self.pages} pages, {self.pages / self.reading:.0f} pages/s in all; "
            f"pypdf's parsing {self.pages / self.parsing:.0f} pages/s, "
            f"our own part {self.pages / max(own, 1e-9):.0f} pages/s; "
            f"pypdf's extract_text alone {self.pages / self.plain:.0f} pages/s"
        )


def speed_of(path: Path) -> Speed:
    """Measure one file."""
    started = process_time()
    extracted = extract(path)
    reading = process_time() - started
    if path.read_bytes()[:5] != b"%PDF-":
        return Speed(pages=0, reading=reading, parsing=0.0, plain=0.0)
    return Speed(
        pages=len(extracted.pages),
        reading=reading,
        parsing=_seconds(_parse, path),
        plain=_seconds(_extract_plain, path),
    )


def _seconds(work: Callable[[Path], None], path: Path) -> float:
    started = process_time()
    work(path)
    return process_time() - started


def _parse(path: Path) -> None:
    """Do what every reader of a PDF has pypdf do: parse content streams and fonts."""
    from pypdf.generic import ContentStream

    from corpus.readers.pdf.fonts import Fonts
    from corpus.readers.pdf.opening import opened
    from corpus.readers.pdf.page_tree import leaves

    reader, fonts = opened(path, path.read_bytes()), Fonts()
    for leaf in leaves(reader):
        fonts.named(leaf.resources)
        if leaf.content is not None:
            _ = ContentStream(leaf.content, reader, "bytes").operations


def _extract_plain(path: Path) -> None:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        page.extract_text()


def main(names: list[str]) -> None:
    """Print the speed of each file, and the most memory taken so far."""
    for name in names:
        path = Path(name)
        extract(path)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{speed_of(path).line(path.name)}; peak memory {memory} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])
