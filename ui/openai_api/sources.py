"""The places of an answer as a Markdown list under its text, put there and taken away again."""

import re
from functools import cache

from assistant import LANGUAGES
from ui.citations.quoting import escaped
from ui.citations.wording import one_line
from ui.http.replies import AnswerReply, PlaceReply
from ui.wording import words

_HEADING = "\n\n**{}**\n\n"


def with_sources(reply: AnswerReply) -> str:
    """Return an answer's Markdown with what it cites below, or with the nearest places."""
    w = words(reply.language).chat
    if reply.citations:
        places = [f"{cited.number}. {_link(cited)}" for cited in reply.citations]
        return reply.answer + _HEADING.format(w.sources) + "\n".join(places)
    if reply.nearest:
        near = [f"- {_link(hit)}" for hit in reply.nearest]
        return reply.answer + _HEADING.format(w.nearest) + "\n".join(near)
    return reply.answer


def without_sources(text: str) -> str:
    """Return an answer without the list of places: a follow-up is about what it says."""
    return _headings().split(text, maxsplit=1)[0]


@cache
def _headings() -> re.Pattern[str]:
    said = [words(language).chat for language in LANGUAGES]
    headings = {_HEADING.format(heading) for w in said for heading in (w.sources, w.nearest)}
    return re.compile("|".join(map(re.escape, sorted(headings))))


def _link(place: PlaceReply) -> str:
    return f"[{escaped(one_line(place.label))}](<{place.url}>)"
