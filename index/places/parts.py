"""The parts of a place that a query names, each with its number."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus import Audience
from corpus.vocabulary import AND_OR
from index.places.lexicon import Noun, Small
from index.places.numbering import mark_counts, number_of, position
from index.places.place import Block
from index.places.tokens import Form, Token, tokens_of

_FREE_UP_TO = 20
"""The largest number that is taken for one of a place without a noun."""

_BEFORE_FREE = " .,;:>()/|-'\""
"""What may stand before a number that is one of a place without a noun."""

_OF_GOALS = (Noun.GOAL, Noun.GOALS)
_WHOLE = (Noun.CHAPTER, Noun.THEME, Noun.SECTION)
_WITHIN = (Noun.GOAL, Noun.POINT, Noun.BULLET, Noun.PARAGRAPH, Noun.FOOTNOTE)


@dataclass(slots=True, kw_only=True)
class Parts:
    """What a query names of a place.

    `numbers` are those with their nouns and those without one that may be of the place, in order;
    `leads` says that the first of them opens the query without a noun. `container` is a number
    without a noun that says where something is: that of "punt 3 van 8".
    """

    tokens: Sequence[Token]
    numbers: list[tuple[Noun | None, Token]] = field(default_factory=list)
    opened: list[Token] = field(default_factory=list)
    block: Block | None = None
    level: Audience | None = None
    container: Token | None = None
    leads: bool = False

    @property
    def is_all(self) -> bool:
        """Whether the query says nothing else."""
        return not any(token.is_telling for token in self.tokens)

    @property
    def is_all_but_free(self) -> bool:
        """Whether the query says nothing else, its numbers without a noun left aside."""
        free = {id(token) for noun, token in self.numbers if noun is None}
        return not any(token.is_telling and id(token) not in free for token in self.tokens)

    @property
    def named(self) -> bool:
        """Whether there is any part but a level."""
        return bool(self.numbers or self.block or self.titled)

    @property
    def titled(self) -> bool:
        """Whether it is said that a heading is named: "hoofdstuk cyber"."""
        return any(token.meaning in _WHOLE for token in self.opened)

    def first(self, *nouns: Noun | None) -> Token | None:
        """Return the first number of some nouns."""
        return next((token for noun, token in self.numbers if noun in nouns), None)


def parts_of(query: str) -> Parts:
    """Return the parts of a place that a query names."""
    tokens = tokens_of(query)
    mark_counts(tokens)
    parts = Parts(tokens=tokens)
    denied = _denied(tokens)
    with_nouns = {
        id(number): noun.meaning
        for at, noun in enumerate(tokens)
        if _may_have_number(noun) and (number := number_of(tokens, at)) is not None
    }
    named = [t for at, t in enumerate(tokens) if at not in denied]
    parts.opened = [t for t in named if isinstance(t.meaning, Noun) and not t.taken]
    blocks = [t.meaning for t in named if isinstance(t.meaning, Block)]
    parts.block = next((b for b in blocks if b is not Block.INTRO), blocks[0] if blocks else None)
    levels = {t.meaning for t in tokens if isinstance(t.meaning, Audience)}
    parts.level = levels.pop() if len(levels) == 1 else None
    for at, token in enumerate(tokens):
        if id(token) in with_nouns:
            noun = with_nouns[id(token)]
            # The number of a point of attention is one of an item, in its block.
            parts.numbers.append((noun if isinstance(noun, Noun) else Noun.GOAL, token))
        elif _is_container(tokens, at):
            parts.container = parts.container or token
        elif token.form is not None and _is_free(tokens, at):
            parts.leads |= not parts.numbers and _opens(tokens[:at])
            parts.numbers.append((None, token))
    _fill_open(parts)
    if parts.block in (None, Block.INTRO) and any(
        meaning in _OF_GOALS
        for meaning in (*(t.meaning for t in parts.opened), *(n for n, _ in parts.numbers))
    ):
        parts.block = Block.GOALS
    return parts


def _may_have_number(token: Token) -> bool:
    return isinstance(token.meaning, Noun) or token.meaning in (Block.CROSS, Block.GENERAL)


def _denied(tokens: Sequence[Token]) -> frozenset[int]:
    """Return which tokens name what is not asked for: "niet de doelstellingen"."""
    denied: set[int] = set()
    denies = False
    for at, token in enumerate(tokens):
        denies = token.meaning is Small.NEGATION or (denies and not token.is_apart)
        if denies:
            denied.add(at)
    return frozenset(denied)


def _is_free(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number without a noun may be one of the place."""
    token = tokens[at]
    if token.taken or token.counts or token.gap.strip(_BEFORE_FREE):
        return False
    if token.dotted:
        return True
    if not token.value or token.value > _FREE_UP_TO:
        return False
    if token.form is Form.ORDINAL:
        return True
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    clear = before is None or token.is_apart or not before.is_telling
    if before is not None and isinstance(before.meaning, Small):
        # "1 op 3" is a share; "punt 3 van 8" is for `_container` to tell.
        return clear and (token.is_apart or before.meaning is Small.ADJECTIVE)
    if token.form is Form.DIGITS:
        return clear
    follows = after is None or after.is_apart or after.names_part
    leads = before is None or token.is_apart or before.names_part
    return token.value > 1 and follows and leads


def _is_container(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says within which section something is: "punt 3 van 8"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    return (
        token.form in (Form.DIGITS, Form.WORD, Form.ROMAN)
        and not (token.taken or token.counts or token.is_apart or token.dotted)
        and 0 < token.value <= _FREE_UP_TO
        and (token.form, token.value) != (Form.WORD, 1)
        and before is not None
        and before.meaning is Small.JOINING
        and token.gap != ""
        and before.text.lower() not in AND_OR
    )


def _opens(before: Sequence[Token]) -> bool:
    """Whether a number opens a query: nothing before it tells or names anything."""
    return not any(token.is_telling or token.names_part for token in before)


def _fill_open(parts: Parts) -> None:
    """Give the one number without a noun to the one noun without a number: "doel federaal 3"."""
    wanting = [t for t in parts.opened if t.meaning in _WITHIN]
    if parts.container and not parts.numbers and [t.meaning for t in wanting] == [Noun.FOOTNOTE]:
        parts.numbers.append((None, parts.container))
    free = [
        (n, t)
        for n, (noun, t) in enumerate(parts.numbers)
        if noun in (None, Noun.NUMBER) and not t.dotted
    ]
    if len(free) != 1 or len(wanting) != 1 or (parts.leads and free[0][0] == 0):
        return
    [(at, number)], [noun] = free, wanting
    if isinstance(noun.meaning, Noun) and _follows(parts.tokens, noun, number):
        parts.numbers[at] = (noun.meaning, number)
        parts.opened.remove(noun)
        number.taken = noun.taken = True


def _follows(tokens: Sequence[Token], noun: Token, number: Token) -> bool:
    return position(tokens, noun) < position(tokens, number)
