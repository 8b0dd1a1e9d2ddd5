"""No regular expression takes long on a text that was made to hold it up (ReDoS).

For every part of a pattern that repeats, texts are made that lead up to it, repeat it as long as a
question may be, and then do not match; and texts at random. Time is the processor's, so that a busy
machine changes nothing.
"""

import ast
import importlib
import re
import signal
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from re import _constants as kind  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant import MAX_QUESTION_CHARACTERS

ROOT = Path(__file__).parents[1]
PACKAGES = ("corpus", "index", "assistant", "ui")
SECONDS = 0.5
LONG = MAX_QUESTION_CHARACTERS
PIECES = " a1A-.,:;\"'’“”()[]<>*#/€é\n\t"
TAILS = ("\x00", "")
MANY = 5
"""A part that may come this often repeats."""
REPEATS = (kind.MAX_REPEAT, kind.MIN_REPEAT, kind.POSSESSIVE_REPEAT)


class TooSlowError(Exception):
    """A pattern used up its time."""


def is_soon_through(pattern: "re.Pattern[str]", text: str) -> bool:
    """Whether a pattern is through with a text before its time is up; it is stopped then."""

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        pattern.search(text)
    except TooSlowError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


@cache
def patterns() -> dict[str, "re.Pattern[str]"]:
    """Every pattern that a module keeps or writes where it uses it, by module and number."""
    found: dict[str, re.Pattern[str]] = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            there = [*_kept(name), *_written(path.read_text("utf-8"))]
            found |= {f"{name} {n} {p.pattern[:40]}": p for n, p in enumerate(dict.fromkeys(there))}
    return found


def _kept(module: str) -> Iterator["re.Pattern[str]"]:
    if module.endswith("__main__"):
        return
    for value in vars(importlib.import_module(module)).values():
        values = value.values() if isinstance(value, dict) else value
        for one in values if isinstance(value, dict | tuple | list) else (value,):
            if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                yield one


def _written(source: str) -> Iterator["re.Pattern[str]"]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re."):
            match node.args:
                case [ast.Constant(value=str(text)), *_] if node.func.attr != "escape":  # type: ignore[attr-defined]
                    yield re.compile(text)


def hostile(pattern: "re.Pattern[str]") -> Iterator[str]:
    """Yield texts that a pattern repeats itself over and then does not match."""
    for before, body in dict.fromkeys(_repeated(parser.parse(pattern.pattern, pattern.flags), "")):
        often = body * (LONG // max(1, len(body)))
        for lead in {before, ""}:
            yield from ((lead + often)[:LONG] + tail for tail in TAILS)


def _repeated(items: Sequence[tuple[object, object]], before: str) -> Iterator[tuple[str, str]]:
    for op, value in items:
        if op in REPEATS:
            _, most, inner = value  # type: ignore[misc]
            if most == kind.MAXREPEAT or most >= MANY:
                yield from ((before, body) for body in _samples(inner) if body)
        for inner in _inner(op, value):
            yield from _repeated(inner, before)
        before += next(iter(_samples([(op, value)])), "")


def _inner(op: object, value: object) -> list[Sequence[tuple[object, object]]]:
    if op in REPEATS:
        return [value[2]]  # type: ignore[index]
    if op is kind.SUBPATTERN:
        return [value[3]]  # type: ignore[index]
    if op is kind.BRANCH:
        return list(value[1])  # type: ignore[index]
    if op in (kind.ASSERT, kind.ASSERT_NOT):
        return [value[1]]  # type: ignore[index]
    return [value] if op is kind.ATOMIC_GROUP else []  # type: ignore[list-item]


def _samples(items: Sequence[tuple[object, object]]) -> list[str]:
    """Return a few texts that match, as far as looking at each part alone can tell."""
    texts = [""]
    for op, value in items:
        texts = [text + more for text in texts for more in _of(op, value)][:MANY]
    return texts


def _of(op: object, value: object) -> list[str]:
    match op:
        case kind.LITERAL:
            return [chr(value)]  # type: ignore[arg-type]
        case kind.IN:
            return list(islice((c for c in PIECES + _named(value) if _has(value, c)), 3)) or ["x"]
        case kind.ANY | kind.NOT_LITERAL:
            return ["a", " "]
        case _ if op in REPEATS:
            return [text * max(1, value[0]) for text in _samples(value[2])]  # type: ignore[index]
        case kind.BRANCH:
            return [text for inner in _inner(op, value) for text in _samples(inner)[:1]]
        case kind.SUBPATTERN | kind.ATOMIC_GROUP:
            return _samples(_inner(op, value)[0])
        case _:
            return [""]


def _named(items: object) -> str:
    return "".join(
        chr(value if op is kind.LITERAL else value[0])
        for op, value in items  # type: ignore[attr-defined]
        if op in (kind.LITERAL, kind.RANGE)
    )


def _has(items: object, char: str) -> bool:
    [*rest] = items  # type: ignore[misc]
    negated = bool(rest) and rest[0][0] is kind.NEGATE
    return negated != any(_is(op, value, char) for op, value in rest if op is not kind.NEGATE)


def _is(op: object, value: object, char: str) -> bool:
    match op:
        case kind.LITERAL:
            return ord(char) == value
        case kind.RANGE:
            return value[0] <= ord(char) <= value[1]  # type: ignore[index,no-any-return]
        case _:
            name = str(value).rsplit("_", 1)[-1].lower()
            letter = {"digit": "d", "space": "s", "word": "w"}[name]
            found = re.match(rf"\{letter}", char) is not None
            return found != ("_NOT_" in str(value))


@pytest.mark.parametrize("name", patterns(), ids=str)
def test_pattern_is_through_soon(name: str) -> None:
    pattern = patterns()[name]

    for text in hostile(pattern):
        assert is_soon_through(pattern, text), text[:60]


@given(st.text(PIECES, min_size=1, max_size=6), st.text(PIECES, max_size=2))
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_all_patterns_are_through_soon_with_any_repeated_text(piece: str, tail: str) -> None:
    text = (piece * LONG)[:LONG] + tail

    for name, pattern in patterns().items():
        assert is_soon_through(pattern, text), (name, text[:60])


@pytest.mark.parametrize("slow", [r"(a+)+b", r"(\w+)+$", r"a*a*a*a*b", r"(?:x|y|.)*z.*z.*z.*!"])
def test_a_slow_pattern_would_be_found(slow: str) -> None:
    pattern = re.compile(slow)

    assert not all(is_soon_through(pattern, text) for text in hostile(pattern))
