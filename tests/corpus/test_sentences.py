import pytest

from corpus import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("Zie cfr. Art. 95 WGP. Klaar.", ["Zie cfr. Art. 95 WGP.", "Klaar."]),
        (
            "Het heet “Doelgericht. Veilig.”. Mooi.",
            ["Het heet “Doelgericht. Veilig.”.", "Mooi."],
        ),
        ("Door:\n- het eerste;\n- het tweede", ["Door:", "het eerste;", "het tweede"]),
        ("In 2025 bedraagt het 2,84 miljard. Goed", ["In 2025 bedraagt het 2,84 miljard.", "Goed"]),
        (
            "Er heißt „Gezielt. Sicher.“. Gut so. Er ist »Neu. Gut« genannt. Ja.",
            ["Er heißt „Gezielt. Sicher.“.", "Gut so.", "Er ist »Neu. Gut« genannt.", "Ja."],
        ),
        ("Een noot.[^1] Nog een.¹ Klaar.", ["Een noot.[^1]", "Nog een.¹", "Klaar."]),
        ("  ", []),
    ],
)
def test_sentences_are_found(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_quotation_that_is_never_closed_does_not_swallow_the_text() -> None:
    text = "Een “begin. " + "Dit is een zin van woorden. " * 50

    assert len(sentences(text)) > 25
