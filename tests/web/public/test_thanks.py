"""The thanks page: the receipt's code, for an hour, and what is told in return."""

import json
import stat

import pytest

from collector.web.public import told
from tests.web.visitor import Visitor, fills

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


def test_a_brief_says_its_own_thanks(visitor: Visitor) -> None:
    brief = visitor.app.extensions["garden"].garden.challenges / "bread.md"
    own = "## Danke, <x-evil> {.thanks}\n\nWe bake **on Monday**. See [the shop](shop.html).\n\n"
    text = brief.read_text("utf-8").replace("## What do you like", own + "## What do you like")
    brief.write_text(text, "utf-8")
    visitor.builds()
    asked = visitor.asks({"when": "noon"}, form="hours")
    page = visitor.thanks(visitor.confirms(asked, "/collect/bread/hours"))
    assert "Danke, <x-evil>" in page.parsed.css_first("h1").text()
    said = page.parsed.css_first(".ig-thanks")
    assert said.css_first("strong").text() == "on Monday"
    assert said.css_first("a").attributes["href"].endswith("/challenges/bread/shop.html")
    assert page.parsed.css_first("x-evil") is None
    assert page.receipt()
    other = visitor.asks({"taste": "sweet"}, form="taste")
    page = visitor.thanks(visitor.confirms(other, "/collect/bread/taste"))
    assert "Danke" not in page.text
    assert "on Monday" not in visitor.gets("/challenges/bread/", buffered=True).html


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

    def test_of_many_answers_those_are_told_that_were_counted_last(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(told, "MANY", 1)
        for when in ("late", "late"):
            Visitor(visitor.app, visitor.clock).sends({"when": when}, form="hours")
        code = visitor.sends({"when": "noon"}, form="hours")
        assert "3 answers" in self.result(visitor, code)
        fills(visitor)
        Visitor(visitor.app, visitor.clock).sends({"when": "noon"}, form="hours")
        visitor.clock.turn(minutes=5)
        assert "3 answers" in self.result(visitor, code)
        assert "Counted on 20 November 2026 at 14:35" in self.result(visitor, code)
        fills(visitor)
        assert "4 answers" in self.result(visitor, code)
        assert "Counted on 20 November 2026 at 14:40" in self.result(visitor, code)

    def test_where_what_was_counted_can_not_be_read_all_are_counted(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(told, "MANY", 0)
        code = visitor.sends({"when": "noon"}, form="hours")
        fills(visitor)
        assert "Counted on" in self.result(visitor, code)
        path = visitor.app.extensions["garden"].garden.counted / "bread.json"
        for content in (b"", b"[]", b"{}", b'{"as_of": 1, "results": []}', b"\xff"):
            path.write_bytes(content)
            assert "1 answer" in self.result(visitor, code)
            assert "Counted on" not in self.result(visitor, code)

    def test_of_a_survey_only_what_moves_in_steps_is_told(self, visitor: Visitor) -> None:
        brief = visitor.app.extensions["garden"].garden.challenges / "bread.md"
        asked = "\n## Your mood {.survey #mood results=after-vote}\n\n### How? {#how}\n\n"
        brief.write_text(f"{brief.read_text('utf-8')}{asked}- (a) A\n- (b) B\n", "utf-8")
        visitor.builds()
        for number in range(10):
            code = Visitor(visitor.app, visitor.clock).sends({"how": "ab"[number % 2]}, form="mood")
        fills(visitor)
        assert "5 · 50" in self.result(visitor, code)
        code = Visitor(visitor.app, visitor.clock).sends({"how": "a"}, form="mood")
        for _ in range(2):
            assert "5 · 50" in self.result(visitor, code)
            fills(visitor)

    def test_the_counts_of_those_who_answered_are_for_nobody_else(self, visitor: Visitor) -> None:
        visitor.sends({"when": "noon"}, form="hours")
        fills(visitor)
        folder = visitor.app.extensions["garden"].garden.counted
        assert stat.S_IMODE((folder / "bread.json").stat().st_mode) == 0o600
        results = json.loads((folder / "bread.json").read_text("utf-8"))["results"]
        assert set(results) == {"hours", "taste"}  # never a survey's
        assert visitor.client.get("/collect/-/results/bread/hours.json").status_code == 403
        shown = visitor.gets("/collect/-/published/bread.json", buffered=True).response.json
        assert shown["counts"]["responses"]["hours"] == 1
        assert set(shown["results"]) == {"taste"}

    def result(self, visitor: Visitor, code: str) -> str:
        page = visitor.posts("/collect/-/receipt", {"code": code})
        return " ".join(page.parsed.css_first(".ig-results").text().split())

    def test_a_surveys_answers_stay_with_us(self, visitor: Visitor) -> None:
        asked = visitor.asks({"how": "4", "else": ["bread", "cake"]}, form="visit")
        page = visitor.thanks(visitor.confirms(asked, "/collect/bread/visit"))
        assert page.parsed.css_first(".ig-results") is None
