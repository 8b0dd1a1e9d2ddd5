"""The seam to LlamaIndex, used the way one of its applications uses it."""

import subprocess
import sys
import warnings
from pathlib import Path

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


@pytest.mark.real
def test_example_of_the_guide_runs() -> None:
    example = Path(__file__).parents[2] / "docs" / "examples" / "with_llama_index.py"

    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(example), "Wat betekent ZSG?"],
        capture_output=True,
        text=True,
        timeout=300,
    )

    assert done.returncode == 0, done.stderr
    assert "NVP 2026-2029" in done.stdout
    assert "Zorgcentrum na Seksueel Geweld" in done.stdout
    assert "[1]" in done.stdout
