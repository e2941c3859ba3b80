"""Three ways to go live, with the garden's own values and lists that check themselves."""

from dataclasses import replace

import pytest

from collector.garden import ServeSettings, SiteSettings
from collector.web.desk.go_live import RECIPES, WAYS
from collector.words import sentences


def recipe(page):
    return "\n".join(each.text() for each in page.parsed.css(".ig-desk-recipe"))


def checks(page, level):
    found = page.parsed.css(f".ig-desk-sign--{level}")
    return " ".join(each.text() for each in found)


def settings(app, **changes):
    context = app.extensions["garden"]
    garden = replace(context.garden, settings=replace(context.garden.settings, **changes))
    app.extensions["garden"] = replace(context, garden=garden)


def test_the_three_ways_are_linked(owner):
    page = owner.gets("/desk/go-live/")
    for way in WAYS:
        assert f'href="/desk/go-live/{way}/"' in page.html


def test_the_recipe_bears_the_garden_s_own_domain_port_and_folder(app, owner, garden):
    settings(app, serve=ServeSettings(port=8123))
    told = recipe(owner.gets("/desk/go-live/server/"))
    assert "ideas.bakery.example {" in told
    assert "reverse_proxy 127.0.0.1:8123" in told
    assert f"WorkingDirectory={garden.root}" in told
    assert 'url = "https://ideas.bakery.example"' in told


def test_without_an_address_that_is_said_with_the_way_to_write_it(app, owner):
    settings(app, site=SiteSettings())
    page = owner.gets("/desk/go-live/server/")
    assert "name no public address yet" in page.text
    assert "ideas.example.org {" in recipe(page)
    assert "name the public address" in checks(page, "warning")


def test_what_is_done_is_told_apart_from_what_is_to_do_and_what_can_not_be_seen(app, owner):
    page = owner.gets("/desk/go-live/server/")
    assert "begins with https" in checks(page, "ok")
    assert "trusted to name" in checks(page, "warning")
    assert "second owner" in checks(page, "warning")
    assert "domain leads to this server" in checks(page, "unseen")
    settings(app, serve=ServeSettings(proxies=1))
    assert "trusted to name" in checks(owner.gets("/desk/go-live/server/"), "ok")


def test_in_the_shop_s_network_a_code_leads_to_this_computer(owner, monkeypatch):
    monkeypatch.setattr(
        "collector.web.desk.recipes.own_address", lambda _garden: "http://192.0.2.7:8000"
    )
    page = owner.gets("/desk/go-live/here/")
    assert page.parsed.css_first("svg.ig-desk-code")
    assert "http://192.0.2.7:8000/" in page.text
    monkeypatch.setattr("collector.web.desk.recipes.own_address", lambda _garden: "")
    assert "on no network" in owner.gets("/desk/go-live/here/").text


@pytest.mark.parametrize("way", WAYS)
def test_every_line_has_its_words(way):
    needed = {f"live-check-{name}" for name in WAYS[way]} | {
        f"live-do-{name}" for name in WAYS[way]
    }
    needed |= {f"live-recipe-{way}-{name}" for name in RECIPES[way]}
    assert needed <= set(sentences())
