"""What a language model replied, read with patience: JSON where there is some, else lines."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

MOST = 12
"""Statements that are read of one reply."""
_FENCE = re.compile(r"```\w*")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKER = re.compile(r"\s*\[\d+(?:\s*[,;]\s*\d+)*\]")
_NUMBERS = re.compile(r"\[(\d+(?:\s*[,;]\s*\d+)*)\]")
_TAG = re.compile(r"<[^>]{1,200}>")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_EMPHASIS = re.compile(r"(\*\*|__|`)")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One statement as the model wrote it, and the numbers of the passages it names."""

    text: str
    passages: tuple[int, ...]


def statements_in(reply: str) -> tuple[Written, ...]:
    """Return the statements of a reply, in order; none where it has none or abstains."""
    found = _in_json(reply)
    if found is None:
        found = list(_in_lines(reply))
    return tuple(found[:MOST])


def written_in(value: object) -> Iterator[Written]:
    """Yield what a list of objects holds that are statements."""
    for one in value if isinstance(value, list) else []:
        if not isinstance(one, Mapping) or not isinstance(one.get("text"), str):
            continue
        numbers = one.get("passages")
        listed = numbers if isinstance(numbers, list) else [numbers]
        yield Written(
            text=plain(one["text"]),
            passages=tuple(n for n in listed if isinstance(n, int) and not isinstance(n, bool)),
        )


def plain(text: str) -> str:
    """Return a text without the marks of Markdown, links, tags and numbers of passages."""
    bare = _TAG.sub(" ", _MARKER.sub("", _LINK.sub(r"\1", _BULLET.sub("", text))))
    return _SPACE.sub(" ", _EMPHASIS.sub("", bare)).strip()


def _in_json(reply: str) -> list[Written] | None:
    """Return the statements of the first JSON object of a reply, None where there is none."""
    text = _FENCE.sub("", reply)
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, _ = decoder.raw_decode(text, start)
        except ValueError:
            start = text.find("{", start + 1)
            continue
        if isinstance(value, Mapping) and "statements" in value:
            return list(written_in(value["statements"]))
        start = text.find("{", start + 1)
    return None


def _in_lines(reply: str) -> Iterator[Written]:
    """Yield the lines that name a passage: "The plan says so [2]."."""
    for line in reply.splitlines():
        numbers = [int(n) for group in _NUMBERS.findall(line) for n in re.findall(r"\d+", group)]
        if numbers and plain(line):
            yield Written(text=plain(line), passages=tuple(dict.fromkeys(numbers)))
