"""A file can name addresses and other files; reading it goes to none of them."""

import socket
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from corpus.readers import extract
from tests.corpus.readers.conftest import Write
from tests.corpus.readers.docx_file import docx, p
from tests.corpus.readers.pdf_file import FILLER, lines, pdf

WORD = "Zwaluwhuis"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = ("image", "attachedTemplate", "oleObject", "subDocument", "hyperlink", "frame")


@pytest.fixture
def called() -> Iterator[Callable[[], bool]]:
    """Whether anybody has called at the address of `address`."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)

        def was_called() -> bool:
            try:
                listener.accept()[0].close()
            except BlockingIOError:
                return False
            return True

        was_called.address = f"http://127.0.0.1:{listener.getsockname()[1]}"  # type: ignore[attr-defined]
        yield was_called


@pytest.fixture
def address(called: Callable[[], bool]) -> str:
    return str(called.address)  # type: ignore[attr-defined]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another file on the machine, which a document names."""
    path = tmp_path / "other.txt"
    path.write_text(WORD)
    return path


def html(address: str, other: Path) -> bytes:
    tags = (
        f'<base href="{address}/"><link rel="stylesheet" href="{address}/a.css">',
        f'<style>@import "{address}/b.css"; p {{background: url({address}/c.png)}}</style>',
        f'<script src="{address}/d.js"></script>',
        f'<meta http-equiv="refresh" content="0;url={address}/e">',
        f'<img src="{address}/f.png"><iframe src="{address}/g"></iframe>',
        f'<object data="{address}/h"></object><embed src="{address}/i">',
        f'<img src="file://{other}"><iframe src="file://{other}"></iframe>',
        f'<p>Tekst met een <a href="{address}">link</a>.</p>',
    )
    return f"<html><body>{''.join(tags)}</body></html>".encode()


def xhtml(address: str, other: Path) -> bytes:
    doctype = f'<!DOCTYPE html PUBLIC "x" "{address}/x.dtd" [<!ENTITY a SYSTEM "file://{other}">]>'
    return f"{doctype}<html><body><p>Tekst &a;.</p></body></html>".encode()


def markdown(address: str, other: Path) -> bytes:
    return (
        f"# Titel\n\nTekst ![beeld]({address}/a.png) en [link]({address}).\n\n"
        f'![eigen](file://{other})\n\n<img src="{address}/b.png">\n\n[ref]: {address}/c\n'
    ).encode()


def word(address: str, other: Path) -> bytes:
    buffer = BytesIO(docx(p("Tekst.")))
    targets = [(kind, target) for kind in KINDS for target in (f"{address}/x", f"file://{other}")]
    rows = "".join(
        f'<Relationship Id="r{n}" Type="{_TYPE}/{kind}" Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(targets)
    )
    relations = f'<Relationships xmlns="{_TYPE.replace("officeDocument", "package")}">{rows}'
    with ZipFile(buffer, "a") as archive:
        for part in ("document", "settings"):
            archive.writestr(f"word/_rels/{part}.xml.rels", f"{relations}</Relationships>")
    return buffer.getvalue()


def portable(address: str, other: Path) -> bytes:
    def draw(canvas: Canvas) -> None:
        lines(FILLER)(canvas)
        canvas.linkURL(f"{address}/a", (0, 0, 500, 800))

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(draw))))
    writer.add_uri(0, f"file://{other}", (0, 0, 9, 9))
    script = f'app.launchURL("{address}/b", true); this.submitForm("{address}/c");'
    closing = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(script)}
    )
    writer.root_object[NameObject("/AA")] = DictionaryObject({NameObject("/WC"): closing})
    outside = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Filespec"),
            NameObject("/FS"): NameObject("/URL"),
            NameObject("/F"): TextStringObject(f"{address}/d"),
        }
    )
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/GoToR"), NameObject("/F"): writer._add_object(outside)}
    )
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("pagina.html", html),
        ("pagina.html", xhtml),
        ("nota.md", markdown),
        ("nota.txt", markdown),
        ("nota.docx", word),
        ("nota.pdf", portable),
    ],
)
def test_nothing_that_a_file_names_is_fetched(
    write: Write,
    called: Callable[[], bool],
    address: str,
    other: Path,
    name: str,
    made: Callable[[str, Path], bytes],
) -> None:
    text = extract(write(name, made(address, other))).text

    assert "ekst" in text
    assert WORD not in text
    assert not called()


def test_a_call_would_be_noticed(called: Callable[[], bool], address: str) -> None:
    port = int(address.rsplit(":", 1)[1])
    socket.create_connection(("127.0.0.1", port), timeout=5).close()

    assert called()
