"""A German garden: from the home page to the desk, nobody meets an English word."""

import json
import re
import string
from collections.abc import Iterator

import pytest
from flask import Flask
from selectolax.lexbor import LexborNode

from collector.acts import people
from collector.entries import Role, State
from collector.garden import Garden
from collector.jobs import rebuild
from collector.store import Store, reads
from collector.web import create_app
from collector.words import catalogue
from tests.gardens import lay_out
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW
from tests.web.visitor import Clock, Page, Visitor, fills

SETTINGS = """
name = "Eckbäckerei"
language = "de"
timezone = "Europe/Berlin"
contact = "hallo@eckbaeckerei.example"
terms = "taking-part"
"""

BROT = """\
---
closes: 2027-06-15 18:00
prize: Ein Frühstück für zwei
contact: hallo@eckbaeckerei.example
---

# Was sollen wir als Nächstes backen?

Unser Ofen steht nachmittags leer.

## Ihre Idee {.idea}

### Wie heißt sie? * {#title}
____ (3–80 Zeichen)

### Mehr dazu {#text}
____ (lang, höchstens 2000 Zeichen)

### Was sind Sie für uns? * {#role}
- (kundschaft) Kundschaft
- (team) Ich arbeite hier
- ( ) Anderes: ____

### Was könnten Sie liefern? {#supply}
*Nur wenn [Ihre Rolle](#role) ist team.*

____ (lang)

### Wo erreichen wir Sie? {#email}
____ (E-Mail)

## Ihr Besuch {.survey #besuch results=always}

### Wie war es? * {#wie}
(1) Schlecht … (5) Gut

### Wie viele waren Sie? {#anzahl}
____ (ganze Zahl 1–20)

### Was haben Sie bezahlt? {#preis}
____ (Betrag 0,5–500 €)

### Wann waren Sie da? {#tag}
____ (Datum)

### Um wie viel Uhr? {#uhr}
____ (Uhrzeit)

### Was hat geschmeckt? {#essen choose=1-2}
- [brot] Das Brot
- [kuchen] Der Kuchen
- [tee] Der Tee

### Sterne {#sterne}
☆☆☆☆☆

### Würden Sie uns empfehlen? {#nps .nps}
(0) Nie … (10) Sicher

### Was ist Ihnen wichtig? {#reihe}
1. [ ] Frische
2. [ ] Auswahl
3. [ ] Wege

### Wie viel ist es wert? {#teil}
- Geschmack: ____
- Bedienung: ____
- = 10 Punkte

### Wie zufrieden sind Sie? {#likert}

| | Nicht | Etwas | Sehr |
| --- | --- | --- | --- |
| Brot | ( ) | ( ) | ( ) |
| Kuchen | ( ) | ( ) | ( ) |

## Kurz gefragt {.poll #kurz results=always}

### Süß oder salzig? * {#sorte}
- (suess) Süß
- (salzig) Salzig
"""

ALT = (
    "---\ncloses: 2026-01-05\n---\n# Was fehlte?\n\nVom Januar.\n\n" + BROT[BROT.index("## Kurz") :]
)

ENGLISH = re.compile(
    r"\b(the|and|your|you|of|is|are|this|that|with|we|our|it|what|from|has|have|been|be|by|or|"
    r"yes|answer|answers|please|only|open|closed|day|days|left|shown|entry|entries|page)\b",
    re.I,
)
"""Words that no German sentence of ours holds."""

FACT = re.compile(
    r"\{\w+\}|https?://\S+|(?<!\w)/[\w.-]+/\S*|`[^`]*`|\b\d+ (?:days|minutes)\b|\bCC BY\b"
)
"""What a script fills in, addresses, places of files, and what is typed just so."""
QUOTED = re.compile(r"(?:^|[\s(])“\w")
"""An English quotation; a German one ends with that mark."""

