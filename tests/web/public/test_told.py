"""What scripts may read: results by their rules, published data, health."""

import pytest
from flask import Flask

from tests.web.visitor import Visitor, fills

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}


def test_results_that_are_always_shown_are_told(visitor: Visitor) -> None:
    visitor.sends({"taste": "salty"}, form="taste")
    fills(visitor)
    told = visitor.client.get("/collect/-/results/bread/taste.json").json
    assert told["n"] == 1
    assert {row["code"]: row["count"] for row in told["questions"][0]["rows"]} == {
        "sweet": 0,
        "salty": 1,
    }


@pytest.mark.parametrize("form", ["hours", "visit", "idea"])
def test_results_that_are_kept_back_are_refused(visitor: Visitor, form: str) -> None:
    visitor.sends({"when": "noon"}, form="hours")
    fills(visitor)
    response = visitor.client.get(f"/collect/-/results/bread/{form}.json")
    assert response.status_code == 403
    assert "questions" not in response.text


def test_published_data_holds_no_waiting_idea(visitor: Visitor) -> None:
    visitor.sends(IDEA)
    fills(visitor)
    response = visitor.client.get("/collect/-/published/bread.json", buffered=True)
    assert response.json["challenge"] == "bread"
    assert "Walnut" not in response.text


@pytest.mark.parametrize(
    "path", ["results/no/hours.json", "results/bread/no.json", "published/no.json"]
)
def test_what_is_unknown_is_answered_as_json(visitor: Visitor, path: str) -> None:
    response = visitor.client.get(f"/collect/-/{path}")
    assert response.status_code == 404
    assert response.json["error"]["message"]


@pytest.mark.parametrize(
    "name", ["../secret.key", "..%2fsecret.key", "%2e%2e/x", "bread.json/../x"]
)
def test_no_file_beside_published_data_is_reached(visitor: Visitor, name: str) -> None:
    assert visitor.client.get(f"/collect/-/published/{name}.json").status_code == 404


def test_health_is_good_while_store_and_site_stand(visitor: Visitor) -> None:
    assert visitor.client.get("/collect/-/health").json == {"ok": True}


def test_health_is_bad_without_a_site(app: Flask, visitor: Visitor) -> None:
    app.extensions["garden"].garden.live.unlink()
    response = visitor.client.get("/collect/-/health")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
