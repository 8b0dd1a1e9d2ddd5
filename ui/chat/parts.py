"""The parts of the chat's page, in the order in which they stand on it."""

import gradio as gr

from assistant import LANGUAGES
from ui.chat import choices, furniture
from ui.wording import DEFAULT_LANGUAGE, words

# What the page says until the visitor's language is known.
_WORDS = words(DEFAULT_LANGUAGE).chat


class Parts:
    """Places the parts in the page that is being built."""

    def __init__(self) -> None:
        # The conversation lives here and nowhere else: it ends with the page. A browser that fills
        # forms in again must not bring it back on a shared computer.
        self.carried = gr.Textbox(
            visible="hidden",
            elem_id="carried",
            html_attributes=gr.InputHTMLAttributes(autocomplete="off"),
        )
        with gr.Row(elem_id="top"):
            self._place_top()
        self.conversation = gr.HTML("", elem_id="conversation")
        with gr.Column(elem_id="composer"):
            self._place_composer()
        with gr.Row(elem_id="tools", visible=False) as self.tools:
            self._place_tools()
        with gr.Row(elem_id="options"):
            self._place_options()
        with gr.Row(elem_id="examples") as self.examples:
            self._place_examples()
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
            choices.audiences(DEFAULT_LANGUAGE),
            value=choices.ALL,
            label=_WORDS.audience,
            container=False,
            elem_id="audience",
        )
        self.theme = gr.Dropdown(
            choices.themes(None, DEFAULT_LANGUAGE),
            value=choices.ALL,
            label=_WORDS.theme,
            filterable=False,
            elem_id="theme",
        )
        self.document = gr.Dropdown(
            choices.documents(None, DEFAULT_LANGUAGE),
            value=choices.ALL,
            label=_WORDS.document,
            filterable=False,
            elem_id="document",
            visible=False,
        )

    def _place_tools(self) -> None:
        self.save_markdown = _tool(_WORDS.save_markdown)
        self.save_word = _tool(_WORDS.save_word)
        self.print = _tool(_WORDS.print)
        self.new = _tool(_WORDS.new_conversation)
        # What is saved passes through here on its way to the visitor's disk.
        self.saved = gr.Textbox(visible="hidden", elem_id="saved")

    def _place_examples(self) -> None:
        self.example_titles: list[gr.HTML] = []
        self.example_buttons: list[gr.Button] = []
        for title, questions in furniture.examples(DEFAULT_LANGUAGE):
            with gr.Column(min_width=280):
                self.example_titles.append(gr.HTML(title))
                self.example_buttons += [
                    gr.Button(text, size="sm", elem_classes="example") for text in questions
                ]


def _tool(name: str) -> gr.Button:
    return gr.Button(name, size="sm", scale=0, min_width=150)
