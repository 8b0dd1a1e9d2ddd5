"""References of drafts, and whether quotations stand where they say."""

import time
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.library import Library
from assistant.verify.draft import MAX_CHECKS, TooManyChecksError, check_draft
from assistant.verify.verdict import CheckedQuotation, CheckedReference, Remark, Verdict
from assistant.verify.verifier import Verifier
from corpus import ReadDocument

GOAL = "2/1.3/strategische-doelstellingen/lokale-politie/1"
QUOTE = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"


@pytest.fixture(scope="module")
def library(documents: Sequence[ReadDocument]) -> Library:
    return Library(documents)


@pytest.fixture(scope="module")
def verifier(library: Library) -> Verifier:
    return Verifier(library)


def references_in(draft: str, verifier: Verifier) -> list[CheckedReference]:
    return [c for c in check_draft(draft, verifier).checks if isinstance(c, CheckedReference)]


@pytest.mark.parametrize(
    ("draft", "text", "address"),
    [
        (
            "Zie NVP 2026-2029, 1.4, doelstelling 3 voor de Federale Politie.",
            "NVP 2026-2029, 1.4, doelstelling 3 voor de Federale Politie",
            "2/1.4/strategische-doelstellingen/federale-politie/3",
        ),
        (
            "(cf. PNS, 1.3, objectif 1 pour la police locale) et plus",
            "PNS, 1.3, objectif 1 pour la police locale",
            GOAL,
        ),
        (
            "Nationaler Sicherheitsplan, 1.3, Ziel 1, Lokale Polizei; weiter",
            "Nationaler Sicherheitsplan, 1.3, Ziel 1, Lokale Polizei",
            GOAL,
        ),
        ("National Security Plan 2026-2029, chapter 3.", None, "3/"),
        ("NVP, p. 24. Daarna", "NVP, p. 24", "2/2/"),
        ("NVP, voetnoot 5 zegt", None, "/n5"),
        ("NVP, hoofdstuk 4, punt 2.", "NVP, hoofdstuk 4, punt 2", "4/2/"),
        ("PNS, chapitre 3, point 1.", "PNS, chapitre 3, point 1", "3/1/"),
        ("NVP, 1.5, tweede alinea", None, "2/1.5/p2"),
        ("NVP, voetnoot vier", None, "/n4"),
    ],
)
def test_a_place_that_is_there_is_exact(
    verifier: Verifier, draft: str, text: str | None, address: str
) -> None:
    (found,) = references_in(draft, verifier)

    assert (found.verdict, found.remark) == (Verdict.EXACT, None)
    assert text is None or found.text == text
    assert draft[found.start : found.end] == found.text
    assert found.citation is not None
    assert address in found.citation.passage.address


@pytest.mark.parametrize(
    "draft",
    [
        "NVP, thema 1.9",
        "NVP, hoofdstuk 2, thema 1.9, doelstelling 1",
        "NVP, 1.3, doelstelling 40",
        "NVP 2026-2029, hoofdstuk 12",
        "NVP, voetnoot 999",
        "NVP, hoofdstuk 7",
        "NVP, 1.5, negende alinea",
        "NVP, 4.5",
    ],
)
def test_a_place_that_is_not_there_is_absent(verifier: Verifier, draft: str) -> None:
    (found,) = references_in(draft, verifier)

    assert (found.verdict, found.citation) == (Verdict.ABSENT, None)


def test_another_page_is_told(verifier: Verifier) -> None:
    (found,) = references_in("NVP, hoofdstuk 3, p. 99", verifier)

    assert (found.verdict, found.remark) == (Verdict.CLOSE, Remark.OTHER_PAGE)
    assert found.expected.split("-")[0].isdigit()


def test_another_heading_is_told(verifier: Verifier) -> None:
    (found,) = references_in("NVP, 1.3 Illegale wapenhandel", verifier)

    assert (found.verdict, found.remark) == (Verdict.CLOSE, Remark.OTHER_HEADING)
    assert found.expected == "1.3 Mensenhandel en mensensmokkel"


@pytest.mark.parametrize(
    "draft",
    ["Het NVP is belangrijk.", "Het NVP telt 3 delen en 12 % meer.", "Zie thema 1.3.", ""],
)
def test_a_mere_mention_is_no_reference(verifier: Verifier, draft: str) -> None:
    assert references_in(draft, verifier) == []


