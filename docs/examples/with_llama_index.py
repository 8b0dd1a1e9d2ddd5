"""Planwijzer inside a LlamaIndex application: search as a retriever, answers as an engine."""

import sys

from llama_index.core.tools import QueryEngineTool

from assistant import Settings, open_assistant
from assistant.llama_index import PlanwijzerQueryEngine, PlanwijzerRetriever

question = " ".join(sys.argv[1:]) or "Wat betekent ZSG?"
assistant = open_assistant(Settings.load())

for node in PlanwijzerRetriever(assistant, top_k=3).retrieve(question):
    print(f"{node.score:.2f}  {node.metadata['label']}")

plan = QueryEngineTool.from_defaults(
    PlanwijzerQueryEngine(assistant),
    name="national_security_plan",
    description="What Belgium's National Security Plan says, with citations.",
)
print(plan.call(question).content)
