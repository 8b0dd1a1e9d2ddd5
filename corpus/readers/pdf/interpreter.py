"""Running a content stream: its text operators and small shapes give runs.

This follows ISO 32000-1, 9.4 over pypdf's parsed content, because pypdf's own text visitor tells
where a piece of text starts but not where it ends.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from corpus.readers.pdf.fonts import Typeface
from corpus.readers.pdf.marked import MarkedContent
from corpus.readers.pdf.runs import (
    DRAWN_BULLET,
    IDENTITY,
    PART_GAP,
    WORD_GAP,
    Matrix,
    Run,
    Runs,
    times,
)
from corpus.readers.pdf.shapes import Shapes
from corpus.readers.pdf.state import TextState, matrix_of, number

_MAX_RUNS = 100_000
_MAX_SAVED = 500


class Interpreter:
    """One content stream being run: its runs are added to `runs`.

    `draw` is called with the name of each external object and the matrix to show it with.
    """

    def __init__(
        self,
        runs: Runs,
        typefaces: Mapping[str, Typeface],
        marked: MarkedContent,
        ctm: Matrix,
        shapes: Shapes,
        draw: Callable[[str, Matrix], None],
    ) -> None:
        self._runs = runs
        self._typefaces = typefaces
        self._marked = marked
        self._draw = draw
        self._shapes = shapes
        self._state = TextState(ctm)
        self._saved: list[TextState] = []
        self._line = IDENTITY
        self._pen = 0.0

    def run(self, operations: Sequence[tuple[list[object], bytes]]) -> None:
        """Run the operations in order.

        Raises:
            ValueError: The page shows absurdly much.
        """
        for operands, operator in operations:
            if operator in _SETTERS:
                setattr(self._state, _SETTERS[operator], number(operands, 0))
            elif operator in _HANDLERS:
                _HANDLERS[operator](self, operands)
                if len(self._runs.found) > _MAX_RUNS:
                    raise ValueError("shows more than a page can")

    # What each operator does; the names say it, ISO 32000-1 the rest.

    def save(self, _operands: Sequence[object]) -> None:
        if len(self._saved) < _MAX_SAVED:
            self._saved.append(replace(self._state))

    def restore(self, _operands: Sequence[object]) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def transform(self, operands: Sequence[object]) -> None:
        self._state.ctm = times(matrix_of(operands), self._state.ctm)

    def begin_text(self, _operands: Sequence[object]) -> None:
        self._line, self._pen = IDENTITY, 0.0

    def font(self, operands: Sequence[object]) -> None:
        self._state.typeface = self._typefaces.get(str(operands[0])) if operands else None
        self._state.size = number(operands, 1, self._state.size)

    def scale(self, operands: Sequence[object]) -> None:
        self._state.scale = number(operands, 0, 100.0) / 100

    def move(self, operands: Sequence[object]) -> None:
        offset = (1.0, 0.0, 0.0, 1.0, number(operands, 0), number(operands, 1))
        self._line, self._pen = times(offset, self._line), 0.0

    def move_leading(self, operands: Sequence[object]) -> None:
        self._state.leading = -number(operands, 1)
        self.move(operands)

    def place(self, operands: Sequence[object]) -> None:
        self._line, self._pen = matrix_of(operands), 0.0

    def next_line(self, _operands: Sequence[object]) -> None:
        self.move((0.0, -self._state.leading))

    def show(self, operands: Sequence[object]) -> None:
        self._show(operands[:1])

    def show_parts(self, operands: Sequence[object]) -> None:
        if operands and isinstance(operands[0], list):
            self._show(operands[0])

    def show_on_next_line(self, operands: Sequence[object]) -> None:
        self.next_line(())
        self._show(operands[:1])

    def show_spaced_on_next_line(self, operands: Sequence[object]) -> None:
        self._state.word_spacing, self._state.spacing = number(operands, 0), number(operands, 1)
        self.show_on_next_line(operands[2:3])

    def draw(self, operands: Sequence[object]) -> None:
        if operands:
            self._draw(str(operands[0]), self._state.ctm)

    def path(self, operands: Sequence[object]) -> None:
        self._shapes.point(operands, self._state.ctm)

    def line_to(self, operands: Sequence[object]) -> None:
        self._shapes.line(operands, self._state.ctm)

    def rectangle(self, operands: Sequence[object]) -> None:
        self._shapes.rectangle(operands, self._state.ctm)

    def paint(self, _operands: Sequence[object]) -> None:
        bullet = self._shapes.painted()
        if bullet is not None and self._marked.shown(DRAWN_BULLET):
            self._runs.close()
            self._runs.add(bullet)
            self._runs.close()

    def end_path(self, _operands: Sequence[object]) -> None:
        self._shapes.clear()

    def begin_marked(self, operands: Sequence[object]) -> None:
        self._marked.begin(operands)

    def end_marked(self, _operands: Sequence[object]) -> None:
        self._marked.end()

    def _show(self, parts: Sequence[object]) -> None:
        """Show strings one after another; numbers between them move the pen."""
        state = self._state
        if state.typeface is None:
            return
        start, text, word_end = self._pen, "", 0.0
        for part in parts:
            if isinstance(part, (int, float)):
                gap = -float(part) / 1000
                if gap > PART_GAP:
                    self._add(text, start, word_end)
                    text = ""
                elif gap > WORD_GAP and text and not text.endswith(" "):
                    word_end = word_end if " " in text else self._pen
                    text += " "
                self._pen += gap * state.size * state.scale
                start = start if text else self._pen
            elif isinstance(part, bytes):
                for glyph in state.typeface.glyphs(part):
                    if glyph.text == " " and " " not in text:
                        word_end = self._pen
                    extra = state.spacing + (state.word_spacing if glyph.space else 0.0)
                    self._pen += (glyph.width * state.size + extra) * state.scale
                    text += glyph.text
        self._add(text, start, word_end)

    def _add(self, text: str, start: float, word_end: float) -> None:
        state = self._state
        text = self._marked.shown(text)
        if not text.strip() or state.typeface is None:
            return
        a, b, c, d, e, f = times(self._line, state.ctm)
        if a <= 0 or abs(b) > 0.1 * a:
            # Text that runs up, down or backwards is a watermark or a note in the margin.
            return
        rise = state.rise
        x0 = a * start + c * rise + e
        x1 = max(x0, a * self._pen + c * rise + e)
        self._runs.add(
            Run(
                text=text,
                x0=x0,
                x1=x1,
                word_x1=a * word_end + c * rise + e if " " in text else x1,
                y=b * start + d * rise + f,
                size=abs(state.size) * math.hypot(c, d),
                bold=state.typeface.bold,
            )
        )


_SETTERS = {b"Tc": "spacing", b"Tw": "word_spacing", b"TL": "leading", b"Ts": "rise"}
_HANDLERS = {
    b"q": Interpreter.save,
    b"Q": Interpreter.restore,
    b"cm": Interpreter.transform,
    b"BT": Interpreter.begin_text,
    b"Tf": Interpreter.font,
    b"Tz": Interpreter.scale,
    b"Td": Interpreter.move,
    b"TD": Interpreter.move_leading,
    b"Tm": Interpreter.place,
    b"T*": Interpreter.next_line,
    b"Tj": Interpreter.show,
    b"TJ": Interpreter.show_parts,
    b"'": Interpreter.show_on_next_line,
    b'"': Interpreter.show_spaced_on_next_line,
    b"Do": Interpreter.draw,
    b"m": Interpreter.path,
    b"l": Interpreter.line_to,
    b"c": Interpreter.path,
    b"v": Interpreter.path,
    b"y": Interpreter.path,
    b"re": Interpreter.rectangle,
    b"n": Interpreter.end_path,
    **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"), Interpreter.paint),
    b"BMC": Interpreter.begin_marked,
    b"BDC": Interpreter.begin_marked,
    b"EMC": Interpreter.end_marked,
}
