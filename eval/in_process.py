"""Asks an assistant in this process."""

import hashlib
import importlib.util
import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assistant import (
    ANSWER_FROM,
    Answer,
    Assistant,
    Hit,
    Question,
    Reason,
    Settings,
    Turn,
    Why,
    verify_index,
)
from eval.asker import DEPTH, System
from eval.outcome import Cited, Reply, Retrieved, Stated

_CODE = ("corpus", "index", "assistant")
_READ = {".py", ".json", ".jsonl", ".npz", ".toml", ".md"}


class InProcess:
    """An asker; also asked by the tests, with an assistant that has a fault."""

    def __init__(self, assistant: Assistant, *, may_be_written: bool = True) -> None:
        """Ask an assistant; a language model, where it has one, may word answers or may not."""
        self._assistant = assistant
        self._may_be_written = may_be_written

    def ask(self, text: str, history: tuple[Turn, ...]) -> Reply:
        """Return the answer to a question, with the passages found for it."""
        question = Question(
            text=text, history=history, top_k=DEPTH, may_be_written=self._may_be_written
        )
        answer = self._assistant.answer(question)
        timings = answer.timings
        return Reply(
            status=answer.status,
            reason=answer.reason or "",
            language=answer.language,
            generator=answer.generator,
            markdown=answer.markdown,
            statements=tuple(Stated(text=s.text, citations=s.citations) for s in answer.statements),
            citations=tuple(_cited(answer)),
            hits=tuple(map(_retrieved, answer.hits)),
            answerable=_judged(answer),
            removed=answer.faithfulness.removed,
            milliseconds={
                "understand": timings.understand,
                "retrieve": timings.retrieve,
                "answer": timings.answer,
                "total": timings.total,
            },
        )

    def search(self, text: str) -> Reply:
        """Return the passages found for a look-up."""
        result = self._assistant.search(text, top_k=DEPTH)
        return Reply(
            hits=tuple(map(_retrieved, result.hits)),
            milliseconds={"retrieve": result.retrieve_ms, "total": result.total_ms},
        )


def system_of(assistant: Assistant, settings: Settings, *, may_be_written: bool = True) -> System:
    """Return what is measured when an assistant of these settings is asked."""
    sources = {read.document.id: read.source for read in assistant.documents}
    index = json.loads((verify_index(settings) / "manifest.json").read_text("utf-8"))
    del index["built"]
    digest = hashlib.sha256(json.dumps(index, sort_keys=True).encode())
    for path in _files():
        digest.update(path.name.encode() + path.read_bytes())
    if may_be_written:
        digest.update(f"{settings.llm} {settings.llm_judge}".encode())
    return System(
        url="",
        version=_version(),
        model=settings.model,
        digest=digest.hexdigest()[:16],
        sources=sources,
        threshold=ANSWER_FROM,
    )


def _files() -> Iterator[Path]:
    for package in _CODE:
        spec = importlib.util.find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            yield from (p for p in sorted(Path(folder).rglob("*")) if p.suffix in _READ)


def _version() -> str:
    try:
        return version("planwijzer")
    except PackageNotFoundError:
        return "0"


def _judged(answer: Answer) -> float | None:
    """Return how likely an answer was held to be, where that decided whether there is one."""
    found_for_certain = answer.hits and answer.hits[0].why & {Why.QUOTE, Why.ADDRESS}
    if found_for_certain or answer.reason is Reason.FALSE_PREMISE:
        return None
    return answer.answerable


def _cited(answer: Answer) -> Iterator[Cited]:
    for citation in answer.citations:
        yield Cited(
            number=citation.number,
            document=citation.passage.document,
            address=citation.passage.address,
            quote=citation.quote,
            char_start=citation.char_start,
            char_end=citation.char_end,
            version=citation.version.text if citation.version else "",
        )


def _retrieved(hit: Hit) -> Retrieved:
    passage = hit.passage
    return Retrieved(
        document=passage.document, address=passage.address, text=passage.text, score=hit.score
    )