def test_every_own_label_is_an_exact_reference(verifier: Verifier, library: Library) -> None:
    wrong = []
    for index, passage in enumerate(library.documents[0].passages[::9]):
        label = library.label(passage, ("nl", "fr", "de", "en")[index % 4])
        found = references_in(f"Zoals gezegd ({label}) geldt dit.", verifier)
        # A place with one heading alone, such as the foreword, has no number to tell it by.
        if "," in library.place(passage, "nl") and (
            [f.verdict for f in found] != [Verdict.EXACT]
            or found[0].citation is None
            or found[0].citation.passage.id != passage.id
        ):
            wrong.append((label, found))

    assert wrong == []


def test_a_quotation_at_the_place_named_is_right(verifier: Verifier) -> None:
    draft = f"“{QUOTE}” (NVP, 1.3, doelstelling 1 voor de Lokale Politie)."

    quotation, reference = check_draft(draft, verifier).checks

    assert isinstance(quotation, CheckedQuotation)
    assert quotation.remark is None
    assert draft[quotation.start : quotation.end] == f"“{QUOTE}”"
    assert isinstance(reference, CheckedReference)


def test_a_quotation_that_stands_elsewhere_is_told(verifier: Verifier) -> None:
    draft = f"“{QUOTE}” (NVP, 1.4, doelstelling 3)."

    quotation = check_draft(draft, verifier).checks[0]

    assert isinstance(quotation, CheckedQuotation)
    assert quotation.finding.verdict is Verdict.EXACT
    assert quotation.remark is Remark.ELSEWHERE


def test_a_reference_of_the_next_paragraph_belongs_to_no_quotation(verifier: Verifier) -> None:
    quotation = check_draft(f"“{QUOTE}”\n\nNVP, 1.4, doelstelling 3", verifier).checks[0]

    assert isinstance(quotation, CheckedQuotation)
    assert quotation.remark is None


def test_verdicts_are_counted(verifier: Verifier) -> None:
    report = check_draft(f"“{QUOTE}” en “dat heeft nooit iemand gezegd”. NVP, 1.9.", verifier)

    assert (report.count(Verdict.EXACT), report.count(Verdict.ABSENT)) == (1, 2)


def test_equal_quotations_share_a_finding_but_not_their_place(verifier: Verifier) -> None:
    draft = f"“{QUOTE}” en “{QUOTE}”, maar “{QUOTE}” (NVP, 1.4, doelstelling 3)."

    first, second, third, _ = check_draft(draft, verifier).checks

    assert isinstance(first, CheckedQuotation)
    assert isinstance(second, CheckedQuotation)
    assert isinstance(third, CheckedQuotation)
    assert first.finding is second.finding
    assert first.start < second.start < third.start
    assert [c.remark for c in (first, second, third)] == [None, None, Remark.ELSEWHERE]


def test_as_many_as_are_checked_at_once_are_checked(verifier: Verifier) -> None:
    draft = "“iets ergs” " * (MAX_CHECKS - 1) + "NVP, 1.3, doelstelling 1."

    assert len(check_draft(draft, verifier).checks) == MAX_CHECKS


@pytest.mark.parametrize("more", ["“iets ergs” ", "NVP, 1.3, doelstelling 1. ", "\n\n> iets ergs"])
def test_more_than_are_checked_at_once_are_refused(verifier: Verifier, more: str) -> None:
    draft = "“iets ergs” " * (MAX_CHECKS - 1) + "NVP, 1.3, doelstelling 1. " + more

    with pytest.raises(TooManyChecksError) as caught:
        check_draft(draft, verifier)

    assert caught.value.count == MAX_CHECKS + 1
    assert str(MAX_CHECKS + 1) in caught.value.message
    assert str(MAX_CHECKS) in caught.value.message
    assert "in parts" in caught.value.fix


@pytest.mark.parametrize("unit", ["> a\n\n", "NVP, 1.3; “a” ", "> a\n\n“b”\n", "“a ", "NVP "])
def test_a_draft_that_is_refused_is_soon_refused(verifier: Verifier, unit: str) -> None:
    check_draft("“wat eenmaal wordt gemaakt”, NVP, 1.3", verifier)
    before = time.thread_time()

    with suppress(TooManyChecksError):
        check_draft((unit * 50_000)[:50_000], verifier)

    assert time.thread_time() - before < 5


@given(draft=st.text(alphabet="NVP PNS1.3,;()“”p 2\n>doelstelling", max_size=150))
@settings(max_examples=60, deadline=None)
def test_any_draft_is_checked(verifier: Verifier, draft: str) -> None:
    checks = check_draft(draft, verifier).checks

    assert all(0 <= c.start < c.end <= len(draft) for c in checks)
    assert [c.start for c in checks] == sorted(c.start for c in checks)
