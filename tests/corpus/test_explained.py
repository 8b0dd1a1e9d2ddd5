import pytest

from corpus import explained


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        (
            "via Multidisciplinaire Onderzoeksteams (MOTEM's) en",
            "MOTEM",
            "Multidisciplinaire Onderzoeksteams",
        ),
        (
            "het Centrum voor Cybersecurity België (CCB) zal",
            "CCB",
            "Centrum voor Cybersecurity België",
        ),
        ("le Centre de crise national (CCN)", "CCN", "Centre de crise national"),
        ("die Vereinigung der Städte (VDS)", "VDS", "Vereinigung der Städte"),
        (
            "the Most Threatening Networks and individuals (MTNI)",
            "MTNI",
            "Most Threatening Networks and individuals",
        ),
    ],
)
def test_abbreviation_is_known_by_its_explanation(text: str, short: str, meaning: str) -> None:
    found = [(short, text[start:end]) for short, start, end in explained(text)]

    assert found == [(short, meaning)]


@pytest.mark.parametrize(
    "text",
    ["(GDPR)", "in Brussel (Vlaanderen)", "twee diensten (o.a. FOD)", "water en vuur (XYZ)", ""],
)
def test_what_is_not_explained_is_none(text: str) -> None:
    assert list(explained(text)) == []
