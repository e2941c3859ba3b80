"""A challenge that closes after so many answers, as visitors meet it."""

import pytest

from collector.store import Store, reads
from tests.web.visitor import Visitor, fills

HOURS = "/collect/bread/hours"


@pytest.fixture
def wanted(visitor: Visitor) -> Visitor:
    """The survey and the polls want two answers together."""
    path = visitor.app.extensions["garden"].garden.challenges / "bread.md"
    text = path.read_text("utf-8").replace("closes: never", "closes: after 2 answers")
    head, _, rest = text.partition("## Share your idea")
    asked = "## A quick question"
    path.write_text(head + asked + rest.partition(asked)[2], "utf-8")
    visitor.builds()
    return visitor


def page(visitor: Visitor) -> str:
    return visitor.gets("/challenges/bread/", buffered=True).text


def answers(visitor: Visitor, answer: str = "noon") -> str:
    return Visitor(visitor.app, visitor.clock).sends({"when": answer}, form="hours")


def test_the_page_counts_up_and_closes_by_itself(wanted: Visitor, store: Store) -> None:
    assert "Until 2 answers have come (0 of 2 so far)" in page(wanted)
    answers(wanted)
    fills(wanted)
    assert "(1 of 2 so far)" in page(wanted)
    late = wanted.asks({"when": "late"}, form="hours")
    code = answers(wanted)
    fills(wanted)
    assert "Closed on 20 November 2026" in page(wanted)
    assert "10–15" in page(wanted)  # a poll's result stands there once it is over
    refused = wanted.confirms(late, HOURS)
    assert refused.status == 409
    assert "late" in refused.text
    assert len(list(reads.responses(store, "bread"))) == 2
    assert "10–15" in wanted.posts("/collect/-/receipt", {"code": code}).text


def test_nobody_is_asked_any_more_before_the_page_is_closed(wanted: Visitor) -> None:
    for _ in range(2):
        answers(wanted)
    assert wanted.asks({"when": "late"}, form="hours").status == 409
    assert wanted.gets(HOURS).status == 409
    assert wanted.gets("/collect/-/token/bread/hours").status == 409


def test_a_build_leaves_it_closed(wanted: Visitor) -> None:
    for _ in range(2):
        answers(wanted)
    wanted.clock.turn(days=2)
    wanted.builds()
    assert "Closed on 20 November 2026" in page(wanted)
    assert "Closed on 20 November 2026" in wanted.gets("/challenges/", buffered=True).text
