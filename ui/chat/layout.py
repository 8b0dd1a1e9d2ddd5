"""The chat's page: its parts, its words in the visitor's language, and what happens on it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import gradio as gr

from assistant import LANGUAGES, Audience, PlanwijzerError, Settings
from ui.access.caller import STRANGER, Caller, caller_of, calling
from ui.chat import furniture, render
from ui.chat.conversation import Exchange
from ui.chat.talk import Talk, View
from ui.wording import DEFAULT_LANGUAGE, words
from ui.wording.negotiate import negotiate

if TYPE_CHECKING:
    from assistant import Assistant

# What the page says until the visitor's language is known.
_WORDS = words(DEFAULT_LANGUAGE).chat

_SCROLL = """() => {
  const turns = document.querySelectorAll('.talk .turn');
  if (turns.length) turns[turns.length - 1].scrollIntoView({ block: 'start' });
}"""
# Without a mouse there is a screen keyboard, which focus would slide over the page.
_FOCUS = """() => {
  window.scrollTo(0, 0);
  if (matchMedia('(hover: hover)').matches) {
    document.querySelector('#question textarea')?.focus({ preventScroll: true });
  }
}"""
_SPEAK = "(language) => { document.documentElement.lang = language; }"


class Layout:
    """Builds the page; each visitor has a conversation of their own."""

    def __init__(self, assistant_of: Callable[[], "Assistant"], settings: Settings) -> None:
        self._assistant_of = assistant_of
        self._talk = Talk(assistant_of, settings.public_url)
        self._at_once = settings.max_concurrency
        self._waiting = settings.max_waiting

    def blocks(self) -> gr.Blocks:
        """Return the page, ready to be mounted."""
        with gr.Blocks(title="Planwijzer", analytics_enabled=False) as page:
            self._place()
            self._connect(page)
        page.queue(
            default_concurrency_limit=self._at_once,
            max_size=max(1, self._waiting),
            api_open=False,
        )
        return page

    def _place(self) -> None:
        self.exchanges = gr.State(())
        with gr.Row(elem_id="top"):
            self._place_top()
        self.conversation = gr.HTML("", elem_id="conversation")
        with gr.Column(elem_id="composer"):
            self._place_composer()
        with gr.Row(elem_id="options"):
            self._place_options()
        with gr.Column(elem_id="examples") as self.examples:
            self.examples_title = gr.HTML(furniture.examples_title(DEFAULT_LANGUAGE))
            self.example_buttons = [
                gr.Button(text, size="sm", elem_classes="example") for text in _WORDS.examples
            ]
        self.note = gr.HTML(furniture.note(DEFAULT_LANGUAGE), elem_id="note")

    def _place_top(self) -> None:
        self.header = gr.HTML(furniture.header(DEFAULT_LANGUAGE, ()), elem_id="header")
        self.language = gr.Radio(
            [(code.upper(), code) for code in LANGUAGES],
            value=DEFAULT_LANGUAGE,
            label=_WORDS.language,
            elem_id="language",
            show_label=False,
            container=False,
            scale=0,
            min_width=200,
        )

    def _place_composer(self) -> None:
        self.notice = gr.HTML("", elem_id="notice")
        with gr.Row(elem_id="ask"):
            self.box = gr.Textbox(
                label=_WORDS.question,
                placeholder=_WORDS.placeholder,
                show_label=False,
                container=False,
                lines=1,
                max_lines=5,
                elem_id="question",
            )
            self.send = gr.Button(
                _WORDS.send, variant="primary", elem_id="send", scale=0, min_width=80
            )

    def _place_options(self) -> None:
        self.audience = gr.Radio(
            furniture.audiences(DEFAULT_LANGUAGE),
            value=furniture.ALL,
            label=_WORDS.audience,
            container=False,
            elem_id="audience",
        )
        self.new = gr.Button(
            _WORDS.new_conversation,
            size="sm",
            elem_id="new",
            scale=0,
            min_width=150,
            visible=False,
        )

    def _connect(self, page: gr.Blocks) -> None:
        spoken = [
            self.header,
            self.language,
            self.examples_title,
            *self.example_buttons,
            self.box,
            self.send,
            self.audience,
            self.new,
            self.note,
        ]
        shown = [
            self.exchanges,
            self.conversation,
            self.notice,
            self.box,
            self.examples,
            self.new,
        ]
        given = [self.language, self.audience, self.exchanges]
        hidden = {"api_visibility": "private", "show_progress": "hidden"}

        page.load(self._greet, None, spoken, queue=False, **hidden)
        page.load(None, None, None, js=_FOCUS)
        self.language.input(self._speak, [self.language], spoken, queue=False, **hidden)
        self.language.change(None, [self.language], None, js=_SPEAK)
        gr.on([self.box.submit, self.send.click], self._ask, [self.box, *given], shown, **hidden)
        for button in self.example_buttons:
            button.click(self._ask, [button, *given], shown, **hidden)
        self.conversation.change(None, None, None, js=_SCROLL)
        self.new.click(self._restart, None, shown, queue=False, **hidden).then(
            None, None, None, js=_FOCUS
        )

    def _greet(self, request: gr.Request) -> list[object]:
        chosen = dict(request.query_params).get("lang")
        return self._speak(negotiate(chosen, request.headers.get("accept-language")), request)

    def _speak(self, language: str, request: gr.Request) -> list[object]:
        w = words(language).chat
        return [
            furniture.header(language, self._reading(_caller(request))),
            gr.update(label=w.language, value=language),
            furniture.examples_title(language),
            *w.examples,
            gr.update(label=w.question, placeholder=w.placeholder),
            w.send,
            gr.update(label=w.audience, choices=furniture.audiences(language)),
            w.new_conversation,
            furniture.note(language),
        ]

    def _ask(
        self,
        typed: str,
        language: str,
        audience: str,
        earlier: tuple[Exchange, ...],
        request: gr.Request,
    ) -> Iterator[list[object]]:
        level = None if audience == furniture.ALL else Audience(audience)
        caller = _caller(request)
        for view in self._talk.ask(typed, language, level, tuple(earlier), caller):
            yield _shown(view, language)

    def _restart(self) -> list[object]:
        return _shown(View(exchanges=()), DEFAULT_LANGUAGE)

    def _reading(self, caller: Caller) -> tuple[str, ...]:
        """Return the ids of the documents that can be read, none while they are not known."""
        try:
            with calling(caller):
                return tuple(read.document.id for read in self._assistant_of().texts)
        except PlanwijzerError:
            return ()


def _caller(request: gr.Request) -> Caller:
    # Gradio works on events outside the context of the request that brought them.
    return caller_of(request.request.scope) if request.request else STRANGER


def _shown(view: View, language: str) -> list[object]:
    return [
        view.exchanges,
        render.conversation(view.exchanges, language),
        render.notice(view.notice, language),
        view.typed,
        gr.update(visible=not view.exchanges),
        gr.update(visible=bool(view.exchanges)),
    ]
