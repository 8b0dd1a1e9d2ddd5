import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest

from assistant import LANGUAGES
from eval.measures import MEASURES
from eval.outcome import Kind
from eval.questions import AnswerableType, LookupKind, UnanswerableType
from eval.report import html, plots
from eval.report.words import words
from eval.report.worst import worst
from eval.result import Result
from tests.eval.made import answered, refused, result


class Tags(HTMLParser):
    """Collects what a page would load, and checks that what is opened is closed."""

    VOID = frozenset({"meta", "input", "link", "img", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        if tag != "a":
            self.loaded += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def seen_in_test(found: Result) -> Result:
    return replace(found, records=tuple(replace(r, set="test") for r in found.records))


def test_page_needs_nothing_from_elsewhere() -> None:
    page = html(result(), None)

    tags = Tags()
    tags.feed(page)
    assert tags.loaded == []
    assert tags.open == []
    assert "@import" not in page
    assert "url(" not in page


def test_page_has_every_language() -> None:
    page = html(result(), None)

    assert re.findall(r'<main lang="(\w+)">', page) == list(LANGUAGES)
    assert all(words(language).title in page for language in LANGUAGES)


def test_figures_are_written_as_each_language_writes_them() -> None:
    page = html(result(), None)

    assert "50.0%" in page
    assert "50,0\u00a0%" in page


def test_text_of_questions_is_not_markup() -> None:
    attack = replace(result().records[2], question="<script>x</script>", status="answered")

    page = html(replace(result(), records=(attack,)), None)

    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_worst_questions_link_to_the_reader() -> None:
    page = html(result(u1=answered()), None)

    assert 'href="http://127.0.0.1:8321/plan/plan#1/p1"' in page


def test_questions_of_the_test_set_are_not_shown() -> None:
    bad = result(u1=answered())

    assert worst(bad, words("en"))
    assert worst(seen_in_test(bad), words("en")) == ()


def test_comparison_shows_what_changed() -> None:
    page = html(result(), result(a1=refused()))

    assert words("en").previous in page
    assert words("en").previous not in html(result(), None)
    assert words("en").no_change in html(result(), result())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_and_type_has_words(language: str) -> None:
    said = words(language)

    shown = [name for name, measure in MEASURES.items() if not measure.curve]
    assert list(said.measures) == shown
    types = {*get_args(AnswerableType), *get_args(UnanswerableType), *get_args(LookupKind)}
    assert types <= said.types.keys()
    assert said.plots.keys() == {"hits", "recall", "refusals", "calibration", "latency"}


@pytest.mark.parametrize(
    ("threshold", "is_refused"), [(0.05, False), (0.1, False), (0.2, True), (0.9, True)]
)
def test_question_is_refused_at_a_threshold_above_its_likelihood(
    threshold: float, is_refused: bool
) -> None:
    record = next(r for r in result().records if r.kind is Kind.UNANSWERABLE)

    assert record.answerable == 0.1
    assert plots.is_refused(record, threshold, chosen=0.5) is is_refused


@pytest.mark.parametrize("likely", [None, 0.9])
def test_refusal_stays_where_likelihood_did_not_cause_it(likely: float | None) -> None:
    record = next(
        r for r in result(u1=refused(answerable=likely)).records if r.kind is Kind.UNANSWERABLE
    )

    assert plots.is_refused(record, 0.0, chosen=0.5)


def test_trade_off_marks_the_threshold_in_use() -> None:
    chart = plots.refusals(result(), words("en"))

    assert chart is not None
    assert [dot.title for dot in chart.dots] == ["threshold 0.50: 50.0% / 100.0%"]


def test_trade_off_is_left_out_when_nothing_was_judged() -> None:
    unknown = result()
    unknown = replace(unknown, about=replace(unknown.about, threshold=None))

    assert plots.refusals(unknown, words("en")) is None
