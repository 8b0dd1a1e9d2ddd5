"""What is learnt from: questions about the shipped texts, and whether a passage answers them.

They are those that ship with a text (`corpus/texts/*/questions.jsonl`) and those kept here for
learning only (`eval/training/questions/*.jsonl`, one file a document, in the same form). Neither
was written with sight of the evaluation, and `python -m eval.check` finds what both ask.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant import ReadDocument

QUESTIONS = Path(__file__).with_name("questions")

Vectors = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """A question about a passage, and whether the passage answers it."""

    document: str
    address: str
    text: str
    answered: bool


def material(documents: Iterable[ReadDocument]) -> list[Learnt]:
    """Return all questions to learn from, each text once, in a stable order."""
    found: dict[str, Learnt] = {}
    for read in documents:
        for question in read.questions:
            learnt = Learnt(
                document=read.document.id,
                address=question.address,
                text=question.text,
                answered=question.answered,
            )
            found.setdefault(learnt.text, learnt)
    for learnt in written():
        found.setdefault(learnt.text, learnt)
    return list(found.values())


def written() -> Iterator[Learnt]:
    """Yield the questions kept for learning only."""
    for file in sorted(QUESTIONS.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            yield Learnt(
                document=file.stem,
                address=row["address"],
                text=row["text"],
                answered=row["answered"],
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """Paragraphs of other texts and questions about them.

    The same paragraph in several languages has one number: `numbers` has one for each of
    `paragraphs`, and `questions` are pairs of a text and the number of what answers it.
    """

    paragraphs: tuple[str, ...]
    numbers: Ids
    questions: tuple[tuple[str, int], ...]


def foreign(files: Sequence[Path]) -> Foreign:
    """Return what files in SQuAD's form hold; they are translations of each other."""
    paragraphs: list[str] = []
    numbers: list[int] = []
    questions: list[tuple[str, int]] = []
    for file in files:
        articles = json.loads(file.read_text("utf-8"))["data"]
        of_file = [paragraph for article in articles for paragraph in article["paragraphs"]]
        for number, paragraph in enumerate(of_file):
            paragraphs.append(str(paragraph["context"]))
            numbers.append(number)
            questions += [(str(asked["question"]), number) for asked in paragraph["qas"]]
    return Foreign(
        paragraphs=tuple(paragraphs),
        numbers=np.array(numbers, dtype=np.int64),
        questions=tuple(questions),
    )
