"""Search without scripts: what is published is found, and nothing else."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from collector import published
from collector.entries import Progress
from collector.garden import Garden
from collector.published import Order, PublishedVotes
from tests.pages.gardens import data, idea
from tests.web.visitor import Visitor

IDEAS = tuple(
    idea(
        number,
        tags=("Süß",) if number % 2 else (),
        progress=list(Progress)[number % 6],
        votes=PublishedVotes(number, rank=200 - number),
    )
    for number in range(1, 131)
)
TOLD = replace(data(*IDEAS), orders=(Order.NEW, Order.TOP))


@pytest.fixture
def searched(visitor: Visitor) -> Visitor:
    garden: Garden = visitor.app.extensions["garden"].garden
    published.write(garden.published / "bread.json", TOLD, force=True)
    return visitor


def asks(visitor: Visitor, **asked: str):
    return visitor.gets(f"/collect/-/ideas/bread?{urlencode(asked)}")


def refs(html: LexborHTMLParser) -> list[str]:
    links = [node.attributes["href"] or "" for node in html.css(".ig-card__title a")]
    assert all(link.startswith("/challenges/bread/ideas/") for link in links)
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def test_what_is_found_is_listed_below_the_search(searched: Visitor) -> None:
    page = asks(searched, q="NUMBER 77")
    assert page.status == 200
    assert refs(page.parsed) == ["idea0077"]
    assert page.parsed.css_first("input[name=q]").attributes["value"] == "NUMBER 77"
    assert "1 idea found" in page.parsed.css_first("[role=status]").text()


def test_where_nothing_is_found_one_s_own_idea_is_asked_for(searched: Visitor) -> None:
    page = asks(searched, q="tomatoes")
    assert refs(page.parsed) == []
    assert "No idea found for “tomatoes”." in page.text
    assert page.parsed.css_first(".md-button--primary").attributes["href"] == "/challenges/bread/"


def test_pages_of_what_is_found_hold_all_of_it_once(searched: Visitor) -> None:
    told: list[str] = []
    for number in (1, 2):
        told += refs(asks(searched, tag="suss", order="top", page=str(number)).parsed)
    assert told == [each.ref for each in reversed(IDEAS) if each.tags]


def test_links_to_further_pages_keep_what_was_asked(searched: Visitor) -> None:
    page = asks(searched, q="number", tag="suss", order="top")
    links = [node.attributes["href"] for node in page.parsed.css(".ig-pages a")]
    assert links[1] == "?q=number&order=top&tag=suss&page=2"


def test_a_page_beyond_the_last_is_the_last(searched: Visitor) -> None:
    assert refs(asks(searched, page="999").parsed) == refs(asks(searched, page="3").parsed)


@pytest.mark.parametrize("asked", [{"tag": "no"}, {"progress": "no"}])
def test_a_list_that_there_is_not_is_not_found(searched: Visitor, asked: dict[str, str]) -> None:
    page = asks(searched, **asked)
    assert page.status == 404
    assert "no such list" in page.text


def test_a_challenge_that_there_is_not_is_not_found(searched: Visitor) -> None:
    assert searched.gets("/collect/-/ideas/no").status == 404


def test_what_is_asked_is_shown_as_plain_text(searched: Visitor) -> None:
    evil = "\"><script>alert(1)</script>'"
    page = asks(searched, q=evil)
    assert "<script>alert" not in page.html
    assert page.parsed.css_first("input[name=q]").attributes["value"] == evil


def test_what_waits_is_not_found(visitor: Visitor) -> None:
    visitor.sends({"title": "Secret rolls", "text": "Dark", "role": "staff"})
    assert refs(asks(visitor, q="secret").parsed) == []


def test_what_was_published_since_is_found_at_once(searched: Visitor) -> None:
    assert refs(asks(searched, q="number 1").parsed)
    garden: Garden = searched.app.extensions["garden"].garden
    published.write(garden.published / "bread.json", data(), force=True)
    assert refs(asks(searched, q="number 1").parsed) == []


@given(
    asked=st.dictionaries(
        st.sampled_from(["q", "order", "tag", "progress", "page", "_x"]),
        st.text(st.characters(exclude_categories=("Cs",)))
        | st.sampled_from(["top", "done", "suss", "2"]),
    )
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_no_parameter_brings_the_search_down(searched: Visitor, asked: dict[str, str]) -> None:
    assert asks(searched, **asked).status in (200, 404)
