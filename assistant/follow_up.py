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
_FEW_WORDS = 4


def stand_alone(text: str, history: Sequence[Turn]) -> str:
    """Return the question with what it leaves unsaid taken from the user's turns before it.

    A question that already says what it is about comes back as it is.
    """
    resolved = ""
    for turn in history:
        if turn.role is Role.USER:
            resolved = _joined(resolved, turn.content)
    return _joined(resolved, text)


def _joined(before: str, text: str) -> str:
    if not before or not _leans_on_earlier(text):
        return text
    mine, earlier = named_audience(text), named_audience(before)
    if mine and earlier and mine[0] is not earlier[0]:
        # "And the Local Police?" asks the same of the other level.
        return before.replace(earlier[1], mine[1])
    return f"{before.rstrip()} {text.lstrip()}"


def _leans_on_earlier(text: str) -> bool:
    few = len(_WORD.findall(text)) <= _FEW_WORDS
    return bool(_CONNECTIVE.match(text)) or (few and bool(_REFERENCE.search(text)))
