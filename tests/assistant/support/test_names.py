from assistant.support.names import missing_names, unquoted_capitals


def test_abbreviation_is_missing_when_no_quote_has_it() -> None:
    assert missing_names("La TVA et les MOTEM", ["de btw-fraude"]) == {"MOTEM"}


def test_abbreviation_is_there_when_its_body_is_named_in_full() -> None:
    quote = "het Coördinatieorgaan voor de Dreigingsanalyse waarschuwt"

    assert not missing_names("L'OCAM avertit", [quote])


def test_place_is_there_when_it_has_another_name_in_the_quote() -> None:
    assert not missing_names("vers le Royaume-Uni", ["naar het Verenigd Koninkrijk"])


def test_place_is_missing_when_the_quote_names_none() -> None:
    assert missing_names("zuerst in Lüttich", ["naar andere strategische steden"]) == {"Luik"}


def test_two_letters_are_no_abbreviation_when_the_quote_has_the_word() -> None:
    assert missing_names("the IT service", ["it serves"]) == {"IT"}


def test_capital_is_named_when_no_quote_of_the_language_has_the_word() -> None:
    assert unquoted_capitals("volgens de Nobelprijs", ["volgens de douane"], "nl") == {"Nobelprijs"}


def test_capital_tells_nothing_when_it_opens_a_sentence_or_is_german() -> None:
    assert not unquoted_capitals("Prijzen stijgen. Banken ook", ["niets"], "nl")
    assert not unquoted_capitals("die Zahl der Banken", ["nichts"], "de")


def test_capital_tells_nothing_when_there_is_no_quote_of_the_language() -> None:
    assert not unquoted_capitals("selon le Nobel", [], "fr")
