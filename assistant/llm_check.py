"""Whether the language model of the settings can do what is asked of it."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.llm import LlamaIndexLlm, open_llm
from assistant.llm_error import LlmError
from assistant.settings import Settings

_WORDS = 2_000
"""Words that a prompt with its passages may have."""

_FORM = {
    "type": "object",
    "properties": {"number": {"type": "integer"}},
    "required": ["number"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmCheck:
    """One thing that was tried: `found` says what happened, `mend` what to do about it."""

    name: str
    passed: bool
    found: str
    mend: str = ""


def check_llm(settings: Settings) -> tuple[LlmCheck, ...]:
    """Return what was tried, in order; it ends where going on makes no sense.

    Raises:
        LlmError: No language model is configured, or its package is not installed.
    """
    return tuple(_checks(open_llm(settings)))


def _checks(llm: LlamaIndexLlm) -> Iterator[LlmCheck]:
    answers = _tried(
        "connection",
        lambda: llm.write("Answer with the word yes.", "Are you there?"),
        lambda reply: bool(reply),
        "Check that its server runs, PLANWIJZER_LLM_URL, PLANWIJZER_LLM_KEY and the model's name.",
    )
    yield answers
    if not answers.passed:
        return
    yield _tried(
        "context",
        lambda: llm.write("Answer with the word yes.", "politie " * _WORDS),
        # A server that cannot read so much says so; what a small model makes of it does not matter.
        lambda _: True,
        "Start the server with a context of 8192 tokens at least.",
    )
    yield _tried(
        "JSON",
        lambda: llm.write('Answer with JSON: {"number": 7}', "Give the number.", _FORM),
        _is_number,
        "A server that takes a JSON schema (response_format) gets more answers through.",
    )
    yield _tried(
        "streaming",
        lambda: "".join(piece.delta or "" for piece in llm.model.stream_complete("Say yes.")),
        lambda reply: bool(reply),
        "Nothing needs it yet; answers are shown when they are checked.",
    )


def _tried(
    name: str, ask: Callable[[], str], is_right: Callable[[str], bool], mend: str
) -> LlmCheck:
    started = time.perf_counter()
    try:
        reply = ask()
    except LlmError as error:
        return LlmCheck(name=name, passed=False, found=error.message, mend=mend)
    except Exception as error:
        # Streaming goes past the seam, and the clients' own errors differ.
        return LlmCheck(name=name, passed=False, found=type(error).__name__, mend=mend)
    seconds = time.perf_counter() - started
    if is_right(reply):
        return LlmCheck(name=name, passed=True, found=f"{seconds:.1f} s")
    return LlmCheck(name=name, passed=False, found=f"It said: {reply[:80]!r}", mend=mend)


def _is_number(reply: str) -> bool:
    try:
        value = json.loads(reply)
    except ValueError:
        return False
    return isinstance(value, dict) and isinstance(value.get("number"), int)
