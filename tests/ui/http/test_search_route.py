"""POST /api/v1/search finds passages as the contract says."""

import pytest


def search(client, **fields):
    response = client.post("/api/v1/search", json={"query": "drugs", **fields})
    assert response.status_code == 200, response.text
    return response.json()


def test_every_contract_field_is_there_when_something_is_found(client):
    reply = search(client)

    assert set(reply) == {"query", "results", "timings_ms"}
    assert reply["query"] == "drugs"
    assert reply["timings_ms"] == {"retrieve": 1.0, "total": 2.0}
    assert [hit["rank"] for hit in reply["results"]] == list(range(1, 11))


@pytest.mark.parametrize("top_k", [1, 50])
def test_number_of_results_is_what_was_asked_when_there_are_enough(client, top_k):
    assert len(search(client, top_k=top_k)["results"]) == top_k


@pytest.mark.parametrize(("query", "word"), [("drugs", "paragraph"), ("économie", "alinéa")])
def test_label_is_in_the_language_of_the_query_when_found(client, query, word):
    assert word in search(client, query=query)["results"][0]["label"]


def test_no_result_is_no_error_when_the_filters_admit_nothing(client):
    assert search(client, top_k=1, filters={"themes": ["99"]})["results"] == []
