"""Damaged variants of a file, the same ones every time."""

import random
from collections.abc import Iterator


def damaged(content: bytes, seed: int = 0) -> Iterator[bytes]:
    """Yield 28 variants: cut short, holed, flipped, shuffled, zeroed and filled with noise."""
    chance = random.Random(seed)
    size = len(content)
    for share in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98):
        yield content[: int(size * share)]
    for share in (0.1, 0.5, 0.9):
        yield content[int(size * share) :]
    for count in (1, 10, 100, 1000):
        flipped = bytearray(content)
        for _ in range(count):
            flipped[chance.randrange(size)] ^= 1 << chance.randrange(8)
        yield bytes(flipped)
    for share in (0.01, 0.1, 0.5):
        length = max(1, int(size * share))
        start = chance.randrange(size - length + 1)
        yield content[:start] + bytes(length) + content[start + length :]
        yield content[:start] + chance.randbytes(length) + content[start + length :]
        yield content[:start] + content[start + length :]
    half = size // 2
    yield content[half:] + content[:half]
    yield content + content
    yield content[: size // 3] * 3
    yield bytes(size)
    yield chance.randbytes(size)
