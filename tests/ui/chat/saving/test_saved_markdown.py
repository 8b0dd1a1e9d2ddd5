from datetime import date

from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from tests.ui.chat.saving.conftest import URL, talk
from ui.chat.saving.markdown import conversation_as_markdown

DAY = date(2026, 11, 27)


def saved(text: str) -> str:
    return conversation_as_markdown(talk(text), "nl", DAY)


def page(text: str) -> BeautifulSoup:
    return BeautifulSoup(MarkdownIt("commonmark").render(saved(text)), "html.parser")


def test_questions_are_headings_when_a_conversation_is_saved() -> None:
    html = page("Wat is dit?")
    assert [h.text for h in html.find_all("h1")] == ["Gesprek met Planwijzer"]
    assert [h.text for h in html.find_all("h2")] == ["Wat is dit?", "Wat is dit?"]
    assert "Bewaard op 27 november 2026." in html.text


def test_every_mark_has_its_footnote_when_statements_cite() -> None:
    text = saved("Wat is dit?")
    assert "- Wat is dit?[^1][^2]\n" in text
    assert f"[^1]: Regering, Wat is dit?, <{URL}> (geraadpleegd)." in text
    assert f"[^2]: “Wat is dit?” Regering, Wat is dit?, <{URL}> (geraadpleegd)." in text
    assert "[^3]" not in text


def test_translation_says_what_it_is_when_it_is_saved() -> None:
    assert "  (traduction de travail, non officielle: Zo." in saved("Zo.")


def test_nearest_places_are_saved_when_there_is_no_answer() -> None:
    text = saved("Zo.")
    assert "**Geen antwoord in het plan**" in text
    assert f"- Regering, Zo., <{URL}> (geraadpleegd)." in text


def test_question_without_reply_is_left_out_when_it_is_still_asked() -> None:
    assert "Nog bezig" not in saved("Zo.")


def test_words_stay_words_when_they_look_like_markup(hostile: str) -> None:
    html = page(hostile)
    assert html.find_all(["img", "b", "code", "blockquote", "hr", "ol"]) == []
    assert {h.text for h in html.find_all("h1")} == {"Gesprek met Planwijzer"}
    assert {a["href"] for a in html.find_all("a")} == {URL}
