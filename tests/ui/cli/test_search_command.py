"""`planwijzer search`."""

import json

from ui.http.replies import SearchReply


def test_passages_are_printed_when_found(command, standin):
    code, out, _ = command("search", "drugs", "--top-k", "2")

    assert code == 0
    for rank, passage in enumerate(standin.documents[0].passages[:2], start=1):
        assert f"{rank}. {standin.label(passage, 'en')}" in out


def test_text_is_on_one_line_when_nobody_is_at_a_terminal(command):
    _, out, _ = command("search", "drugs", "--top-k", "2")

    long = next(line for line in out.splitlines() if "Veiligheid is méér dan" in line)
    assert long.endswith("…”")
    assert len(long) > 200


def test_json_is_the_apis_result_when_asked(command):
    code, out, _ = command("search", "drugs", "--json")

    reply = json.loads(out)
    assert code == 0
    assert set(reply) == set(SearchReply.model_fields)
    assert len(reply["results"]) == 10
