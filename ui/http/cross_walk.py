"""The cross-walk to the framework note as a response body."""

from pydantic import Field

from assistant import CrossWalk, Library
from ui.http.replies import Reply
from ui.links import plan_url


class LineReply(Reply):
    """The line of a document that something was read from."""

    passage_id: str = Field(description="Id of the passage the line stands in.")
    quote: str = Field(description="Literal text of the line.")
    label: str = Field(description="The place in words.")
    url: str = Field(description="Permalink.")


class DimensionReply(Reply):
    """A dimension of the framework note."""

    id: str = Field(description="What filters.dimensions takes.")
    name: str = Field(description="Its name as the plan prints it.")
    names: dict[str, str] = Field(description="Its name by language, where known.")
    source: LineReply = Field(description="Where the plan names it.")


class LinkReply(Reply):
    """A theme and the dimension that its list of frameworks names."""

    document: str = Field(description="Id of the plan.")
    theme: str = Field(description="Number of the theme.")
    dimension: str | None = Field(description="Null where the line names the note as a whole.")
    source: LineReply = Field(description="The line of the plan that says so.")


class CrossWalkReply(Reply):
    """The dimensions and the links, in the order of the plan."""

    dimensions: list[DimensionReply] = Field(description="The dimensions.")
    links: list[LinkReply] = Field(description="The links.")


def cross_walk_reply(library: Library, public_url: str) -> CrossWalkReply:
    """Return the cross-walk of the documents in use."""
    walk: CrossWalk = library.kiv

    def line(passage_id: str, start: int, end: int) -> LineReply:
        passage = library.passage(passage_id)
        low, high = library.source_range(passage, start, end)
        language = library.document(passage.document).document.language
        return LineReply(
            passage_id=passage.id,
            quote=passage.text[start:end],
            label=library.label(passage, language),
            url=plan_url(public_url, passage.document, passage.address, low, high),
        )

    return CrossWalkReply(
        dimensions=[
            DimensionReply(
                id=d.id, name=d.name, names=dict(d.names), source=line(d.passage, d.start, d.end)
            )
            for d in walk.dimensions
        ],
        links=[
            LinkReply(
                document=link.document,
                theme=link.theme,
                dimension=link.dimension or None,
                source=line(link.passage, link.start, link.end),
            )
            for link in walk.links
        ],
    )
