"""What is counted and measured, for Prometheus."""

from collections.abc import Callable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)

from assistant import Answer

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
# Prometheus knows by itself when a counter began.
disable_created_metrics()  # type: ignore[no-untyped-call]

_STAGES = ("understand", "retrieve", "answer", "total")


class Metrics:
    """The metrics of one server; labels have few values, and none that a caller chooses."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        self._requests = Counter(
            "planwijzer_requests",
            "Requests, by route as it is declared and by status.",
            ("route", "status"),
            registry=registry,
        )
        self._request_seconds = Histogram(
            "planwijzer_request_seconds",
            "Time to the end of the answer, by route.",
            ("route",),
            buckets=_SECONDS,
            registry=registry,
        )
        self._answers = Counter(
            "planwijzer_answers",
            "Answers, by status, by reason where the documents do not answer, and by who worded.",
            ("status", "reason", "generator"),
            registry=registry,
        )
        self._stage_seconds = Histogram(
            "planwijzer_stage_seconds",
            "Time of each stage of answering.",
            ("stage",),
            buckets=_SECONDS,
            registry=registry,
        )
        self._statements = Counter(
            "planwijzer_statements", "Statements drafted.", registry=registry
        )
        self._removed = Counter(
            "planwijzer_statements_removed",
            "Statements that the check against their cited text removed.",
            registry=registry,
        )
        self._failed_quotes = Counter(
            "planwijzer_quotes_failed",
            "Quotes in given answers that are not the source at their offsets; always to be 0.",
            registry=registry,
        )
        self._unlogged = Counter(
            "planwijzer_answers_unlogged",
            "Answers that could not be written to the log.",
            registry=registry,
        )
        self._queue = Gauge(
            "planwijzer_questions",
            "Questions being answered, and waiting.",
            ("state",),
            registry=registry,
        )
        self._index = Gauge(
            "planwijzer_index_info",
            "The digest of the index in use, as a label; the value is the number of documents.",
            ("digest", "model"),
            registry=registry,
        )
        self._looks: list[Callable[[], None]] = []

    def before_reading(self, look: Callable[[], None]) -> None:
        """Have something looked at each time the metrics are read."""
        self._looks.append(look)

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def answer(self, answer: Answer, failed_quotes: int) -> None:
        """Count an answer, and the quotes in it that are not what the source says."""
        reason = answer.reason.value if answer.reason else ""
        self._answers.labels(answer.status.value, reason, answer.generator.value).inc()
        self._statements.inc(answer.faithfulness.statements)
        self._removed.inc(answer.faithfulness.removed)
        self._failed_quotes.inc(failed_quotes)
        for stage in _STAGES:
            milliseconds = getattr(answer.timings, stage)
            self._stage_seconds.labels(stage).observe(milliseconds / 1000)

    def unlogged(self) -> None:
        """Count an answer that could not be logged."""
        self._unlogged.inc()

    def queue(self, running: int, waiting: int) -> None:
        """State how many questions are being answered, and how many wait."""
        self._queue.labels("running").set(running)
        self._queue.labels("waiting").set(waiting)

    def index(self, digest: str, model: str, documents: int) -> None:
        """State which index is in use."""
        self._index.clear()
        self._index.labels(digest, model).set(documents)

    def text(self) -> bytes:
        """Return all of it in Prometheus' text format."""
        for look in self._looks:
            look()
        return generate_latest(self._registry)
