"""The graphics state as far as text needs it, and the operands that set it."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.pdf.fonts import Typeface
from corpus.readers.pdf.runs import IDENTITY, Matrix


@dataclass(slots=True)
class TextState:
    """The graphics state as far as text needs it."""

    ctm: Matrix
    typeface: Typeface | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def number(operands: Sequence[object], index: int, default: float = 0.0) -> float:
    value = operands[index] if index < len(operands) else default
    return float(value) if isinstance(value, (int, float)) else default


def matrix_of(operands: object) -> Matrix:
    if isinstance(operands, Sequence) and len(operands) == 6:
        a, b, c, d, e, f = (number(operands, i) for i in range(6))
        return (a, b, c, d, e, f)
    return IDENTITY
