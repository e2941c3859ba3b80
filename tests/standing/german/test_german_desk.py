"""The whole desk of a German garden, and no English word."""

from io import BytesIO

import pytest
from flask import Flask

from collector.entries import (
    Delivery,
    Event,
    Idea,
    Job,
    JobKind,
    Notice,
    Role,
    State,
)
from collector.moderation import Move
from collector.store import reads, writes
from collector.store.copies import backup
from tests.standing.german.garden import (
    CALLS,
    GERMAN,
    opened,
    say,
    suggest,
)
from tests.standing.test_german import is_german
from tests.web.desk.staff import HOME, Person, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Page, Visitor

DESK = [
    *("", "queue/", "queue/?state=waiting&kind=comment&q=Brot", "queue/?older=on&order=oldest"),
    *("challenges/", "accounts/", "decisions/", "programme/", "garden/", "backups/", "health/"),
    *("go-live/", "go-live/here/", "go-live/server/", "go-live/elsewhere/", "settings/"),
    *("notices/", "write/", "password"),
    *(f"write/{slug}/" for slug in ("brote", "spaeter")),
    *(f"challenges/{slug}/" for slug in CALLS),
    *(f"challenges/brote/{state}/" for state in State),
    *(f"challenges/brote/{each}" for each in ("poster", "slips", "cards", "enter", "bring")),
    *("challenges/brote/enter?form=kurz", "challenges/vorbei/enter", "challenges/vorbei/bring"),
    *(f"challenges/{slug}/votes" for slug in ("brote", "rang", "kasse", "paare", "phasen")),
    *("challenges/lieferung/groups", "challenges/lieferung/invitations"),
    *("challenges/geheim/invitations", "challenges/brote/invitations", "challenges/brote/groups"),
    *(f"programme/{slug}/" for slug in ("brote", "phasen", "nachmittag", "lieferung")),
]


@pytest.mark.parametrize("path", DESK)
def test_pages_of_the_desk(
    owner: Person, ideas: dict[str, Idea], polls: dict[str, list[str]], path: str
) -> None:
    page = owner.gets(f"/desk/{path}")
    is_german(page, page.status)


def test_trouble_at_the_desk(app: Flask, owner: Person, ideas: dict[str, Idea]) -> None:
    context = app.extensions["garden"]
    for kind in JobKind:
        job = Job(key=f"job {kind}", kind=kind, subject="brote", due=NOW, tries=3, error="ssh: 255")
        writes.add(context.store, job)
    for number, event in enumerate(Event):
        for state in Delivery:
            notice = Notice(
                ref=f"n{number}{state}",
                event=event,
                about=ideas["shown"].ref,
                challenge="brote",
                to="person:jana",
                state=state,
                at=NOW,
                due=NOW,
                done=NOW,
                tries=3,
                error="550",
            )
            writes.add(context.store, notice)
    made = backup.make(context.garden, context.store, NOW).path
    for path in ("", "health/", "notices/", "backups/", "garden/"):
        is_german(owner.gets(f"/desk/{path}"))
    for path, fields in (
        ("backups/verify", {"name": made.name}),
        ("backups/download", {"name": made.name, "password": "falsch"}),
        ("backups/make", {}),
        ("health/retry", {"key": "job build"}),
        ("health/retry", {"key": "nichts"}),
        ("notices/test", {"channel": "mail"}),
        ("notices/retry", {}),
        ("notices/drop", {}),
        ("notices/feed", {}),
        ("notices/no-feed", {}),
    ):
        page = owner.follows(owner.does(f"/desk/{path}", fields))
        is_german(page, page.status)


