from pathlib import Path

import pytest

from eval.normalise import drop_emphasis, fold_space, normalise

PLAN = Path(__file__).parents[2] / "corpus/texts/nvp-2026-2029/nvp-2026-2029.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een **robuust** en *sterk* plan", "een robuust en sterk plan"),
        ("een __robuust__ en _sterk_ plan", "een robuust en sterk plan"),
        ("hawaladars² en koeriers", "hawaladars en koeriers"),
        ("hawaladars[^2] en koeriers", "hawaladars en koeriers"),
        ("[^2]: Hawala is", "hawala is"),
        ("- eerste\n- tweede", "eerste tweede"),
        (" - o het verbeteren", "het verbeteren"),
        ("1. **Aangifte:** er dient", "aangifte: er dient"),
        ("» Strategische doelstellingen", "strategische doelstellingen"),
        ("»» Strategische doelstellingen", "strategische doelstellingen"),
        ("## Strategische doelstellingen", "strategische doelstellingen"),
        ("‘money mules’ en “VIP” en «hub»", '\'money mules\' en "vip" en "hub"'),
        ("2026–2029 — België‑breed", "2026-2029 - belgië-breed"),
        ("gerichte\n\noperaties\u00a0tegen", "gerichte operaties tegen"),
        ("Belgie\u0308", "belgië"),
    ],
)
def test_normal_form_when_only_markup_differs(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1.4 illegale wapenhandel",
        "2025 is een jaar",
        "snake_case",
        "o.a. douane",
        "13.879",
        "(1) een",
    ],
)
def test_text_is_kept_when_it_only_resembles_markup(text: str) -> None:
    assert normalise(text) == text


def test_plan_is_unchanged_when_normalised_twice() -> None:
    once = normalise(PLAN.read_text(encoding="utf-8"))

    assert normalise(once) == once


def test_case_and_quotes_are_kept_when_only_emphasis_and_space_go() -> None:
    assert fold_space(drop_emphasis("De **‘Hub’**\n  is open ")) == "De ‘Hub’ is open"
