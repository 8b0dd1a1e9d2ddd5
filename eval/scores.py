"""All measures over one question set, asked of one assistant."""

import statistics
from collections.abc import Callable, Iterator

from assistant import Answer, Assistant, Question, Role, Turn
from eval.metrics import (
    PlacedQuote,
    answer_correct,
    false_refusal,
    follow_up_accuracy,
    hit_at_k,
    quote_validity,
    recall_within_words,
    reciprocal_rank,
    refusal_recall,
    turn_is_right,
)
from eval.questions import Answerable, Conversation, QuestionSets, Unanswerable

_DEPTH = 10

Values = dict[str, float]
"""Each measure's value, in [0, 1] unless its name says otherwise."""

Done = Callable[[], None]
"""Called after each question, so that a bar can advance."""


def score(assistant: Assistant, sets: QuestionSets, done: Done) -> Values:
    """Ask every question of the sets and return the measures that apply to them."""
    answered = [_ask(assistant, q.question, done) for q in sets.answerable]
    refused = [_ask(assistant, q.question, done) for q in sets.unanswerable]
    dialogues = [tuple(_converse(assistant, c, done)) for c in sets.conversations]
    everything = [*answered, *refused, *(a for turns in dialogues for a in turns)]
    return {
        **_mean(list(_retrieval(assistant, sets, done))),
        **_correctness(sets.answerable, answered),
        **_refusals(sets.unanswerable, refused),
        **_follow_ups(sets.conversations, dialogues),
        **_honesty(assistant, everything),
    }


def count(sets: QuestionSets) -> int:
    """Return how often `score` calls `done`."""
    turns = sum(len(c.turns) for c in sets.conversations)
    return 2 * len(sets.answerable) + len(sets.unanswerable) + turns + len(sets.lookups)


def _ask(assistant: Assistant, text: str, done: Done, history: tuple[Turn, ...] = ()) -> Answer:
    answer = assistant.answer(Question(text=text, history=history))
    done()
    return answer


def _converse(assistant: Assistant, conversation: Conversation, done: Done) -> Iterator[Answer]:
    history: tuple[Turn, ...] = ()
    for turn in conversation.turns:
        answer = _ask(assistant, turn.user, done, history)
        history += (
            Turn(role=Role.USER, content=turn.user),
            Turn(role=Role.ASSISTANT, content=answer.markdown),
        )
        yield answer


def _retrieval(assistant: Assistant, sets: QuestionSets, done: Done) -> Iterator[tuple[str, float]]:
    for question in sets.answerable:
        found = _texts(assistant, question.question)
        evidence, all_needed = question.evidence, question.all_needed
        at_five = hit_at_k(found, evidence, all_needed=all_needed, k=5)
        yield "hit@1", hit_at_k(found, evidence, all_needed=all_needed, k=1)
        yield "hit@5", at_five
        yield f"hit@5 {question.lang}", at_five
        yield "MRR@10", reciprocal_rank(found, evidence, depth=_DEPTH)
        yield (
            "recall within 600 words",
            recall_within_words(found, evidence, all_needed=all_needed),
        )
        done()
    for lookup in sets.lookups:
        found = _texts(assistant, lookup.query)
        yield "look-ups at rank 1", hit_at_k(found, lookup.evidence, all_needed=False, k=1)
        done()


def _texts(assistant: Assistant, query: str) -> list[str]:
    return [hit.passage.text for hit in assistant.search(query, top_k=_DEPTH).hits]


def _mean(columns: list[tuple[str, float]]) -> Values:
    names = dict.fromkeys(name for name, _ in columns)
    return {n: statistics.fmean(value for name, value in columns if name == n) for n in names}


def _correctness(questions: tuple[Answerable, ...], answers: list[Answer]) -> Values:
    if not questions:
        return {}
    right = [
        answer_correct(a.status, a.markdown, [c.quote for c in a.citations], q.answer_must_contain)
        for q, a in zip(questions, answers, strict=True)
    ]
    return {
        "answer correct": statistics.fmean(right),
        "answerable refused": false_refusal([a.status for a in answers]),
        "median answer, words": statistics.median(len(a.markdown.split()) for a in answers),
    }


def _refusals(questions: tuple[Unanswerable, ...], answers: list[Answer]) -> Values:
    if not questions:
        return {}
    return {"unanswerable refused": refusal_recall([a.status for a in answers])}


def _follow_ups(
    conversations: tuple[Conversation, ...], dialogues: list[tuple[Answer, ...]]
) -> Values:
    if not conversations:
        return {}
    right = [
        [
            turn_is_right(
                answerable=turn.answerable,
                status=answer.status,
                answer=answer.markdown,
                quotes=[c.quote for c in answer.citations],
                must_contain=turn.answer_must_contain,
            )
            for turn, answer in zip(conversation.turns, answers, strict=True)
        ]
        for conversation, answers in zip(conversations, dialogues, strict=True)
    ]
    return {"follow-up accuracy": follow_up_accuracy(right)}


def _honesty(assistant: Assistant, answers: list[Answer]) -> Values:
    placed = [
        PlacedQuote(
            c.quote, assistant.document(c.passage.document).source, c.char_start, c.char_end
        )
        for answer in answers
        for c in answer.citations
    ]
    statements = sum(a.faithfulness.statements for a in answers)
    supported = sum(a.faithfulness.supported for a in answers)
    return {
        "quote validity": quote_validity(placed),
        "faithfulness": supported / statements if statements else 1.0,
    }
