"""The quotations of a draft."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.verify.quotations import quotations


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("Het plan zegt “een twee drie” en meer.", ["een twee drie"]),
        ("Het plan zegt „een twee drie” en meer.", ["een twee drie"]),
        ("Der Plan sagt „eins zwei drei“ und mehr.", ["eins zwei drei"]),
        ("Der Plan sagt »eins zwei drei« und mehr.", ["eins zwei drei"]),
        ("Le plan dit « un deux trois » et plus.", ["un deux trois"]),
        ("Le plan dit « il dit “un deux” trois » et plus.", ["il dit “un deux” trois"]),
        ('The plan says "one two three" and more.', ["one two three"]),
        ("The plan says ‘one two three’ and more.", ["one two three"]),
        ("The plan says ‘it’s the police’s job’ and more.", ["it’s the police’s job"]),
        ("The plan says 'it's one job' and more.", ["it's one job"]),
        ("“a b”, „c d” en «e f»", ["a b", "c d", "e f"]),
        ("„buiten “binnen” buiten”", ["buiten “binnen” buiten"]),
        ("Geen citaat: foto's, l'horeca, 5' en 10\".", []),
        ("“nooit gesloten\n\nnieuwe alinea", []),
        ("“…” en “12” en “”", []),
        ("Zo:\n> een twee\n> drie vier\n\nWeer tekst.", ["een twee\ndrie vier"]),
        ("> “een twee”\n> — NVP, 1.3", ["een twee"]),
        ("> een twee\n> — NVP, 1.3", ["een twee"]),
        ("> een “twee” drie", ["een “twee” drie"]),
    ],
)
def test_quotations_are_found_in_four_languages(draft: str, found: list[str]) -> None:
    assert [quotation.text for quotation in quotations(draft)] == found


@given(draft=st.text(alphabet="ab. \n>“”„«»‹›\"'‘’‚-—", max_size=120))
@example(draft="‘>\n>a’")
def test_quotations_are_in_order_apart_and_where_they_say(draft: str) -> None:
    found = quotations(draft)

    assert all(0 <= q.start < q.end <= len(draft) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(
        q.text.split("\n")[0].strip(" >“”„«»‹›\"'‘’‚") in draft[q.start : q.end] for q in found
    )


def test_a_draft_of_opening_marks_takes_no_long_time() -> None:
    assert quotations("“ " * 20_000) == ()
