"""Whether a content stream is what its writer packed.

pypdf reads on past a wrong checksum, so that damaged text would pass for the document's own words.
"""

import zlib

from pypdf.generic import ArrayObject, EncodedStreamObject, PdfObject

_FLATE = ("/FlateDecode", "/Fl", ["/FlateDecode"])
_CHUNK = 1_000_000
_MAX_UNPACKED = 75_000_000


def check_intact(content: PdfObject) -> None:
    """Check the checksums of packed streams.

    Raises:
        zlib.error: One of them is damaged.
    """
    parts = content if isinstance(content, ArrayObject) else [content]
    for entry in parts:
        part = entry.get_object()
        packed = isinstance(part, EncodedStreamObject) and part.get("/Filter") in _FLATE
        if packed and "/DecodeParms" not in part:
            _check(part._data)


def _check(packed: bytes) -> None:
    unpacker = zlib.decompressobj()
    size = 0
    while packed and not unpacker.eof and size < _MAX_UNPACKED:
        size += len(unpacker.decompress(packed, _CHUNK))
        packed = unpacker.unconsumed_tail
