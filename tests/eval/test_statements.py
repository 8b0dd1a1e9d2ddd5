import math
from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant import ReadDocument, Settings, SupportCheck, open_embedder
from eval.questions import QuestionSetError
from eval.statements import LabelledStatement, load_statements, quotes_of
from eval.validate_support import judge, validate


def labelled(id_: str, *, supported: bool, lang: str = "nl") -> LabelledStatement:
    return LabelledStatement(
        id=id_,
        lang=lang,  # type: ignore[arg-type]
        statement="Iets.",
        quote="Iets.",
        label="supported" if supported else "contradicted",
        fault="" if supported else "negation",
    )


def test_halves_share_no_statement_and_are_all() -> None:
    dev, test = load_statements("dev"), load_statements("test")

    assert len(dev) + len(test) == len(load_statements()) >= 150
    assert not {one.id for one in dev} & {one.id for one in test}


def test_line_is_named_when_its_form_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "statements.jsonl"
    file.write_text('{"id": "s1"}\n', encoding="utf-8")

    with pytest.raises(QuestionSetError, match=r"statements\.jsonl:1: lang"):
        load_statements(path=file)


def test_reliability_is_counted_by_hand() -> None:
    judged = [
        (labelled("a", supported=True), True),
        (labelled("b", supported=True, lang="fr"), False),
        (labelled("c", supported=False), True),
        (labelled("d", supported=False), False),
        (labelled("e", supported=False), False),
    ]

    rows = {row.group: row for row in validate(judged)}

    assert rows["all"].precision == 1 / 2
    assert rows["all"].recall == 1 / 2
    assert rows["all"].caught == 2 / 3
    assert rows["fr"].recall == 0.0
    assert rows["negation"].caught == 2 / 3
    assert math.isnan(rows["negation"].precision)


def test_quote_comes_with_its_version_when_the_statement_is_french(
    documents: Sequence[ReadDocument],
) -> None:
    french = next(one for one in load_statements() if one.lang == "fr")

    quotes = quotes_of(french, documents)

    assert quotes[0] == french.quote
    assert len(quotes) == 2
    assert quotes[1] != french.quote


@pytest.mark.real
def test_check_is_reliable_on_statements_it_did_not_learn_from(
    documents: Sequence[ReadDocument],
) -> None:
    check = SupportCheck(open_embedder(Settings.load()))

    judged = judge(check, load_statements("test"), documents, versions=True)

    over_all = next(iter(validate(judged)))
    assert over_all.precision >= 0.85
    assert over_all.recall >= 0.8
