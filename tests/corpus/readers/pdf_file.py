"""Makes small PDF files for tests, text placed by hand."""

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.readers.printing import register_fonts

Draw = Callable[[Canvas], None]
LEFT, RIGHT, TOP, PITCH = 70.0, 525.0, 760.0, 13.0
FILLER = (
    "Dit is een gewone regel tekst die de breedte van de bladspiegel vult, woord na woord",
    "en dan op de volgende regel doorgaat tot aan het einde van de zin.",
)


def pdf(*pages: Draw, **about: str) -> bytes:
    """Return a PDF with one page per function; `about` are title, author, subject, language."""
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, lang=about.pop("lang", None))
    for name, value in about.items():
        getattr(canvas, f"set{name.title()}")(value)
    for draw in pages:
        canvas.setFont("Vera", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines(
    texts: Sequence[str], *, x: float = LEFT, y: float = TOP, size: float = 10, font: str = "Vera"
) -> Draw:
    """Return a function that draws lines below each other."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, text in enumerate(texts):
            canvas.drawString(x, y - number * PITCH, text)

    return draw


def justified(texts: Sequence[str], *, x: float = LEFT, y: float = TOP) -> Draw:
    """Return a function that draws lines spread to the right margin, the last one as it is."""

    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            spare = RIGHT - x - canvas.stringWidth(text, "Vera", 10)
            line = canvas.beginText(x, y - number * PITCH)
            line.setFont("Vera", 10)
            line.setWordSpace(0 if text is texts[-1] else spare / max(1, text.count(" ")))
            line.textOut(text)
            canvas.drawText(line)

    return draw


def both(*draws: Draw) -> Draw:
    """Return a function that draws several things on one page."""

    def draw(canvas: Canvas) -> None:
        for part in draws:
            part(canvas)

    return draw


def body(y: float = 600.0, count: int = 4) -> Draw:
    """Return a function that draws ordinary text, so that its size is the usual one."""
    return justified(FILLER * count, y=y)
