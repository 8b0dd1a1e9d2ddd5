"""The places that an answer cites, or that are offered instead, as HTML."""

from collections.abc import Sequence

from markupsafe import Markup

from ui.chat.conversation import Reading, Source
from ui.wording import ChatWords

_LINK = Markup('<a href="{url}" target="_blank" rel="noopener">{text}</a>')
_COPY = Markup(
    '<button type="button" class="copy" data-copy="{text}" data-done="{done}"><span>{name}</span>'
    '<span class="unseen"> [{number}]</span></button>'
)


def source_list(sources: Sequence[Source], w: ChatWords) -> Markup:
    """Return the cited places with what to do with each, nothing when there are none."""
    if not sources:
        return Markup("")
    items = Markup("").join(
        Markup(
            '<li><span class="number">[{}]</span>'
            '<div>{}<p class="place">{}</p>{}<p class="open">{}</p></div></li>'
        ).format(s.number, _document(s), s.place, _quote(s, w), _actions(s, w))
        for s in sources
    )
    return Markup('<section class="sources"><h3>{}</h3><ol>{}</ol></section>').format(
        w.sources, items
    )


def nearest_list(nearest: Sequence[Source], w: ChatWords) -> Markup:
    """Return the places to read on, nothing when there are none."""
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


def read(reading: Reading, w: ChatWords) -> Markup:
    """Return what a quote says in the asker's language, and what that is worth."""
    standing = w.official if reading.official else w.working_translation
    return Markup('<div class="reading"><p lang="{}">{}</p><p class="tag">{}</p></div>').format(
        reading.language, reading.text, standing
    )


def _actions(source: Source, w: ChatWords) -> Markup:
    copies = [(source.quote, w.copy_quote), (source.reference, w.copy_reference)]
    buttons = (
        _COPY.format(text=text, done=w.copied, name=name, number=source.number)
        for text, name in copies
    )
    return Markup(" ").join((_LINK.format(url=source.url, text=w.open_source), *buttons))


def _quote(source: Source, w: ChatWords) -> Markup:
    quote = _quoted(source, w)
    if not source.verbatim:
        return quote
    # The answer shows these words already; twice the same text hides the next source.
    return Markup("<details><summary>{}</summary>{}</details>").format(w.quote, quote)


def _quoted(source: Source, w: ChatWords) -> Markup:
    """Return the quote, and under it what it says in the asker's language."""
    quote = Markup('<blockquote lang="{}">{}</blockquote>').format(source.language, source.quote)
    return quote + read(source.reading, w) if source.reading else quote


def _document(source: Source) -> Markup:
    if not source.document:
        return Markup("")
    return Markup('<p class="document" lang="{}">{}</p>').format(source.language, source.document)
