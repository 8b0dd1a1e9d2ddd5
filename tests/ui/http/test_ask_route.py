"""POST /api/v1/ask answers as the contract says."""

import pytest

from assistant import Audience, Role, Status

ASK = "/api/v1/ask"


def ask(client, **fields):
    response = client.post(ASK, json={"question": "What is it?", **fields})
    assert response.status_code == 200, response.text
    return response.json()


def test_every_contract_field_is_there_when_answered(client):
    reply = ask(client)

    assert set(reply) >= {
        "id",
        "status",
        "reason",
        "question",
        "language",
        "answer",
        "citations",
        "nearest",
        "passages",
        "generator",
        "faithfulness",
        "timings_ms",
    }
    assert reply["status"] == "answered"
    assert reply["reason"] is None
    assert reply["nearest"] == []
    assert reply["timings_ms"] == {
        "understand": 1.0,
        "retrieve": 2.0,
        "answer": 3.0,
        "total": 6.0,
    }
    assert reply["faithfulness"] == {"statements": 1, "supported": 1, "removed": 0}


def test_citation_points_into_the_source_when_answered(client, standin):
    [citation] = ask(client)["citations"]

    source = standin.document(citation["document"]["id"]).source
    assert source[citation["char_start"] : citation["char_end"]] == citation["quote"]
    assert "".join(source[a:b] for a, b in citation["spans"]) == citation["quote"]
    assert citation["number"] == 1
    assert citation["version"] == {
        "language": "en",
        "text": "National Security Plan 2026 – 2029",
        "standing": "working_translation",
    }
    assert citation["url"] == (
        "https://plan.example.be/plan/nvp-2026-2029"
        f"?from={citation['char_start']}&to={citation['char_end']}#{citation['address']}"
    )


def test_every_marker_has_a_citation_when_answered(client):
    reply = ask(client)

    assert "[1]" in reply["answer"]
    assert [c["number"] for c in reply["citations"]] == [1]


def test_nearest_passages_are_offered_when_refused(client):
    reply = ask(client, question="Will the weather hold?")

    assert reply["status"] == Status.NOT_IN_CORPUS
    assert reply["reason"] == "out_of_scope"
    assert reply["citations"] == []
    assert len(reply["nearest"]) == 3


def test_passages_carry_place_and_score_when_answered(client):
    first, second = ask(client, top_k=2)["passages"]

    assert set(first) >= {
        "passage_id",
        "document",
        "text",
        "kind",
        "address",
        "label",
        "section_path",
        "audience",
        "page",
        "url",
        "score",
        "rank",
        "version",
        "theme",
    }
    assert (first["rank"], second["rank"]) == (1, 2)
    assert first["score"] > second["score"]


@pytest.mark.parametrize(("language", "word"), [("fr", "alinéa"), ("de", "Absatz")])
def test_label_is_in_the_answers_language_when_one_is_chosen(client, language, word):
    [citation] = ask(client, language=language)["citations"]

    assert word in citation["label"]


def test_assistant_gets_every_field_when_all_are_given(client, standin):
    ask(
        client,
        history=[
            {"role": "user", "content": "Earlier\x07 words"},
            {"role": "assistant", "content": ""},
        ],
        filters={
            "documents": ["nvp-2026-2029"],
            "themes": [1, "1.3", 6.1, 2.0],
            "audience": "local",
        },
        top_k=3,
        language="nl",
    )

    [question] = standin.questions
    assert question.filters.documents == {"nvp-2026-2029"}
    assert question.filters.themes == {"1", "1.3", "6.1", "2"}
    assert question.filters.audience is Audience.LOCAL
    assert question.top_k == 3
    assert question.language == "nl"
    [turn] = question.history
    assert (turn.role, turn.content) == (Role.USER, "Earlier  words")


def test_history_is_kept_whole_when_it_has_forty_turns(client, standin):
    ask(client, history=[{"role": "user", "content": str(n)} for n in range(40)])

    assert [turn.content for turn in standin.questions[0].history] == [str(n) for n in range(40)]


@pytest.mark.parametrize("generator", ["auto", "extractive"])
def test_answer_is_extractive_when_no_model_is_connected(client, generator):
    assert ask(client, generator=generator)["generator"] == "extractive"


def test_question_is_trimmed_when_it_has_space_around(client):
    assert ask(client, question="  What?\n")["question"] == "What?"


def test_question_of_two_thousand_characters_is_taken_when_space_surrounds_it(client):
    assert ask(client, question=" " + "é" * 2000 + " ")["question"] == "é" * 2000
