import json
from urllib.request import Request, urlopen

import pytest

from assistant import LANGUAGES
from ui.wording import words

pytestmark = pytest.mark.real

EXAMPLES = [
    (language, text)
    for language in LANGUAGES
    for text in (*words(language).chat.examples_officer, *words(language).chat.examples_drafter)
]


@pytest.mark.parametrize(("language", "text"), EXAMPLES)
def test_example_is_answered_when_it_is_asked(served: str, language: str, text: str) -> None:
    body = json.dumps({"question": text}).encode()
    request = Request(f"{served}/api/v1/ask", body, {"Content-Type": "application/json"})
    with urlopen(request, timeout=60) as response:
        answer = json.load(response)
    assert (answer["status"], answer["language"]) == ("answered", language)
