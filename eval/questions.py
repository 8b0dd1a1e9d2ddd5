"""Question sets: what is asked, and the verbatim text that answers it.

A set is a folder of JSON-lines files, UTF-8, one object a line: `answerable.jsonl`,
`unanswerable.jsonl`, `conversations.jsonl`, `lookups.jsonl`, `hostile.jsonl`. A folder may lack
some of them.
Evidence is a verbatim substring of the source, so re-splitting the source never breaks a set.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import (
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    with_config,
)

from assistant import PlanwijzerError

Language = Literal["nl", "fr", "en", "de"]
AnswerableType = Literal[
    "fact",
    "number",
    "list",
    "definition",
    "abbreviation",
    "footnote",
    "paraphrase",
    "crossref",
    "compare",
    "multi",
]
UnanswerableType = Literal[
    "near_miss",
    "false_premise",
    "out_of_scope",
    "other_document",
    "operational",
    "personal",
    "future",
    "numeric_absent",
]
LookupKind = Literal[
    "verbatim_fragment",
    "section_number",
    "footnote",
    "legal_ref",
    "abbreviation",
    "heading",
    "misquote",
]
Half = Literal["dev", "test"]


def _listed(value: object) -> object:
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
# One string stands for a list of one.
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]
Groups = tuple[Annotated[tuple[Text, ...], BeforeValidator(_listed)], ...]

_STRICT = ConfigDict(strict=True)
_CORRECT = "Correct the lines named, then run it again."


class QuestionSetError(PlanwijzerError):
    """A question set cannot be read as it was written; the message names each file and line."""


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Answerable:
    """A question the source answers.

    Attributes:
        evidence: Verbatim substrings of the source that answer it.
        all_needed: True when every evidence is needed; false when any one suffices.
        answer_must_contain: Groups of alternatives; a right answer, or one of its quotes, holds
            an alternative of every group.
        section: Where the evidence stands, for the reader of the set.
        note: What makes the question hard, for the reader of the set.
    """

    id: Text
    lang: Language
    type: AnswerableType
    question: Text
    evidence: Texts
    all_needed: bool
    answer_must_contain: Groups
    section: str = ""
    note: str = ""


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswerable:
    """A question the source does not answer; right is the status `not_in_corpus`.

    Attributes:
        why: What the source does say, and what it leaves out.
        nearest_evidence: Verbatim substrings that come nearest; empty when none does.
    """

    id: Text
    lang: Language
    type: UnanswerableType
    question: Text
    why: str = ""
    nearest_evidence: Texts = ()


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing a user says in a conversation, and what answers it (any one evidence suffices)."""

    user: Text
    lang: Language
    evidence: Texts
    answer_must_contain: Groups
    answerable: bool


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Turns that lean on the ones before them."""

    id: Text
    lang: Language
    turns: tuple[Turn, ...]


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """A search for a place in the source; any one evidence suffices."""

    id: Text
    query: Text
    evidence: Texts
    kind: LookupKind


@with_config(_STRICT)
@dataclass(frozen=True, slots=True, kw_only=True)
class Hostile:
    """An input that wants the assistant to say what it must not.

    Attributes:
        attack: What sort of attack it is, for the reader of the set.
        must_not_contain: What an answer that gave in would contain.
    """

    id: Text
    lang: Language
    question: Text
    attack: str = ""
    must_not_contain: Texts = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSets:
    """What one folder asks, each kind in the order of its file."""

    answerable: tuple[Answerable, ...]
    unanswerable: tuple[Unanswerable, ...]
    conversations: tuple[Conversation, ...]
    lookups: tuple[Lookup, ...]
    hostile: tuple[Hostile, ...] = ()

    def some(self, most: int) -> "QuestionSets":
        """Return at most so many of each kind, spread evenly."""
        return QuestionSets(
            answerable=_spread(self.answerable, most),
            unanswerable=_spread(self.unanswerable, most),
            conversations=_spread(self.conversations, most),
            lookups=_spread(self.lookups, most),
            hostile=_spread(self.hostile, most),
        )


def load(folder: Path) -> QuestionSets:
    """Return the question sets of a folder.

    Raises:
        QuestionSetError: the folder holds none of the five files, or lines of them are not of
            their form; the message names every such file and line.
    """
    wrong: list[str] = []
    sets = QuestionSets(
        answerable=_read(folder / "answerable.jsonl", TypeAdapter(Answerable), wrong),
        unanswerable=_read(folder / "unanswerable.jsonl", TypeAdapter(Unanswerable), wrong),
        conversations=_read(folder / "conversations.jsonl", TypeAdapter(Conversation), wrong),
        lookups=_read(folder / "lookups.jsonl", TypeAdapter(Lookup), wrong),
        hostile=_read(folder / "hostile.jsonl", TypeAdapter(Hostile), wrong),
    )
    if wrong:
        raise QuestionSetError("\n".join(wrong), _CORRECT)
    if sets == QuestionSets(answerable=(), unanswerable=(), conversations=(), lookups=()):
        raise QuestionSetError(
            f"{folder} holds no questions.",
            "Name a folder with answerable.jsonl, unanswerable.jsonl, conversations.jsonl, "
            "lookups.jsonl or hostile.jsonl.",
        )
    return sets


def half_of(question_id: str) -> Half:
    """Return the half a shipped question belongs to, whatever other questions there are.

    An even SHA-256 of the id means dev, an odd one means test: the id alone decides, so a set
    can grow without a question ever crossing over.
    """
    return "test" if hashlib.sha256(question_id.encode()).digest()[-1] % 2 else "dev"


_Form = TypeVar("_Form")


def read_lines(path: Path, form: TypeAdapter[_Form]) -> tuple[_Form, ...]:
    """Return what the lines of one file say; nothing when there is no file.

    Raises:
        QuestionSetError: Lines are not of their form; the message names each.
    """
    wrong: list[str] = []
    read = _read(path, form, wrong)
    if wrong:
        raise QuestionSetError("\n".join(wrong), _CORRECT)
    return read


def _read(path: Path, form: TypeAdapter[_Form], wrong: list[str]) -> tuple[_Form, ...]:
    if not path.is_file():
        return ()
    read: list[_Form] = []
    try:
        for number, line in _lines(path):
            try:
                read.append(form.validate_json(line))
            except ValidationError as error:
                wrong.extend(f"{path}:{number}: {problem}" for problem in _problems(error))
    except UnicodeDecodeError as error:
        wrong.append(f"{path}: not UTF-8 (byte {error.start})")
    return tuple(read)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    # Only "\n" ends a line: JSON strings may hold U+2028, where str.splitlines would cut.
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if line.strip():
            yield number, line


def _problems(error: ValidationError) -> Iterator[str]:
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        field = ".".join(str(part) for part in detail["loc"])
        yield f"{field}: {detail['msg']}" if field else detail["msg"]


def _spread(every: tuple[_Form, ...], most: int) -> tuple[_Form, ...]:
    step = max(1, -(-len(every) // most))
    return every[::step]
