"""A follow-up question made to stand alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asked import asks_nothing
from assistant.asks_where import asks_where
from assistant.phrases import content_words, subject
from assistant.question import Role, Turn
from assistant.substitute import of_the_other_level, same_of_another
from corpus import ordinal_in

_CONNECTIVE = re.compile(
    r"^\W*((ok|oké|okay)\W+)?"
    r"(en|maar|ook|dus|et|mais|aussi|und|aber|auch|and|but|also|so|what about|how about|qu'en)\b",
    re.I,
)
_REFERS = re.compile(
    r"\b(die|deze|dit|daar\w*|hier\w*|ervan|ervoor|hun|zulke|cela|ceux|celles?|celui|ceci|ces|cette|"
    r"leurs?|là-dedans|diese\w*|dafür|davon|damit|dazu|deren|dessen|solche\w*|those|these|such|"
    r"them|their|its|one|ones|"
    r"(?:op|in|rond|over|bij|voor|aan|van|met|tegen|onder|à|dans|sur|pour|avec|de|contre|for|on|about|"
    r"of|with|to|against|from)\s+(?:dat|ce|cet|that)(?!\s+qu))\b",
    re.I,
)
"""Words that point back at what was said."""
_MAY_REFER = re.compile(
    r"\b(dat|ze|zij|er|ça|y|en|ils?|elles?|les|das|sie|that|this|it|they|else)\b", re.I
)
"""Words that point back or do something else, such as "er" and "that"."""
_NEW_SUBJECT = re.compile(
    r"^\W*(?:(?:even\s+)?iets (?:helemaal )?anders|(?:een )?(?:andere|nieuwe) vraag|"
    r"ander onderwerp|"
    r"(?:tout )?autre chose|(?:une )?(?:autre|nouvelle) question|autre sujet|"
    r"(?:et)?was (?:ganz )?anderes|(?:eine )?(?:andere|neue) frage|anderes thema|"
    r"something (?:completely )?else|(?:an)?other (?:question|thing|topic)|new (?:question|topic))"
    r"\W+",
    re.I,
)
_RETURN = re.compile(
    r"^\W*(?:(?:om )?terug (?:te komen op|naar)|"
    r"(?:pour )?reven(?:ir|ons) (?:à|au|aux)|retour (?:à|au|aux)|"
    r"zurück (?:zu[mr]?)|(?:to come |coming )?back to)\s+",
    re.I,
)
_CORRECTION = re.compile(
    r"^\W*(?:(?:nee|neen|non|nein|no|sorry|pardon|désolé|wacht)\W+){0,3}"
    r"(?:ik bedoel(?:de)?|je (?:voulais|veux) dire|je parl(?:e|ais) d[eu]s?|ich mein(?:t)?e|"
    r"i meant?|i was asking about)\b\W*",
    re.I,
)
_QUOTE = re.compile(r"“(?P<text>[^”]{20,})”")
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b|\d|\b[A-Z]\w*[A-Z]\w*\b")
_ITEM = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+[“\"«]?\s*(?P<text>.+)$", re.M)
_BRIEF = 2
_SHORT = 8
_WORDS_OF_ITEM = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class StandAlone:
    """A question that needs no history.

    `text` is what to search for; `asked` the part of it that says what is asked now; `readings`
    what it may mean too, where only a search tells, and `leans` whether its words show that it goes
    on from something. `after` is the answer before it.
    """

    text: str
    asked: str
    readings: tuple[str, ...] = ()
    leans: bool = False
    after: str = ""


def stand_alone(text: str, history: Sequence[Turn]) -> StandAlone:
    """Return the question with what it leaves unsaid taken from the turns before it.

    What a follow-up leaves unsaid is the topic, the latest question that stood alone, or the
    question just before it, or nothing. Where it asks for one of several things by number, it is
    that item of the last answer.
    """
    topic = before = ""
    for turn in history:
        if turn.role is Role.USER and not asks_nothing(turn.content):
            before = _own_words(turn.content)
            topic = _next_topic(topic, turn.content)
    said = [turn.content for turn in history if turn.role is not Role.USER]
    return _resolved(text, topic, before, said)


def _next_topic(topic: str, text: str) -> str:
    """Return what the conversation is about after one more turn."""
    own = _own_words(text)
    if not topic or not _may_lean(text):
        return own
    return same_of_another(own, topic) or topic


def _resolved(text: str, topic: str, before: str, said: Sequence[str]) -> StandAlone:
    own = _own_words(text)
    if not topic or asks_nothing(text) or _NEW_SUBJECT.match(text) or _RETURN.match(text):
        return StandAlone(text=own, asked=own)
    if _may_lean(text) and (substituted := same_of_another(own, topic)):
        return StandAlone(text=substituted, asked=substituted, leans=True)
    last = said[-1] if said else ""
    if (quote := _QUOTE.search(last)) and asks_where(own):
        return StandAlone(text=f"“{quote['text']}”", asked=own, leans=True, after=last)
    number = ordinal_in(own)
    item = _item(last, number) if number else ""
    if item:
        return StandAlone(text=_about(own, item), asked=own, leans=True, after=last)
    return StandAlone(
        text=_about(own, subject(of_the_other_level(own, topic) or topic)),
        asked=own,
        readings=(own, _about(own, subject(of_the_other_level(own, before) or before))),
        leans=_may_lean(text),
        after=last,
    )


def _about(own: str, what: str) -> str:
    return f"{own.rstrip(' ?.!')} ({what})?"


def _own_words(text: str) -> str:
    """Return a turn without the words that only say how it goes on from the one before."""
    for opening in (_NEW_SUBJECT, _RETURN, _CORRECTION):
        rest = opening.sub("", text, count=1)
        if rest.strip() and rest != text:
            return rest
    return text


def _may_lean(text: str) -> bool:
    if _NEW_SUBJECT.match(text) or _RETURN.match(text):
        return False
    if _CORRECTION.match(text) or _CONNECTIVE.match(text):
        return True
    if _is_brief(text) or ordinal_in(text) or _REFERS.search(text):
        return True
    return len(content_words(text)) <= _SHORT and _MAY_REFER.search(text) is not None


def _is_brief(text: str) -> bool:
    """Whether a text is too short to say what it is about, and names nothing by itself."""
    return len(content_words(text)) <= _BRIEF and not _ABBREVIATION.search(text)


def _item(said: str, number: int) -> str:
    """Return the beginning of an item of an answer's list, nothing when there is none."""
    items = [found["text"] for found in _ITEM.finditer(said)]
    if not 1 < len(items) >= number:
        return ""
    return " ".join(items[number - 1].split()[:_WORDS_OF_ITEM]).rstrip('”" [1234567890]')
