"""The seam for language models: any OpenAI-compatible server, any other of LlamaIndex by name."""

import importlib
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import SecretStr

from assistant.bundled_llm import BUNDLED, serve
from assistant.hurried import hurried_client
from assistant.llm_error import LlmError
from assistant.patience import Patience
from assistant.settings import Settings

if TYPE_CHECKING:
    from llama_index.core.llms import ChatMessage

OPENAI_LIKE = "openai-like"
"""The provider that stands for every OpenAI-compatible server."""

_CONTEXT = 8_192
_MOST_TOKENS = 1_024
"""Of a reply; a model that does not know when to stop is stopped."""
_MOST_CHARACTERS = 16 * _MOST_TOKENS
"""Of a reply in pieces; a server that does not know when to stop is left."""
_REFUSED_FORM = (400, 422)


class Llm(Protocol):
    """Writes text when it is told what to do."""

    def write(self, instructions: str, text: str) -> str:
        """Return what the model makes of a text.

        Raises:
            LlmError: It cannot be reached or gives no answer.
        """


class LlamaIndexLlm:
    """A language model of LlamaIndex."""

    def __init__(self, model: Any, *, takes_schema: bool, seconds: float) -> None:
        """Wrap one.

        Args:
            model: The model.
            takes_schema: Whether its server may be sent a form for the reply.
            seconds: How long a reply in pieces may be waited for.
        """
        self.model = model
        self._takes_schema = takes_schema
        self._seconds = seconds

    def write(
        self, instructions: str, text: str, schema: Mapping[str, object] | None = None
    ) -> str:
        """Return what the model makes of a text, in a form where its server can hold it to one.

        Args:
            instructions: What to do.
            text: What with.
            schema: The form of the reply, as JSON Schema.

        Raises:
            LlmError: It cannot be reached or gives no answer.
        """
        patience = Patience(self._seconds)
        while True:
            form = self._form(schema)
            try:
                reply = self.model.chat(_messages(instructions, text), **form)
            except Exception as error:
                if not self._is_refused(form, error) and not patience.tries_again(error):
                    raise _silent(error) from error
            else:
                return (reply.message.content or "").strip()

    def stream(
        self, instructions: str, text: str, schema: Mapping[str, object] | None = None
    ) -> Iterator[str]:
        """Yield what the model makes of a text, piece by piece; as `write` for the rest.

        Raises:
            LlmError: It cannot be reached, gives no answer, or stops or is late in the middle.
        """
        patience, begun = Patience(self._seconds), False
        while True:
            form = self._form(schema)
            try:
                for piece in self._pieces(instructions, text, form):
                    begun = True
                    yield piece
            except NotImplementedError:
                yield self.write(instructions, text, schema)
            except Exception as error:
                again = not begun and (self._is_refused(form, error) or patience.tries_again(error))
                if not again:
                    raise _silent(error) from error
                continue
            return

    def _pieces(self, instructions: str, text: str, form: Mapping[str, object]) -> Iterator[str]:
        """Yield the pieces of a reply, as long as it is neither late nor endless."""
        waited, said = 0.0, 0
        asked = time.monotonic()
        for piece in self.model.stream_chat(_messages(instructions, text), **form):
            waited += time.monotonic() - asked
            said += len(piece.delta or "")
            if waited > self._seconds or said > _MOST_CHARACTERS:
                raise TimeoutError
            yield piece.delta or ""
            # What is done with a piece is not the model's time.
            asked = time.monotonic()

    def _form(self, schema: Mapping[str, object] | None) -> dict[str, object]:
        if not schema or not self._takes_schema:
            return {}
        named = {"name": "reply", "strict": True, "schema": schema}
        return {"response_format": {"type": "json_schema", "json_schema": named}}

    def _is_refused(self, form: Mapping[str, object], error: Exception) -> bool:
        """Whether a server wants no schema; then it is sent none from now on."""
        # The clients' own errors differ by server and by version.
        refused = bool(form) and getattr(error, "status_code", None) in _REFUSED_FORM
        self._takes_schema = self._takes_schema and not refused
        return refused


def _messages(instructions: str, text: str) -> "list[ChatMessage]":
    # Late, because importing LlamaIndex takes seconds that only this needs.
    from llama_index.core.llms import ChatMessage, MessageRole

    return [
        ChatMessage(role=MessageRole.SYSTEM, content=instructions),
        ChatMessage(role=MessageRole.USER, content=text),
    ]


def _silent(error: Exception) -> LlmError:
    return LlmError(
        f"The language model gave no answer ({type(error).__name__}).",
        "Run `planwijzer llm check`.",
    )


def open_llm(settings: Settings) -> LlamaIndexLlm:
    """Return the language model of the settings; nothing is asked of its server yet.

    Raises:
        LlmError: None is configured, or its package or file is not here.
    """
    provider, model = settings.llm_named
    if provider == BUNDLED:
        own = settings.model_copy(update={"llm_url": serve(model), "llm_key": SecretStr("")})
        return _wrapped(OPENAI_LIKE, model, own)
    if not model or (provider == OPENAI_LIKE and not settings.llm_url):
        raise LlmError(
            "No language model is configured.",
            "Set PLANWIJZER_LLM (as openai-like:qwen3) and PLANWIJZER_LLM_URL "
            "(as http://127.0.0.1:8000/v1).",
        )
    return _wrapped(provider, model, settings)


def _wrapped(provider: str, model: str, settings: Settings) -> LlamaIndexLlm:
    return LlamaIndexLlm(
        _opened(provider, model, settings),
        takes_schema=provider == OPENAI_LIKE,
        seconds=settings.llm_seconds,
    )


def _opened(provider: str, model: str, settings: Settings) -> Any:
    kind = _class_of(provider)
    url, key = settings.llm_url, settings.llm_key.get_secret_value()
    wanted = {
        "model": model,
        "temperature": 0.0,
        "timeout": float(settings.llm_seconds),
        "request_timeout": float(settings.llm_seconds),
        # Theirs wait as long as a server asks them to, beyond what the settings allow.
        "max_retries": 0,
        "context_window": _CONTEXT,
        "max_tokens": _MOST_TOKENS,
        "api_base": url or None,
        "base_url": url or None,
        "api_key": key or ("none" if provider == OPENAI_LIKE else None),
        "is_chat_model": True,
        "is_function_calling_model": False,
    }
    fields = kind.model_fields
    known = {k: v for k, v in wanted.items() if k in fields and v is not None}
    if provider == OPENAI_LIKE:
        return kind(**known, http_client=hurried_client(settings.llm_seconds))
    return kind(**known)


def _class_of(provider: str) -> Any:
    """Return the class of a provider's package: "ollama" is in `llama_index.llms.ollama`."""
    from llama_index.core.llms import LLM

    try:
        module = importlib.import_module(f"llama_index.llms.{provider.replace('-', '_')}")
    except ImportError as error:
        raise LlmError(
            f"There is no language model provider {provider!r} here.",
            f"Install llama-index-llms-{provider}, or use {OPENAI_LIKE}.",
        ) from error
    names = getattr(module, "__all__", dir(module))
    found = [value for name in names if _is_model(value := getattr(module, name), LLM)]
    return found[0]


def _is_model(value: object, base: type) -> bool:
    return isinstance(value, type) and issubclass(value, base) and value is not base
