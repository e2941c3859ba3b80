"""The thanks page: the receipt's code, for an hour, and what is told in return."""

from tests.web.visitor import Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}


def test_it_shows_the_code_and_the_way_back(visitor: Visitor) -> None:
    page = visitor.thanks(visitor.confirms(visitor.asks(IDEA)))
    assert page.status == 200
    assert len(page.receipt().replace("-", "")) == 16
    links = {each.attributes.get("href") for each in page.parsed.css("a")}
    assert {"/challenges/bread/", f"/collect/-/receipt#{page.receipt()}"} <= links


def test_it_is_kept_by_no_cache_and_named_to_nobody(visitor: Visitor) -> None:
    headers = visitor.thanks(visitor.confirms(visitor.asks(IDEA))).response.headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_its_address_tells_nothing(visitor: Visitor) -> None:
    kept = visitor.confirms(visitor.asks(IDEA))
    code = visitor.thanks(kept).receipt()
    assert code not in kept.response.headers["Location"]


def test_after_an_hour_it_asks_for_the_code(visitor: Visitor) -> None:
    kept = visitor.confirms(visitor.asks(IDEA))
    code = visitor.thanks(kept).receipt()
    visitor.clock.turn(hours=1, seconds=1)
    page = visitor.thanks(kept)
    assert code not in page.html
    assert page.parsed.css_first("input[name=code]") is not None


def test_a_ticket_that_is_not_ours_asks_for_the_code(visitor: Visitor) -> None:
    for ticket in ("x", "gAAAA", "%00", "%ff", "a" * 3000):
        page = visitor.gets(f"/collect/-/thanks/{ticket}")
        assert page.parsed.css_first("input[name=code]") is not None


class TestResults:
    def test_whoever_answered_a_poll_sees_its_result(self, visitor: Visitor) -> None:
        Visitor(visitor.app, visitor.clock).sends({"when": "late"}, form="hours")
        asked = visitor.asks({"when": "noon"}, form="hours")
        page = visitor.thanks(visitor.confirms(asked, "/collect/bread/hours"))
        assert "2 answers" in page.text
        assert "10–15" in page.text

    def test_they_see_it_with_their_receipt_too(self, visitor: Visitor) -> None:
        code = visitor.sends({"when": "noon"}, form="hours")
        page = visitor.posts("/collect/-/receipt", {"code": code})
        assert "10–15" in page.text
        assert "1 answer" in page.text

    def test_a_surveys_answers_stay_with_us(self, visitor: Visitor) -> None:
        asked = visitor.asks({"how": "4", "else": ["bread", "cake"]}, form="visit")
        page = visitor.thanks(visitor.confirms(asked, "/collect/bread/visit"))
        assert page.parsed.css_first(".ig-results") is None
