"""The conversation as HTML; every word of a user or a document is escaped."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant import Stage
from ui.chat.conversation import Exchange, Reading, Reply, Said, Source
from ui.chat.talk import Notice
from ui.wording import ChatWords, words

_LINK = Markup('<a href="{url}" target="_blank" rel="noopener">{text}</a>')
_CHIP = Markup(
    '<a class="chip" href="{url}" target="_blank" rel="noopener" '
    'title="{name}" aria-label="{name}">[{number}]</a>'
)


def conversation(exchanges: Sequence[Exchange], language: str) -> str:
    """Return the exchanges, oldest first; nothing when there are none yet."""
    if not exchanges:
        return ""
    w = words(language).chat
    turns = Markup("").join(_exchange(exchange, w) for exchange in exchanges)
    return str(Markup('<div class="talk" role="log">{}</div>').format(turns))


def notice(shown: Notice | None, language: str) -> str:
    """Return a notice, nothing when there is none."""
    if shown is None:
        return ""
    w = words(language).chat
    detail = (
        Markup('<p class="detail">{} <span lang="en">{}</span></p>').format(w.detail, shown.detail)
        if shown.detail
        else ""
    )
    html = Markup(
        '<div class="notice" role="alert"><strong>{}</strong><p>{}</p><p>{}</p>{}</div>'
    ).format(w.problem, shown.message, shown.fix, detail)
    return str(html)


def _exchange(exchange: Exchange, w: ChatWords) -> Markup:
    asked = Markup('<h2 class="asked"><span class="unseen">{}: </span>{}</h2>').format(
        w.asked, exchange.question
    )
    body = _pending(exchange.stage, w) if exchange.reply is None else _reply(exchange.reply)
    return Markup('<article class="turn">{}{}</article>').format(asked, body)


def _pending(stage: Stage, w: ChatWords) -> Markup:
    said = {
        Stage.UNDERSTAND: w.understanding,
        Stage.RETRIEVE: w.searching,
        Stage.ANSWER: w.answering,
    }
    return Markup('<p class="pending" role="status">{}</p>').format(said[stage])


def _reply(reply: Reply) -> Markup:
    w = words(reply.language).chat
    parts = [
        Markup('<p class="understood">{} <em>{}</em></p>').format(w.understood, reply.understood)
        if reply.understood
        else Markup(""),
        Markup("<h3>{}</h3>").format(w.not_found) if not reply.found else Markup(""),
        Markup('<p class="introduction">{}</p>').format(reply.introduction),
        _statements(reply, w),
        _sources(reply.sources, w),
        _nearest(reply.nearest, w),
    ]
    kind = "reply" if reply.found else "reply refused"
    return Markup('<div class="{}" lang="{}">{}</div>').format(
        kind, reply.language, Markup("").join(parts)
    )


def _statements(reply: Reply, w: ChatWords) -> Markup:
    if not reply.statements:
        return Markup("")
    sources = {source.number: source for source in reply.sources}
    items = Markup("").join(_statement(said, reply, sources, w) for said in reply.statements)
    return Markup('<ul class="statements">{}</ul>').format(items)


def _statement(said: Said, reply: Reply, sources: dict[int, Source], w: ChatWords) -> Markup:
    chips = _chips(said, sources, w)
    if said.reading is None:
        return Markup('<li><span lang="{}">{}</span> {}</li>').format(
            reply.statement_language, said.text, chips
        )
    # The asker reads the version; the quote right under it says what it comes from.
    name = w.original.format(language=words(reply.statement_language).name)
    return Markup(
        '<li>{}<div class="original"><span class="tag">{}</span> '
        '<span lang="{}">{}</span> {}</div></li>'
    ).format(_read(said.reading, w), name, reply.statement_language, said.text, chips)


def _chips(statement: Said, sources: dict[int, Source], w: ChatWords) -> Markup:
    return Markup("").join(
        _CHIP.format(
            url=sources[number].url,
            name=w.source.format(number=number, place=sources[number].place),
            number=number,
        )
        for number in statement.citations
        if number in sources
    )


def _sources(sources: Sequence[Source], w: ChatWords) -> Markup:
    if not sources:
        return Markup("")
    items = Markup("").join(
        Markup(
            '<li><span class="number">[{}]</span>'
            '<div>{}<p class="place">{}</p>{}<p class="open">{}</p></div></li>'
        ).format(
            s.number,
            _document(s),
            s.place,
            _quote(s, w),
            _LINK.format(url=s.url, text=w.open_source),
        )
        for s in sources
    )
    return Markup('<section class="sources"><h3>{}</h3><ol>{}</ol></section>').format(
        w.sources, items
    )


def _quote(source: Source, w: ChatWords) -> Markup:
    quote = _quoted(source, w)
    if not source.verbatim:
        return quote
    # The answer shows these words already; twice the same text hides the next source.
    return Markup("<details><summary>{}</summary>{}</details>").format(w.quote, quote)


def _quoted(source: Source, w: ChatWords) -> Markup:
    """Return the quote, and under it what it says in the asker's language."""
    quote = Markup('<blockquote lang="{}">{}</blockquote>').format(source.language, source.quote)
    return quote + _read(source.reading, w) if source.reading else quote


def _read(reading: Reading, w: ChatWords) -> Markup:
    standing = w.official if reading.official else w.working_translation
    return Markup('<div class="reading"><p lang="{}">{}</p><p class="tag">{}</p></div>').format(
        reading.language, reading.text, standing
    )


def _document(source: Source) -> Markup:
    if not source.document:
        return Markup("")
    return Markup('<p class="document" lang="{}">{}</p>').format(source.language, source.document)


def _nearest(nearest: Sequence[Source], w: ChatWords) -> Markup:
    if not nearest:
        return Markup("")
    items = Markup("").join(
        Markup('<li>{}<p class="place">{}</p>{}</li>').format(
            _document(source), _LINK.format(url=source.url, text=source.place), _quoted(source, w)
        )
        for source in nearest
    )
    return Markup(
        '<section class="sources nearest"><h3>{}</h3><ol>{}</ol><p>{}</p></section>'
    ).format(w.nearest, items, w.rephrase)
