"""The seam for language models, and any OpenAI-compatible server behind it, through LlamaIndex."""

from typing import Protocol

from assistant.settings import Settings
from corpus import PlanwijzerError

_SECONDS = 120.0
_RETRIES = 3
_CONTEXT = 8_192


class LlmError(PlanwijzerError):
    """The language model is not configured, cannot be reached or gives no answer."""


class Llm(Protocol):
    """Writes text when it is told what to do."""

    def write(self, instructions: str, text: str) -> str:
        """Return what the model makes of a text.

        Raises:
            LlmError: It cannot be reached or gives no answer.
        """


class OpenAiCompatible:
    """A model on an OpenAI-compatible server (vLLM, llama.cpp, Ollama, LM Studio, …)."""

    def __init__(self, *, url: str, model: str, key: str) -> None:
        # Late, because importing LlamaIndex takes seconds that only this needs.
        from llama_index.llms.openai_like import OpenAILike

        self._model = OpenAILike(
            model=model,
            api_base=url,
            api_key=key or "none",
            is_chat_model=True,
            is_function_calling_model=False,
            context_window=_CONTEXT,
            temperature=0.0,
            timeout=_SECONDS,
            max_retries=_RETRIES,
        )

    def write(self, instructions: str, text: str) -> str:
        from llama_index.core.llms import ChatMessage, MessageRole

        messages = [
            ChatMessage(role=MessageRole.SYSTEM, content=instructions),
            ChatMessage(role=MessageRole.USER, content=text),
        ]
        try:
            return (self._model.chat(messages).message.content or "").strip()
        except Exception as error:
            # The client's own errors differ by server and by version.
            raise LlmError(
                f"The language model gave no answer ({type(error).__name__}).",
                "Check that its server runs, and PLANWIJZER_LLM_URL and PLANWIJZER_LLM_MODEL.",
            ) from error


def open_llm(settings: Settings) -> Llm:
    """Return the language model of the settings.

    Raises:
        LlmError: None is configured.
    """
    if not settings.llm_url or not settings.llm_model:
        raise LlmError(
            "No language model is configured.",
            "Set PLANWIJZER_LLM_URL (as http://127.0.0.1:8000/v1) and PLANWIJZER_LLM_MODEL.",
        )
    return OpenAiCompatible(
        url=settings.llm_url,
        model=settings.llm_model,
        key=settings.llm_key.get_secret_value(),
    )
