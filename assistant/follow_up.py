"""A follow-up question made to stand alone."""

import re
from collections.abc import Sequence

from assistant.question import Role, Turn
from corpus import named_audience

_CONNECTIVE = re.compile(
    r"^\s*(en|maar|ook|dus|et|mais|aussi|und|aber|auch|and|but|also|what about|how about|qu'en)\b",
    re.I,
)
_REFERENCE = re.compile(
    r"\b(die|dat|deze|dit|daar\w*|hier\w*|ervan|ervoor|hun|ze|zij|er|ça|cela|ceux|celle|ceci|"
    r"leur|leurs|y|en|ils|elles|dies\w*|das|dafür|davon|damit|dazu|sie|deren|that|those|these|"
    r"this|it|its|they|them|their)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_NAMED = re.compile(r"\b[A-Z]{2,}\b|\d")
_FEW_WORDS = 3
_SHORT = 8


def stand_alone(text: str, history: Sequence[Turn]) -> str:
    """Return the question with what it leaves unsaid taken from the user's turns before it.

    A question that already says what it is about comes back as it is. What a follow-up leaves
    unsaid is the topic: the latest question that stood alone.
    """
    topic = ""
    for turn in history:
        if turn.role is Role.USER:
            topic = _new_topic(topic, turn.content)
    if not topic or not _leans_on_earlier(text):
        return text
    switched = _new_topic(topic, text)
    return switched if switched != topic else f"{topic.rstrip()} {text.lstrip()}"


def _new_topic(topic: str, text: str) -> str:
    """Return what the conversation is about after one more turn."""
    if not topic or not _leans_on_earlier(text):
        return text
    mine, earlier = named_audience(text), named_audience(topic)
    if mine and earlier and mine[0] is not earlier[0] and _is_brief(text.replace(mine[1], "")):
        # "And the Local Police?" asks the same of the other level.
        return topic.replace(earlier[1], mine[1])
    return topic


def _leans_on_earlier(text: str) -> bool:
    words = len(_WORD.findall(text))
    refers = words <= _SHORT and _REFERENCE.search(text)
    return bool(_CONNECTIVE.match(text) or refers or _is_brief(text))


def _is_brief(text: str) -> bool:
    """Whether a text is too short to say what it is about, and names nothing by itself."""
    return len(_WORD.findall(text)) <= _FEW_WORDS and not _NAMED.search(text)
