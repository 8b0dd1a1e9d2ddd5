"""The tools, which only read: the same limits and the same answers as the HTTP API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from assistant import MAX_HISTORY_TURNS, PlanwijzerError
from ui.http.bodies import AskBody, DocumentId, FiltersBody, TopK, TurnBody, Words
from ui.http.choices import SEARCH_TOP_K, LanguageChoice
from ui.http.questions import filters_of, question_of
from ui.http.reading import ReadPassageReply
from ui.http.replies import SearchReply
from ui.http.routes.passages import read_passage
from ui.http.routes.verify import verifier_of
from ui.http.verifying import VerifyReply, verify_reply
from ui.http.waiting import TOO_LONG
from ui.mcp.reception import Reception, Visit
from ui.mcp.replies import AskReply, ask_reply

_QUESTION = Field(description="One question, in Dutch, French, German or English.")
_HISTORY = Field(
    description="Earlier turns of the conversation, oldest first, for a follow-up.",
    max_length=MAX_HISTORY_TURNS,
)
_LANGUAGE = Field(description="Language of the answer's own words; auto follows the question.")
_LABELS = Field(description="Language of the places' names; auto is that of the document.")
_FILTERS = Field(description="Restricts what is searched.")
_QUERY = Field(
    description="A topic, wording, abbreviation, legal reference, footnote or place, in any of "
    "the four languages."
)
_PASSAGE = Field(description="A passage_id, as the other tools return it.")
_QUOTE = Field(description="The words that are quoted, without quotation marks.")
_DOCUMENT = Field(description="Id of the one document to look in; all without it.")


class Tools:
    """The tools over a reception; their docstrings are what a language model reads."""

    def __init__(self, reception: Reception) -> None:
        self._reception = reception

    async def ask(
        self,
        context: Context,
        question: Annotated[Words, _QUESTION],
        history: Annotated[list[TurnBody], _HISTORY] = [],  # noqa: B006 - never changed
        language: Annotated[LanguageChoice, _LANGUAGE] = "auto",
        filters: Annotated[FiltersBody, _FILTERS] = FiltersBody(),  # noqa: B008 - frozen
    ) -> AskReply:
        """Answer a question about the National Security Plan of Belgium with literal quotes.

        Give its quotes as they are, with their links; where the status is not_in_corpus, say so.
        """
        body = AskBody(question=question, history=history, language=language, filters=filters)
        async with self._received(context) as visit:
            asked = question_of(body, visit.assistant)
            answer = await self._reception.done(lambda: visit.assistant.answer(asked))
            return ask_reply(visit.presenter.answer(answer))

    async def search(
        self,
        context: Context,
        query: Annotated[Words, _QUERY],
        top_k: TopK = SEARCH_TOP_K,
        filters: Annotated[FiltersBody, _FILTERS] = FiltersBody(),  # noqa: B008 - frozen
    ) -> SearchReply:
        """Find passages of the documents, best first, with their literal text and their links."""
        async with self._received(context) as visit:
            chosen = filters_of(filters, visit.assistant)
            found = await self._reception.done(
                lambda: visit.assistant.search(query, top_k=top_k, filters=chosen)
            )
            return visit.presenter.search(found, visit.assistant.detect_language(query))

    async def read(
        self,
        context: Context,
        passage_id: Annotated[DocumentId, _PASSAGE],
        language: Annotated[LanguageChoice, _LABELS] = "auto",
    ) -> ReadPassageReply:
        """Read a passage with the passages just before and after it."""
        async with self._received(context) as visit:
            return read_passage(visit.assistant, visit.presenter, passage_id, language)

    async def verify(
        self,
        context: Context,
        quote: Annotated[Words, _QUOTE],
        document: Annotated[DocumentId | None, _DOCUMENT] = None,
        language: Annotated[LanguageChoice, _LABELS] = "auto",
    ) -> VerifyReply:
        """Say whether a quotation stands in the documents word for word, and what differs."""
        async with self._received(context) as visit:
            verifier = verifier_of(visit.assistant, document)
            finding = await self._reception.done(lambda: verifier.check(quote))
            return verify_reply(finding, visit.presenter, language)

    @asynccontextmanager
    async def _received(self, context: Context) -> AsyncIterator[Visit]:
        """Receive a caller; what fails is told in words that a language model can act on."""
        try:
            yield await self._reception.visit(context.request_context.request)
        except PlanwijzerError as error:
            raise ToolError(f"{error.message} {error.fix}") from error
        except TimeoutError as error:
            raise ToolError(TOO_LONG) from error
