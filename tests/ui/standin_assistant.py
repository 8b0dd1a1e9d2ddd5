"""A small deterministic assistant over the shipped texts, for tests of the faces."""

import threading
from collections.abc import Callable, Collection, Sequence

from assistant import (
    EVERYTHING,
    Answer,
    Citation,
    Evidence,
    Faithfulness,
    Filters,
    Generator,
    Hit,
    Question,
    ReadDocument,
    Reason,
    SearchResult,
    Span,
    Stage,
    Statement,
    Status,
    Timings,
    Version,
    Why,
    is_personal,
)
from assistant.library import Library
from corpus import Passage, read_corpus

UNKNOWN = "weather"
FAILS = "fail"


class StandIn(Library):
    """Answers every question with the first passages; refuses one about the weather."""

    writes = False

    def __init__(self, documents: Sequence[ReadDocument] | None = None) -> None:
        super().__init__(documents or read_corpus())
        self.questions: list[Question] = []
        self.released = threading.Event()
        self.released.set()

    def among(self, documents: Collection[str]) -> "StandIn":
        view = StandIn([read for read in self.documents if read.document.id in documents])
        view.questions, view.released = self.questions, self.released
        return view

    def answer(
        self,
        question: Question,
        on_stage: Callable[[Stage], None] | None = None,
        on_text: Callable[[str], None] | None = None,
    ) -> Answer:
        del on_text
        self.questions.append(question)
        self.released.wait(10)
        for stage in Stage:
            if on_stage:
                on_stage(stage)
        if FAILS in question.text:
            raise RuntimeError("secret /srv/place")
        hits = self._hits(question.top_k)
        refused = UNKNOWN in question.text
        language = question.language or self.detect_language(question.text)
        version = self.version(hits[0].passage, language)
        return Answer(
            id="a1",
            status=Status.NOT_IN_CORPUS if refused else Status.ANSWERED,
            reason=Reason.OUT_OF_SCOPE if refused else None,
            question=question.text,
            language=language,
            introduction="The plan says nothing of it." if refused else "The plan says:",
            statements=()
            if refused
            else (Statement(text=f"“{hits[0].passage.text}”", citations=(1,)),),
            citations=() if refused else (_citation(hits[0].passage, version),),
            nearest=hits[:3] if refused else (),
            hits=hits,
            generator=Generator.EXTRACTIVE,
            faithfulness=Faithfulness(statements=1, supported=1, removed=0),
            timings=Timings(understand=1.0, retrieve=2.0, answer=3.0, total=6.04),
        )

    def search(self, query: str, *, top_k: int = 10, filters: Filters = EVERYTHING) -> SearchResult:
        hits = tuple(hit for hit in self._hits(top_k) if filters.admits(hit.passage))
        return SearchResult(query=query, hits=hits, retrieve_ms=1.0, total_ms=2.0)

    def occurrences(
        self,
        term: str,
        language: str,  # noqa: ARG002
        filters: Filters = EVERYTHING,
    ) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(passage=passage, ranges=((0, len(passage.text)),), score=1.0)
            for read in self.documents
            for passage in read.passages
            if term and term in passage.text and filters.admits(passage)
        )

    def is_personal(self, text: str) -> bool:
        return is_personal(text, self.mentions)

    def detect_language(self, text: str) -> str:
        return "en" if text.isascii() else "fr"

    def _hits(self, top_k: int) -> tuple[Hit, ...]:
        return tuple(
            Hit(
                passage=passage,
                score=1 / rank,
                rank=rank,
                why=frozenset({Why.DENSE}),
                cosine=0.5,
                units=(),
            )
            for rank, passage in enumerate(self.documents[0].passages[:top_k], start=1)
        )


def _citation(passage: Passage, version: Version | None) -> Citation:
    first, *rest = passage.spans
    assert isinstance(first, Span)
    return Citation(
        number=1,
        passage=passage,
        quote=passage.text,
        start=0,
        end=len(passage.text),
        spans=(first, *rest),
        version=version,
    )
