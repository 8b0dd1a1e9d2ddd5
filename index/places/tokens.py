"""A query as tokens: what its words name, its numbers in digits, words and Roman numerals."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from corpus import CARDINALS, ORDINALS, Audience
from index.places.lexicon import Meaning, Noun, Small, lexicon
from index.places.place import Block

_TOKEN = re.compile(
    r"(?P<word>[A-Za-z]+)|(?P<number>\d{1,2}\.\d{1,2}(?=[,/-]\d{1,2}(?![\d.,/-]))"
    r"|\d+(?:[.,/:-]\d+)*)"
)
_SPELT_OUT = str.maketrans(
    {"§": " paragraaf ", "#": " nr ", "№": " nr ", "°": "o", "ß": "ss", "œ": "oe", "æ": "ae"}
)
_RAISED = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<![^\W_]))(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\^(?P<marked>\d{1,3})(?!\d)"
)
_DOTTED = re.compile(r"[1-9]\d?(?:\.[1-9]\d?){1,3}")
_DECIMAL = re.compile(r"([1-9]),([1-9])")
_ORDINAL_ENDINGS = "e de ste re er ere st nd rd th eme ieme te ter o"
_ENDINGS = frozenset(_ORDINAL_ENDINGS.split())
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX"
_ROMAN = {numeral: number for number, numeral in enumerate(_NUMERALS.split(), 1)}
_JOINED = " .'"
"""What stands between words that belong together."""

_LETTERS = {"F": Audience.FEDERAL, "L": Audience.LOCAL}
_LARGEST = 999
_SHORT = 2
"""Letters up to which a noun needs a number right behind it, or capitals."""


class Form(Enum):
    """How a number is written, which says how surely it is one of a place."""

    DIGITS = "digits"
    DOTTED = "dotted"
    DECIMAL = "decimal"
    ORDINAL = "ordinal"
    WORD = "word"
    ROMAN = "roman"


@dataclass(slots=True, kw_only=True)
class Token:
    """A number, a name of the lexicon, or another word.

    `gap` is what stands before it; `value` is a number's, or a dotted one as printed; `taken` is
    set once a number belongs to a noun, and `counts` for one that counts what follows.
    """

    text: str
    gap: str
    meaning: Meaning | None = None
    form: Form | None = None
    value: int = 0
    dotted: str = ""
    taken: bool = False
    counts: bool = False

    @property
    def is_apart(self) -> bool:
        """Whether punctuation parts it from what stands before it."""
        return self.gap != "-" and bool(self.gap.strip(_JOINED))

    @property
    def is_telling(self) -> bool:
        """Whether it says something of its own: what the query is about."""
        if self.form in (Form.WORD, Form.ROMAN) and self.value == 1:
            # Most often the article, or the English "I".
            return False
        if self.form is not None:
            return not self.taken
        return self.meaning in (None, Noun.OTHER, Small.UNIT, Small.POLICE)

    @property
    def names_part(self) -> bool:
        """Whether it names a part of a place, in words or as a number."""
        return self.form is not None or isinstance(self.meaning, Noun | Block | Audience)


def tokens_of(query: str) -> list[Token]:
    """Return the tokens of a query, its numbers not yet given to any noun."""
    raw = list(_raw(query))
    tokens = _levels_whole(_chapters_dotted(list(_named(raw))))
    _drop_short_nouns(tokens)
    _mend_nouns(tokens)
    _mend_letters(tokens)
    return tokens


def folded(query: str) -> str:
    """Return a query in ASCII letters, raised numbers as those of footnotes."""
    query = _RAISED.sub(
        lambda raised: f" vtn {raised['number'] or raised['marked']} ", query.translate(_SPELT_OUT)
    )
    parts = unicodedata.normalize("NFKD", query)
    # What has no ASCII form parts words: a dash must not join them.
    return "".join(c if c.isascii() else "" if unicodedata.combining(c) else " ; " for c in parts)


def _raw(query: str) -> Iterator[Token]:
    text = folded(query)
    end = 0
    for match in _TOKEN.finditer(text):
        token = Token(text=match.group(), gap=text[end : match.start()])
        if match["number"]:
            follows = text[match.end() : match.end() + 2].strip()
            _read_number(token, is_share=follows.startswith("%"))
        end = match.end()
        yield token


def _read_number(token: Token, *, is_share: bool) -> None:
    written = token.text
    token.form = Form.DIGITS
    if is_share:
        token.counts = True
    elif _DOTTED.fullmatch(written):
        token.form, token.dotted = Form.DOTTED, written
    elif decimal := _DECIMAL.fullmatch(written):
        token.form, token.dotted = Form.DECIMAL, ".".join(decimal.groups())
    elif written.isdigit() and written[0] != "0" and int(written) <= _LARGEST:
        token.value = int(written)
    else:
        token.counts = True


def _named(raw: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens with what they mean, several words that are one name as one."""
    words = [token.text.lower() if token.form is None else "" for token in raw]
    at = 0
    while at < len(raw):
        token = raw[at]
        if token.form is None and not _read_word(token, raw[at + 1 : at + 2]):
            found = lexicon().longest_at(words, at)
            if found is not None:
                token.meaning, length = found
                token.text = " ".join(one.text for one in raw[at : at + length])
                at += length - 1
        elif token.form is Form.DIGITS and token.value and _is_ending(raw[at + 1 : at + 2]):
            token.form = Form.ORDINAL
            at += 1
        yield token
        at += 1


