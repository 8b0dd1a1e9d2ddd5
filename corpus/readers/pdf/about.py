"""What a PDF says of itself: title, language, date and the numbers printed on its pages."""

import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from corpus.readers.languages import known_language

_DATE = re.compile(r"^(?:D:)?(\d{4})(\d{2})(\d{2})")
_MADE_UP = re.compile(
    r"^(?:\(?(?:untitled|anonymous|unspecified)\)?|naamloos|sans titre|unbenannt|document\d*"
    r"|about:blank)?$",
    re.I,
)
_PROGRAM = re.compile(r"^microsoft (?:office )?word - ", re.I)
_FILE_NAME = re.compile(r"^.+\.(?:docx?|odt|pdf|html?|indd|tex|rtf)$", re.I)
_ROMAN = re.compile(r"^[ivxlc]+$", re.I)
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def title_of(reader: PdfReader) -> str:
    """Return the title in the document information, empty when a program made it up."""
    title = _PROGRAM.sub("", " ".join(_information(reader, "/Title").split()))
    return "" if _MADE_UP.match(title) or _FILE_NAME.match(title) else title


def date_of(reader: PdfReader) -> str:
    """Return the day the document was made, as the document information has it."""
    match = _DATE.match(_information(reader, "/CreationDate"))
    return "-".join(match.groups()) if match else ""


def language_of(reader: PdfReader) -> str:
    """Return the language the document declares."""
    declared = reader.root_object.get("/Lang")
    return known_language(str(declared or ""))


def page_number(label: str, index: int) -> int:
    """Return the number a page's label prints; without a number, its place counted from 1."""
    if label.isdigit() and label.isascii() and len(label) < 9:
        return int(label)
    return _roman(label) if _ROMAN.match(label) else index + 1


def labels_of(reader: PdfReader) -> Iterator[str]:
    """Yield the labels of the pages, without end; empty ones where the file states none."""
    from pypdf._page_labels import index2label

    stated = "/PageLabels" in reader.root_object
    index = 0
    while True:
        yield index2label(reader, index) if stated else ""
        index += 1


def _roman(numeral: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in numeral.lower()]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _information(reader: PdfReader, key: str) -> str:
    information = reader.trailer.get("/Info")
    if isinstance(information, IndirectObject):
        information = information.get_object()
    value = information.get(key) if isinstance(information, DictionaryObject) else None
    value = value.get_object() if value is not None else None
    return str(value) if isinstance(value, str) else ""
