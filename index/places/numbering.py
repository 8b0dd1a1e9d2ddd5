"""Which noun a number belongs to, and which numbers only count what follows."""

from collections.abc import Sequence

from corpus import Audience
from index.places.lexicon import Noun, Small
from index.places.tokens import Form, Token

_LEADS_TO_NUMBER = " .:(-=#"
"""What may stand between a noun and its number."""

_COUNTED = (None, Small.UNIT, Small.POLICE)
"""What a number right before it counts: "2 steden", "3 uur"."""

_MAY_BE_DOTTED = (Noun.CHAPTER, Noun.THEME, Noun.SECTION, Noun.POINT, Noun.NUMBER, Noun.PARAGRAPH)


def mark_counts(tokens: Sequence[Token]) -> None:
    """Mark the numbers that count what follows, or are of something else than a place."""
    for at, token in enumerate(tokens):
        if token.form is None:
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        before = tokens[at - 1] if at else None
        if before is not None and before.meaning is Noun.OTHER and not token.is_apart:
            token.counts = True
        if after is None or after.is_apart or after.form is not None or "." in after.gap:
            continue
        if token.dotted:
            token.counts |= after.meaning is Small.UNIT
        elif after.meaning in _COUNTED or (not after.gap and not after.names_part):
            token.counts = True
            if after.meaning is Small.UNIT:
                # Not even a noun before it has this number: "al 2 jaar".
                token.value = 0
        elif before is not None and isinstance(before.meaning, Noun) and not token.is_apart:
            continue
        elif _leads_to_list(tokens, at + 1):
            token.counts = token.taken = True


def number_of(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the number of a noun, marked as taken: an ordinal before it, or what follows it."""
    noun = tokens[at]
    if noun.meaning in (Noun.OTHER, Noun.BULLETS):
        return None
    number = _before(tokens, at) or _behind(tokens, at)
    if number is not None:
        number.taken = noun.taken = True
        for skipped in tokens[at + 1 : position(tokens, number)]:
            skipped.taken = True
    return number


def position(tokens: Sequence[Token], wanted: Token) -> int:
    return next(at for at, token in enumerate(tokens) if token is wanted)


def _leads_to_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name of several goals or points comes next: "3 lokale doelstellingen"."""
    while at < len(tokens) and (
        tokens[at].meaning is Small.ADJECTIVE or isinstance(tokens[at].meaning, Audience)
    ):
        at += 1
    return at < len(tokens) and tokens[at].meaning in (Noun.GOALS, Noun.BULLETS)


def _before(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the ordinal before a noun, over adjectives and levels: "drittes lokales Ziel"."""
    if tokens[at].meaning in (Noun.NUMBER, Noun.GOALS):
        return None
    for k in range(at - 1, -1, -1):
        token, after = tokens[k], tokens[k + 1]
        if after.is_apart:
            return None
        pointed = token.form is Form.DIGITS and after.gap.startswith(".") and token.value
        if (token.form is Form.ORDINAL or pointed) and not token.taken:
            return token
        if token.form is not None or not (
            token.meaning is Small.ADJECTIVE or isinstance(token.meaning, Audience)
        ):
            return None
    return None


def _behind(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the number behind a noun, if it can be one of it."""
    noun, at = tokens[at], at + 1
    while at < len(tokens) and tokens[at].meaning is Noun.NUMBER and not tokens[at].is_apart:
        at += 1
    if at >= len(tokens):
        return None
    number, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if number.form is None or number.taken or number.gap.strip(_LEADS_TO_NUMBER):
        return None
    if number.dotted:
        return number if noun.meaning in _MAY_BE_DOTTED and not number.counts else None
    if not number.value:
        return None
    joined = after is not None and not after.is_apart
    if number.form is Form.ORDINAL and after is not None and joined:
        return None if isinstance(after.meaning, Noun) or after.is_telling else number
    if number.form is Form.WORD and number.value == 1 and after is not None and joined:
        return number if after.names_part else None
    return number
