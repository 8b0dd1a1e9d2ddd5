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


def foreign_questions(files: Sequence[Path]) -> list[str]:
    """Return the questions of files in SQuAD's form."""
    return [
        str(question["question"])
        for file in files
        for article in json.loads(file.read_text("utf-8"))["data"]
        for paragraph in article["paragraphs"]
        for question in paragraph["qas"]
    ]
