"""The goals that a theme sets a police level: all of them, in order, from the structure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.answer import Evidence
from assistant.both_levels import the_level, without_level
from assistant.decide import TOPIC_FROM
from assistant.phrases import content_words
from corpus import Audience, Kind, Passage
from index import Hit

_GOALS = re.compile(
    r"\b(?:strat[eé]gi\w*\s+)?(?:doelstellingen|doelen|objectifs|zielsetzungen|ziele|goals|objectives)"
    r"(?:\s+stratégiques)?\b",
    re.I,
)
_OTHERWISE = re.compile(
    r"^(?:\d+|politie\w*|police|polizei|zones?|alle\w*|tou\w+|all|fédéra\w+|federa\w+|föderal\w+|"
    r"lo[ck]a\w+)$",
    re.I,
)
# Who sets them, by when or how they are reached is another question.
_ABOUT_THEM = re.compile(
    r"^\W*(?:(?:\w+ ){0,2}(?:wie|wanneer|waarom|waar|hoe|quand|pourquoi|comment|où|wer|"
    r"wann|warum|wo|who|when|why|how|where)\b|qui\b|par qui\b)(?! luiden| lauten)",
    re.I,
)
_MOST_WORDS = 4
_AGREEING = 2
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelGoals:
    """The goals that a theme, given by its heading, sets a police level; maybe none."""

    level: Audience
    theme: str
    evidence: tuple[Evidence, ...]


PassagesOf = Callable[[Passage], Sequence[Passage]]


def asks_for_goals(question: str) -> bool:
    """Whether a question asks which goals there are on a subject, and nothing else about them."""
    if not _GOALS.search(question) or _ABOUT_THEM.match(question):
        return False
    rest = content_words(_GOALS.sub(" ", question))
    return len([word for word in rest if not _OTHERWISE.match(word)]) <= _MOST_WORDS


def without_its_level(question: str) -> str:
    """Return what tells the theme whose goals are asked for; nothing where no level's are.

    The level would draw its goals on other themes near where this one sets none for it.
    """
    asks = the_level(question) is not None and asks_for_goals(question)
    return without_level(question) if asks else ""


def goals(
    question: str, search: Callable[[str], Sequence[Hit]], of_document: PassagesOf
) -> LevelGoals | None:
    """Return the goals of the level that a question names, on the theme that it names.

    Args:
        question: What is asked, standing alone.
        search: Returns what is found for a text, best first.
        of_document: Returns all passages of the document that a passage is from.

    Returns:
        These goals in order, none where the theme sets goals, but not for that level; None where no
        list of goals is asked for, or no one theme is named.
    """
    level, about = the_level(question), without_its_level(question)
    if level is None or not about:
        return None
    hits = search(about)[:_LOOKED_AT]
    theme = _theme(hits)
    if theme is None:
        return None
    there = [
        passage
        for passage in of_document(hits[0].passage)
        if passage.kind is Kind.GOAL and passage.theme == theme
    ]
    if not there:
        return None
    return LevelGoals(
        level=level,
        theme=_heading(hits[0].passage),
        evidence=tuple(
            Evidence(passage=goal, ranges=((0, len(goal.text)),), score=hits[0].score)
            for goal in there
            if goal.audience in (level, Audience.BOTH)
        ),
    )


def _heading(passage: Passage) -> str:
    """Return the heading of a passage's theme, without its number."""
    numbered = [title for title in passage.section_path if title.startswith(f"{passage.theme}")]
    heading = numbered[0] if numbered else passage.section_path[-1]
    return heading.removeprefix(str(passage.theme)).strip(" .")


def _theme(hits: Sequence[Hit]) -> str | None:
    """Return the theme that the best hit shares with another one."""
    if not hits or hits[0].cosine < TOPIC_FROM:
        return None
    best = hits[0].passage
    agreeing = [
        hit
        for hit in hits
        if (hit.passage.document, hit.passage.theme) == (best.document, best.theme)
    ]
    return best.theme if len(agreeing) >= _AGREEING else None