def test_ideas_are_decided_on(app: Flask, owner: Person, ideas: dict[str, Idea]) -> None:
    context = app.extensions["garden"]
    waiting = suggest(app, "brote", "Brot 2", state=State.WAITING)
    other = suggest(app, "brote", "Noch ein Brot", state=State.WAITING)
    comment = say(app, ideas["shown"], "Das wartet", state=State.WAITING)
    at = f"/desk/entries/{waiting.ref}"
    for path in ("/desk/", "/desk/queue/", at, f"/desk/entries/{comment.ref}", f"{at}/merge"):
        is_german(owner.gets(path))
    is_german(owner.gets(f"{at}/merge?into={ideas['shown'].ref}"))
    page = owner.gets(f"{at}/merge?into=Brot")
    is_german(page, page.status)
    for path, fields in (
        (f"{at}/merge", {"into": ideas["planned"].ref, "text": "Beide", "approve": "yes"}),
        (f"{at}/merge", {"into": waiting.ref}),
        (f"{at}/merge", {"into": ideas["shown"].ref}),
        (f"{at}/unmerge", {}),
        (f"{at}/progress", {"step": "declined"}),
        (f"{at}/progress", {"step": "planned", "text": "Ab Mai."}),
        (f"{at}/progress", {"step": "done", "text": "x" * 5000}),
        (f"{at}/progress", {"step": "nichts"}),
        (f"{at}/tags", {"tag": "Warm und frisch", "new": "Sommer, Kinder"}),
        (f"{at}/tags", {"new": ",".join(f"Wort {n}" for n in range(11))}),
        (f"{at}/reply", {"text": ""}),
        (f"{at}/reply", {"text": "Am Freitag."}),
        ("/desk/progress", {"ref": [waiting.ref], "step": "done", "back": ""}),
        ("/desk/progress", {"ref": [waiting.ref], "step": "declined"}),
        ("/desk/undo", {}),
        *(("/desk/decide", {"do": move, "ref": [other.ref, comment.ref]}) for move in Move),
        (f"/desk/entries/{comment.ref}/reply", {"text": "Danke"}),
        (f"/desk/entries/{other.ref}/erase", {}),
        (f"/desk/entries/{other.ref}/erase", {"sure": "yes"}),
    ):
        page = owner.follows(owner.does(path, fields))
        is_german(page, page.status)
        is_german(owner.gets(at))
    for each in (*reads.reports(context.store, ideas["shown"].ref), comment, other):
        page = owner.gets(f"/desk/entries/{each.ref}")
        is_german(page, page.status)
    is_german(owner.gets("/desk/decisions/"))
    is_german(owner.gets("/desk/"))


def test_votes_apart(app: Flask, owner: Person, visitor: Visitor, ideas: dict[str, Idea]) -> None:
    path = f"/collect/-/ideas/{ideas['open'].ref}/vote"
    trapped = {"value": "up", "_voter": "b" * 32, "_website": "x"}
    visitor.client.post(path, json=trapped)
    stranger = app.test_client(use_cookies=False)
    page = Page(stranger.post(path, data={"value": "down"}))
    stranger.post(path, data=dict(page.fields()))
    for at in ("/desk/challenges/brote/votes", "/desk/", f"/desk/entries/{ideas['open'].ref}"):
        is_german(owner.gets(at))
    for do in ("count-votes", "leave-votes", "nichts"):
        fields = {"do": do, "idea": ideas["open"].ref, "reason": "trap"}
        page = owner.follows(owner.does("/desk/challenges/brote/votes", fields))
        is_german(page, page.status)


def test_a_challenge_is_written(owner: Person) -> None:
    for title, slug, start in (
        ("", "", "nothing"),
        ("Was brauen wir?", "Nicht So", "nothing"),
        ("Was brauen wir?", "brauen", "copy:brote"),
    ):
        fields = {"title": title, "slug": slug, "from": start}
        page = owner.follows(owner.does("/desk/write/", fields))
        is_german(page, page.status)
    page = owner.gets("/desk/write/brauen/")
    node = page.parsed.css_first("textarea[name=text]")
    assert node is not None
    text = node.text().removeprefix("\n")
    wrong = text.replace("{.idea}", "{.ide}").replace("closes", "clses").replace("# Was", "# Wie")
    for do, new, began in (
        ("save", wrong, text),
        ("publish", wrong, wrong),
        ("save", text, text),
        ("publish", text, wrong),
        ("publish", text, text),
    ):
        page = owner.follows(
            owner.does("/desk/write/brauen/", {"text": new, "began": began, "do": do})
        )
        is_german(page, page.status)
        page = owner.does("/desk/write/brauen/preview", {"text": new})
        is_german(page, page.status)
    for path in ("/desk/write/", "/desk/write/brauen/", "/desk/challenges/", "/desk/"):
        is_german(owner.gets(path))
    for path in ("discard", "translate", "pictures/add", "pictures/remove"):
        page = owner.follows(owner.does(f"/desk/write/brauen/{path}", {"text": text}))
        is_german(page, page.status)


