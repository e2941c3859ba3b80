"""The factory: settings in, application out; what stands before and around it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask

from collector.garden import Garden
from collector.store import Store, reads
from collector.web import application, create_app
from collector.web.guard import origin_of
from tests.web.visitor import Clock, Visitor

FORWARDED = {"X-Forwarded-Host": "ideas.example", "X-Forwarded-Proto": "https"}
IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}


def with_settings(garden: Garden, group: str, **changes: object) -> Garden:
    changed = replace(getattr(garden.settings, group), **changes)
    return replace(garden, settings=replace(garden.settings, **{group: changed}))


def test_nothing_happens_on_import() -> None:
    code = "import sys, collector.web; assert not sys.modules.get('sqlite3.dump')"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd="/", capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_server_is_told_the_garden_by_its_environment(
    garden: Garden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDEAGARDEN_GARDEN", str(garden.root))
    app = application(on_trouble=pytest.fail)
    assert app.extensions["garden"].garden == garden
    app.extensions["garden"].store.close()


class TestProxies:
    """Behind a proxy the address asked for is what the proxy says; otherwise nobody is believed."""

    def sends(self, app: Flask, clock: Clock) -> int:
        visitor = Visitor(app, clock, headers=FORWARDED)
        return visitor.confirms(visitor.asks(IDEA), Origin="https://ideas.example").status

    def test_a_trusted_one_names_the_address(self, garden: Garden, clock: Clock) -> None:
        app = create_app(with_settings(garden, "serve", proxies=1), clock=clock)
        assert self.sends(app, clock) == 303
        app.extensions["garden"].store.close()

    def test_without_one_nobody_may_name_it(self, app: Flask, clock: Clock) -> None:
        assert self.sends(app, clock) == 403

    def test_behind_https_the_cookie_stays_there(self, garden: Garden, clock: Clock) -> None:
        app = create_app(with_settings(garden, "serve", proxies=1), clock=clock)
        visitor = Visitor(app, clock, headers=FORWARDED)
        kept = visitor.confirms(visitor.asks(IDEA))
        cookie = kept.response.headers["Set-Cookie"]
        for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/collect"):
            assert word in cookie
        app.extensions["garden"].store.close()


def test_a_collector_elsewhere_leads_back_to_the_site(garden: Garden, clock: Clock) -> None:
    app = create_app(with_settings(garden, "collector", url="https://c.example"), clock=clock)
    visitor = Visitor(app, clock)
    page = visitor.thanks(visitor.confirms(visitor.asks(IDEA), Origin="https://c.example"))
    links = {each.attributes.get("href") for each in page.parsed.css("a")}
    assert "https://ideas.bakery.example/challenges/bread/" in links
    assert visitor.confirms(visitor.asks(IDEA), Origin="https://ideas.bakery.example").status == 403
    app.extensions["garden"].store.close()


def test_no_cookie_is_set_before_something_is_sent(visitor: Visitor) -> None:
    for page in (visitor.gets("/"), visitor.gets("/collect/-/receipt")):
        assert "Set-Cookie" not in page.response.headers


def test_the_first_step_remembers_only_what_was_asked_about(visitor: Visitor) -> None:
    cookies = visitor.asks(IDEA).response.headers.getlist("Set-Cookie")
    assert [each.partition("=")[0] for each in cookies] == ["ig_offer"]
    assert "SameSite=Lax" in cookies[0]
    assert "HttpOnly" in cookies[0]


def test_neither_address_nor_browser_is_kept(visitor: Visitor, garden: Garden) -> None:
    headers = {"User-Agent": "Agent 007", "X-Forwarded-For": "203.0.113.77"}
    visitor.headers = headers
    asked = visitor.asks(IDEA)
    visitor.clock.turn(seconds=3)
    visitor.client.post(
        "/collect/bread/idea",
        data=dict(asked.fields("Yes, send it")),
        headers=headers,
        environ_overrides={"REMOTE_ADDR": "203.0.113.77"},
    )
    kept = b"".join(each.read_bytes() for each in garden.var.rglob("*") if each.is_file())
    assert b"Walnut loaf" in kept
    for private in (b"Agent 007", b"203.0.113"):
        assert private not in kept


def test_sixteen_visitors_at_once_lose_nothing_and_double_nothing(
    app: Flask, clock: Clock, store: Store
) -> None:
    def goes_through(number: int) -> str:
        visitor = Visitor(app, clock)
        asked = visitor.asks(IDEA | {"title": f"Loaf {number}"})
        codes = {visitor.thanks(visitor.confirms(asked)).receipt() for _ in range(2)}
        assert len(codes) == 1
        return codes.pop()

    with ThreadPoolExecutor(16) as crowd:
        codes = list(crowd.map(goes_through, range(48)))
    assert len(set(codes)) == 48
    titles = [each.answers["title"] for each in reads.ideas(store, "bread")]
    assert sorted(titles) == sorted(f"Loaf {number}" for number in range(48))


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://A.example/x?y", "https://a.example"),
        ("http://a.example:8000", "http://a.example:8000"),
        ("", ""),
        ("a.example", ""),
        ("//a.example", ""),
    ],
)
def test_an_origin_is_scheme_and_host(url: str, origin: str) -> None:
    assert origin_of(url) == origin
