"""What an HTML element is: shown or not, block or inline, and the text in it."""

import re

from bs4 import Tag
from bs4.element import NavigableString, PreformattedString

_NEVER = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "head",
        "title",
        "select",
        "button",
        "input",
        "textarea",
        "datalist",
        "dialog",
        "map",
    ]
)
_AROUND = frozenset(["nav", "footer", "aside"])
_AROUND_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary"])
_NOTE_ROLES = frozenset(["doc-footnote", "doc-endnotes", "note"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_MIN_FORM_TEXT = 500


def attribute(tag: Tag, name: str) -> str:
    """Return an attribute as one string, empty when it is not there."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def is_block(tag: Tag) -> bool:
    """Whether an element stands on lines of its own."""
    return tag.name in _BLOCKS


def has_blocks(tag: Tag) -> bool:
    """Whether there is a block element somewhere inside an element."""
    return any(isinstance(child, Tag) and is_block(child) for child in tag.descendants)


def is_left_out(tag: Tag) -> bool:
    """Whether an element is hidden, or belongs to the page around the text."""
    if tag.name in _NEVER or "hidden" in tag.attrs or attribute(tag, "aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search(attribute(tag, "style")):
        return True
    role = attribute(tag, "role")
    if role in _NOTE_ROLES:
        return False
    if tag.name in _AROUND or role in _AROUND_ROLES:
        return True
    if tag.name == "header":
        # A header within the text holds its title, one outside it the site's.
        return tag.find_parent(["main", "article"]) is None and tag.find("h1") is None
    # Some systems wrap a whole page in one form.
    return tag.name == "form" and len(tag.get_text(" ", strip=True)) < _MIN_FORM_TEXT


def own_text(tag: Tag) -> str:
    """Return all text in an element that is not left out, white space folded."""
    parts: list[str] = []
    stack: list[object] = [tag]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node is tag or not is_left_out(node):
                stack.extend(reversed(node.contents))
        elif is_text(node):
            parts.append(str(node))
    return " ".join("".join(parts).split())


def is_text(node: object) -> bool:
    """Whether a node is text that a browser shows; comments and the like are not."""
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)
