"""The text of one page, with that of the forms it shows."""

from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from corpus.readers.pdf.fonts import Fonts
from corpus.readers.pdf.intact import check_intact
from corpus.readers.pdf.interpreter import Interpreter
from corpus.readers.pdf.marked import MarkedContent
from corpus.readers.pdf.rules import Rules
from corpus.readers.pdf.runs import Matrix, Runs, times
from corpus.readers.pdf.shapes import Shapes
from corpus.readers.pdf.state import matrix_of

_MAX_FORM_DEPTH = 8
_MAX_FORMS = 500


@dataclass(slots=True)
class PageText:
    """Collects the runs of one page in `shown` and the lines it draws in `rules`.

    `unpacked` counts the bytes of the content streams, and `pictures` the images shown.
    """

    reader: PdfReader
    fonts: Fonts
    shown: Runs = field(default_factory=Runs)
    rules: Rules = field(default_factory=Rules)
    unpacked: int = 0
    pictures: int = 0
    _forms: int = 0

    def show(
        self, content: object, resources: DictionaryObject, ctm: Matrix, depth: int = 0
    ) -> None:
        """Add the runs that a content stream shows, in its order."""
        if not isinstance(content, (ArrayObject, StreamObject)):
            return
        check_intact(content)
        stream = ContentStream(content, self.reader, "bytes")
        self.unpacked += len(stream.get_data())

        def draw(name: str, matrix: Matrix) -> None:
            self._show_object(resources, name, matrix, depth)

        typefaces = self.fonts.named(resources)
        marked, shapes = MarkedContent(resources), Shapes(self.rules)
        interpreter = Interpreter(self.shown, typefaces, marked, ctm, shapes, draw)
        interpreter.run(stream.operations)

    def _show_object(self, resources: DictionaryObject, name: str, ctm: Matrix, depth: int) -> None:
        """Add what an external object shows: a form's text, or the count of an image."""
        objects = resources.get("/XObject")
        objects = objects.get_object() if objects is not None else None
        shown = objects.get(name) if isinstance(objects, DictionaryObject) else None
        shown = shown.get_object() if shown is not None else None
        if not isinstance(shown, StreamObject):
            return
        if shown.get("/Subtype") == "/Image":
            self.pictures += 1
        elif depth < _MAX_FORM_DEPTH and self._forms < _MAX_FORMS:
            self._forms += 1
            own = shown.get("/Resources")
            own = own.get_object() if own is not None else None
            matrix = times(matrix_of(shown.get("/Matrix")), ctm)
            self.show(
                shown, own if isinstance(own, DictionaryObject) else resources, matrix, depth + 1
            )
