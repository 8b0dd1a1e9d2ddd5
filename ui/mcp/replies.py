"""An answer as a language model reads it: without what was found but not cited."""

from pydantic import Field

from assistant import Reason, Status
from ui.http.replies import AnswerReply, CitationReply, HitReply, Reply
from ui.openai_api.sources import with_sources


class AskReply(Reply):
    """An answer with its citations, or the word that the documents do not answer."""

    id: str = Field(description="Id of this answer.")
    status: Status = Field(description="Whether the documents answer the question.")
    reason: Reason | None = Field(description="Why not, when they do not.")
    question: str = Field(description="The stand-alone question that was searched.")
    language: str = Field(description="Language of the answer.")
    answer: str = Field(
        description="Markdown; every statement carries a marker [n], and the places are listed "
        "under it with their links."
    )
    citations: list[CitationReply] = Field(description="One per marker, in order of first use.")
    nearest: list[HitReply] = Field(
        description="When there is no answer: nearest passages, as reading, not as an answer."
    )


def ask_reply(reply: AnswerReply) -> AskReply:
    """Return an answer of the API in this form."""
    return AskReply(
        id=reply.id,
        status=reply.status,
        reason=reply.reason,
        question=reply.question,
        language=reply.language,
        answer=with_sources(reply),
        citations=reply.citations,
        nearest=reply.nearest,
    )
