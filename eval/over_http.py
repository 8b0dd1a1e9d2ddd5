"""Asks a running server over its HTTP API."""

import hashlib
import json
import re
import time
from collections.abc import Mapping, Sequence
from typing import TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from assistant import ReadDocument, Turn
from eval.asker import DEPTH, EvaluationError, System
from eval.generators import Generators
from eval.outcome import Cited, Reply, Retrieved, Stated

SECONDS = 120.0
"""How long a server may take for one answer."""
_ATTEMPTS = 5
_BUSY = (429, 503)
_UNUSABLE = 422
_STATEMENT = re.compile(r"^- (?P<text>.+?) (?P<marks>(?:\[\d+\])+)$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"\[(\d+)\]")
_Form = TypeVar("_Form", bound=BaseModel)
_CHECK = "Check the address, and that `planwijzer serve` runs there."


class _Version(BaseModel):
    text: str


class _Document(BaseModel):
    id: str
    sha256: str = ""


class _Citation(BaseModel):
    number: int
    document: _Document
    address: str
    quote: str
    char_start: int
    char_end: int
    version: _Version | None = None


class _Passage(BaseModel):
    document: _Document
    address: str
    text: str
    score: float


class _Faithfulness(BaseModel):
    removed: int


class _Answer(BaseModel):
    status: str
    reason: str | None
    language: str
    answer: str
    citations: list[_Citation]
    passages: list[_Passage]
    generator: str
    faithfulness: _Faithfulness
    timings_ms: dict[str, float]


class _Found(BaseModel):
    results: list[_Passage]
    timings_ms: dict[str, float]


class _Documents(BaseModel):
    documents: list[_Document]


class OverHttp:
    """An asker of the server at a base URL, as http://127.0.0.1:8321."""

    def __init__(self, client: httpx.Client, generator: Generators = "auto") -> None:
        """Ask through a client; `generator` says who is to word answers."""
        self._client = client
        self._generator = generator

    def ask(self, text: str, history: tuple[Turn, ...]) -> Reply:
        """Return the answer to a question, with the passages found for it.

        A question that the server refuses as unusable counts as not answered.
        """
        turns = [{"role": turn.role.value, "content": turn.content} for turn in history]
        body = {
            "question": text,
            "history": turns,
            "top_k": DEPTH,
            "generator": self._generator,
        }
        response = self._send("/api/v1/ask", body)
        if response.status_code == _UNUSABLE:
            return Reply(status="not_in_corpus", reason="unusable")
        answer = _read(_Answer, response)
        return Reply(
            status=answer.status,
            reason=answer.reason or "",
            language=answer.language,
            generator=answer.generator,
            markdown=answer.answer,
            statements=statements_in(answer.answer) if answer.status == "answered" else (),
            citations=tuple(map(_cited, answer.citations)),
            hits=_retrieved(answer.passages),
            removed=answer.faithfulness.removed,
            milliseconds=answer.timings_ms,
        )

    def search(self, text: str) -> Reply:
        """Return the passages found for a look-up."""
        found = _read(_Found, self._send("/api/v1/search", {"query": text, "top_k": DEPTH}))
        return Reply(hits=_retrieved(found.results), milliseconds=found.timings_ms)

    def system(self, known: Sequence[ReadDocument]) -> System:
        """Return what is measured; its sources are the known documents that the server has too."""
        documents = _read(_Documents, self._send("/api/v1/documents")).documents
        served = {document.id: document.sha256 for document in documents}
        described = json.loads(self._send("/openapi.json").content)
        version = str(described["info"]["version"])
        url = str(self._client.base_url)
        told = json.dumps([url, version, served, self._generator], sort_keys=True)
        return System(
            url=url,
            version=version,
            model="",
            digest=hashlib.sha256(told.encode()).hexdigest()[:16],
            sources={
                read.document.id: read.source
                for read in known
                if served.get(read.document.id) == read.document.sha256
            },
        )

    def _send(self, path: str, body: Mapping[str, object] | None = None) -> httpx.Response:
        for attempt in range(_ATTEMPTS):
            try:
                response = self._client.request("GET" if body is None else "POST", path, json=body)
            except httpx.HTTPError as error:
                raise EvaluationError(f"The server cannot be reached ({error}).", _CHECK) from error
            if response.status_code not in _BUSY:
                break
            if attempt + 1 < _ATTEMPTS:
                time.sleep(float(response.headers.get("Retry-After", 1)))
        if response.is_error and response.status_code != _UNUSABLE:
            raise EvaluationError(f"The server answered {response.status_code} to {path}.", _CHECK)
        return response


def statements_in(markdown: str) -> tuple[Stated, ...]:
    """Return the statements of an answer as the API words it: list items that end in markers."""
    return tuple(
        Stated(text=item["text"], citations=tuple(map(int, _MARK.findall(item["marks"]))))
        for item in _STATEMENT.finditer(markdown)
    )


def _read(form: type[_Form], response: httpx.Response) -> _Form:
    try:
        return form.model_validate_json(response.content)
    except ValidationError as error:
        raise EvaluationError("The server does not speak Planwijzer's API.", _CHECK) from error


def _cited(citation: _Citation) -> Cited:
    return Cited(
        number=citation.number,
        document=citation.document.id,
        address=citation.address,
        quote=citation.quote,
        char_start=citation.char_start,
        char_end=citation.char_end,
        version=citation.version.text if citation.version else "",
    )


def _retrieved(passages: Sequence[_Passage]) -> tuple[Retrieved, ...]:
    return tuple(
        Retrieved(document=p.document.id, address=p.address, text=p.text, score=p.score)
        for p in passages
    )
