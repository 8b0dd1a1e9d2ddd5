"""The server keeps no conversation: not a word of it can be reached once an event is over."""

import asyncio
import gc
import time
import uuid
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from assistant import Settings
from tests.ui.chat.speaking import Page
from tests.ui.serving import serving
from tests.ui.standin_assistant import StandIn
from ui.chat.app import mount_chat

# Raised inside Gradio, over its own statistics.
pytestmark = pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")


@pytest.fixture(scope="module")
def standin() -> StandIn:
    return StandIn()


@pytest.fixture(scope="module")
def app(standin: StandIn) -> FastAPI:
    app = FastAPI()
    app.get("/readyz")(lambda: "up")

    async def mounted() -> FastAPI:
        # Gradio opens event loops of its own, and leaves them open, where none is running.
        return mount_chat(app, lambda: standin, Settings())  # type: ignore[arg-type,return-value]

    return asyncio.run(mounted())


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[httpx.Client]:
    with serving(app) as base, httpx.Client(base_url=base, timeout=30) as client:
        yield client


def held(app: FastAPI, word: str) -> list[str]:
    """Return every text with a word that anything of an application leads to."""
    gc.collect()
    found, seen, ahead = [], set(), [app]
    while ahead:
        thing = ahead.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        # By its type: some objects warn when anything is asked of themselves.
        if issubclass(type(thing), str | bytes):
            text = thing if isinstance(thing, str) else thing.decode(errors="replace")
            if word in text:
                found.append(text[:200])
        else:
            ahead.extend(gc.get_referents(thing))
    return found


def until_forgotten(app: FastAPI, standin: StandIn, word: str) -> list[str]:
    """Return what is left of a word once the server had time to end an event."""
    deadline = time.monotonic() + 10
    standin.questions.clear()
    while (left := held(app, word)) and time.monotonic() < deadline:
        time.sleep(0.5)
        standin.questions.clear()
    return left


def word() -> str:
    return f"w{uuid.uuid4().hex}"


def test_nothing_is_left_when_a_question_was_answered(
    app: FastAPI, client: httpx.Client, standin: StandIn
) -> None:
    secret, page = word(), Page(client)
    shown = page.ask(f"Wat zegt het plan over {secret}?")
    assert secret in shown
    page.ask("En nog iets?")
    assert secret in (page.carried or "")
    assert until_forgotten(app, standin, secret) == []


def test_word_is_found_when_it_is_held(app: FastAPI, client: httpx.Client) -> None:
    secret = word()
    Page(client).ask(f"Wat zegt het plan over {secret}?")
    app.state.kept = [{"said": f"over {secret}"}]
    assert held(app, secret)
    del app.state.kept


def test_nothing_is_left_when_a_conversation_was_saved(
    app: FastAPI, client: httpx.Client, standin: StandIn
) -> None:
    secret, page = word(), Page(client)
    page.ask(f"Wat zegt het plan over {secret}?")
    page.join("language", ["nl", page.carried])
    file, notice = page.last()
    assert "planwijzer-" in str(file)
    assert notice == ""
    assert until_forgotten(app, standin, secret) == []


def test_nothing_is_left_when_the_visitor_went_away(
    app: FastAPI, client: httpx.Client, standin: StandIn
) -> None:
    secret, page = word(), Page(client)
    standin.released.clear()
    page.join("question", [f"Wat zegt het plan over {secret}?", "nl", "all", "all", "all", ""])
    page.leave()
    standin.released.set()
    assert until_forgotten(app, standin, secret) == []


def test_conversation_goes_on_when_another_page_carries_it(
    client: httpx.Client, standin: StandIn
) -> None:
    first = Page(client)
    first.ask("Wat zegt het plan over drugs?")
    second = Page(client, carried=first.carried)
    assert "drugs?" in second.ask("En lokaal dan, in de zones?")
    assert [t.content for t in standin.questions[-1].history][:1] == [
        "Wat zegt het plan over drugs?"
    ]


def test_page_begins_with_nothing_when_it_carries_nothing(
    client: httpx.Client, standin: StandIn
) -> None:
    page = Page(client)
    page.ask("Wat zegt het plan over drugs?")
    page.carried = ""
    assert "drugs" not in page.ask("En lokaal dan, in de zones?")
    assert standin.questions[-1].history == ()


@pytest.mark.parametrize("carried", ["x", "[[]]", "[" * 250_000])
def test_notice_is_shown_when_a_page_carries_something_else(
    client: httpx.Client, carried: str
) -> None:
    page = Page(client, carried=carried)
    page.join("question", ["Wat zegt het plan?", "nl", "all", "all", "all", carried])
    left, shown, notice, typed, *_ = page.last()
    assert (left, shown, typed) == ("", "", "Wat zegt het plan?")
    assert "kon niet worden gelezen" in str(notice)
    page.join("language", ["nl", carried])
    file, notice = page.last()
    assert file == ""
    assert "kon niet worden gelezen" in str(notice)
