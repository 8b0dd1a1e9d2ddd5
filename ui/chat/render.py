"""The conversation as HTML; every word of a user or a document is escaped."""

from collections.abc import Sequence

from markupsafe import Markup

from assistant import Stage
from ui.chat.conversation import Exchange, Reply, Said, Source
from ui.chat.sources import nearest_list, read, source_list
from ui.chat.talk import Notice
from ui.chat.thumbs import thumbs
from ui.wording import ChatWords, words

_CHIP = Markup(
    '<a class="chip" href="{url}" target="_blank" rel="noopener" '
    'title="{name}" aria-label="{name}">[{number}]</a>'
)


def conversation(exchanges: Sequence[Exchange], language: str, *, with_thumbs: bool = False) -> str:
    """Return the exchanges, oldest first; nothing when there are none yet.

    Args:
        exchanges: What was said.
        language: The language of the page.
        with_thumbs: Whether who asked can say what they think of an answer.
    """
    if not exchanges:
        return ""
    w = words(language).chat
    turns = Markup("").join(_exchange(exchange, w, with_thumbs) for exchange in exchanges)
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


def _exchange(exchange: Exchange, w: ChatWords, with_thumbs: bool) -> Markup:
    asked = Markup('<h2 class="asked"><span class="unseen">{}: </span>{}</h2>').format(
        w.asked, exchange.question
    )
    if exchange.reply is None:
        body = _growing(exchange.told) + _pending(exchange.stage, w)
    else:
        body = _reply(exchange.reply)
        body += thumbs(exchange.reply, exchange.question) if with_thumbs else ""
    return Markup('<article class="turn">{}{}</article>').format(asked, body)


def _growing(told: str) -> Markup:
    """Return what was told of an answer so far, as it will stand in the reply."""
    if not told:
        return Markup("")
    introduction, _, listed = told.partition("\n\n- ")
    items = Markup("").join(
        Markup("<li>{}</li>").format(text) for text in listed.split("\n- ") if text
    )
    return Markup(
        '<div class="reply growing" aria-busy="true"><p class="introduction">{}</p>'
        '<ul class="statements">{}</ul></div>'
    ).format(introduction, items)


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
        source_list(reply.sources, w),
        nearest_list(reply.nearest, w),
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
    ).format(read(said.reading, w), name, reply.statement_language, said.text, chips)


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
