"""Whether quotations stand in the shipped texts."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import Standing
from assistant.cite import is_verbatim
from assistant.library import Library
from assistant.verify.running_text import RunningText
from assistant.verify.verdict import Verdict, WordChange
from assistant.verify.verifier import Verifier
from corpus import NotFoundError, ReadDocument, sentences

GOAL = "2/1.3/strategische-doelstellingen/lokale-politie/1"
QUOTE = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"


@pytest.fixture(scope="module")
def library(documents: Sequence[ReadDocument]) -> Library:
    return Library(documents)


@pytest.fixture(scope="module")
def verifier(library: Library) -> Verifier:
    return Verifier(library)


def test_a_literal_quotation_is_exact_and_cited_at_its_place(
    verifier: Verifier, library: Library
) -> None:
    found = verifier.check(f"{QUOTE}.")

    assert (found.verdict, found.similarity, found.pieces) == (Verdict.EXACT, 1.0, ())
    assert found.citation is not None
    assert (found.citation.passage.address, found.citation.quote) == (GOAL, QUOTE)
    assert is_verbatim(found.citation, {r.document.id: r for r in library.documents})


def test_a_changed_word_is_shown_beside_the_source(verifier: Verifier) -> None:
    found = verifier.check(QUOTE.replace("vroegtijdige", "snelle").replace("van sl", "van de sl"))

    assert found.verdict is Verdict.CLOSE
    assert 0.8 <= found.similarity < 1
    assert found.source == QUOTE
    assert [(p.change, p.quote, p.source) for p in found.pieces if p.change != "same"] == [
        (WordChange.CHANGED, "snelle", "vroegtijdige"),
        (WordChange.ADDED, "de", ""),
    ]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("versterken", "niet versterken", (WordChange.ADDED, "niet", "")),
        ("versterken", "Versterken", (WordChange.CHANGED, "Versterken", "versterken")),
        ("vroegtijdige ", "", (WordChange.LEFT_OUT, "", "vroegtijdige")),
    ],
)
def test_no_change_of_wording_passes_for_exact(
    verifier: Verifier, old: str, new: str, change: tuple[WordChange, str, str]
) -> None:
    found = verifier.check(QUOTE.replace(old, new))

    assert found.verdict is Verdict.CLOSE
    differing = [p for p in found.pieces if p.change is not WordChange.SAME]
    # What is added before the first word may also be aligned with the word before it.
    assert change in [(p.change, p.quote, p.source) for p in differing] or new.startswith("niet")
    assert differing


@pytest.mark.parametrize(
    "quote",
    [
        "Het weer wordt morgen zonnig met kans op regen in de namiddag aan zee.",
        "De korpschef beslist vrij over de inzet van drones boven voetbalstadions.",
        "informatiegestuurdx",
        "€ 12",
    ],
)
def test_what_nobody_wrote_is_absent(verifier: Verifier, quote: str) -> None:
    found = verifier.check(quote)

    assert (found.verdict, found.similarity, found.citation) == (Verdict.ABSENT, 0.0, None)


def test_half_a_word_is_no_quotation(verifier: Verifier) -> None:
    assert verifier.check("vroegtijdige identificatie van slachtof").verdict is Verdict.CLOSE
    assert verifier.check("schwu").verdict is Verdict.ABSENT


def test_a_working_translation_is_recognised_as_such(verifier: Verifier) -> None:
    found = verifier.check("renforcement de l'identification précoce des victimes")

    assert (found.verdict, found.language) == (Verdict.EXACT, "fr")
    assert found.standing is Standing.WORKING_TRANSLATION
    assert found.citation is not None
    assert found.citation.passage.address == GOAL
    assert found.citation.quote == found.citation.passage.text


def test_the_own_text_has_no_standing(verifier: Verifier) -> None:
    found = verifier.check(QUOTE)

    assert (found.language, found.standing) == ("nl", None)


@pytest.mark.parametrize("omission", ["[...]", "[…]", "(...)", "…", "..."])
def test_an_omission_is_no_difference(verifier: Verifier, omission: str) -> None:
    found = verifier.check(f"de informatie sneller {omission} veiligheidsketen wendbaarder")

    assert found.verdict is Verdict.EXACT
    assert found.source.startswith("de informatie sneller en beter")
    assert found.source.endswith("veiligheidsketen wendbaarder")


def test_parts_that_stand_in_another_order_are_not_exact(verifier: Verifier) -> None:
    found = verifier.check("veiligheidsketen wendbaarder [...] de informatie sneller")

    assert found.verdict is not Verdict.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "de […] de […] e",
        "de […] het […] de […] van […] zz",
        "de […] " * 280 + "e",
        "n[…]" * 490 + "zz",
        "e" * 2_000,
        "e " * 1_000,
    ],
)
def test_no_quotation_holds_the_check_up(verifier: Verifier, quote: str) -> None:
    verifier.check("wat eenmaal wordt gemaakt")
    before = time.thread_time()

    verifier.check(quote)

    # The first of these took 45 seconds while each omission searched the rest of the text.
    assert time.thread_time() - before < 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("de", "de kade, De de-mo, (de) node de"),
        ("de de", "de de de"),
        ("(a", "(a) (ab (a"),
        ("€", "€ 1 en 2€"),
        ("_", "a_b _"),
        ("x_y", "x_y ax_y x_yz"),
    ],
)
def test_words_stand_where_a_search_finds_them_whole(
    plan: ReadDocument, words: str, said: str
) -> None:
    passage = replace(plan.passages[0], text=said)
    text = RunningText(replace(plan, passages=(passage,)), "nl")
    before = r"(?<![^\W_])" if words[0].isalnum() else ""
    after = r"(?![^\W_])" if words[-1].isalnum() else ""
    found = re.finditer(rf"{before}(?={re.escape(words)}{after})", text.text)

    assert list(text.standing(words)) == [match.start() for match in found]


def test_a_place_asked_for_goes_before_the_first(verifier: Verifier, library: Library) -> None:
    last = [p for p in library.documents[0].passages if " de " in p.text][-1]

    by_itself, found = verifier.check("de"), verifier.check("de", {last.id})

    assert by_itself.citation is not None
    assert found.citation is not None
    assert found.citation.passage.id == last.id != by_itself.citation.passage.id


def test_a_quotation_over_two_passages_is_cited_whole(verifier: Verifier, library: Library) -> None:
    first, second = library.documents[0].passages[2:4]
    ends = sentences(first.text)[-1], sentences(second.text)[0]
    quote = first.text[slice(*ends[0])] + "\n\n" + second.text[slice(*ends[1])]

    found = verifier.check(quote)

    assert found.verdict is Verdict.EXACT
    assert found.citation is not None
    assert found.citation.passage == first
    assert is_verbatim(found.citation, {r.document.id: r for r in library.documents})
    assert found.citation.char_end > second.char_start


def test_only_the_documents_asked_for_count(library: Library) -> None:
    assert Verifier(library, ["kiv-contextnota"]).check(QUOTE).verdict is Verdict.ABSENT
    with pytest.raises(NotFoundError):
        Verifier(library, ["nergens"])


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_every_sentence_of_the_documents_is_exact(
    verifier: Verifier, library: Library, data: st.DataObject
) -> None:
    read = data.draw(st.sampled_from(library.documents))
    passage = data.draw(st.sampled_from([p for p in read.passages if len(p.text) > 30]))
    start, end = data.draw(st.sampled_from(sentences(passage.text)))
    quote = passage.text[start:end]
    if not any(character.isalpha() for character in quote):
        return

    found = verifier.check(quote, {passage.id})

    assert found.verdict is Verdict.EXACT
    assert found.citation is not None
    assert found.citation.passage.id == passage.id
    assert is_verbatim(found.citation, {r.document.id: r for r in library.documents})


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_sentence_with_a_word_changed_is_close_and_found(
    verifier: Verifier, library: Library, data: st.DataObject
) -> None:
    read = library.documents[0]
    passage = data.draw(st.sampled_from([p for p in read.passages if len(p.text) > 150]))
    start, end = data.draw(
        st.sampled_from([r for r in sentences(passage.text) if r[1] - r[0] > 100] or [(0, 150)])
    )
    words = passage.text[start:end].split()
    at = data.draw(st.integers(1, len(words) - 2))
    changed = " ".join([*words[:at], "pannenkoek", *words[at + 1 :]])

    found = verifier.check(changed)

    assert found.verdict is Verdict.CLOSE
    assert "pannenkoek" in " ".join(
        p.quote for p in found.pieces if p.change is not WordChange.SAME
    )
    assert "".join(p.quote for p in found.pieces).replace(" ", "") == "".join(
        w for w in changed.split()
    )


def test_punctuation_at_its_ends_is_no_difference(verifier: Verifier) -> None:
    found = verifier.check("“Op 31 januari 2024 telt de Federale Politie 13.879 medewerkers.”")

    changed = [(p.quote, p.source) for p in found.pieces if p.change is not WordChange.SAME]
    assert changed == [("2024", "2025")]


@given(quote=st.text(max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_text_gets_a_verdict(verifier: Verifier, quote: str) -> None:
    assert verifier.check(quote).verdict in Verdict
