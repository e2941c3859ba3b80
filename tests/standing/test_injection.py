"""Nothing that anybody writes becomes markup, script, address or formula, wherever it is shown.

The corpus goes through every field that a visitor or an owner can write, and through every way:
form post, script's post, the desk. Then every page, feed and file is parsed and looked through.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import odf.opendocument
import openpyxl
import pytest
from flask import Flask
from odf.table import TableCell
from odf.teletype import extractText
from selectolax.lexbor import LexborHTMLParser

from collector import export
from collector.acts import desk
from collector.entries import Role
from collector.export import What
from collector.jobs import Runner
from collector.moderation import Move
from collector.pages import live
from collector.store import Store, reads
from collector.web import create_app
from tests.standing.corpus import CORPUS
from tests.web.desk.staff import Person, let_in
from tests.web.gardens import NOW, plant
from tests.web.public import files
from tests.web.public.files import PDF, PHOTO
from tests.web.public.talk import FIRST, Talk
from tests.web.room import Leader, Participant
from tests.web.visitor import Clock, Page, Visitor

PARTS = """\
---
closes: never
---

# Your stall

Tell us what you need.

## Your stall {.idea}

### Its name * {#title}
____ (3–200 characters)

### What do you bring? {#bring .public}
| | (what) What | (who) From whom |
|---|---|---|
| [tables] Tables | ____ | ____ |

### What for? {#use .public}
- [ ] Bread
- [other] Something else: ____
- [none!] Nothing

### In order {#order}
1. [bread] Bread
2. [cake] Cake

### How much? {#share}
- Bread: ____
- Cake: ____
- = 100 points
"""
FORMULA = tuple("=+-@\t\r＝＋－＠")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A garden in which everybody wrote the corpus into everything, and all of it was approved."""
    briefs = {"photos": files.PHOTOS, "parts": PARTS}
    app = create_app(
        plant(tmp_path_factory.mktemp("injection") / "garden", briefs), clock=Clock(NOW)
    )
    store: Store = app.extensions["garden"].store
    visitor = Visitor(app, Clock(NOW))
    for text in CORPUS:
        write_everywhere(visitor, text)
    owner = let_in(app, "ada", Role.OWNER)
    ideas = list(reads.ideas(store, "bread"))
    assert len(ideas) == len(CORPUS)
    for idea, text in zip(ideas, CORPUS, strict=True):
        desk.decide(store, Move.APPROVE, [idea.ref], by="ada", now=NOW)
        owner.does(f"/desk/entries/{idea.ref}/reply", {"text": text})
        talk = Talk(Visitor(app, Clock(NOW)), store, idea)
        comment = talk.says(text, name=text[:60])
        owner.does(f"/desk/entries/{comment.ref}/reply", {"text": text})
        talk.says(f"{text} too", to=comment.ref, name=text[:60])
        talk.sends("report", to=comment.ref, why="other", words=text)
    for idea in list(reads.ideas(store, "parts")):
        desk.decide(store, Move.APPROVE, [idea.ref], by="ada", now=NOW)
    runner = Runner(app.extensions["garden"].garden, store, Clock(NOW))
    while runner.once():
        pass
    yield app
    store.close()


@pytest.fixture(scope="module")
def owner(app: Flask) -> Person:
    owner = Person(app, "ada")
    assert owner.logs_in().status == 303
    return owner


def write_everywhere(visitor: Visitor, text: str) -> None:
    fields = {"title": f"{text} rye", "text": text, "role": "other", "role_other": text}
    visitor.sends(fields)
    visitor.posts("/collect/bread/idea", dict.fromkeys(fields, text))
    visitor.sends(in_parts(text), "parts")


def in_parts(text: str) -> dict[str, str]:
    cells = dict.fromkeys(("bring__tables__what", "bring__tables__who", "use_other"), text)
    return {"title": f"{text} stall", "use": "other", **cells}


