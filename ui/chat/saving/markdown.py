"""A conversation as Markdown, its references as footnotes."""

from collections.abc import Iterator, Sequence
from datetime import date

from ui.chat.conversation import Exchange, Reading, Reply, Source
from ui.chat.saving.notes import note_of
from ui.citations.quoting import escaped
from ui.citations.wording import day, one_line
from ui.wording import ChatWords, words


def conversation_as_markdown(exchanges: Sequence[Exchange], language: str, today: date) -> str:
    """Return what was asked and answered; whatever was typed or quoted stays text.

    The footnotes are those of Pandoc and GitHub.
    """
    w = words(language).chat
    parts = [f"# {w.saved_title}", f"{w.saved_on.format(day=day(today, language))} {w.note}"]
    notes: list[str] = []
    for exchange in exchanges:
        if exchange.reply is not None:
            parts.append(f"## {escaped(one_line(exchange.question))}")
            parts.extend(_reply(exchange.reply, notes))
    parts += [f"[^{number}]: {note}" for number, note in enumerate(notes, start=1)]
    return "\n\n".join(parts) + "\n"


def _reply(reply: Reply, notes: list[str]) -> Iterator[str]:
    w = words(reply.language).chat
    if reply.understood:
        yield f"*{w.understood} {escaped(one_line(reply.understood))}*"
    if not reply.found:
        yield f"**{w.not_found}**"
    yield escaped(reply.introduction)
    sources = {source.number: source for source in reply.sources}
    for said in reply.statements:
        marks = "".join(_mark(sources[n], notes) for n in said.citations if n in sources)
        yield f"- {_indented(escaped(said.text))}{marks}"
        if said.reading:
            yield f"  {_read(said.reading, w)}"
    if reply.nearest:
        yield f"**{w.nearest}**"
    for source in reply.nearest:
        yield f"- {_linked(source.reference, source)}"


def _mark(source: Source, notes: list[str]) -> str:
    notes.append(_linked(note_of(source), source))
    return f"[^{len(notes)}]"


def _read(reading: Reading, w: ChatWords) -> str:
    standing = w.official if reading.official else w.working_translation
    return f"({standing}: {_indented(escaped(reading.text))})"


def _indented(text: str) -> str:
    return text.replace("\n", "  \n  ")


def _linked(text: str, source: Source) -> str:
    """Return text that Markdown reads as text, but for the link that leads to the source."""
    before, link, after = one_line(text).rpartition(source.permalink)
    return f"{escaped(before)}<{link}>{escaped(after)}"
