"""From a conversation in OpenAI's form to the question that is asked."""

from pydantic import ValidationError

from assistant import MAX_HISTORY_TURNS
from ui.http.bodies import AskBody
from ui.http.fields import field_problems, sentence
from ui.http.questions import FieldError
from ui.openai_api.bodies import CompletionBody, MessageBody
from ui.openai_api.sources import without_sources

_SPOKEN = ("user", "assistant")


def ask_body(body: CompletionBody) -> AskBody:
    """Return what a conversation asks: the last message of the user, the others its history.

    System messages ask nothing, and instructions for a language model mean nothing to the texts.
    Clients send a conversation from its beginning; of a long one the latest turns count.

    Raises:
        FieldError: There is no message of the user, or it is too long or empty.
    """
    spoken = [message for message in body.messages if message.role in _SPOKEN]
    while spoken and spoken[-1].role != "user":
        spoken.pop()
    if not spoken:
        raise FieldError(
            "messages",
            "There is no message of the user.",
            "Send the question as the last message, with the role user.",
        )
    *earlier, question = spoken
    fields = {
        "question": _text(question),
        "history": [{"role": m.role, "content": _said(m)} for m in earlier][-MAX_HISTORY_TURNS:],
        "language": body.language,
        "filters": body.filters,
    }
    try:
        return AskBody.model_validate(fields)
    except ValidationError as error:
        off = sentence(field_problems(error.errors()))
        raise FieldError(
            "messages", f"The last message of the user is off ({off}).", "Ask one short question."
        ) from error


def _said(message: MessageBody) -> str:
    return _text(message) if message.role == "user" else without_sources(_text(message))


def _text(message: MessageBody) -> str:
    if isinstance(message.content, str):
        return message.content
    return "\n".join(part.text for part in message.content or () if part.type == "text")
