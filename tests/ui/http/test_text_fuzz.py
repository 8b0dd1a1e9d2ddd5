"""Any text at all is answered or refused, never a 500."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.http.text import clean

JSON = {"Content-Type": "application/json"}
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
ANY_NUMBER = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | ANY_NUMBER | ANY_TEXT,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(ANY_TEXT, inside, max_size=3),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {"question": ANY_TEXT | ANY_JSON},
    optional={
        "history": st.lists(
            st.fixed_dictionaries(
                {"role": st.sampled_from(["user", "assistant"]) | ANY_JSON, "content": ANY_TEXT}
            ),
            max_size=3,
        )
        | ANY_JSON,
        "language": st.sampled_from(["auto", "nl"]) | ANY_JSON,
        "filters": st.fixed_dictionaries(
            {},
            optional={
                "themes": st.lists(ANY_JSON, max_size=3) | ANY_JSON,
                "documents": st.lists(ANY_TEXT, max_size=2) | ANY_JSON,
                "audience": st.sampled_from(["local", "federal"]) | ANY_JSON,
            },
        )
        | ANY_JSON,
        "generator": ANY_JSON,
        "top_k": st.integers(-1, 60) | ANY_JSON,
        "stream": st.booleans() | ANY_JSON,
    },
)
MANY = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MANY
@given(fields=FIELDS)
def test_200_or_422_when_the_fields_are_anything(client, fields):
    response = client.post("/api/v1/ask", content=json.dumps(fields).encode(), headers=JSON)

    assert response.status_code in (200, 422), response.text


@MANY
@given(query=ANY_TEXT)
def test_200_or_422_when_the_query_is_any_text(client, query):
    body = json.dumps({"query": query}).encode()

    response = client.post("/api/v1/search", content=body, headers=JSON)

    assert response.status_code == (200 if clean(query) else 422), response.text


@MANY
@given(body=st.binary(max_size=200))
def test_no_500_when_the_body_is_any_bytes(client, body):
    response = client.post("/api/v1/ask", content=body, headers=JSON)

    assert response.status_code in (400, 422)


@MANY
@given(text=ANY_TEXT)
def test_cleaned_text_is_utf8_and_stays_as_it_is_when_cleaned_again(text):
    cleaned = clean(text)

    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned
