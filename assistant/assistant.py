"""How a question becomes an answer: understand, search, select, decide, draft, cite.

This is the third of the project's three streets; it reads top to bottom.
"""

import time
import uuid
from collections.abc import Collection, Sequence
from dataclasses import replace

from assistant.abbreviations import abbreviations_in
from assistant.answer import (
    Answer,
    Evidence,
    Generator,
    Reason,
    SearchResult,
    Stage,
    Status,
    Timings,
)
from assistant.answerability import answerability
from assistant.choose import Chooser, texts_searched
from assistant.clock import Clock, Watcher
from assistant.growing import Growing, OnText
from assistant.introduce import (
    excuse,
    introduce,
    introduce_mentions,
    introduce_written,
    why_not_written,
    without_goals,
)
from assistant.language import LanguageOf
from assistant.library import Library
from assistant.misquote import misquoted
from assistant.occurrences import occurrences
from assistant.personal import is_personal
from assistant.phrases import content_words
from assistant.question import Question
from assistant.readings import with_readings
from assistant.retrieve import Retrieved, retrieve
from assistant.understand import Understood, understand
from assistant.word import Worded, worded, worded_by
from assistant.written import Writer
from corpus import Document, Passage, ReadDocument
from index import EVERYTHING, Filters, Found, Hit, Query, Why
from index.search import Searcher

_NEAREST = 3
_LOOKED_UP = {Why.QUOTE, Why.ADDRESS}
"""Whoever looks a place or its wording up wants the very words."""


