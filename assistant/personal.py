"""Questions about somebody, or about a running case, which no policy text answers.

They are told by general rules: identifiers of people, vehicles and cases, names of people, and what
is asked about them. Such a question is not searched, and whoever keeps a log keeps no word of it.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

_REGISTER_NUMBER = re.compile(
    r"(?<!\d)(\d{2})[. ]?(\d{2})[. ]?(\d{2})[- ]?(\d{3})[. ]?(\d{2})(?!\d)"
)
_PLATE = re.compile(r"(?<![\w-])[1-9][- .]?[A-Z]{3}[- .]?\d{3}(?![\w-])")
_PLATE_IN_ANY_CASE = re.compile(r"(?<![\w-])[1-9]-[a-z]{3}-\d{3}(?![\w-])", re.IGNORECASE)
_PV = re.compile(r"\b[A-Z]{2}[. ]?\d{2}[. ]?[A-Z0-9]{2}[. ]?\d{4,6}[/ ]\d{2,4}\b", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<!\d)(?:\+|00)\d{2}[ ./-]?\d(?:[ ./-]?\d){7,9}(?!\d)|(?<!\d)04\d{2}(?:[ ./-]?\d){6}(?!\d)"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b")
_PROPER = re.compile(r"[A-ZÀ-Þ][\w-]+")
_PARTICLES = frozenset({"Van", "De", "Der", "Den", "Du", "Le", "Von"})
_NAME = r"(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Dd]u|[Ll]e|[Vv]on)\s+){0,3}[A-ZÀ-Þ][a-zà-ÿ][\w-]*"
_CODE = (
    r"(?:(?=[\w./-]*\d)(?=[\w./-]*[a-z])[\w./-]{5,10}"
    r"|(?-i:[A-Z]{1,3}[- ]?[A-Z]{0,3}[- ]?\d{1,4}(?:[- ]?[A-Z]{1,3})?))"
)
_YEARS = r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?(?![\d/.-]\d)(?!\d)"
_NUMBER = rf"(?!{_YEARS})\d[\d./-]{{3,}}"
_MODULUS = 97


def is_personal(text: str, in_documents: Callable[[str], bool]) -> bool:
    """Return whether a text names somebody or a running case, or asks for what only a file tells.

    Args:
        text: A question.
        in_documents: Whether a word stands in the documents; who is named there may be asked about.
    """
    return _identifies(text) or _asks(text) or _names(text, in_documents)


def _identifies(text: str) -> bool:
    """Whether a text has the number of a person, vehicle or case, or somebody's own address."""
    if any(_is_register_number(match) for match in _REGISTER_NUMBER.finditer(text)):
        return True
    forms = (_PLATE, _PLATE_IN_ANY_CASE, _PV, _PHONE, _MAIL, _IBAN)
    return any(
        form.search(text)
        for form in (*forms, _numbered("plates", _CODE), _numbered("cases", _NUMBER))
    )


def _is_register_number(match: "re.Match[str]") -> bool:
    """Whether digits are a number of the national register, by its check digits (Royal Decree of
    3 April 1984): 97 less the rest of the division by 97, with a 2 before it from 2000 on."""
    *front, check = match.groups()
    digits = "".join(front)
    return int(check) in (_MODULUS - int(century + digits) % _MODULUS for century in ("", "2"))


def _asks(text: str) -> bool:
    if any(_any(kind).search(text) for kind in ("own_file", "operations", "going_on")):
        return True
    return bool(_any("contact").search(text) and _any("somebody").search(text))


def _names(text: str, in_documents: Callable[[str], bool]) -> bool:
    for form in (_titled(), _given()):
        for match in form.finditer(text):
            words = [word for word in _PROPER.findall(match["name"]) if word not in _PARTICLES]
            if words and not any(map(in_documents, words)):
                return True
    return False


@cache
def _rules() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("personal.toml").read_text("utf-8"))


@cache
def _any(kind: str) -> "re.Pattern[str]":
    return re.compile("|".join(_rules()[kind]), re.IGNORECASE)


@cache
def _numbered(kind: str, number: str) -> "re.Pattern[str]":
    before = "|".join(_rules()[kind])
    between = r"(?:[\s:#-]|n[or]\.?|n°|num(?:mer|[ée]ro|ber)|met|avec|mit|with)*"
    return re.compile(rf"\b(?:{before}){between}[\s:#]{number}", re.IGNORECASE)


@cache
def _titled() -> "re.Pattern[str]":
    return re.compile(rf"\b(?i:{'|'.join(_rules()['titles'])})\s+(?P<name>{_NAME}(?:\s+{_NAME})?)")


@cache
def _given() -> "re.Pattern[str]":
    given = "|".join(map(re.escape, sorted(_rules()["given_names"], key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{given})\s+(?P<name>{_NAME})")
