"""A German community: votes, talk, ballots and invitations, and no English word."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from flask import Flask

from collector.acts import desk, progress
from collector.entries import (
    Idea,
    Progress,
    Purpose,
    State,
)
from collector.moderation import Move
from collector.store import reads
from tests.notices.post_office import open_office
from tests.standing.german.garden import (
    CALLS,
    GERMAN,
    RECEIPT,
    code,
    opened,
    suggest,
    through,
)
from tests.standing.test_german import ENGLISH, FACT, is_german
from tests.web.gardens import NOW
from tests.web.mailing import code_for
from tests.web.visitor import Clock, Visitor, fills


@pytest.mark.parametrize(
    "path",
    [
        *(f"/challenges/{slug}/" for slug in CALLS if slug != "geheim"),
        *(f"/challenges/brote/ideas/{each}" for each in ("", "tag/warm-und-frisch/")),
        *(f"/challenges/brote/ideas/progress/{each}/" for each in ("done", "declined", "planned")),
        *(f"/collect/-/ideas/brote?{each}" for each in ("q=Brot", "q=Tomate", "q=", "order=x")),
        *("/challenges/brote/roadmap/", "/roadmap/", "/closed/", "/challenges/"),
        *("/canvases/", "/canvases/backstube/", "/canvases/vergleich/", "/experiments/"),
        *("/experiments/brezeln/", "/programmes/", "/programmes/nachmittag/"),
        *("/collect/brote/idea", "/collect/phasen/idea", "/collect/spaeter/idea"),
        *("/collect/vorbei/idea", "/collect/-/ballots/rang", "/collect/-/ballots/kasse"),
        *("/collect/-/ballots/paare", "/collect/-/ballots/vorbei", "/collect/-/pairs/paare"),
        *("/i/", "/i/abcd-efgh-jkmn-pqrs", "/collect/-/email/bekannt"),
        *("/collect/-/invited/geheim/", "/collect/-/invited/nichts/", "/collect/-/unfollow/x"),
        *("/collect/-/follow/x", "/collect/-/confirm/x", RECEIPT),
    ],
)
def test_pages_to_read(
    visitor: Visitor, ideas: dict[str, Idea], polls: dict[str, list[str]], path: str
) -> None:
    page = visitor.gets(path)
    is_german(page, page.status)


def test_ideas_that_are_shown(visitor: Visitor, ideas: dict[str, Idea]) -> None:
    for idea in ideas.values():
        is_german(visitor.gets(f"/challenges/brote/ideas/{idea.ref}/"))


def test_an_idea_like_others_from_its_form_to_its_receipt(
    app: Flask, visitor: Visitor, ideas: dict[str, Idea]
) -> None:
    store = app.extensions["garden"].store
    title = {"title": "Brot 3", "cost": "12,50", "email": "jana@home.example"}
    form = {"_form": visitor.form_hash("brote")}
    is_german(visitor.posts("/collect/brote/idea", {**form, "title": "B", "cost": "viel"}), 422)
    code = through(visitor, "/collect/brote/idea", {**form, **title})
    is_german(opened(visitor, code))
    [idea] = (
        each
        for each in reads.entries(store, State.WAITING)
        if each.answers.get("title") == title["title"]
    )
    desk.decide(store, Move.APPROVE, [idea.ref], "ada", NOW)
    for step in [*Progress][1:]:
        progress.progress(store, step, [idea.ref], "ada", NOW)
        is_german(opened(visitor, code))
    desk.reply(store, idea.ref, "Ab Mai.", "ada", NOW)
    for do in ("follow", "unfollow", "change", "ask-withdraw", "withdraw", "ask-erase", "erase"):
        page = opened(visitor, code, do=do)
        is_german(page, page.status)


def test_a_vote_is_kept_changed_and_erased(
    visitor: Visitor, ideas: dict[str, Idea], polls: dict[str, list[str]]
) -> None:
    for ref, value in (
        (ideas["shown"].ref, "up"),
        (polls["sterne"][0], "4"),
        (polls["phasen"][0], "yes"),
    ):
        path = f"/collect/-/ideas/{ref}/vote"
        code = through(visitor, path, {"value": value})
        is_german(visitor.posts(path, {"value": value}))
        is_german(visitor.posts(path, {"value": "?"}), 422)
        for do in ("look", "back", "ask-erase", "erase"):
            page = opened(visitor, code, do=do)
            is_german(page, page.status)
    for ref in (ideas["merged"].ref, polls["vorbei"][0]):
        page = visitor.posts(f"/collect/-/ideas/{ref}/vote", {"value": "up"})
        is_german(page, page.status)
    for idea in ("open", "planned", "done", "declined"):
        path = f"/collect/-/ideas/{ideas[idea].ref}/vote"
        page = visitor.posts(path, {"value": "up"})
        is_german(page, page.status)
        if page.status == 200:  # else none are left
            is_german(visitor.thanks(visitor.posts(path, page.fields())))
    fills(visitor, "brote")
    is_german(visitor.gets(f"/challenges/brote/ideas/{ideas['shown'].ref}/"))


def test_comments_replies_and_reports(app: Flask, visitor: Visitor, ideas: dict[str, Idea]) -> None:
    store = app.extensions["garden"].store
    shown = ideas["shown"]
    first = next(each for each in reads.comments(store, "brote") if not each.parent)
    for kind, asked, answers in (
        ("comment", "", {"text": "Mit Butter, bitte.", "name": "Uwe"}),
        ("comment", first.ref, {"text": "Gerne", "name": ""}),
        ("report", "", {"why": "unkind"}),
        ("report", first.ref, {"why": "other", "words": "Wer ist das?"}),
    ):
        path = f"/collect/-/ideas/{shown.ref}/{kind}"
        form = {"_form": visitor.form_hash("brote", f"_{kind}")}
        on = {"_comment": asked} if asked else {}
        is_german(visitor.gets(f"{path}?comment={asked}" if asked else path))
        is_german(visitor.posts(path, {**form, **on}), 422)
        code = through(visitor, path, {**form, **on, **answers})
        for do in ("look", "change", "ask-withdraw", "withdraw", "ask-erase", "erase"):
            page = opened(visitor, code, do=do)
            is_german(page, page.status)


def test_ballots_and_pairs(visitor: Visitor, polls: dict[str, list[str]]) -> None:
    first, second, third = polls["rang"]
    both: Mapping[str, str | list[str]] = {f"choices__{each}": "1" for each in (first, second)}
    is_german(visitor.posts("/collect/-/ballots/rang", both), 422)
    is_german(visitor.posts("/collect/-/ballots/kasse", {"choices": [*polls["kasse"], "x"]}), 422)
    order = {f"choices__{each}": str(n) for n, each in enumerate((second, first, third), 1)}
    for slug, answers in (("rang", order), ("kasse", {"choices": polls["kasse"][:2]})):
        path = f"/collect/-/ballots/{slug}"
        code = through(visitor, path, answers)
        is_german(visitor.gets(path))
        for do in ("look", "change", "back", "ask-erase", "erase"):
            page = opened(visitor, code, do=do)
            is_german(page, page.status)
        through(visitor, path, answers)
    page = visitor.gets("/collect/-/pairs/paare")
    neither = GERMAN["pairs-neither"]
    for choice in ("left", "right", "neither"):
        fields = page.fields(neither)
        page = is_german(visitor.posts("/collect/-/pairs/paare", [*fields, ("choice", choice)]))
    for slug in ("rang", "kasse", "paare"):
        fills(visitor, slug)
        is_german(visitor.gets(f"/challenges/{slug}/results/"))
        is_german(visitor.gets(f"/challenges/{slug}/"))
    page = visitor.posts("/collect/-/pairs/paare", {"do": "forget"})
    is_german(page, page.status)


def test_who_was_invited(app: Flask, clock: Clock) -> None:
    supply, secret = code(app, "lieferung"), code(app, "geheim")
    idea = suggest(app, "geheim", "Kardamom")
    guest = Visitor(app, clock)
    fills(guest, "geheim")
    for each in (supply, secret):
        is_german(guest.gets(f"/i/{each}"))
        is_german(guest.posts(f"/i/{each}", {}))
    for below in ("", "ideas/", f"ideas/{idea.ref}/", "results/", "nichts/"):
        page = guest.gets(f"/collect/-/invited/geheim/{below}")
        is_german(page, page.status)
    form = {"_form": guest.form_hash("lieferung"), "title": "Mehl vom Hof", "cost": "30"}
    is_german(opened(guest, through(guest, "/collect/lieferung/idea", form)))
    other = Visitor(app, clock)
    page = other.posts("/collect/lieferung/idea", form)
    is_german(page, page.status)
    page = other.posts(f"/i/{supply}", {})
    is_german(page, page.status)
    is_german(other.posts("/i/", {"_invite": "abcd"}), 403)


def test_who_confirms_an_address(app: Flask, visitor: Visitor) -> None:
    context = app.extensions["garden"]
    with open_office() as (office, mail):
        settings = replace(context.garden.settings, mail=mail)
        garden = replace(context.garden, settings=settings)
        app.extensions["garden"] = replace(context, garden=garden)
        is_german(visitor.posts("/collect/-/email/bekannt", {"email": "niemand"}), 422)
        is_german(visitor.posts("/collect/-/email/bekannt", {"email": "jana@home.example"}))
        app.extensions["garden"] = context
    mail_text = str(office.received[-1].get_content())
    assert not ENGLISH.search(FACT.sub("…", f"{office.received[-1]['Subject']} {mail_text}"))
    found = re.search(r"/collect/-/confirm/[\w=-]+", mail_text)
    assert found
    form = {"_form": visitor.form_hash("bekannt"), "title": "Hefezopf", "cost": "3"}
    page = visitor.posts("/collect/bekannt/idea", form)
    is_german(page, 403)
    is_german(visitor.gets(found[0]))
    is_german(visitor.posts(found[0], {}))
    page = visitor.posts(found[0], {})
    is_german(page, page.status)


def test_who_follows_an_idea(app: Flask, visitor: Visitor, ideas: dict[str, Idea]) -> None:
    path = f"/collect/-/ideas/{ideas['planned'].ref}/follow"
    is_german(visitor.gets(path))
    is_german(visitor.posts(path, {"email": "niemand"}), 422)
    is_german(visitor.posts(path, {"email": "jana@home.example"}))
    for purpose, way in ((Purpose.CONFIRM, "follow"), (Purpose.LEAVE, "unfollow")):
        link = f"/collect/-/{way}/{code_for(app, purpose, ideas['planned'].ref)}"
        is_german(visitor.gets(link))
        is_german(visitor.posts(link, {}))
