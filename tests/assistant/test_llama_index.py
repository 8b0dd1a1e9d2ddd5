"""The seam to LlamaIndex, used the way one of its applications uses it."""

import warnings

import pytest

from assistant.assistant import Assistant

with warnings.catch_warnings():
    # LlamaIndex warns of its own dependencies at import.
    warnings.simplefilter("ignore")
    from assistant.llama_index import PlanwijzerQueryEngine, PlanwijzerRetriever

QUOTED = "versterkte screening tegen infiltratie en corruptie"


def test_retriever_gives_passages_with_their_place(assistant: Assistant) -> None:
    nodes = PlanwijzerRetriever(assistant, top_k=3).retrieve(QUOTED)

    assert len(nodes) == 3
    assert nodes[0].metadata["address"] == "2/8/4/5"
    assert nodes[0].metadata["label"].startswith("NVP 2026-2029, Hoofdstuk 2")


def test_engine_answers_with_the_cited_passages(assistant: Assistant) -> None:
    response = PlanwijzerQueryEngine(assistant).query(QUOTED)

    assert "[1]" in str(response)
    assert response.source_nodes[0].node.node_id == "nvp-2026-2029:2:8:4:5"


@pytest.mark.parametrize("question", ["Hoe laat gaat de bakker open?"])
def test_engine_cites_nothing_when_it_refuses(assistant: Assistant, question: str) -> None:
    response = PlanwijzerQueryEngine(assistant).query(question)

    assert response.source_nodes == []