def evil(html: str) -> list[str]:
    """What came through, if anything did."""
    found = []
    for each in LexborHTMLParser(html).css("*"):
        handlers = [name for name in each.attributes if name.startswith("onx")]
        links = [each.attributes.get(name) or "" for name in ("href", "src", "action")]
        scripts = [link for link in links if link.strip().lower().startswith("javascript:")]
        foreign = [link for link in links if "third-party.example" in link]
        if each.tag == "x-evil" or handlers or scripts or foreign:
            found.append(each.html or "")
    return found


@pytest.mark.parametrize("text", CORPUS)
def test_an_address_that_brings_it_along_is_drawn_as_text(app: Flask, text: str) -> None:
    brought = {"title": f"{text} rye", "text": text, "role": "other", "role_other": text}
    query = urlencode({**brought, "from": text, "_sid": text, "_from": text, text: text})
    page = Visitor(app, Clock(NOW)).gets(f"/collect/bread/idea?{query}")
    assert page.status == 200
    assert evil(page.html) == []


@pytest.mark.parametrize("text", CORPUS)
def test_what_is_searched_stays_words(app: Flask, text: str) -> None:
    visitor = Visitor(app, Clock(NOW))
    for asked in ({"q": text}, {"q": f"bun {text}", "order": text, "page": text}):
        page = visitor.gets(f"/collect/-/ideas/bread?{urlencode(asked)}")
        assert page.status == 200
        assert evil(page.html) == []
    for name in ("tag", "progress"):
        assert evil(visitor.gets(f"/collect/-/ideas/bread?{urlencode({name: text})}").html) == []


def test_no_built_page_holds_what_somebody_injected(app: Flask) -> None:
    site = live(app.extensions["garden"].garden)
    assert site is not None
    pages = list(site.public.rglob("*.html"))
    assert len(pages) > len(CORPUS)
    assert {str(page): evil(page.read_text("utf-8")) for page in pages} == {
        str(page): [] for page in pages
    }


def test_the_approved_words_stand_on_the_page_as_they_were_written(app: Flask) -> None:
    site = live(app.extensions["garden"].garden)
    assert site is not None
    told = " ".join(
        LexborHTMLParser(page.read_text("utf-8")).text()
        for page in site.public.rglob("challenges/bread/ideas/*/index.html")
    )
    for text in ("<x-evil>", "{{ 7 * 191 }}", "=1+1", "[click](javascript:evil)", "{title}"):
        assert text in told
    assert "1337" not in told


def test_the_feeds_stay_well_formed(app: Flask) -> None:
    site = live(app.extensions["garden"].garden)
    assert site is not None
    feeds = [*site.public.rglob("*.xml")]
    assert feeds
    for feed in feeds:
        tags = {each.tag.rpartition("}")[2] for each in ElementTree.parse(feed).iter()}
        assert "x-evil" not in tags