def test_people_and_settings(app: Flask, owner: Person) -> None:
    for path, fields in (
        ("add", {"name": "", "role": "viewer"}),
        ("add", {"name": "uwe", "role": "moderator"}),
        ("add", {"name": "uwe", "role": "viewer", "challenge": "brote"}),
        ("add", {"name": "jana", "role": "juror", "challenge": "brote"}),
        ("reset", {"name": "uwe"}),
        ("grant", {"name": "jana", "role": "viewer", "challenge": "rang"}),
        ("end", {"name": "jana"}),
        ("remove", {"name": "jana"}),
        ("remove", {"name": "ada"}),
    ):
        page = owner.follows(owner.does(f"/desk/accounts/{path}", fields))
        is_german(page, page.status)
    is_german(owner.gets("/desk/accounts/"))
    wrong = {"timezone": "Europe/Berln", "limits.entries": "viele", "retention": "6 Monate"}
    page = owner.gets("/desk/settings/")
    is_german(owner.presses(page, GERMAN["settings-keep"], **wrong), 422)
    for role in Role:
        person = let_in(app, f"neu {role}", role, "brote")
        for path in ("", "queue/", "challenges/", "settings/", "challenges/brote/", "decisions/"):
            page = person.follows(person.gets(f"/desk/{path}"))
            is_german(page, page.status)
    change = {"old": "falsch", "password": "kurz", "again": "anders"}
    page = owner.follows(owner.does("/desk/password", change))
    is_german(page, page.status)


def test_what_others_said_is_typed_in(owner: Person, visitor: Visitor) -> None:
    path = "/desk/challenges/brote/enter"
    page = owner.gets(path)
    hidden = {
        each.attributes["name"]: each.attributes["value"]
        for each in page.parsed.css("form.ig-form input[type=hidden]")
    }
    said = {"title": "Dinkelbrot", "cost": "4", "_source": "telephone", "_state": "approved"}
    for fields in ({"title": "D"}, said, said):
        page = owner.does(f"{path}?form=idea", {**hidden, **fields})
        is_german(page, page.status)
    code = page.parsed.css_first(".ig-desk-poster__address")
    assert code is not None
    is_german(opened(visitor, code.text().strip()))
    for table, do in (
        ("", "look"),
        ("Idee,Wo\nMohnbrot,Markt\n", "look"),
        ("title,cost\nMohnbrot,viel\nB,3\n", "look"),
        ("title,cost\nMohnbrot,3\n", "keep"),
    ):
        data = {"_csrf": owner.token(), "source": "workshop", "do": do}
        data |= {"table": (BytesIO(table.encode()), "ideen.csv")}  # type: ignore[dict-item]
        path = "/desk/challenges/brote/bring"
        page = Page(owner.client.post(path, data=data, headers={"Origin": HOME}))
        page = owner.follows(page)
        is_german(page, page.status)


def test_invitations_are_made_and_void(owner: Person) -> None:
    path = "/desk/challenges/lieferung/invitations"
    for fields in (
        {"count": "0"},
        {"count": "3", "group": "belegschaft", "ends": "gestern"},
        {"count": "3", "group": "belegschaft", "ends": "2027-01-01"},
    ):
        page = owner.does(path, fields)
        is_german(page, page.status)
    is_german(owner.gets(path))
    page = owner.follows(owner.does(f"{path}/void", {"group": "belegschaft"}))
    is_german(page, page.status)


def test_a_challenge_is_closed_and_opened_again(owner: Person) -> None:
    path = "/desk/challenges/sterne/"
    stale = owner.gets(path)
    is_german(owner.presses(stale, GERMAN["desk-close-yes"]))
    page = owner.gets("/desk/challenges/vorbei/")
    is_german(owner.presses(page, GERMAN["write-reopen-do"]))
    page = owner.presses(stale, GERMAN["desk-close-yes"], seen="nichts")
    is_german(page, 409)
