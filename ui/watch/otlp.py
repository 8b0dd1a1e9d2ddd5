"""Traces as OpenTelemetry's spans, sent to a collector over HTTP (OTLP).

Spans hold an id, closed choices and times: no word of a question, no address as it was asked for,
nothing of who asked. Messages of failures are left out too, for libraries put into them what they
were working on.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, StatusCode, set_span_in_context

from assistant import Answer, Question, Stage
from ui.http.version import running_version
from ui.watch.tracing import Ended, Tracing

if TYPE_CHECKING:
    from collections.abc import Callable

    from opentelemetry.trace import Tracer

    from assistant import Assistant

_PATH = "/v1/traces"
_SECONDS = 5
"""How long one attempt to send may take; what cannot be sent is given up, never an answer."""
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(slots=True)
class _Acting:
    span: Span | None


_CURRENT: ContextVar[_Acting | None] = ContextVar("span", default=None)


class OtlpTracing(Tracing):
    """One span for each request, and within it one for each stage of an answer."""

    def __init__(self, collector: str) -> None:
        """Take the address of a collector; `/v1/traces` is added where it is not there."""
        endpoint = collector.rstrip("/")
        endpoint += "" if endpoint.endswith(_PATH) else _PATH
        about = {"service.name": "planwijzer", "service.version": running_version()}
        # Of its own, not the process's: libraries trace to that one, and words of questions too.
        self._provider = TracerProvider(resource=Resource.create(about), shutdown_on_exit=False)
        exporter = OTLPSpanExporter(endpoint=endpoint, timeout=_SECONDS)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("planwijzer")

    @contextmanager
    def request(self, request_id: str) -> Iterator[Ended]:
        span = self._tracer.start_span(
            "request",
            # What a caller says of a trace of its own is not taken over.
            context=Context(),
            kind=SpanKind.SERVER,
            attributes={"planwijzer.request_id": request_id},
        )
        # A task that outlives the request inherits the context; it must not go on in its trace.
        acting = _Acting(span)
        token = _CURRENT.set(acting)

        def ended(method: str, route: str, status: int) -> None:
            known = method if method in _METHODS else "_OTHER"
            span.update_name(f"{known} {route}")
            span.set_attribute("http.request.method", known)
            span.set_attribute("http.route", route)
            span.set_attribute("http.response.status_code", status)
            if status >= 500:
                span.set_status(StatusCode.ERROR)

        try:
            yield ended
        finally:
            acting.span = None
            _CURRENT.reset(token)
            span.end()

    def traced(self, assistant: "Assistant") -> "Assistant":
        twin, ask = copy(assistant), assistant.answer
        acting = _CURRENT.get()
        parent = acting.span if acting else None

        def answer(
            question: Question,
            on_stage: "Callable[[Stage], None] | None" = None,
            *others: object,
            **named: object,
        ) -> Answer:
            stages = _Stages(self._tracer, parent, on_stage)
            try:
                given = ask(question, stages.enter, *others, **named)  # type: ignore[arg-type]
            except Exception as error:
                stages.failed(error)
                raise
            stages.ended(given)
            return given

        twin.answer = answer  # type: ignore[method-assign]
        return twin

    def stop(self) -> None:
        self._provider.shutdown()


class _Stages:
    """The spans of one answer: each stage ends where the next begins."""

    def __init__(
        self,
        tracer: "Tracer",
        parent: Span | None,
        watcher: "Callable[[Stage], None] | None",
    ) -> None:
        self._tracer = tracer
        self._context = set_span_in_context(parent, Context()) if parent else Context()
        self._watcher = watcher
        self._span: Span | None = None

    def enter(self, stage: Stage) -> None:
        if self._span is not None:
            self._span.end()
        self._span = self._tracer.start_span(stage.value, context=self._context)
        if self._watcher is not None:
            self._watcher(stage)

    def ended(self, answer: Answer) -> None:
        if self._span is not None:
            self._span.set_attribute("planwijzer.status", answer.status.value)
            self._span.set_attribute("planwijzer.generator", answer.generator.value)
            if answer.reason is not None:
                self._span.set_attribute("planwijzer.reason", answer.reason.value)
            self._span.end()

    def failed(self, error: Exception) -> None:
        if self._span is not None:
            self._span.set_attribute("error.type", type(error).__name__)
            self._span.set_status(StatusCode.ERROR)
            self._span.end()
