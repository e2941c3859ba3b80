"""A German garden in which people vote, talk, come by invitation, and go from phase to phase."""

from collections.abc import Mapping
from pathlib import Path

from flask import Flask

from collector.acts import invite
from collector.brief import COMMENT
from collector.entries import Comment, Idea, State, new_reference
from collector.form import define
from collector.garden import Garden
from collector.jobs import rebuild
from collector.pages import live
from collector.store import Store, writes
from collector.words import catalogue
from tests.gardens import lay_out
from tests.standing.test_german import is_german
from tests.web.gardens import NOW
from tests.web.visitor import Page, Visitor

RECEIPT = "/collect/-/receipt"
GERMAN = catalogue.translated("de")

SETTINGS = """
name = "Eckbäckerei"
language = "de"
timezone = "Europe/Berlin"
contact = "hallo@eckbaeckerei.example"

[site]
url = "https://ideen.eckbaeckerei.example"

[limits]
entries = 10000

[mail]
host = "localhost"
port = 9
security = "none"
from = "garten@eckbaeckerei.example"

[notices]
to = ["ada@eckbaeckerei.example"]
"""

CALL = """\
---
{keys}
---

# {title}

Der Ofen ist nachmittags leer.

## Ihre Idee {{.idea}}

### Wie heißt sie? * {{#title}}
____ (3–80 Zeichen)

### Was würde das kosten? * {{#cost .public}}
____ (Betrag 0–10000 €)

### Wo erreichen wir Sie? {{#email}}
____ (E-Mail)

## Kurz gefragt {{.poll #kurz results=always}}

### Süß oder salzig? * {{#sorte}}
- (suess) Süß
- (salzig) Salzig
"""
PHASES = """\
phases:
- Ideen sammeln: 2026-11-01 to 2026-11-10, submit, comment, show ideas
- Abstimmen: 2026-11-15 to 2026-12-04 18:00, vote, show ideas
- Wir denken nach: 2026-12-10 to 2026-12-20, show ideas, show counts
voting: approve, 3 per person"""
SOON = PHASES.replace("2026-11", "2027-11").replace("2026-12", "2027-12")
GROUPS = "groups: Lieferbetriebe, Belegschaft"

CALLS = {
    "brote": ("closes: 2027-06-15 18:00\nvoting: updown, 3 per person", "Was backen wir?"),
    "sterne": ("closes: never\nvoting: stars, counts after vote", "Was schmeckt?"),
    "rang": ("closes: never\nvoting: ranked, 3 per person", "Welches Brot kommt wieder?"),
    "kasse": ("closes: never\nvoting: budget 5000 €", "Was kaufen wir?"),
    "paare": ("closes: never\nvoting: pairwise", "Welcher Kuchen?"),
    "vorbei": ("closes: 2026-11-01 18:00\nvoting: approve", "Was fehlte?"),
    "phasen": (PHASES, "Was kommt ins Osternest?"),
    "spaeter": (SOON, "Was kommt in den Sommerkorb?"),
    "lieferung": (f"closes: never\naccess: invite\n{GROUPS}\nvoting: approve", "Was liefern Sie?"),
    "geheim": (f"closes: never\nseen by: invited\n{GROUPS}\nvoting: approve", "Was verraten wir?"),
    "bekannt": ("closes: never\naccess: email\nvoting: approve", "Was sagen Bekannte?"),
}

PAGES = {
    "canvases/backstube.md": """\
---
kind: canvas
canvas: business model
---

# Wie wir arbeiten

## Schlüsselpartner

- Die Mühle
""",
    "canvases/vergleich.md": """\
---
kind: canvas
canvas: strategy
---

# Wir und andere

## Kurven

| Was zählt | Wir | Der Supermarkt |
|-----------|-----|----------------|
| Preis     | 4   | 9              |
| Auswahl   | 5   | 9              |
""",
    "experiments/brezeln.md": """\
---
kind: experiment
metric: verkaufte Brezeln nach drei
threshold: mindestens 20 am Tag
expected: from 5 % to 10 %
starts: 2026-09-07
ends: 2026-09-18
shares: 21 of 438, 57 of 462
decision: persevere
---

# Warme Brezeln

## Hypothese

Warme Brezeln locken Leute an.

## Kleinster Test

Ein Blech.

## Ergebnis

Das Blech war leer.
""",
    "programmes/nachmittag.md": """\
---
kind: programme
programme: lean start-up
---

# Warme Nachmittage

## Bauen

- challenge: brote
- experiment: brezeln

## Messen

- canvas: backstube
""",
}


def plant(folder: Path) -> Garden:
    """Laid out and built."""
    briefs = {slug: CALL.format(keys=keys, title=title) for slug, (keys, title) in CALLS.items()}
    for place, text in PAGES.items():
        path = folder / "site" / "pages" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    garden = lay_out(folder, briefs, SETTINGS)
    with Store.open(garden) as store:
        rebuild(garden, store, NOW)
    return garden


def suggest(app: Flask, challenge: str, title: str, **more: object) -> Idea:
    """An idea that stands there."""
    context = app.extensions["garden"]
    brief = live(context.garden).briefs[challenge]
    facts = {"answers": {"title": title, "cost": 1200.0}, "state": State.APPROVED, **more}
    idea = Idea(
        ref=new_reference(),
        challenge=challenge,
        form="idea",
        form_hash=define(brief.form("idea")).hash,
        received=NOW,
        **facts,  # type: ignore[arg-type]
    )
    writes.add(context.store, idea)
    return idea


def say(app: Flask, idea: Idea, text: str, **more: object) -> Comment:
    """A comment on it that is shown, unless its state says otherwise."""
    context = app.extensions["garden"]
    brief = live(context.garden).briefs[idea.challenge]
    comment = Comment(
        ref=new_reference(),
        challenge=idea.challenge,
        form=COMMENT,
        form_hash=define(brief.form(COMMENT)).hash,
        answers={"text": text, "name": "Jana"},
        received=NOW,
        about=idea.ref,
        **{"state": State.APPROVED, **more},  # type: ignore[arg-type]
    )
    writes.add(context.store, comment)
    return comment


def code(app: Flask, challenge: str) -> str:
    """Of an invitation."""
    context = app.extensions["garden"]
    brief = live(context.garden).briefs[challenge]
    return invite.make(context.store, brief, 1, NOW, group=brief.groups[0].code)[0].code


def opened(visitor: Visitor, code: str, **more: str) -> Page:
    return visitor.posts(RECEIPT, {"code": code, **more})


def through(visitor: Visitor, path: str, answers: Mapping[str, str | list[str]]) -> str:
    """Both steps without scripts, and the thanks; the receipt's code."""
    page = is_german(visitor.posts(path, answers))
    visitor.clock.turn(seconds=3)
    [form] = [each for each in page.parsed.css("main form") if "_token" in (each.html or "")]
    kept = visitor.posts(path, page.fields(form.css("button")[0].text()))
    return is_german(visitor.thanks(kept)).receipt()
