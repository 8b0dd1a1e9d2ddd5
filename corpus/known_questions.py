"""Questions known to be answered, or not answered, by a passage: a side-car like the versions.

`questions.jsonl` beside a manifest, one object a line: `address`, `of` (the beginning of the
SHA-256 of the passage's text), `lang`, `text`, and `answered`: true where the passage answers the
question, false where it is about the same subject and the document does not answer it. They are
written for the index, by people who read the document; a line whose passage changed is left out.
"""

from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.document import KnownQuestion, ReadDocument
from corpus.errors import CorpusError
from corpus.versions import original_digest

FILE = "questions.jsonl"


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    address: str = Field(min_length=1)
    of: str = Field(min_length=1)
    lang: str = Field(pattern=r"^(nl|fr|de|en)$")
    answered: bool
    text: str = Field(min_length=1)


def with_known_questions(read: ReadDocument, folder: Path) -> ReadDocument:
    """Return a document with the known questions that its folder holds.

    Raises:
        CorpusError: The file is damaged.
    """
    path = folder / FILE
    if not path.is_file():
        return read
    texts = {p.address: original_digest(p.text) for p in read.passages}
    questions = tuple(
        KnownQuestion(
            address=line.address, language=line.lang, text=line.text, answered=line.answered
        )
        for line in _lines(path)
        if texts.get(line.address) == line.of
    )
    return replace(read, questions=questions)


def _lines(path: Path) -> list[_Line]:
    try:
        lines = path.read_text("utf-8").split("\n")
        return [_Line.model_validate_json(line) for line in lines if line.strip()]
    except (ValidationError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"The known questions {path.parent.name}/{FILE} are damaged.",
            "Restore the file, or remove it to go without them.",
        ) from error
