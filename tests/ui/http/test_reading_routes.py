"""The routes that read the corpus."""

import pytest


def sections_of(tree):
    for section in tree:
        yield section
        yield from sections_of(section["sections"])


def test_documents_are_listed_when_asked(client, standin):
    reply = client.get("/api/v1/documents").json()

    document, note = reply["documents"]
    assert note["status"] == "context note"
    assert document["id"] == "nvp-2026-2029"
    assert document["passages"] == len(standin.documents[0].passages)
    assert document["url"] == "https://plan.example.be/plan/nvp-2026-2029"


def test_tree_has_every_section_under_its_parent_when_a_document_is_read(client, standin):
    reply = client.get("/api/v1/documents/nvp-2026-2029").json()

    tree = list(sections_of(reply["sections"]))
    expected = standin.documents[0].sections
    assert sorted(s["address"] for s in tree) == sorted(s.address for s in expected)
    parents = {c["address"]: s["address"] for s in tree for c in s["sections"]}
    assert all(parents.get(s.address) == s.parent for s in expected)


def test_every_passage_can_be_read_when_asked_by_its_id(client, standin):
    for passage in standin.documents[0].passages:
        response = client.get(f"/api/v1/passages/{passage.id}")

        assert response.status_code == 200
        assert response.json()["text"] == passage.text


def test_neighbours_come_along_when_a_passage_is_read(client, standin):
    first, second, third = standin.documents[0].passages[:3]

    reply = client.get(f"/api/v1/passages/{second.id}").json()

    assert reply["previous"]["passage_id"] == first.id
    assert reply["next"]["passage_id"] == third.id


@pytest.mark.parametrize(("index", "side"), [(0, "previous"), (-1, "next")])
def test_neighbour_is_null_when_the_passage_is_at_the_edge(client, standin, index, side):
    passage = standin.documents[0].passages[index]

    assert client.get(f"/api/v1/passages/{passage.id}").json()[side] is None


@pytest.mark.parametrize(("query", "word"), [("", "alinea"), ("?language=en", "paragraph")])
def test_label_is_in_the_language_asked_when_a_passage_is_read(client, standin, query, word):
    passage = standin.documents[0].passages[0]

    assert word in client.get(f"/api/v1/passages/{passage.id}{query}").json()["label"]


def test_422_when_a_passage_is_asked_in_another_language(client, standin):
    passage = standin.documents[0].passages[0]

    response = client.get(f"/api/v1/passages/{passage.id}?language=es")

    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "language"
