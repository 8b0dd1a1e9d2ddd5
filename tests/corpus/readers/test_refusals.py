"""A file that cannot be read is refused by its name, with the reason and the remedy."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import EncodedStreamObject, NameObject
from reportlab.pdfgen.canvas import Canvas

from corpus import CorpusError
from corpus.readers import Limits, extract
from tests.corpus.readers.conftest import Write
from tests.corpus.readers.docx_file import docx, p
from tests.corpus.readers.pdf_file import body, pdf


def refusal(path: Path, limits: Limits | None = None) -> CorpusError:
    with pytest.raises(CorpusError) as caught:
        extract(path, limits or Limits())
    assert caught.value.message.startswith(path.name)
    assert str(path.parent) not in caught.value.message + caught.value.fix
    assert caught.value.fix.endswith(".")
    return caught.value


def scanned(canvas: Canvas) -> None:
    from PIL import Image

    canvas.drawInlineImage(Image.new("L", (40, 40)), 0, 0, 500, 700)


def packed(name: str, content: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason", "fix"),
    [
        ("leeg.md", b"", "is empty", "text"),
        ("wit.txt", b" \n\n", "has no text", "has"),
        ("beeld.png", b"\x89PNG\r\n", "of a type that cannot be read", "PDF, DOCX, HTML"),
        ("beeld.md", b"\x89PNG\r\n", "of a type that cannot be read", "PDF, DOCX, HTML"),
        ("tabel.csv", b"a,b", "of a type that cannot be read", "PDF, DOCX, HTML"),
        ("binair.txt", b"abc\x00def", "is not a text file", "UTF-8"),
        ("ruis.md", bytes(range(1, 32)) * 9, "is not a text file", "UTF-8"),
        ("plan.pdf", b"geen pdf", "is not a PDF file", "save it again"),
        ("plan.pdf", b"%PDF-1.7\nkapot", "is a broken PDF", "save it again"),
        ("plan.docx", b"geen docx", "is not a DOCX file", "save it again"),
        ("plan.docx", b"PK\x03\x04kapot", "is a broken DOCX file", "save it again"),
        ("plan.docx", packed("x.txt", b"x"), "is a broken DOCX file", "save it again"),
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office program", "DOCX or PDF"),
        ("slot.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "protected", "without the password"),
        ("oud.odt", packed("mimetype", b"x"), "is an OpenDocument text", "DOCX or PDF"),
        ("oud.rtf", b"{\\rtf1 x}", "rich text", "DOCX or PDF"),
        ("rekenblad.xlsx", packed("xl/workbook.xml", b"x"), "cannot be read", "PDF, DOCX"),
        ("leeg.docx", docx(""), "has no text in it", "OCR"),
        ("leeg.html", b"<html><script>x()</script></html>", "has no text", "Print the page"),
        ("diep.html", b"<html>" + b"<div>" * 5000 + b"x", "is nested too deep", "text"),
        ("scan.pdf", pdf(scanned, scanned), "has no text layer", "ocrmypdf"),
        ("blanco.pdf", pdf(lambda _: None), "has no text layer", "ocrmypdf"),
    ],
)
def test_reason_and_remedy_are_given(
    write: Write, name: str, content: bytes, reason: str, fix: str
) -> None:
    error = refusal(write(name, content))

    assert reason in error.message
    assert fix in error.fix


def test_file_is_refused_when_it_is_not_there(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "weg.pdf").message


def test_file_is_refused_when_it_is_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).message


def test_limit_is_named_when_a_file_is_too_large(write: Write) -> None:
    error = refusal(write("groot.md", "x" * 20), Limits(max_bytes=10))

    assert "max_bytes" in error.message


def test_limit_is_named_when_a_pdf_has_too_many_pages(write: Write) -> None:
    error = refusal(write("lang.pdf", pdf(body(), body(), body())), Limits(max_pages=2))

    assert "max_pages is 2" in error.message


def test_limit_is_named_when_pages_unpack_to_too_much(write: Write) -> None:
    error = refusal(write("bom.pdf", pdf(body(), body())), Limits(max_unpacked=500))

    assert "max_unpacked" in error.message


def test_limit_is_named_when_a_docx_unpacks_to_too_much(write: Write) -> None:
    error = refusal(write("bom.docx", docx(p("x" * 9000))), Limits(max_unpacked=5000))

    assert "max_unpacked" in error.message


def test_docx_is_refused_when_it_unpacks_absurdly(write: Write) -> None:
    error = refusal(write("bom.docx", packed("word/document.xml", bytes(20_000_000))))

    assert "zip bomb" in error.message


@pytest.mark.parametrize(
    "opening",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "http://example.org/">]>',
    ],
)
def test_docx_is_refused_when_its_xml_declares_entities(write: Write, opening: str) -> None:
    xml = f"{opening}<w:document xmlns:w='x'><w:body>&a;</w:body></w:document>"

    error = refusal(write("entiteit.docx", packed("word/document.xml", xml.encode())))

    assert "entities" in error.message


def test_page_is_named_when_its_content_is_damaged(write: Write) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(body(), body()))))
    contents = writer.pages[1]["/Contents"].get_object()
    packed_content = bytearray(zlib.compress(contents.get_data()))
    packed_content[60:70] = bytes(10)
    stream = EncodedStreamObject()
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    stream._data = bytes(packed_content)
    writer.pages[1][NameObject("/Contents")] = writer._add_object(stream)
    path = write("stuk.pdf", b"")
    writer.write(path)

    assert "is damaged on page 2" in refusal(path).message
