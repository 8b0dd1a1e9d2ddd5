"""The chat's page: its words in the visitor's language, and what happens on it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import gradio as gr

from assistant import PlanwijzerError, Settings
from ui.access.caller import STRANGER, Caller, caller_of, calling
from ui.chat import choices, furniture, render
from ui.chat.carried import packed, unpacked
from ui.chat.parts import Parts
from ui.chat.plain import PlainBlocks
from ui.chat.saving.file import Format, file_of
from ui.chat.talk import Notice, Talk, View
from ui.wording import DEFAULT_LANGUAGE, words
from ui.wording.negotiate import negotiate

if TYPE_CHECKING:
    from assistant import Assistant

# Without a mouse there is a screen keyboard, which focus would slide over the page.
_FOCUS = """() => {
  window.scrollTo(0, 0);
  if (matchMedia('(hover: hover)').matches) {
    document.querySelector('#question textarea')?.focus({ preventScroll: true });
  }
}"""
_SPEAK = "(language) => { document.documentElement.lang = language; }"


class Layout:
    """Builds the page; each visitor's conversation stays on their own page."""

    def __init__(self, assistant_of: Callable[[], "Assistant"], settings: Settings) -> None:
        self._assistant_of = assistant_of
        self._talk = Talk(assistant_of, settings.public_url)
        self._at_once = settings.max_concurrency
        self._waiting = settings.max_waiting
        self._with_thumbs = settings.answer_log

    def blocks(self) -> gr.Blocks:
        """Return the page, ready to be mounted."""
        with PlainBlocks(title="Planwijzer", analytics_enabled=False) as page:
            self._connect(page, Parts())
        page.queue(
            default_concurrency_limit=self._at_once,
            max_size=max(1, self._waiting),
            api_open=False,
        )
        return page

    def _connect(self, page: gr.Blocks, parts: Parts) -> None:
        spoken = [
            parts.header,
            parts.language,
            *parts.example_titles,
            *parts.example_buttons,
            parts.box,
            parts.send,
            parts.audience,
            parts.theme,
            parts.document,
            parts.save_markdown,
            parts.save_word,
            parts.print,
            parts.new,
            parts.note,
        ]
        shown = [
            parts.carried,
            parts.conversation,
            parts.notice,
            parts.box,
            parts.examples,
            parts.tools,
        ]
        where = [parts.audience, parts.theme, parts.document]
        given = [parts.language, *where, parts.carried]
        hidden = {"api_visibility": "private", "show_progress": "hidden"}

        page.load(self._greet, None, spoken, queue=False, **hidden)
        page.load(None, None, None, js=_FOCUS)
        parts.language.input(self._speak, [parts.language], spoken, queue=False, **hidden)
        parts.language.change(None, [parts.language], None, js=_SPEAK)
        asked = [parts.box.submit, parts.send.click]
        asking = [gr.on(asked, self._ask, [parts.box, *given], shown, **hidden)]
        asking += [
            button.click(self._ask, [button, *given], shown, **hidden)
            for button in parts.example_buttons
        ]
        parts.conversation.change(None, None, None, js="() => planwijzer.follow()")
        # An answer that is still coming would bring the conversation back.
        parts.new.click(
            self._restart, None, [*shown, parts.saved], queue=False, cancels=asking, **hidden
        ).then(None, None, None, js=_FOCUS)
        parts.print.click(None, None, None, js="() => window.print()")
        for button, format in (
            (parts.save_markdown, Format.MARKDOWN),
            (parts.save_word, Format.WORD),
        ):
            save = partial(self._save, format)
            talk = [parts.language, parts.carried]
            button.click(save, talk, [parts.saved, parts.notice], **hidden).then(
                None, parts.saved, None, js="(file) => file && planwijzer.save(file)"
            )

    def _greet(self, request: gr.Request) -> list[object]:
        chosen = dict(request.query_params).get("lang")
        return self._speak(negotiate(chosen, request.headers.get("accept-language")), request)

    def _speak(self, language: str, request: gr.Request) -> list[object]:
        w = words(language).chat
        library = self._library(_caller(request))
        ids = [read.document.id for read in library.texts] if library else []
        titles, questions = zip(*furniture.examples(language), strict=True)
        return [
            furniture.header(language, ids),
            gr.update(label=w.language, value=language),
            *titles,
            *(text for asked in questions for text in asked),
            gr.update(label=w.question, placeholder=w.placeholder),
            w.send,
            gr.update(label=w.audience, choices=choices.audiences(language)),
            gr.update(label=w.theme, choices=choices.themes(library, language)),
            gr.update(
                label=w.document,
                choices=choices.documents(library, language),
                visible=len(ids) > 1,
            ),
            w.save_markdown,
            w.save_word,
            w.print,
            w.new_conversation,
            furniture.note(language),
        ]

    def _ask(
        self,
        typed: str,
        language: str,
        audience: str,
        theme: str,
        document: str,
        carried: str,
        request: gr.Request,
    ) -> Iterator[list[object]]:
        try:
            earlier = unpacked(carried)
        except ValueError:
            view = View(exchanges=(), notice=_unreadable(language), typed=typed)
            yield self._shown(view, language)
            return
        filters = choices.filters_of(audience, theme, document)
        base = str(request.request.base_url) if request.request else ""
        views = self._talk.ask(typed, language, filters, earlier, _caller(request), base)
        for view in views:
            yield self._shown(view, language)

    def _restart(self) -> list[object]:
        return [*self._shown(View(exchanges=()), DEFAULT_LANGUAGE), ""]

    def _save(self, format: Format, language: str, carried: str) -> tuple[str, str]:
        try:
            exchanges = unpacked(carried)
        except ValueError:
            return "", render.notice(_unreadable(language), language)
        return file_of(exchanges, format, language, date.today()), ""

    def _shown(self, view: View, language: str) -> list[object]:
        talk = render.conversation(view.exchanges, language, with_thumbs=self._with_thumbs)
        return [
            packed(view.exchanges),
            talk,
            render.notice(view.notice, language),
            view.typed,
            gr.update(visible=not view.exchanges),
            gr.update(visible=bool(view.exchanges)),
        ]

    def _library(self, caller: Caller) -> "Assistant | None":
        """Return the assistant over what a caller may read, None while there is none."""
        try:
            with calling(caller):
                return self._assistant_of()
        except PlanwijzerError:
            return None


def _unreadable(language: str) -> Notice:
    w = words(language).chat
    return Notice(message=w.unreadable, fix=w.unreadable_fix)


def _caller(request: gr.Request) -> Caller:
    # Gradio works on events outside the context of the request that brought them.
    return caller_of(request.request.scope) if request.request else STRANGER