SHOWN = ("aria-label", "title", "alt", "placeholder", "data-ig-one", "data-ig-many", "content")
UNREAD = (
    *("script", "style", "code", "kbd", "pre", "meta[name=viewport]", "[type=hidden]"),
    *("[lang]:not([lang=de])", "select[name=terms]"),
)
"""What nobody reads, and what is called so in every language."""


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    folder = tmp_path_factory.mktemp("brot")
    garden = lay_out(folder, {"brot": BROT, "alt": ALT}, SETTINGS)
    with Store.open(garden) as store:
        rebuild(garden, store, NOW)
    return garden


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock(NOW)


@pytest.fixture(scope="module")
def app(garden: Garden, clock: Clock) -> Iterator[Flask]:
    app = create_app(garden, clock=clock)
    yield app
    app.extensions["garden"].store.close()
    app.extensions["garden"].limits.close()


@pytest.fixture(scope="module")
def visitor(app: Flask, clock: Clock) -> Visitor:
    return Visitor(app, clock)


@pytest.fixture(scope="module")
def owner(app: Flask) -> Person:
    return let_in(app, "ada", Role.OWNER)


def pieces(sentence: str) -> list[str]:
    """What stands around the facts of a sentence; each may be a text of its own on a page."""
    texts = (text.strip(" .,:;·–“”()") for text, *_ in string.Formatter().parse(sentence))
    return [each for each in texts if len(each) > 2]


def pattern(sentence: str) -> str:
    parts = string.Formatter().parse(sentence)
    return "".join(re.escape(text) + (".+" if fact is not None else "") for text, fact, *_ in parts)


def english() -> re.Pattern[str]:
    """Every English sentence whose German is another, and its pieces, as a text would be."""
    german = catalogue.translated("de")
    told = [
        each
        for reason, sentence in catalogue.sentences().items()
        if german[reason] != sentence and pieces(sentence)
        for each in (pattern(sentence), *map(re.escape, pieces(sentence)))
    ]
    same = {piece for sentence in german.values() for piece in map(re.escape, pieces(sentence))}
    return re.compile("|".join(dict.fromkeys(each for each in told if each not in same)))


SENTENCES = english()


def spoken(page: Page) -> Iterator[str]:
    """Every text that somebody reads or hears on the page."""
    tree = page.parsed
    for unread in UNREAD:
        for node in tree.css(unread):
            node.decompose()
    for node in tree.css("*"):
        yield from (node.attributes.get(name) or "" for name in SHOWN)
        yield from json.loads(node.attributes.get("data-ig-words") or "{}").values()
        yield from _own(node)


def _own(node: LexborNode) -> Iterator[str]:
    child = node.child
    while child is not None:
        if child.tag == "-text":
            yield " ".join((child.text_content or "").split())
        child = child.next


def is_german(page: Page, status: int = 200) -> Page:
    assert page.status == status, page.html
    html = page.parsed.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == "de", page.html
    texts = [FACT.sub("…", each) for each in spoken(page) if each]
    assert [each for each in texts if is_english(each)] == []
    return page


def is_english(text: str) -> bool:
    return bool(ENGLISH.search(text) or QUOTED.search(text) or SENTENCES.fullmatch(text))


def test_the_walk_finds_what_is_english(visitor: Visitor) -> None:
    page = visitor.gets("/")
    for told in ("Yes", "Until", "Until 15 June 2027", "This opens on 5 May.", "“Rye”"):
        assert is_english(told)
    assert not is_english("„Roggen“ und „Weizen“")
    assert "Geöffnet" in [*spoken(page)]


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/challenges/", "/privacy/", "/terms/taking-part/"),
        *("/challenges/brot/", "/challenges/alt/", "/challenges/brot/results/"),
    ],
)
def test_the_pages_of_the_site(visitor: Visitor, path: str) -> None:
    is_german(visitor.gets(path))


def test_what_is_missing(visitor: Visitor) -> None:
    is_german(visitor.gets("/nichts/"), 404)
    is_german(visitor.gets("/collect/-/thanks/nichts"))
    is_german(visitor.posts("/collect/-/receipt", {"code": "abcd-abcd-abcd-abcd"}), 404)


