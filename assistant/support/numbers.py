"""The numbers, dates and shares a text states, written so that languages can be compared."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from assistant.support.lexicon import Cue, cue, number_words

_THOUSANDS = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)"
_NUMBER = re.compile(rf"(?P<number>{_THOUSANDS}|\d+(?:[.,]\d+)?)(?:\s+(?P<unit>[^\W\d_]+))?")
_SEPARATORS = re.compile(r"\D")
_WORD = re.compile(r"[^\W\d_]+")
_ALSO_OTHER_WORDS = frozenset(("may", "march", "mars"))
_HALF = "half"
_ABOUT_HALF = (45.0, 55.0)


def missing_numbers(
    statement: tuple[str, str], quotes: Iterable[tuple[str, str]]
) -> frozenset[str]:
    """Return the numbers of a statement that none of its quotes states.

    Every text comes with its language. "Half" is also said by a percentage about 50.
    """
    quoted = frozenset(chain.from_iterable(numbers_in(*quote) for quote in quotes))
    missing = numbers_in(*statement) - quoted
    if _HALF in missing and any(_is_about_half(number) for number in quoted):
        return missing - {_HALF}
    return missing


def numbers_in(text: str, language: str) -> frozenset[str]:
    """Return the numbers of a text as plain decimals, months as `month 7`.

    "13.879", "13 879" and "13,879" are 13879; "2,84 miljard" is 2840000000; number words count
    from two on, because "een" and "un" are articles too.
    """
    return frozenset(chain(_in_digits(text, language), _in_words(text, language)))


def _in_digits(text: str, language: str) -> Iterator[str]:
    magnitudes = number_words(language).magnitudes
    for match in _NUMBER.finditer(text):
        written = match["number"]
        power = magnitudes.get((match["unit"] or "").lower(), 0)
        if re.fullmatch(_THOUSANDS, written):
            yield _plain(float(_SEPARATORS.sub("", written)) * 10**power)
        else:
            yield _plain(float(written.replace(",", ".")) * 10**power)


def _in_words(text: str, language: str) -> Iterator[str]:
    words = number_words(language)
    for word in _WORD.findall(text.lower()):
        if word in words.values:
            yield str(words.values[word])
        elif word in words.months and word not in _ALSO_OTHER_WORDS:
            yield f"month {words.months[word]}"
    if cue(Cue.HALVES, language).search(text):
        yield _HALF


def _is_about_half(number: str) -> bool:
    low, high = _ABOUT_HALF
    return number[0].isdigit() and low <= float(number) <= high


def _plain(value: float) -> str:
    rounded = round(value, 4)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)
