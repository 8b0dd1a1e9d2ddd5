"""Reader pages as HTML, made once per document and language."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader

from assistant import LANGUAGES, Document, Passage, ReadDocument
from ui.reader.highlight import highlights
from ui.reader.page import Page, number_of, page_of
from ui.reader.prose import Prose
from ui.wording import words

Label = Callable[[Passage, str], str]

_TEMPLATES = Environment(
    loader=PackageLoader("ui.reader"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


class Pages:
    """Renders documents; a page without a highlight is kept, one with a highlight is made anew."""

    def __init__(self) -> None:
        self._laid_out: dict[str, Page] = {}
        self._plain: dict[tuple[str, str], str] = {}

    def plan(
        self, read: ReadDocument, language: str, label: Label, start: int | None, end: int | None
    ) -> str:
        """Return the page of a document, with `source[start:end]` highlighted where given."""
        page = self._page(read)
        marked = highlights(read.passages, start, end)
        key = (read.document.sha256, language)
        if not marked and key in self._plain:
            return self._plain[key]
        w = words(language)
        html = _TEMPLATES.get_template("plan.html.j2").render(
            **_frame(language, start if marked else None, end if marked else None),
            page=page,
            document=read.document,
            prose=Prose(marked=marked, notes=page.notes, note=w.reader.footnote),
            quoted=bool(marked),
            text_language=words(read.document.language).name,
            label=lambda passage: label(passage, language),
            number_of=number_of,
            note_number=lambda passage: number_of(passage).lstrip("n"),
        )
        if not marked:
            self._plain[key] = html
        return html

    def _page(self, read: ReadDocument) -> Page:
        digest = read.document.sha256
        if digest not in self._laid_out:
            self._laid_out[digest] = page_of(read)
        return self._laid_out[digest]


def notice(
    language: str, heading: str, lines: Sequence[str], documents: Sequence[Document] = ()
) -> str:
    """Return a page that says what is the matter and where to go instead."""
    return _TEMPLATES.get_template("notice.html.j2").render(
        **_frame(language, None, None), heading=heading, lines=lines, documents=documents
    )


def _frame(language: str, start: int | None, end: int | None) -> dict[str, object]:
    """Return what every page needs; the language links keep the highlight."""
    w = words(language)
    place = {} if start is None or end is None else {"from": start, "to": end}
    links = [
        (code, words(code).name, "?" + urlencode({"lang": code, **place})) for code in LANGUAGES
    ]
    return {"lang": language, "product": w.product, "w": w.reader, "languages": links}