IDEE = {"title": "Roggen", "text": "Mit Nüssen", "role": "team", "_terms": "yes"}
BESUCH = {
    "wie": "4",
    "anzahl": "3",
    "preis": "12,5",
    "tag": "2026-11-01",
    "uhr": "14:30",
    "essen": ["brot", "tee"],
    "sterne": "4",
    "nps": "9",
    "_terms": "yes",
    "reihe__frische": "1",
    "reihe__auswahl": "2",
    "reihe__wege": "3",
    "teil__geschmack": "7",
    "teil__bedienung": "3",
    "likert__brot": "sehr",
}


def test_errors_stand_at_their_fields(visitor: Visitor) -> None:
    is_german(visitor.asks({"role": "wer"}, "brot"), 422)
    wrong = dict.fromkeys((*BESUCH, "likert__kuchen"), "?") | {"anzahl": "99", "preis": "0,1"}
    page = is_german(visitor.asks(wrong, "brot", "besuch"), 422)
    assert "mindestens 0,5" in page.text


def send(visitor: Visitor, answers: dict[str, object], form: str) -> str:
    page = is_german(visitor.asks(answers, "brot", form))  # type: ignore[arg-type]
    visitor.clock.turn(seconds=3)
    sent = visitor.posts(f"/collect/brot/{form}", page.fields("Ja, senden"))
    return is_german(visitor.thanks(sent)).receipt()


def test_an_entry_from_its_confirmation_to_its_end(visitor: Visitor) -> None:
    code = send(visitor, {**IDEE, "title": "Weizen"}, "idea")
    for do in ("look", "ask-withdraw", "withdraw", "ask-erase", "erase"):
        is_german(visitor.posts("/collect/-/receipt", {"code": code, "do": do}))


def test_answers_and_what_is_counted_of_them(visitor: Visitor) -> None:
    code = send(visitor, BESUCH, "besuch")
    page = visitor.posts("/collect/-/receipt", {"code": code})
    assert "12,5 €" in page.text
    assert "1. November 2026" in page.text
    send(visitor, {"sorte": "suess", "_terms": "yes"}, "kurz")
    fills(visitor, "brot")
    page = is_german(visitor.gets("/challenges/brot/"))
    assert "15. Juni 2027, 18:00 Uhr" in page.text
    is_german(visitor.gets("/challenges/brot/results/"))


def test_the_desk(app: Flask, visitor: Visitor, owner: Person, garden: Garden) -> None:
    stranger = Person(app)
    for path in ("/desk/log-in", "/desk/welcome"):
        is_german(stranger.gets(path))
    is_german(stranger.logs_in("falsch", "ada"), 403)
    send(visitor, IDEE, "idea")
    store = app.extensions["garden"].store
    [waiting] = reads.entries(store, State.WAITING)
    paths = ["/desk/", "/desk/queue/", "/desk/challenges/", "/desk/accounts/", "/desk/password"]
    paths += [
        "/desk/challenges/brot/",
        "/desk/challenges/brot/slips",
        "/desk/challenges/brot/poster",
    ]
    for path in (*paths, f"/desk/entries/{waiting.ref}"):
        is_german(owner.gets(path))
    is_german(owner.presses(owner.gets(f"/desk/entries/{waiting.ref}"), "Annehmen"))
    owner.does(f"/desk/entries/{waiting.ref}/reply", {"text": "Am Freitag."})
    is_german(owner.gets(f"/desk/entries/{waiting.ref}"))
    is_german(owner.gets("/desk/challenges/brot/approved/"))
    fills(visitor, "brot")
    is_german(visitor.gets(f"/challenges/brot/ideas/{waiting.ref}/"))
    is_german(visitor.gets("/challenges/brot/ideas/"))
    link = people.reset(store, "ada", NOW)
    is_german(
        stranger.posts("/desk/welcome", {"_csrf": stranger.token("/desk/welcome"), "code": link})
    )
