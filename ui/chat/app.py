"""Mounting the chat on the application; the one module that starts Gradio."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import gradio as gr
from fastapi import FastAPI
from starlette.middleware import Middleware

from assistant import Settings
from ui.chat.forgetting import keep_no_values
from ui.chat.layout import Layout
from ui.chat.shield import Shield
from ui.scripts import script

if TYPE_CHECKING:
    from assistant import Assistant

_FOLDER = Path(__file__).parent
_SCRIPT = (_FOLDER / "chat.js").read_text("utf-8")
_FONTS = ("Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
_MONOSPACE = ("Consolas", "Menlo", "monospace")


def mount_chat(
    app: FastAPI, assistant_of: Callable[[], "Assistant"], settings: Settings
) -> FastAPI:
    """Mount the chat at `/` of an application and return the application.

    Whatever is registered on `app` before keeps its path; the chat answers what is left, so this
    comes last.

    Args:
        app: The application with all its other routes.
        assistant_of: Returns the assistant, or raises a PlanwijzerError while it is not ready.
        settings: The settings; used are the public address and how many may ask at once.
    """
    gr.mount_gradio_app(
        app,
        Layout(assistant_of, settings).blocks(),
        path="/",
        app_kwargs={
            "middleware": [Middleware(Shield)],
            "docs_url": None,
            "redoc_url": None,
            "openapi_url": None,
        },
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        show_error=False,
        max_file_size=1,
        favicon_path=str(_FOLDER / "icon.png"),
        theme=_theme(),
        css_paths=_FOLDER / "chat.css",
        head=f"<script>{script('clipboard')}</script><script>{_SCRIPT}</script>",
    )
    keep_no_values(app)
    return app


def _theme() -> gr.themes.Base:
    """Return the look: fonts every computer has, and secondary text that stays readable."""
    theme = gr.themes.Base(
        primary_hue="blue",
        neutral_hue="slate",
        text_size="lg",
        font=_FONTS,
        font_mono=_MONOSPACE,
    )
    return theme.set(
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        input_placeholder_color="*neutral_500",
        input_placeholder_color_dark="*neutral_300",
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        link_text_color="*primary_700",
        link_text_color_dark="*primary_300",
    )
