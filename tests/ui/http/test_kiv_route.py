"""The cross-walk to the framework note, and the filter that follows it."""


def test_themes_are_given_with_the_line_that_links_them(client):
    body = client.get("/api/v1/kiv").json()

    links = {link["theme"]: link for link in body["links"]}
    assert [d["id"] for d in body["dimensions"]][-1] == "digitale-veiligheid"
    assert body["dimensions"][0]["names"]["fr"] == "Sécurité personnelle"
    assert links["2"]["dimension"] == "digitale-veiligheid"
    assert links["2"]["source"]["quote"] == "KIV - Digitale veiligheid"
    assert "#2/2/relevante-actieplannen-en-beleidskaders/list" in links["2"]["source"]["url"]


def test_only_passages_of_the_dimension_are_found_when_it_is_asked(client):
    filters = {"dimensions": ["digitale-veiligheid"]}

    found = client.post("/api/v1/search", json={"query": "x", "top_k": 50, "filters": filters})

    assert {p["theme"] for p in found.json()["results"]} <= {"2"}


def test_422_names_the_known_dimensions_when_one_is_unknown(client):
    body = {"query": "x", "filters": {"dimensions": ["astrale-veiligheid"]}}

    problem = client.post("/api/v1/search", json=body)

    assert problem.status_code == 422
    assert "digitale-veiligheid" in problem.json()["detail"]


def test_passage_says_its_dimensions_and_its_version(client):
    address = "nvp-2026-2029:2:2:strategische-doelstellingen:lokale-politie:1"

    body = client.get(f"/api/v1/passages/{address}", params={"language": "fr"}).json()

    assert body["dimensions"] == ["digitale-veiligheid"]
    assert body["version"]["language"] == "fr"
    assert body["version"]["standing"] == "working_translation"
