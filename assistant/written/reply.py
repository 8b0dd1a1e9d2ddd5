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
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
"""Of a passage; there are never as many as a longer one would count."""
_TAG = re.compile(r"<[^>]{1,200}>")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s+")
_EMPHASIS = re.compile(r"(\*\*|__|`)")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
"""Also controls and halves of characters, which JSON may hold and nobody can read."""


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


def objects_in(text: str) -> Iterator[Mapping[str, object]]:
    """Yield the JSON objects that stand in a text, those within others too, in order."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    while start >= 0:
        try:
            value, _ = decoder.raw_decode(text, start)
        except RecursionError:
            # What is nested that deep is no reply but a trap.
            return
        except ValueError:
            pass
        else:
            yield value
        start = text.find("{", start + 1)


def plain(text: str) -> str:
    """Return a text without the marks of Markdown, links, tags and numbers of passages.

    What else cannot be read is left out too.
    """
    bare = _TAG.sub(" ", _MARKER.sub("", _LINK.sub(r"\1", _BULLET.sub("", text))))
    return _SPACE.sub(" ", _EMPHASIS.sub("", bare)).strip()


def _in_json(reply: str) -> list[Written] | None:
    """Return the statements of the first JSON object of a reply, None where there is none."""
    for value in objects_in(_FENCE.sub("", reply)):
        if "statements" in value:
            return list(written_in(value["statements"]))
    return None


def _in_lines(reply: str) -> Iterator[Written]:
    """Yield the lines that name a passage: "The plan says so [2]."."""
    for line in reply.splitlines():
        numbers = [int(n) for group in _NUMBERS.findall(line) for n in _NUMBER.findall(group)]
        if numbers and plain(line):
            yield Written(text=plain(line), passages=tuple(dict.fromkeys(numbers)))
