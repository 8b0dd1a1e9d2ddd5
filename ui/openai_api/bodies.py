"""What clients of OpenAI's protocol send; what has no meaning here is ignored, as they expect."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ui.http.bodies import FiltersBody
from ui.http.choices import LanguageChoice


class Lenient(BaseModel):
    """A body whose unknown fields are ignored: temperatures, seeds and the like."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class PartBody(Lenient):
    """A part of a message; only text is read."""

    type: str
    text: str = ""


class MessageBody(Lenient):
    """A message of the conversation, of the user, the assistant or somebody else."""

    role: str
    content: str | list[PartBody] | None = None


class StreamOptionsBody(Lenient):
    """What a stream is to hold besides the answer."""

    include_usage: bool | None = None


class ResponseFormatBody(Lenient):
    """The form of the answer, which is always text."""

    type: Literal["text"]


class CompletionBody(Lenient):
    """A conversation to be gone on with.

    What would change the meaning of the answer and cannot be had is refused, not ignored: several
    answers, calls of tools, an answer in JSON. `language` and `filters` are this server's own.
    """

    model: str
    messages: Annotated[list[MessageBody], Field(min_length=1)]
    stream: bool | None = None
    stream_options: StreamOptionsBody | None = None
    n: Literal[1] | None = None
    tool_choice: Literal["none", "auto"] | None = None
    response_format: ResponseFormatBody | None = None
    language: LanguageChoice = "auto"
    filters: FiltersBody = FiltersBody()
