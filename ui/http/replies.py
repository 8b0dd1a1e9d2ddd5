"""What callers get back for a question or a look-up, every field described."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant import Audience, Generator, Kind, Reason, Status


class Reply(BaseModel):
    """A response body."""

    model_config = ConfigDict(frozen=True)


class DocumentName(Reply):
    """The document a place is in."""

    id: str = Field(description="Id of the document.")
    title: str = Field(description="Its title.")


class VersionReply(Reply):
    """The passage in the language of the answer."""

    language: str = Field(description="Language of this version.")
    text: str = Field(description="Its text.")
    standing: Literal["official", "working_translation"] = Field(
        description="Whether it is an official text or a working translation."
    )


SpanReply = Annotated[list[int], Field(min_length=2, max_length=2)]


class PlaceReply(Reply):
    """A place in a document."""

    passage_id: str = Field(description="Id of the passage.")
    document: DocumentName = Field(description="The document it is in.")
    address: str = Field(description="The place in the document's own structure.")
    label: str = Field(description="That place in words, ready to paste as a reference.")
    section_path: list[str] = Field(description="Headings above it, outermost first.")
    page: int | None = Field(description="Printed page, where known.")
    char_start: int = Field(description="Offset of the first character in the document.")
    char_end: int = Field(description="Offset just past the last character.")
    spans: list[SpanReply] = Field(
        description="The [start, end] runs of the document that make up the text."
    )
    url: str = Field(description="Permalink that opens the document with the text highlighted.")
    version: VersionReply | None = Field(
        default=None, description="The text in the language of the answer, where there is one."
    )


class CitationReply(PlaceReply):
    """A literal quote and its place."""

    number: int = Field(description="The number of its marker [n] in the answer.")
    quote: str = Field(description="Literal text of the source.")


class PassageReply(PlaceReply):
    """A passage and its place."""

    text: str = Field(description="Literal text of the passage.")
    kind: Kind = Field(description="What sort of text it is.")
    audience: Audience = Field(description="Whom it is addressed to.")
    theme: str | None = Field(description="Number of the theme it belongs to.")
    dimensions: list[str] = Field(
        description="Ids of the framework note's dimensions it belongs to; /api/v1/kiv names them."
    )


class HitReply(PassageReply):
    """A passage that was found."""

    score: float = Field(description="Higher is better; comparable within one response only.")
    rank: int = Field(description="1 is the best.")


class FaithfulnessReply(Reply):
    """The check of every statement against its cited text."""

    statements: int = Field(description="Statements drafted.")
    supported: int = Field(description="Statements their citations support.")
    removed: int = Field(description="Statements left out because nothing supports them.")


class AnswerTimings(Reply):
    """Milliseconds per stage of an answer."""

    understand: float = Field(description="Understanding the question.")
    retrieve: float = Field(description="Finding passages.")
    answer: float = Field(description="Choosing, wording and checking the answer.")
    total: float = Field(description="All of it.")


class SearchTimings(Reply):
    """Milliseconds per stage of a look-up."""

    retrieve: float = Field(description="Finding passages.")
    total: float = Field(description="All of it.")


class AnswerReply(Reply):
    """An answer with its citations, or the word that the corpus does not answer."""

    id: str = Field(description="Id of this answer, for feedback and audit.")
    status: Status = Field(description="Whether there is an answer in the corpus.")
    reason: Reason | None = Field(description="Why not, when it does not.")
    question: str = Field(description="The stand-alone question that was searched.")
    language: str = Field(description="Language of the answer.")
    answer: str = Field(description="Markdown; every statement carries a marker [n].")
    citations: list[CitationReply] = Field(description="One per marker, in order of first use.")
    nearest: list[HitReply] = Field(
        description="When there is no answer: nearest passages, as reading, not as an answer."
    )
    passages: list[HitReply] = Field(description="What was retrieved, best first.")
    generator: Generator = Field(description="Who worded the answer.")
    faithfulness: FaithfulnessReply = Field(description="The check of the statements.")
    timings_ms: AnswerTimings = Field(description="Milliseconds per stage.")


class SearchReply(Reply):
    """What a look-up found."""

    query: str = Field(description="What was looked up.")
    results: list[HitReply] = Field(description="Passages, best first.")
    timings_ms: SearchTimings = Field(description="Milliseconds per stage.")
