from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest

from corpus.readers import extract
from tests.ui.chat.saving.conftest import URL, talk
from ui.chat.saving.word import conversation_as_word

DAY = date(2026, 11, 27)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def saved(text: str) -> bytes:
    return conversation_as_word(talk(text), "nl", DAY)


def part(file: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(ZipFile(BytesIO(file)).read(f"word/{name}.xml"))


def notes(file: bytes) -> dict[str, str]:
    return {
        note.attrib[f"{W}id"]: "".join(note.itertext())
        for note in part(file, "footnotes").iter(f"{W}footnote")
    }


def test_questions_are_headings_when_a_conversation_is_saved() -> None:
    document = docx.Document(BytesIO(saved("Wat is dit?")))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["Wat is dit?", "Wat is dit?"]
    assert "Bewaard op 27 november 2026." in document.paragraphs[1].text
    assert document.core_properties.author == "Planwijzer"


def test_references_are_footnotes_when_statements_cite() -> None:
    file = saved("Zo.")
    marks = [m.attrib[f"{W}id"] for m in part(file, "document").iter(f"{W}footnoteReference")]
    assert marks == ["1", "2", "3"]
    assert notes(file) == {
        "-1": "",
        "0": "",
        "1": f" Regering, Zo., {URL} (geraadpleegd).",
        "2": f" “Zo.” Regering, Zo., {URL} (geraadpleegd).",
        "3": f" Regering, Zo., {URL} (geraadpleegd).",
    }


def test_word_finds_the_notes_when_it_opens_the_file() -> None:
    archive = ZipFile(BytesIO(saved("Zo.")))
    types = archive.read("[Content_Types].xml").decode()
    links = archive.read("word/_rels/document.xml.rels").decode()
    assert "/word/footnotes.xml" in types
    assert "relationships/footnotes" in links
    styles = archive.read("word/styles.xml").decode()
    assert 'w:val="footnote reference"' in styles
    assert 'w:val="footnote text"' in styles


def test_mark_stands_behind_its_statement_when_another_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gesprek.docx"
    path.write_bytes(saved("Zo is het."))
    text = extract(path).text
    assert "Zo is het.¹,²" in text
    assert "\n¹ Regering, Zo is het." in text


def test_translation_says_what_it_is_when_it_is_saved() -> None:
    document = docx.Document(BytesIO(saved("Zo.")))
    assert "(traduction de travail, non officielle: Zo.)" in [p.text for p in document.paragraphs]


def test_question_without_reply_is_left_out_when_it_is_still_asked() -> None:
    text = "\n".join(p.text for p in docx.Document(BytesIO(saved("Zo."))).paragraphs)
    assert "Nog bezig" not in text


def test_words_stay_words_when_they_look_like_markup(hostile: str) -> None:
    file = saved(hostile)
    document, footnotes = part(file, "document"), part(file, "footnotes")
    assert list(document.iter(f"{W}instrText")) == list(footnotes.iter(f"{W}instrText")) == []
    said = "".join(docx.Document(BytesIO(file)).paragraphs[2].text.split())
    assert said == "".join(c for c in hostile if c.isprintable()).replace(" ", "")


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_title_speaks_the_visitors_language_when_it_is_saved(language: str) -> None:
    titles = {
        code: docx.Document(BytesIO(conversation_as_word((), code, DAY))).paragraphs[0].text
        for code in ("nl", "fr", "de", "en")
    }
    assert len(set(titles.values())) == 4
    assert "Planwijzer" in titles[language]
