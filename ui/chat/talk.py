"""One question asked in the chat, from the words typed to what is shown."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import TYPE_CHECKING

from assistant import (
    MAX_QUESTION_CHARACTERS,
    Answer,
    Filters,
    PlanwijzerError,
    Question,
    Stage,
)
from ui.access.caller import STRANGER, Caller, calling
from ui.chat.carried import is_full
from ui.chat.conversation import Exchange, turns_of
from ui.chat.replying import reply_of
from ui.wording import ChatWords, words

if TYPE_CHECKING:
    from assistant import Assistant

_log = logging.getLogger(__name__)

_FEW_WORDS = 2
"""A question of so few words does not show its own language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What stands in the way of an answer, and what mends it.

    `detail` is for who runs the server, in English as all its messages are.
    """

    message: str
    fix: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the page shows: the conversation, a notice where there is one, the words in the box."""

    exchanges: tuple[Exchange, ...]
    notice: Notice | None = None
    typed: str = ""


class Talk:
    """Asks the assistant for every visitor of the chat; keeps nothing between questions."""

    def __init__(self, assistant_of: Callable[[], "Assistant"], public_url: str) -> None:
        self._assistant_of = assistant_of
        self._public_url = public_url

    def ask(
        self,
        typed: str,
        language: str,
        filters: Filters,
        earlier: tuple[Exchange, ...],
        caller: Caller = STRANGER,
        base: str = "",
    ) -> Iterator[View]:
        """Yield what to show while a question is answered, and at last with its reply.

        Args:
            typed: What stands in the box.
            language: The language of the page, for notices and for questions of a word or two.
            filters: Where to search.
            earlier: The exchanges before this one.
            caller: Who asks; the answer rests on what it may read.
            base: Where the caller reached the server, for links that leave the page.
        """
        text = clean(typed)
        w = words(language).chat
        if (notice := _unfit(text, earlier, w)) is not None:
            yield View(exchanges=earlier, notice=notice, typed=typed)
            return
        exchange = Exchange(question=text)
        yield View(exchanges=(*earlier, exchange))
        question = Question(
            text=text,
            history=turns_of(earlier),
            language=_answer_language(text, language, earlier),
            filters=filters,
        )
        try:
            with calling(caller):
                assistant = self._assistant_of()
        except PlanwijzerError as error:
            notice = Notice(message=w.unready, fix=w.unready_fix, detail=_detail(error))
            yield View(exchanges=earlier, notice=notice, typed=typed)
            return
        try:
            for developed in self._answered(exchange, assistant, question, base):
                exchange = developed
                yield View(exchanges=(*earlier, exchange))
            return
        except PlanwijzerError as error:
            notice = Notice(message=w.failed, fix=w.failed_fix, detail=_detail(error))
        except Exception:
            # The visitor gets a sentence, the operator the traceback.
            _log.exception("A question from the chat failed.")
            notice = Notice(message=w.failed, fix=w.failed_fix)
        # What was told of an answer is not taken back.
        shown = (*earlier, exchange) if exchange.told else earlier
        yield View(exchanges=shown, notice=notice, typed=typed)

    def _answered(
        self, exchange: Exchange, assistant: "Assistant", question: Question, base: str
    ) -> Iterator[Exchange]:
        for event in _events(assistant, question):
            if isinstance(event, Answer):
                asked = exchange.question
                reply = reply_of(event, asked, assistant, self._public_url, base)
                exchange = replace(exchange, reply=reply)
            elif isinstance(event, Stage):
                exchange = replace(exchange, stage=event)
            else:
                exchange = replace(exchange, told=exchange.told + event)
            yield exchange


def clean(text: str) -> str:
    """Return a text without control characters, lone surrogates and outer white space."""
    kept = (c if c.isprintable() or c == "\n" else " " for c in text)
    return "".join(kept).strip()


def _detail(error: PlanwijzerError) -> str:
    return f"{error.message} {error.fix}"


def _unfit(text: str, earlier: tuple[Exchange, ...], w: ChatWords) -> Notice | None:
    if not text:
        return Notice(message=w.empty, fix=w.empty_fix)
    if len(text) > MAX_QUESTION_CHARACTERS:
        message = w.too_long.format(length=len(text), maximum=MAX_QUESTION_CHARACTERS)
        return Notice(message=message, fix=w.too_long_fix)
    if is_full(earlier):
        return Notice(message=w.full, fix=w.full_fix)
    return None


def _answer_language(text: str, language: str, earlier: tuple[Exchange, ...]) -> str | None:
    if len(text.split()) > _FEW_WORDS:
        return None
    reply = earlier[-1].reply if earlier else None
    return reply.language if reply else language


def _events(assistant: "Assistant", question: Question) -> Iterator[Stage | str | Answer]:
    """Yield the stages of answering as they begin, the pieces as they come, then the answer."""
    told: SimpleQueue[Stage | str | None] = SimpleQueue()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="chat") as executor:
        future = executor.submit(assistant.answer, question, told.put, told.put)
        future.add_done_callback(lambda _: told.put(None))
        while (event := told.get()) is not None:
            yield event
        yield future.result()
