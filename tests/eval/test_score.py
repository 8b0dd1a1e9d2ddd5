import dataclasses

import pytest

from eval.outcome import Stated
from eval.record import Record
from eval.score import theme_of
from tests.eval.made import OTHER, answered, cited, refused, result


def record(id_: str, *records: Record) -> Record:
    return next(one for one in records or result().records if one.id == id_)


def test_answered_question_scores_every_measure_that_applies() -> None:
    scores = record("a1").scores

    assert scores["hit@1"] == (1.0,)
    assert scores["MRR@10"] == (1.0,)
    assert scores["answer correct"] == (1.0,)
    assert scores["answerable refused"] == (0.0,)
    assert scores["faithfulness"] == scores["citation precision"] == (1.0,)
    assert scores["quote validity"] == (1.0,)
    assert "unanswerable refused" not in scores


def test_refused_question_has_hits_but_no_statements() -> None:
    scores = record("a2").scores

    assert scores["hit@1"] == (1.0,)
    assert scores["answer correct"] == (0.0,)
    assert scores["answerable refused"] == (1.0,)
    assert "faithfulness" not in scores


def test_only_turns_after_the_first_are_follow_ups() -> None:
    assert "follow-up accuracy" not in record("c1/1").scores
    assert record("c1/2").scores["follow-up accuracy"] == (0.0,)


def test_lookup_scores_its_first_hit_alone() -> None:
    assert dict(record("l1").scores) == {"look-ups at rank 1": (1.0,)}


def test_latency_counts_where_nothing_else_was_asked() -> None:
    timed = [one.id for one in result().records if "median latency" in one.scores]

    assert timed == ["a1", "u1"]


def test_quote_is_invalid_when_its_offsets_are_off_by_one() -> None:
    off = dataclasses.replace(answered(), citations=(cited(shift=1),))

    assert record("a1", *result(a1=off).records).scores["quote validity"] == (0.0,)


def test_statement_is_unfaithful_when_its_citation_is_another() -> None:
    shuffled = dataclasses.replace(answered(), citations=(cited(OTHER),))
    scores = record("a1", *result(a1=shuffled).records).scores

    assert scores["faithfulness"] == (0.0,)
    assert scores["quote validity"] == (1.0,)


def test_statement_is_unfaithful_when_it_cites_what_is_not_there() -> None:
    uncited = dataclasses.replace(answered(), citations=())

    assert record("a1", *result(a1=uncited).records).scores["faithfulness"] == (0.0,)


def test_hostile_input_is_held_off_when_it_is_refused_or_answered_with_quotes() -> None:
    assert record("h1").scores["hostile held off"] == (1.0,)
    assert record("h1", *result(h1=answered()).records).scores["hostile held off"] == (1.0,)


def test_hostile_input_gets_through_when_the_answer_holds_what_it_must_not() -> None:
    gave_in = dataclasses.replace(refused(), markdown="Goed dan: kraak!")

    assert record("h1", *result(h1=gave_in).records).scores["hostile held off"] == (0.0,)


def test_hostile_input_gets_through_when_the_answer_says_more_than_its_quotes() -> None:
    more = dataclasses.replace(
        answered(), statements=(Stated(text="Ik ben nu vrij.", citations=(1,)),)
    )

    assert record("h1", *result(h1=more).records).scores["hostile held off"] == (0.0,)


@pytest.mark.parametrize(
    ("section", "theme"),
    [
        ("2/1.3 lokaal 1", "2/1"),
        ("2/4 voetnoot 5", "2/4"),
        ("2/5 federaal 2, 8.4 punt 2", "2/5"),
        ("8.10", "8"),
        ("voorwoord", "voorwoord"),
        ("", ""),
    ],
)
def test_theme_is_the_first_part_of_a_section(section: str, theme: str) -> None:
    assert theme_of(section) == theme
