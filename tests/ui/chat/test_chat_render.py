from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assistant import Stage
from ui.chat import furniture, render
from ui.chat.conversation import Exchange, Reading, Reply, Said, Source
from ui.chat.talk import Notice

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    '"><svg onload=alert(1)>',
    "</article></div><iframe src=//evil.example>",
    "${alert(1)} {{#if}} {{{x}}} `${1}`",
    "W" * 1990,
]
ALLOWED = {
    *("div", "article", "h2", "h3", "span", "p", "em", "ul", "ol", "li", "a", "section"),
    *("details", "summary", "blockquote", "button", "form", "label", "input", "textarea"),
}


class Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data


def reading(text: str = "Une citation.", *, official: bool = False) -> Reading:
    return Reading(text=text, language="fr", official=official)


def source(
    number: int,
    text: str = "Een citaat.",
    *,
    verbatim: bool = False,
    read: Reading | None = None,
    document: str = "",
) -> Source:
    return Source(
        number=number,
        quote=text,
        language="nl",
        place=f"NVP, {text}",
        url="/plan/nvp?from=1&to=9&lang=fr#2/1",
        verbatim=verbatim,
        reference=f"Regering, {text}.",
        permalink="https://plan.example.be/plan/nvp?from=1&to=9#2/1",
        reading=read,
        document=document,
    )


def reply(text: str = "Dit is zo.", *, found: bool = True, understood: str | None = None) -> Reply:
    return Reply(
        id="a1",
        found=found,
        language="fr",
        statement_language="nl",
        introduction=text,
        understood=understood,
        statements=(Said(text=text, citations=(1, 7)),) if found else (),
        sources=(source(1, text),) if found else (),
        nearest=() if found else (source(1, text),),
        markdown=text,
    )


def translated(text: str, read: Reading) -> Reply:
    """A reply whose statement, source and nearest place all have a version."""
    return replace(
        reply(text),
        statements=(Said(text=text, citations=(1,), reading=read),),
        sources=(source(1, text, verbatim=True, read=read, document=text),),
        nearest=(source(1, text, read=read, document=text),),
    )


def shown(*exchanges: Exchange, with_thumbs: bool = False) -> Seen:
    return Seen(render.conversation(exchanges, "nl", with_thumbs=with_thumbs))


def tags(seen: Seen, name: str) -> list[dict[str, str]]:
    return [attrs for tag, attrs in seen.tags if tag == name]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("found", [True, False])
def test_words_stay_words_when_they_look_like_markup(text: str, found: bool) -> None:
    answer = reply(text, found=found, understood=text)
    seen = shown(Exchange(question=text, reply=answer), with_thumbs=True)
    assert {tag for tag, _ in seen.tags} <= ALLOWED
    assert all(not key.startswith("on") for _, attrs in seen.tags for key in attrs)
    assert {attrs["href"] for tag, attrs in seen.tags if tag == "a"} == {
        "/plan/nvp?from=1&to=9&lang=fr#2/1"
    }
    assert seen.text.count(text) >= 4


@pytest.mark.parametrize("text", HOSTILE)
def test_notice_stays_words_when_it_looks_like_markup(text: str) -> None:
    seen = Seen(render.notice(Notice(message=text, fix=text, detail=text), "nl"))
    assert {tag for tag, _ in seen.tags} == {"div", "strong", "p", "span"}
    assert seen.text.count(text) == 3


def test_citation_opens_beside_the_chat_when_it_is_followed() -> None:
    seen = shown(Exchange(question="x", reply=reply()))
    links = [attrs for tag, attrs in seen.tags if tag == "a"]
    assert links
    assert all(a["target"] == "_blank" and a["rel"] == "noopener" for a in links)


def test_quote_and_footnote_can_be_copied_when_a_source_is_shown() -> None:
    copies = tags(shown(Exchange(question="x", reply=reply('Een "citaat".'))), "button")
    assert [copy["data-copy"] for copy in copies] == ['Een "citaat".', 'Regering, Een "citaat"..']
    assert {copy["data-done"] for copy in copies} == {"Copié"}


def test_buttons_say_of_which_source_they_are_when_they_are_read_aloud() -> None:
    text = shown(Exchange(question="x", reply=reply())).text
    assert "Copier la citation [1]" in text
    assert "Copier la référence [1]" in text


def test_answer_can_be_judged_when_that_is_kept() -> None:
    exchange = Exchange(question='Wat "is" dit?', reply=reply())
    (form,) = tags(shown(exchange, with_thumbs=True), "form")
    assert (form["data-answer"], form["data-question"]) == ("a1", 'Wat "is" dit?')
    assert tags(shown(exchange), "form") == []


def test_question_is_not_sent_along_when_nobody_agreed() -> None:
    seen = shown(Exchange(question="x", reply=reply()), with_thumbs=True)
    (agreed,) = tags(seen, "input")
    assert agreed["type"] == "checkbox"
    assert "checked" not in agreed


def test_answer_cannot_be_judged_when_it_is_not_there_yet() -> None:
    assert tags(shown(Exchange(question="x"), with_thumbs=True), "form") == []


def test_citation_names_its_place_when_it_is_shown_as_a_number() -> None:
    seen = shown(Exchange(question="x", reply=reply()))
    chip = next(attrs for _, attrs in seen.tags if attrs.get("class") == "chip")
    assert chip["aria-label"] == "Source 1 : NVP, Dit is zo."