@pytest.mark.parametrize("text", CORPUS)
def test_the_collectors_own_pages_show_words_as_words(app: Flask, text: str) -> None:
    visitor = Visitor(app, Clock(NOW))
    answers = {"title": f"{text} bun", "text": text, "role": "other", "role_other": text}
    confirmation = visitor.asks(answers)
    refused = visitor.asks({"title": text, "text": "", "email": text, "role": text})
    code = visitor.thanks(visitor.confirms(confirmation)).receipt()
    receipt = visitor.posts("/collect/-/receipt", {"code": code})
    wrong = visitor.posts("/collect/-/receipt", {"code": text})
    elsewhere = visitor.gets("/collect/-/thanks/x", query_string={"q": text})
    parts = visitor.asks(in_parts(text), "parts")
    columns = (*in_parts(text), "order__bread", "order__cake", "share__bread", "use")
    no_parts = visitor.asks(dict.fromkeys(columns, text), "parts")
    pages = [confirmation, refused, receipt, wrong, elsewhere, parts, no_parts]
    assert [evil(page.html) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("text", CORPUS)
def test_what_is_said_about_an_idea_stays_words(app: Flask, text: str) -> None:
    visitor, store = Visitor(app, Clock(NOW)), app.extensions["garden"].store
    talk = Talk(visitor, store, next(reads.ideas(store, "bread")))
    first = next(reads.comments(store, "bread"))
    asked = talk.asks(to=first.ref, text=text, name=text[:60])
    code = visitor.thanks(talk.confirms(asked)).receipt()
    pages = [
        asked,
        talk.asks(text="", name=text * 9),
        talk.asks(to=text, text=text),
        talk.asks("report", why=text, words=text),
        talk.asks("report", to=first.ref, why="other", words=text),
        visitor.posts("/collect/-/receipt", {"code": code}),
        visitor.posts("/collect/-/receipt", {"code": code, "do": "change"}),
        visitor.posts(f"/collect/-/ideas/{'2' * 16}/comment", {"text": text, "_comment": text}),
        *(visitor.gets(talk.path(kind), query_string={"comment": text}) for kind in FIRST),
        *(visitor.gets(f"{talk.path(kind)}?comment={first.ref}") for kind in FIRST),
    ]
    assert [evil(page.html) for page in pages] == [[]] * len(pages)


def test_the_desk_shows_words_as_words(app: Flask, owner: Person) -> None:
    store = app.extensions["garden"].store
    kinds = (reads.ideas, reads.comments)
    refs = [each.ref for read in kinds for each in read(store, "bread")]
    pages = [owner.gets(f"/desk/entries/{ref}") for ref in refs]
    pages += [
        owner.gets(path)
        for path in (
            "/desk/",
            "/desk/queue/",
            "/desk/challenges/bread/approved/",
            "/desk/challenges/bread/themes",
        )
    ]
    assert {page.status for page in pages} == {200}
    assert [evil(page.html) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("text", CORPUS)
def test_what_files_are_called_stays_words(app: Flask, owner: Person, text: str) -> None:
    visitor, store = Visitor(app, Clock(NOW)), app.extensions["garden"].store
    recipe = (f"{text}.pdf", PDF)
    refused = files.hands_in(visitor, {"photo": recipe, "recipe": recipe})
    asked = files.hands_in(visitor, {"photo": PHOTO, "recipe": recipe}, title=f"{text} bun")
    code = visitor.thanks(visitor.confirms(asked, files.PATH)).receipt()
    receipt = visitor.posts("/collect/-/receipt", {"code": code})
    *_, idea = reads.ideas(store, "photos")
    entry = owner.gets(f"/desk/entries/{idea.ref}")
    pages = [refused, asked, receipt, entry, owner.gets("/desk/queue/")]
    assert [evil(page.html) for page in pages] == [[]] * len(pages)
    for file in reads.files(store, about=idea.ref):
        with owner.client.get(f"/desk/files/{file.ref}", buffered=True) as answer:
            assert answer.headers["Content-Disposition"].startswith("attachment; filename")


def test_what_is_written_in_a_workshop_stays_words(app: Flask, owner: Person) -> None:
    leader = Leader(owner)
    pages = [leader.opens(tables=text, dots=text, home=text) for text in CORPUS[:3]]
    leader.opens()
    maja = Participant(app, leader.code)
    maja.joins(CORPUS[0])
    leader.goes_on_to("Write silently")
    fields = dict(maja.sees().fields("Keep this idea"))
    for text in CORPUS:
        own = {"title": f"{text} bun", "text": text, "role": "other", "role_other": text}
        maja.posts({**fields, **own, "_token": ""})
        pages.append(maja.posts({**fields, **dict.fromkeys(own, text), "_token": text}))
    leader.goes_on_to("Read what is there")
    pages += [leader.does("Add the heading", heading=text[:40]) for text in CORPUS[::6]]
    pages += [maja.sees(), maja.live(), leader.sees(), maja.gives(CORPUS[0], 1)]
    pages += [leader.person.gets(f"{leader.address}{each}") for each in ("cards", "paper")]
    assert f"{CORPUS[0]} bun" in maja.sees().parsed.css_first("#wall").text()
    assert [evil(page.html) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("text", CORPUS)
def test_names_and_search_words_at_the_desk_stay_words(owner: Person, text: str) -> None:
    answers = [
        owner.does("/desk/accounts/add", {"name": text, "role": "moderator"}),
        owner.does("/desk/accounts/add", {"name": "eve", "role": text}),
        owner.posts("/desk/log-in", {"name": text, "password": text, "_csrf": owner.token()}),
        Page(owner.client.get("/desk/log-in", query_string={"next": text})),
    ]
    assert [evil(page.html) for page in answers] == [[]] * len(answers)


@pytest.mark.parametrize("text", CORPUS)
def test_what_an_owner_writes_stays_words_at_the_desk(app: Flask, owner: Person, text: str) -> None:
    challenge = f"# Brew\n\n{text}\n\n## {text} {{.idea}}\n\n### {text} * {{#title}}\n\n____\n"
    path, start = "/desk/write/bread/", {"from": "nothing"}
    pages = [
        owner.does("/desk/write/", {"title": text, "slug": text, "from": text}),
        owner.does("/desk/write/", {"title": "", "slug": text, **start}),
        *(owner.does(path, {"text": challenge, "began": text, "do": do}) for do in ("check", text)),
        owner.does(path, {"text": challenge, "began": text, "do": "save"}),
        owner.does(path, {"text": text, "began": text, "do": f"fix:{text}", "piece": text}),
        owner.does(f"{path}pictures/add", {"alt": text, "picture": text}),
        owner.does(f"{path}pictures/remove", {"picture": text}),
        owner.does(f"{path}translate", {"language": text}),
    ]
    assert [evil(page.html) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize("text", CORPUS)
def test_questions_in_a_preview_stay_words(app: Flask, owner: Person, text: str) -> None:
    """Prose may hold HTML, which is why a preview may do nothing; a form's words never do.

    They may show a picture and lead elsewhere, as its owner wrote; the preview's policy loads no
    picture from elsewhere, and without an origin nothing is followed there.
    """
    words = " ".join(text.split())
    challenge = f"# Brew\n\n## Form {{.idea}}\n\n### {words} * {{#title}}\n\n____\n"
    page = owner.does("/desk/write/bread/preview", {"text": challenge})
    owners = ("<img alt=", '<a href="https://third-party.example">')
    assert [each for each in evil(page.html) if not each.startswith(owners)] == []
    policy = page.response.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "img-src 'self' data:;" in policy


@pytest.mark.parametrize(
    "chosen",
    [{"form": "idea"}, {"what": What.COMMENTS}, {"what": What.REPORTS}],
    ids=["ideas", "comments", "reports"],
)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".ods", ".json"])
def test_no_exported_cell_is_a_formula(
    app: Flask, tmp_path: Path, suffix: str, chosen: dict[str, Any]
) -> None:
    context = app.extensions["garden"]
    site = live(context.garden)
    assert site is not None
    path = tmp_path / f"bread{suffix}"
    material = export.gather(context.store, site.briefs["bread"])
    export.export(path, material, NOW, export.Choices(**chosen))
    if suffix == ".csv":
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        width = len(rows[0])
        assert {len(row) for row in rows} == {width}
        assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(FORMULA)]
    elif suffix == ".ods":
        told = zipfile.ZipFile(path).read("content.xml").decode()
        assert "formula" not in told
        assert "xlink:href" not in told
        cells = odf.opendocument.load(path).getElementsByType(TableCell)
        assert {"=1+1", "<r><x-evil></r>"} <= {extractText(cell) for cell in cells}
    elif suffix == ".xlsx":
        cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet for cell in row]
        assert "f" not in {cell.data_type for cell in cells}
        assert {"=1+1", "<r><x-evil></r>"} <= {cell.value for cell in cells}
    else:
        assert "=1+1" in path.read_text("utf-8")
        json.loads(path.read_text("utf-8"))
