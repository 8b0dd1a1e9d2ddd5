"""Parsing HTML as browsers do where it matters: end tags that the standard lets out are put in.

See "optional tags" in the HTML standard, 13.1.2.4. Python's html.parser closes nothing by itself,
so that every paragraph of an older page would lie inside the one before.
"""

import warnings
from collections.abc import Mapping

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4.element import NamespacedAttribute

_MAX_NESTING = 1_500
_CELLS = ("td", "th")
_TABLE_PARTS = ("tr", "tbody", "thead", "tfoot")
_CLOSE_PARAGRAPH = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "div",
        "dl",
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
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
# What a start tag closes, and the elements that it does not look beyond.
_CLOSES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "td": (_CELLS, ("tr", "table")),
    "th": (_CELLS, ("tr", "table")),
    "tr": ((*_CELLS, "tr"), ("table",)),
    "tbody": ((*_CELLS, *_TABLE_PARTS), ("table",)),
    "thead": ((*_CELLS, *_TABLE_PARTS), ("table",)),
    "tfoot": ((*_CELLS, *_TABLE_PARTS), ("table",)),
}
_PARAGRAPH_SCOPE = ("td", "th", "table", "caption", "button", "object", "template", "html")


class Soup(BeautifulSoup):
    """A parsed page.

    Raises:
        RecursionError: Elements lie in each other deeper than any page needs.
    """

    def __init__(self, text: str) -> None:
        with warnings.catch_warnings():
            # A page may open with an XML declaration, or hold one line only.
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
            warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
            super().__init__(text, "html.parser")

    def handle_starttag(
        self,
        name: str,
        namespace: str | None,
        nsprefix: str | None,
        attrs: Mapping[str | NamespacedAttribute, str],
        sourceline: int | None = None,
        sourcepos: int | None = None,
        namespaces: dict[str, str] | None = None,
    ) -> Tag | None:
        """Open an element; those that it ends by being there are closed first."""
        if len(self.tagStack) > _MAX_NESTING:
            raise RecursionError
        if name in _CLOSE_PARAGRAPH:
            self._close(("p",), _PARAGRAPH_SCOPE)
        elif name in _CLOSES:
            self._close(*_CLOSES[name])
        return super().handle_starttag(
            name, namespace, nsprefix, attrs, sourceline, sourcepos, namespaces
        )

    def _close(self, names: tuple[str, ...], scope: tuple[str, ...]) -> None:
        """Close the open elements of these names, the outermost within the scope included."""
        outermost = ""
        for tag in reversed(self.tagStack):
            if tag.name in scope and tag.name not in names:
                break
            outermost = tag.name if tag.name in names else outermost
            if names == ("li",) and outermost:
                break
        if outermost:
            while self.currentTag is not None and self.currentTag.name != outermost:
                self.handle_endtag(self.currentTag.name)
            self.handle_endtag(outermost)
