import math
from collections.abc import Sequence

import pytest

from eval.metrics.citation_precision import citation_precision
from eval.metrics.citation_recall import citation_recall
from eval.metrics.faithfulness import faithfulness
from eval.metrics.support_judgement import SupportJudgement


def has_every_word(statement: str, quotes: Sequence[str]) -> bool:
    said = " ".join(quotes).split()
    return all(word in said for word in statement.split())


def judged(statement: str, *citations: str) -> SupportJudgement:
    return SupportJudgement.of(statement, [(quote,) for quote in citations], has_every_word)


def test_both_citations_are_right_when_each_gives_a_part() -> None:
    one = judged("a b", "a", "b")

    assert one == SupportJudgement(together=True, alone=(False, False), without=(False, False))
    assert citation_precision([one]) == 1.0


def test_citation_is_wrong_when_it_adds_nothing() -> None:
    # "c" neither supports "a b" alone nor is it missed.
    assert citation_precision([judged("a b", "a b", "c")]) == 0.5


def test_both_citations_are_right_when_each_is_enough() -> None:
    assert citation_precision([judged("a", "a b", "a c")]) == 1.0


def test_no_citation_is_right_when_the_statement_is_not_supported() -> None:
    assert citation_precision([judged("a z", "a", "b")]) == 0.0


def test_precision_is_over_citations_and_recall_over_statements() -> None:
    statements = [judged("a b", "a b", "c"), judged("z", "a"), judged("a")]

    # Citations: right, wrong, wrong. Statements: supported, not, without any citation.
    assert citation_precision(statements) == pytest.approx(1 / 3)
    assert citation_recall(statements) == pytest.approx(1 / 3)


def test_versions_of_a_quote_count_with_it() -> None:
    one = SupportJudgement.of("drie centres", [("drie", "centres")], has_every_word)

    assert one.together


@pytest.mark.parametrize("measure", [citation_precision, citation_recall])
def test_measure_is_nan_when_nothing_was_stated(measure: object) -> None:
    assert callable(measure)
    assert math.isnan(measure([]))


def test_faithfulness_is_the_share_that_is_supported() -> None:
    assert faithfulness([True, True, False, True]) == 0.75


def test_faithfulness_is_1_when_nothing_was_stated() -> None:
    assert faithfulness([]) == 1.0
