"""Text within a line of HTML: white space folded, breaks kept, footnote marks raised."""

import re
from collections.abc import Iterable

from bs4 import Tag
from bs4.element import NavigableString

from corpus.readers.html_notes import called_number, is_back_link
from corpus.readers.html_tree import is_block, is_left_out, is_text
from corpus.readers.light_markdown import superscript

_RAISED = re.compile(r"^[\s(\[]*(\d{1,3}(?:\s*,\s*\d{1,3})*)[\s)\]]*$")
_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_SPACES = re.compile(r"[^\S\x00]+")
_BREAK = "\x00"


class Inline:
    """Reads the text of nodes that stand on one line."""

    def read(self, nodes: Iterable[object], *, flat: bool = False, note: bool = False) -> str:
        """Return the text of some nodes.

        Args:
            nodes: Text and elements, in order.
            flat: Whether line breaks read as spaces.
            note: Whether the nodes are a footnote's; links back to its call are left out.
        """
        parts: list[str] = []
        stack: list[object] = list(nodes)[::-1]
        while stack:
            node = stack.pop()
            if isinstance(node, str) and not isinstance(node, NavigableString):
                parts.append(node)
            elif isinstance(node, Tag):
                stack.extend(reversed(self._inside(node, note=note)))
            elif is_text(node):
                parts.append(_SPACES.sub(" ", str(node).replace(_BREAK, "")))
        text = _SPACES.sub(" ", "".join(parts)).replace(_BREAK, "\n")
        text = _AROUND_BREAK.sub("\n", text).strip()
        return " ".join(text.split()) if flat else text

    def _inside(self, tag: Tag, *, note: bool) -> list[object]:
        """Return what stands for an element: strings of its own, or its content."""
        if is_left_out(tag):
            return []
        if tag.name == "br":
            return [_BREAK]
        if tag.name == "a":
            number = "" if note else called_number(tag)
            if note and is_back_link(tag):
                return []
            if number:
                return [superscript(number)]
        if tag.name == "sup":
            raised = _RAISED.match(tag.get_text())
            if raised and not (note and tag.find("a") is not None):
                return [superscript("".join(raised.group(1).split()))]
        if is_block(tag):
            return [" ", *tag.contents, " "]
        return list(tag.contents)
