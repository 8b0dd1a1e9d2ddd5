"""`planwijzer ask`."""

import json

import pytest

from assistant import Audience
from ui.http.replies import AnswerReply


def test_answer_has_quote_place_and_link_when_printed(command, standin):
    code, out, err = command("ask", "What is it?")

    quote = standin.documents[0].passages[0].text
    assert code == 0
    assert err == ""
    assert f"“{quote}”" in out
    assert "[1] NVP 2026-2029, title, paragraph 1" in out
    assert "http://127.0.0.1:8321/plan/nvp-2026-2029?from=4&to=41#top/p1" in out


def test_no_escape_codes_are_printed_when_nobody_is_at_a_terminal(command):
    _, out, _ = command("ask", "What is it?")

    assert "\x1b" not in out


def test_nearest_passages_are_printed_when_refused(command, standin):
    code, out, _ = command("ask", "Will the weather hold?")

    assert code == 0
    assert "The plan says nothing of it." in out
    for passage in standin.documents[0].passages[:3]:
        assert standin.label(passage, "en") in out


def test_json_is_the_apis_answer_when_asked(command):
    code, out, err = command("ask", "Où?", "--json")

    reply = json.loads(out)
    assert (code, err) == (0, "")
    assert set(reply) == set(AnswerReply.model_fields)
    assert reply["question"] == "Où?"
    assert reply["citations"][0]["url"].startswith("/plan/nvp-2026-2029?")


def test_options_reach_the_assistant_when_given(command, standin):
    options = ["--language", "de", "--audience", "local", "--theme", "1", "--theme", "6.1"]
    command("ask", "What?", *options, "--document", "nvp-2026-2029", "--top-k", "3")

    question = standin.questions[-1]
    assert question.language == "de"
    assert question.filters.audience is Audience.LOCAL
    assert question.filters.themes == {"1", "6.1"}
    assert question.filters.documents == {"nvp-2026-2029"}
    assert question.top_k == 3


@pytest.mark.parametrize(
    "arguments",
    [
        (""),
        ("\x00\udcff"),
        ("x" * 2001),
        ("x", "--theme", "one"),
        ("x", "--document", "none"),
    ],
)
def test_two_lines_and_exit_code_1_when_the_request_is_off(command, arguments):
    arguments = (arguments,) if isinstance(arguments, str) else arguments

    code, out, err = command("ask", *arguments)

    assert code == 1
    assert out == ""
    assert len(err.splitlines()) == 2
    assert "Traceback" not in err


def test_two_lines_and_exit_code_1_when_something_unexpected_goes_wrong(command):
    code, _, err = command("ask", "fail")

    assert code == 1
    assert len(err.splitlines()) == 2
    assert "RuntimeError" in err


@pytest.mark.parametrize(
    "options", [("--top-k", "0"), ("--language", "es"), ("--audience", "both"), ("--nope",)]
)
def test_usage_and_exit_code_2_when_an_option_is_off(command, options):
    code, _, err = command("ask", "x", *options)

    assert code == 2
    assert "Usage" in err