class Assistant(Library):
    """A library that can be asked; safe to use from several threads."""

    def __init__(
        self,
        documents: Sequence[ReadDocument],
        searcher: Searcher,
        writer: Writer | None = None,
    ) -> None:
        """Wire the parts; answers are in the documents' own words where there is no `writer`."""
        super().__init__(documents)
        self._searcher = searcher
        self._writer = writer
        self._language_of = LanguageOf()
        self._abbreviations = abbreviations_in(self.documents)
        self._choose = Chooser(searcher, self, self._query_of)

    def among(self, documents: Collection[str]) -> "Assistant":
        """Return an assistant over some of the documents, as if there were no others.

        Args:
            documents: Ids of documents, one at least.
        """
        kept = [read for read in self.documents if read.document.id in documents]
        return Assistant(kept, self._searcher.among(documents), self._writer)

    def answer(
        self,
        question: Question,
        on_stage: Watcher | None = None,
        on_text: OnText = lambda _: None,
    ) -> Answer:
        """Answer a question from the documents alone, or say that they do not answer it.

        Args:
            question: What is asked, with its history and filters.
            on_stage: Called as each stage begins, in the thread that answers.
            on_text: Called, in that thread too, with each piece of an answer that a language model
                words, as soon as it is checked; joined, the pieces are the answer's Markdown.
        """
        clock = Clock(on_stage)
        clock.enter(Stage.UNDERSTAND)
        understood = self.understand(question)
        if self.is_personal(question.text):
            return self._declined(understood, clock)
        if self.is_personal(understood.query.text):
            # What was asked before is not this question's fault, unless it goes on from that.
            alone = self.answer(replace(question, history=()), on_stage, on_text)
            is_done = alone.status is Status.ANSWERED or not understood.leans
            return alone if is_done else self._declined(understood, clock)
        understood = self._rewritten(question, understood)
        clock.enter(Stage.RETRIEVE)
        self._searcher.foresee(texts_searched(understood))
        retrieved = self._retrieve(understood, question)
        understood, found = retrieved.understood, retrieved.found
        clock.enter(Stage.ANSWER)
        chosen = self._choose(retrieved, question.filters)
        evidence, reason = chosen.evidence, chosen.reason
        looks_up = bool(chosen.mentions or (found.hits and found.hits[0].why & _LOOKED_UP))
        if evidence and self._writer and question.may_be_written and not looks_up:
            said = self._written(self._writer, understood, evidence, found.hits, on_text)
        else:
            said = worded(evidence, self._documents)
        if reason is None and not said.draft.statements:
            reason = Reason.UNSUPPORTED if evidence else Reason.NOT_STATED
        answer = self._answer(understood, found.hits, reason, said, clock.stop())
        if reason and chosen.goals:
            missing = without_goals(chosen.goals, understood.language)
            answer = replace(answer, introduction=missing)
        elif chosen.mentions and said.draft.statements:
            best = self.document(evidence[0].passage.document).document
            leading = introduce_mentions(chosen.mentions, len(evidence), best, understood.language)
            answer = replace(answer, introduction=leading)
        elif said.draft.statements and said.generator is Generator.EXTRACTIVE:
            # What was told of a written answer while it grew is not taken back.
            is_wording = Why.QUOTE in found.hits[0].why
            told = misquoted(question.text, self, understood.language, is_wording=is_wording)
            answer = replace(answer, introduction=f"{told} {answer.introduction}".strip())
        likely = answerability(found, understood.asked) if found.hits else None
        return replace(answer, answerable=likely)

    @property
    def writes(self) -> bool:
        """Whether a language model words answers."""
        return self._writer is not None

    def search(self, query: str, *, top_k: int = 10, filters: Filters = EVERYTHING) -> SearchResult:
        """Look a query up without answering it."""
        started = time.perf_counter()
        understood = self.understand(Question(text=query))
        understood_at = time.perf_counter()
        hits = self._searcher.search(understood.query, top_k=top_k, filters=filters).hits
        ended = time.perf_counter()
        return SearchResult(
            query=query,
            hits=hits,
            retrieve_ms=(ended - understood_at) * 1000,
            total_ms=(ended - started) * 1000,
        )

    def occurrences(
        self, term: str, language: str, filters: Filters = EVERYTHING
    ) -> tuple[Evidence, ...]:
        """Return every place whose text has a term, in the order of the texts.

        Args:
            term: Some words; where they say nothing ("of the"), no place has them.
            language: The language they are in, or else one of the texts'.
            filters: Where to look.
        """
        if not content_words(term):
            return ()
        query = Query(text=term, language=language)
        return occurrences(self._searcher.mentioning(term, query, filters), term)

    @property
    def searcher(self) -> Searcher:
        """The searcher, for learning from the texts it searches."""
        return self._searcher

    def understand(self, question: Question) -> Understood:
        """Return what to search for, and in which language to answer."""
        return understand(question, self._language_of, self._abbreviations)

    def detect_language(self, text: str) -> str:
        """Return the language a text is written in: nl, fr, de or en."""
        return self._language_of(text)

    def is_personal(self, text: str) -> bool:
        """Return whether a text is about somebody or a running case, which nothing here answers."""
        return is_personal(text, self.mentions)

    def _declined(self, understood: Understood, clock: Clock) -> Answer:
        """Return the answer to a personal question, which is not even searched."""
        clock.enter(Stage.RETRIEVE)
        clock.enter(Stage.ANSWER)
        nothing = worded((), self._documents)
        reason = Reason.OPERATIONAL_OR_PERSONAL
        return self._answer(understood, (), reason, nothing, clock.stop())

    def _rewritten(self, question: Question, understood: Understood) -> Understood:
        """Return what a follow-up means to a language model, where there is one and it can tell."""
        if not (understood.leans and self._writer and question.may_be_written):
            return understood
        language = understood.query.language
        text = self._writer.stand_alone(question.text, question.history, language)
        if text is None or self.is_personal(text):
            return understood
        alone = Question(text=text, language=understood.language)
        meant = self.understand(alone)
        return replace(meant, query=replace(meant.query, language=language))

    def _retrieve(self, understood: Understood, question: Question) -> Retrieved:
        def search(query: Query) -> Found:
            return self._searcher.search(query, top_k=question.top_k, filters=question.filters)

        return retrieve(understood, search)

    def _query_of(self, text: str) -> Query:
        return self.understand(Question(text=text)).query

    def _written(
        self,
        writer: Writer,
        understood: Understood,
        evidence: Sequence[Evidence],
        hits: Sequence[Hit],
        on_text: OnText,
    ) -> Worded:
        def version_of(passage: Passage, start: int, end: int) -> str:
            version = self.version(passage, understood.language, start, end)
            return version.text if version else ""

        def document_of(document: str) -> Document:
            return self.document(document).document

        return worded_by(
            writer,
            understood.query.text,
            understood.language,
            evidence,
            hits,
            self._documents,
            version_of,
            Growing(on_text, document_of, understood.language).grow,
        )

    def _answer(
        self,
        understood: Understood,
        hits: tuple[Hit, ...],
        reason: Reason | None,
        said: Worded,
        timings: Timings,
    ) -> Answer:
        language = understood.language
        written = said.generator is Generator.LLM
        draft = with_readings(said.draft, self, language, written=written)
        return Answer(
            id=uuid.uuid4().hex,
            status=Status.NOT_IN_CORPUS if reason else Status.ANSWERED,
            reason=reason,
            question=understood.query.text,
            language=language,
            introduction=(excuse(reason, language) if reason else self._introduced(said, language)),
            statements=draft.statements,
            citations=draft.citations,
            nearest=hits[:_NEAREST] if reason else (),
            hits=hits,
            generator=said.generator,
            faithfulness=said.faithfulness,
            timings=timings,
        )

    def _introduced(self, said: Worded, language: str) -> str:
        best = self.document(said.draft.citations[0].passage.document).document
        if said.generator is Generator.LLM:
            return introduce_written(best, language)
        leading = introduce(said.draft.citations, best, language)
        return f"{why_not_written(said, language)} {leading}".strip()