def _chapters_dotted(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with a Roman number and one behind its point as one: "IV.2"."""
    kept: list[Token] = []
    for token in tokens:
        before = kept[-1] if kept else None
        joined = before is not None and token.gap in (".", "/") and bool(token.value)
        if before is not None and before.form is Form.ROMAN and joined:
            before.form, before.dotted = Form.DOTTED, f"{before.value}.{token.value}"
            before.value = 0
        else:
            kept.append(token)
    return kept


def _is_ending(following: Sequence[Token]) -> bool:
    return any(not t.gap and t.form is None and t.text.lower() in _ENDINGS for t in following)


def _read_word(token: Token, following: Sequence[Token]) -> bool:
    """Read a word that is a number; a hyphen may join two: "dix-sept", "avant-dernier"."""
    word = token.text.lower()
    if word in ("avant", "dix") and following and following[0].gap == "-":
        joined = f"{word}-{following[0].text.lower()}"
        if joined in CARDINALS or joined in ORDINALS:
            token.text, following[0].text, following[0].meaning = joined, "", Small.JOINING
            word = joined
    if word in ORDINALS:
        token.form, token.value = Form.ORDINAL, ORDINALS[word]
    elif word in CARDINALS:
        token.form, token.value = Form.WORD, CARDINALS[word]
    elif token.text in _ROMAN or (len(word) > 1 and word.upper() in _ROMAN):
        token.form, token.value = Form.ROMAN, _ROMAN[word.upper()]
    return token.form is not None


def _drop_short_nouns(tokens: Sequence[Token]) -> None:
    """Take their meaning from short nouns that no number stands behind: "so", "pt", "al"."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        numbered = after is not None and after.form is not None and not after.is_apart
        numbered |= at > 0 and tokens[at - 1].form is Form.ORDINAL and not token.is_apart
        short = isinstance(token.meaning, Noun) and len(token.text) <= _SHORT
        if short and not numbered and not (len(token.text) == _SHORT and token.text.isupper()):
            token.meaning = None


def _mend_nouns(tokens: Sequence[Token]) -> None:
    """Give a noun with one typing mistake its meaning, where a number is beside it."""
    for at, token in enumerate(tokens):
        if token.meaning is not None or token.form is not None:
            continue
        ordinal = at > 0 and tokens[at - 1].form is Form.ORDINAL
        if ordinal or (at + 1 < len(tokens) and tokens[at + 1].form is not None):
            token.meaning = lexicon().mistyped(token.text.lower())


def _mend_letters(tokens: Sequence[Token]) -> None:
    """Read a letter between two numbers as a level: "1.1 F3"."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        between = before.form is not None and after.form is not None and not after.gap
        if token.text in _LETTERS and between:
            token.meaning = _LETTERS[token.text]


def _levels_whole(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with a level and the police word beside it as one: "police fédérale"."""
    kept: list[Token] = []
    for token in tokens:
        before = kept[-1] if kept else None
        meanings = {token.meaning, before.meaning} if before is not None else set()
        levels = [meaning for meaning in meanings if isinstance(meaning, Audience)]
        if before is not None and Small.POLICE in meanings and levels and not token.is_apart:
            before.meaning, before.text = levels[0], f"{before.text} {token.text}"
        else:
            kept.append(token)
    return kept
