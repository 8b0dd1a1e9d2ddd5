"""A conversation as a Word document, its references as footnotes."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import docx
from docx.document import Document

from ui.chat.conversation import Exchange, Reply, Said, Source
from ui.chat.saving.footnotes import Footnotes
from ui.chat.saving.notes import note_of
from ui.citations.wording import day, one_line
from ui.wording import ChatWords, words


def conversation_as_word(exchanges: Sequence[Exchange], language: str, today: date) -> bytes:
    """Return what was asked and answered as a DOCX file."""
    w = words(language).chat
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = w.saved_title, "Planwijzer", ""
    document.add_heading(w.saved_title, level=0)
    document.add_paragraph(f"{w.saved_on.format(day=day(today, language))} {w.note}")
    notes = Footnotes(document)
    for exchange in exchanges:
        if exchange.reply is not None:
            document.add_heading(one_line(exchange.question), level=1)
            _Written(document, notes, exchange.reply).write()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


class _Written:
    """Writes one reply."""

    def __init__(self, document: Document, notes: Footnotes, reply: Reply) -> None:
        self._document = document
        self._notes = notes
        self._reply = reply
        self._sources = {source.number: source for source in reply.sources}
        self._w: ChatWords = words(reply.language).chat

    def write(self) -> None:
        reply, w = self._reply, self._w
        if reply.understood:
            understood = self._document.add_paragraph(f"{w.understood} ")
            understood.add_run(one_line(reply.understood)).italic = True
        if not reply.found:
            self._document.add_paragraph().add_run(w.not_found).bold = True
        self._document.add_paragraph(_lines(reply.introduction))
        for said in reply.statements:
            self._say(said)
        if reply.nearest:
            self._document.add_paragraph().add_run(w.nearest).bold = True
        for source in reply.nearest:
            self._point_to(source)

    def _say(self, said: Said) -> None:
        paragraph = self._document.add_paragraph(_lines(said.text), style="List Bullet")
        cited = [self._sources[number] for number in said.citations if number in self._sources]
        for place, source in enumerate(cited):
            if place:
                # Side by side, notes 1 and 2 would read as note 12.
                paragraph.add_run(",").font.superscript = True
            self._notes.add(paragraph, one_line(note_of(source)))
        if said.reading:
            standing = self._w.official if said.reading.official else self._w.working_translation
            read = self._document.add_paragraph(style="List Continue")
            read.add_run(f"({standing}: {_lines(said.reading.text)})").italic = True

    def _point_to(self, source: Source) -> None:
        paragraph = self._document.add_paragraph(one_line(source.place), style="List Bullet")
        self._notes.add(paragraph, one_line(source.reference))


def _lines(text: str) -> str:
    """Return text with its lines, without what XML cannot hold."""
    return "\n".join(one_line(line) for line in text.split("\n"))
