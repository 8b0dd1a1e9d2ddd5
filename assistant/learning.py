"""What there is to learn from a question: what the answerability of its kind is judged by."""

from collections.abc import Mapping

from assistant.assistant import Assistant
from assistant.follow_up_judge import clues
from assistant.networks import Floats, networks_of
from assistant.question import Question
from assistant.signals import inputs, signals
from index.embedder import Asked
from index.search import Unseen

_LOOKED_AT = 8


def learn_from(assistant: Assistant, question: str, asked: Asked) -> Floats:
    """Return what the answerability of a question is judged by, shape (inputs,).

    Args:
        assistant: What searches.
        question: A question to learn from; the search must not know it already.
        asked: What it becomes, one row, where nothing was learnt from it.
    """
    understood = assistant.understand(Question(text=question))
    unseen = Unseen(question=question, asked=asked)
    found = assistant.searcher.search(understood.query, top_k=_LOOKED_AT, unseen=unseen)
    return inputs(found.vector, found.nearest, signals(found, understood.asked))


def learn_from_follow_up(assistant: Assistant, question: Question) -> Mapping[str, float] | None:
    """Return what the answerability of a follow-up is judged by, by name.

    None where it has one reading only, or nothing is found for it, or nothing was learnt yet of
    questions that stand alone.

    Args:
        assistant: What searches.
        question: A question with its history.
    """
    understood = assistant.understand(question)
    found = assistant.searcher.search(understood.query, top_k=question.top_k)
    networks = networks_of(found.embedder)
    if not found.readings or networks is None:
        return None
    return clues(found, understood.asked, networks)