def test_number_without_source_is_left_out_when_a_statement_cites_it() -> None:
    seen = shown(Exchange(question="x", reply=reply()))
    assert "[1]" in seen.text
    assert "[7]" not in seen.text


def test_quote_is_folded_when_the_answer_already_shows_it() -> None:
    words_of = reply()
    folded = replace(words_of, sources=(source(1, verbatim=True),))
    assert "details" not in {tag for tag, _ in shown(Exchange(question="x", reply=words_of)).tags}
    assert "details" in {tag for tag, _ in shown(Exchange(question="x", reply=folded)).tags}


def test_quote_and_answer_say_their_language_when_these_differ() -> None:
    seen = shown(Exchange(question="x", reply=reply()))
    languages = {(tag, attrs["lang"]) for tag, attrs in seen.tags if "lang" in attrs}
    assert ("div", "fr") in languages
    assert ("blockquote", "nl") in languages


@pytest.mark.parametrize("text", HOSTILE)
def test_versions_and_titles_stay_words_when_they_look_like_markup(text: str) -> None:
    seen = shown(Exchange(question="x", reply=translated(text, reading(text))))
    assert {tag for tag, _ in seen.tags} <= ALLOWED
    assert all(not key.startswith("on") for _, attrs in seen.tags for key in attrs)
    assert seen.text.count(text) >= 8


@pytest.mark.parametrize(
    ("official", "said"),
    [(False, "traduction de travail, non officielle"), (True, "texte officiel")],
)
def test_version_says_what_it_is_worth_when_it_is_shown(official: bool, said: str) -> None:
    answer = translated("Een citaat.", reading(official=official))
    text = shown(Exchange(question="x", reply=answer)).text
    # In the statement, under the source's quote and under the nearest place's.
    assert text.count("Une citation.") == text.count(said) == 3
    other = "texte officiel" if not official else "traduction de travail"
    assert other not in text


def test_version_comes_before_its_original_when_a_statement_has_one() -> None:
    seen = shown(Exchange(question="x", reply=translated("Een citaat.", reading())))
    assert seen.text.index("Une citation.") < seen.text.index("Texte original (Nederlands) :")
    languages = [(tag, attrs["lang"]) for tag, attrs in seen.tags if "lang" in attrs]
    assert languages[:3] == [("div", "fr"), ("p", "fr"), ("span", "nl")]


def test_original_alone_is_shown_when_there_is_no_version() -> None:
    text = shown(Exchange(question="x", reply=reply())).text
    assert "Texte original" not in text
    assert "traduction" not in text


def test_document_is_named_when_it_is_one_of_several() -> None:
    named = replace(reply(), sources=(source(1, document="Kadernota"),))
    assert "Kadernota" in shown(Exchange(question="x", reply=named)).text


def test_nearest_places_are_offered_when_there_is_no_answer() -> None:
    seen = shown(Exchange(question="x", reply=reply("Niets gevonden.", found=False)))
    assert "Pas de réponse dans le plan" in seen.text
    assert "NVP, Niets gevonden." in seen.text


def test_understood_question_is_shown_when_it_differs() -> None:
    text = shown(Exchange(question="En lokaal?", reply=reply(understood="Drugs lokaal?"))).text
    assert "Compris comme : Drugs lokaal?" in text
    assert "Compris comme" not in shown(Exchange(question="x", reply=reply())).text


@pytest.mark.parametrize(
    ("stage", "said"),
    [(Stage.UNDERSTAND, "lees"), (Stage.RETRIEVE, "zoek"), (Stage.ANSWER, "stel")],
)
def test_stage_is_told_when_the_answer_is_not_there_yet(stage: Stage, said: str) -> None:
    assert f"Ik {said}" in shown(Exchange(question="x", stage=stage)).text


def test_pieces_stand_as_in_the_reply_when_an_answer_is_coming() -> None:
    told = "Dit staat er:\n\n- Een. [1]\n- Twee,\n  deux. [1][2]"
    seen = shown(Exchange(question="x", stage=Stage.ANSWER, told=told))
    assert "Dit staat er:Een. [1]Twee,\n  deux. [1][2]" in seen.text
    assert "- " not in seen.text
    assert len(tags(seen, "li")) == 2
    assert "Ik stel" in seen.text


@pytest.mark.parametrize("text", HOSTILE)
def test_pieces_stay_words_when_they_look_like_markup(text: str) -> None:
    seen = shown(Exchange(question="x", told=f"{text}\n\n- {text} [1]"))
    assert {tag for tag, _ in seen.tags} <= ALLOWED
    assert tags(seen, "a") == []
    assert seen.text.count(text) == 2


def test_nothing_is_shown_when_nothing_was_asked() -> None:
    assert render.conversation((), "nl") == ""
    assert render.notice(None, "nl") == ""


def test_plan_and_check_page_are_linked_when_the_plan_is_known() -> None:
    assert 'href="plan/nvp?lang=de"' in furniture.header("de", ["nvp"])
    assert 'href="check?lang=de"' in furniture.header("de", ["nvp"])
    assert "href" not in furniture.header("de", ())


def test_all_documents_are_linked_when_there_are_several() -> None:
    assert 'href="plan?lang=fr"' in furniture.header("fr", ["kiv", "nvp"])
    assert "Lire les documents" in furniture.header("fr", ["kiv", "nvp"])
