"""Answers and passages for a person at a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from ui.http.replies import AnswerReply, HitReply, PlaceReply
from ui.wording import words

_MAX_EXCERPT = 300


def print_answer(console: Console, answer: AnswerReply, base_url: str) -> None:
    """Print an answer with its quotes and where they are, or what is nearest to the question.

    Args:
        console: Where to print.
        answer: The answer.
        base_url: What makes a relative link one that opens.
    """
    w = words(answer.language).chat
    console.print(Text(answer.answer))
    if answer.citations:
        console.print(Text(f"\n{w.sources}", style="bold"))
    for citation in answer.citations:
        # The quote itself already stands in the answer.
        _print_place(console, f"[{citation.number}]", citation, "", base_url)
    if answer.nearest:
        console.print(Text(f"\n{w.nearest}", style="bold"))
    print_hits(console, answer.nearest, base_url)


def print_hits(console: Console, hits: Sequence[HitReply], base_url: str) -> None:
    """Print passages, best first, with where they are."""
    for hit in hits:
        _print_place(console, f"{hit.rank}.", hit, _excerpt(hit.text), base_url)


def _print_place(console: Console, mark: str, place: PlaceReply, text: str, base_url: str) -> None:
    url = f"{base_url.rstrip('/')}{place.url}" if place.url.startswith("/") else place.url
    console.print(Text(f"\n{mark} {place.label}", style="bold"))
    if text:
        # Padding crops what it may not wrap, and a pipe is to get each text whole, on one line.
        quote = Text(f"“{text}”")
        console.print(Text("  ") + quote if console.soft_wrap else Padding(quote, (0, 0, 0, 2)))
    console.print(Text(f"  {url}", style="dim"), soft_wrap=True)


def _excerpt(text: str) -> str:
    if len(text) <= _MAX_EXCERPT:
        return text
    return text[:_MAX_EXCERPT].rsplit(" ", 1)[0] + " …"
