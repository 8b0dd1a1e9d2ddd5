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


def passages_found(assistant: Assistant, question: str, asked: Asked, most: int) -> tuple[int, ...]:
    """Return the numbers of the passages that a question to learn from finds, best first.

    Args:
        assistant: What searches; it must not know the question already.
        question: The question.
        asked: What it becomes, one row.
        most: How many passages to return at most.
    """
    understood = assistant.understand(Question(text=question))
    unseen = Unseen(question=question, asked=asked)
    hits = assistant.searcher.search(understood.query, top_k=most, unseen=unseen).hits
    numbers = (
        assistant.searcher.number_of(hit.passage.document, hit.passage.address) for hit in hits
    )
    return tuple(number for number in numbers if number is not None)


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
