"""Planwijzer inside a LlamaIndex application: its search as a retriever, its answers as an engine.

LlamaIndex's own citation engine only asks a model for markers and checks nothing; here every
quote has been checked before it is returned.
"""

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.response.schema import Response
from llama_index.core.callbacks import CallbackManager
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.assistant import Assistant
from assistant.question import Question
from corpus import Passage
from index import EVERYTHING, Filters


class PlanwijzerRetriever(BaseRetriever):
    """Retrieves passages as nodes; `metadata` holds their address, label and offsets."""

    def __init__(
        self, assistant: Assistant, *, top_k: int = 10, filters: Filters = EVERYTHING
    ) -> None:
        super().__init__()
        self._assistant = assistant
        self._top_k = top_k
        self._filters = filters

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        found = self._assistant.search(
            query_bundle.query_str, top_k=self._top_k, filters=self._filters
        )
        return [_node(self._assistant, hit.passage, hit.score) for hit in found.hits]


class PlanwijzerQueryEngine(BaseQueryEngine):
    """Answers with checked quotes; `source_nodes` are the cited passages, none for a refusal."""

    def __init__(self, assistant: Assistant) -> None:
        super().__init__(callback_manager=CallbackManager())
        self._assistant = assistant

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._assistant.answer(Question(text=query_bundle.query_str))
        scores = {hit.passage.id: hit.score for hit in answer.hits}
        return Response(
            response=answer.markdown,
            source_nodes=[
                _node(self._assistant, c.passage, scores.get(c.passage.id, 0.0))
                for c in answer.citations
            ],
            metadata={"status": answer.status.value, "language": answer.language},
        )

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return self._query(query_bundle)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def _node(assistant: Assistant, passage: Passage, score: float) -> NodeWithScore:
    language = assistant.document(passage.document).document.language
    node = TextNode(
        id_=passage.id,
        text=passage.text,
        metadata={
            "document": passage.document,
            "address": passage.address,
            "label": assistant.label(passage, language),
            "char_start": passage.char_start,
            "char_end": passage.char_end,
        },
    )
    return NodeWithScore(node=node, score=score)
