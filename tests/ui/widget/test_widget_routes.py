"""The script for other pages, and the page for frames."""

import json
import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from assistant import LANGUAGES
from tests.ui.access.conftest import bearer
from ui.access.keys import Keys
from ui.widget.script import script
from ui.wording import words

ClientOf = Callable[..., TestClient]


def test_the_script_is_there_for_every_page(client_of: ClientOf) -> None:
    response = client_of().get("/widget.js")

    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_the_script_has_the_words_of_each_language_and_no_others() -> None:
    [said] = re.findall(r"const WORDS = (\{.*\});", script())
    found = json.loads(said)

    assert list(found) == list(LANGUAGES)
    for language in LANGUAGES:
        assert found[language]["question"] == words(language).chat.question
        used = set(re.findall(r"(?:this\.words|\bw)\.(\w+)", script()))
        kinds = set(re.findall(r'"(\w+)"', "".join(re.findall(r"trouble\(.*\)", script()))))
        assert set(found[language]) == used | kinds | {f"{kind}_fix" for kind in kinds}


def test_the_script_makes_no_html_of_what_it_gets_and_needs_no_other_file() -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|import\b"
    )

    assert re.findall(forbidden, script()) == []
    assert re.findall(r"https?://(?!plan\.example\.be/widget\.js)", script()) == []


def framing(client: TestClient) -> str:
    policy = client.get("/embed").headers["content-security-policy"]
    return re.findall(r"frame-ancestors ([^;]*)", policy)[0]


def test_the_frame_is_for_this_servers_pages_and_those_that_the_settings_name(
    client_of: ClientOf, keys: Keys
) -> None:
    shown = bearer(keys.create("k", days=1)[1])

    assert framing(client_of(shown)) == "'self'"
    others = ("https://intranet.example.be", "https://portaal.example.be:8443")
    assert framing(client_of(shown, frame_origins=others)) == f"'self' {' '.join(others)}"


def test_the_frame_lets_in_nothing_but_the_script(client_of: ClientOf) -> None:
    response = client_of(access=()).get("/embed?lang=fr")

    assert '<html lang="fr">' in response.text
    assert '<script src="widget.js" data-lang="fr"></script>' in response.text
    policy = response.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; connect-src 'self'; ")
    assert "unsafe" not in policy


@pytest.mark.parametrize("said", ["light", "dark"])
def test_the_frame_takes_a_theme(client_of: ClientOf, said: str) -> None:
    assert f'data-theme="{said}"' in client_of(access=()).get(f"/embed?theme={said}").text


def test_the_frame_takes_nothing_else_from_its_address(client_of: ClientOf) -> None:
    hostile = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"

    text = client_of(access=()).get(f"/embed?lang={hostile}&theme={hostile}").text

    assert "alert" not in text
    assert "data-theme" not in text


def test_the_frame_is_guarded(client_of: ClientOf) -> None:
    assert client_of().get("/embed").status_code == 401
