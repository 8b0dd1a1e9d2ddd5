"""The last gate lets nothing through that the source does not say."""

from dataclasses import replace

import pytest

from assistant.answer import Evidence, Statement
from assistant.cite import cite, is_verbatim
from assistant.draft import Draft, draft_extractive
from corpus import ReadDocument


@pytest.fixture
def draft(plan: ReadDocument) -> Draft:
    passages = [p for p in plan.passages if p.section == "2/8/4"][:3]
    return draft_extractive(
        [Evidence(passage=p, ranges=((0, len(p.text)),), score=1.0) for p in passages]
    )


def gate(draft: Draft, plan: ReadDocument) -> Draft:
    return cite(draft, {plan.document.id: plan})[0]


def test_sound_draft_passes_whole(draft: Draft, plan: ReadDocument) -> None:
    checked, faithfulness = cite(draft, {plan.document.id: plan})

    assert checked == draft
    assert (faithfulness.statements, faithfulness.supported, faithfulness.removed) == (3, 3, 0)


def test_statement_is_removed_when_its_quote_was_changed(draft: Draft, plan: ReadDocument) -> None:
    first, *rest = draft.citations
    forged = replace(first, quote=first.quote.replace("e", "a", 1))
    statement = replace(draft.statements[0], text=f"“{forged.quote}”")

    checked = gate(
        Draft(statements=(statement, *draft.statements[1:]), citations=(forged, *rest)), plan
    )

    assert len(checked.statements) == 2
    assert [c.number for c in checked.citations] == [1, 2]
    assert [s.citations for s in checked.statements] == [(1,), (2,)]


@pytest.mark.parametrize("addition", ["Niet waar: ", "271 "])
def test_statement_is_removed_when_it_says_more_than_its_quote(
    draft: Draft, plan: ReadDocument, addition: str
) -> None:
    said = replace(draft.statements[0], text=addition + draft.statements[0].text)

    checked = gate(replace(draft, statements=(said, *draft.statements[1:])), plan)

    assert said not in checked.statements
    assert len(checked.statements) == 2


def test_statement_is_removed_when_it_cites_nothing(draft: Draft, plan: ReadDocument) -> None:
    bare = Statement(text="“Zomaar.”", citations=())

    assert gate(replace(draft, statements=(bare,)), plan).statements == ()


def test_statement_is_removed_when_its_citation_does_not_exist(
    draft: Draft, plan: ReadDocument
) -> None:
    invented = replace(draft.statements[0], citations=(99,))

    assert gate(replace(draft, statements=(invented,)), plan).statements == ()


def test_quote_of_an_unknown_document_is_not_verbatim(draft: Draft) -> None:
    assert not is_verbatim(draft.citations[0], {})


def test_quote_is_cut_where_a_footnote_is_printed_inside_the_sentence(plan: ReadDocument) -> None:
    cut = next(
        p
        for p in plan.passages
        if p.address == "2/2/strategische-doelstellingen/federale-politie/3"
    )

    drafted = draft_extractive([Evidence(passage=cut, ranges=((0, len(cut.text)),), score=1.0)])

    before, after = drafted.citations
    assert before.quote.endswith("om expertise en")
    assert after.quote.startswith("middelen te delen")
    assert "om expertise en middelen te delen" in drafted.statements[0].text
    assert gate(drafted, plan) == drafted


def test_every_quote_is_its_source_at_its_offsets(plan: ReadDocument) -> None:
    evidence = [Evidence(passage=p, ranges=((0, len(p.text)),), score=1.0) for p in plan.passages]

    for citation in draft_extractive(evidence).citations:
        literal = plan.source[citation.char_start : citation.char_end].replace("*", "")
        assert literal.split() == citation.quote.split()
