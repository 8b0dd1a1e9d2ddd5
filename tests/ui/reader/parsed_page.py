"""A page as its reader sees it: ids, links, and the text of each element that has an id.

`versions` holds what stands beside it, by the id of the innermost element that has one; it is no
part of `texts`. `explained` are the abbreviations: what stands there, what it means, and in which
language that is said where the text is in another. `notes` are the marks of footnotes.
"""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "link", "br", "img", "hr", "input"})
ADDED = frozenset({"permalink", "back", "turned"})
"""Classes of what is no part of the text."""


@dataclass
class Page(HTMLParser):
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    language: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    explained: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {key: value or "" for key, value in attrs}
        if "id" in named:
            self.ids[named["id"]] += 1
            self.texts[named["id"]] = ""
        if tag == "html":
            self.language = named["lang"]
        if tag == "a":
            self.links.append(named["href"])
        elif "href" in named:
            self.loads.append(named["href"])
        if "src" in named:
            self.loads.append(named["src"])
        if tag == "mark":
            self.marks.append("")
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append(tag)
        if tag == "abbr":
            self.explained.append(("", named["title"], named.get("lang", "")))
        if named.get("role") == "doc-noteref":
            self.notes.append((named["href"], named["title"]))
        if tag not in VOID:
            self._open.append((tag, named.get("id", ""), named.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = {name for _, _, value in self._open for name in value.split()}
        if classes & ADDED:
            return
        if any(tag == "abbr" for tag, _, _ in self._open):
            self.explained[-1] = (data, *self.explained[-1][1:])
        places = [id_ for _, id_, _ in self._open if id_]
        if "version" in classes:
            self.versions[places[-1]] = self.versions.get(places[-1], "") + data
            return
        for id_ in places:
            self.texts[id_] += data
        if any(tag == "mark" for tag, _, _ in self._open):
            self.marks[-1] += data

    @property
    def marked(self) -> str:
        return "".join(self.marks)


def parsed(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page
