"""The parts of a DOCX file, unpacked and parsed safely."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from corpus.errors import CorpusError
from corpus.readers.limits import Limits
from corpus.readers.refusals import SAVE_AGAIN, megabytes, refused, too_large

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_MAX_PARTS = 10_000
_MAX_RATIO = 250
_RATIO_COUNTS_FROM = 5_000_000
_ENCRYPTED = 0x1


class Package:
    """An opened DOCX file.

    Raises:
        CorpusError: It is broken, protected, or unpacks to too much.
    """

    def __init__(self, path: Path, content: bytes, limits: Limits) -> None:
        self._path = path
        try:
            self._zip = ZipFile(BytesIO(content))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._broken() from error
        self._check(list(self._parts.values()), limits)

    def part(self, name: str) -> Element | None:
        """Return the root of a part, None when the file has no such part."""
        if name not in self._parts:
            return None
        try:
            root: Element = fromstring(self._unpacked(name), forbid_dtd=True)
        except (ParseError, ValueError) as error:
            raise self._refused(error) from error
        return root

    def body(self, name: str) -> Iterator[Element]:
        """Yield the blocks of the main part one by one, each dropped after it.

        Raises:
            CorpusError: The part is not there or broken.
        """
        if name not in self._parts:
            raise self._broken()
        depth = 0
        body: Element | None = None
        try:
            source = BytesIO(self._unpacked(name))
            for event, element in iterparse(source, ("start", "end"), forbid_dtd=True):
                if event == "start":
                    depth += 1
                    body = element if depth == 2 and element.tag == f"{W}body" else body
                    continue
                depth -= 1
                if depth == 2 and body is not None:
                    yield element
                    body.remove(element)
        except (ParseError, ValueError) as error:
            raise self._refused(error) from error

    def main(self) -> str:
        """Return the name of the part that holds the text."""
        root = self.part("_rels/.rels")
        for relation in root if root is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
        return "word/document.xml"

    def beside(self, main: str, kind: str) -> Element | None:
        """Return the part of some kind (styles, numbering, footnotes) that belongs to the text."""
        folder, _, file = main.rpartition("/")
        relations = self.part(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").endswith(f"/{kind}"):
                target = relation.get("Target", "")
                inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
                return self.part(inside)
        return self.part(f"{folder}/{kind}.xml")

    def _unpacked(self, name: str) -> bytes:
        info = self._parts[name]
        try:
            with self._zip.open(info) as stream:
                # No more than the size checked before, whatever the packed data hold.
                data = stream.read(info.file_size + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as e:
            raise self._broken() from e
        if len(data) > info.file_size:
            raise self._broken()
        return data

    def _check(self, parts: list[ZipInfo], limits: Limits) -> None:
        if any(info.flag_bits & _ENCRYPTED for info in parts):
            fix = "Save it without the password, and add that."
            raise refused(self._path, "is protected by a password", fix)
        unpacked = sum(info.file_size for info in parts)
        packed = max(1, sum(info.compress_size for info in parts))
        if unpacked > limits.max_unpacked:
            allowed = f"max_unpacked is {megabytes(limits.max_unpacked)}"
            raise too_large(self._path, f"unpacks to {megabytes(unpacked)}", allowed)
        absurd = unpacked > _RATIO_COUNTS_FROM and unpacked / packed > _MAX_RATIO
        if absurd or len(parts) > _MAX_PARTS:
            reason = "unpacks to absurdly much for its size, as a zip bomb does"
            raise refused(self._path, reason, SAVE_AGAIN)

    def _refused(self, error: Exception) -> CorpusError:
        if isinstance(error, DefusedXmlException):
            reason = "declares document types or entities, which a DOCX never needs"
            return refused(self._path, reason, SAVE_AGAIN)
        return self._broken()

    def _broken(self) -> CorpusError:
        return refused(self._path, "is a broken DOCX file", SAVE_AGAIN)
