"""What only the invited see: nothing of it without a code, all of it with one."""

from pathlib import Path

import pytest
from flask import Flask

from collector.acts import desk
from collector.garden import Garden
from collector.moderation import Move
from collector.pages import live
from collector.store import Store, reads, views
from tests.web.gardens import NOW, copy
from tests.web.public.ballot_box import address, suggest
from tests.web.public.invited_garden import PICTURE, codes, plant_invited
from tests.web.visitor import Clock, Visitor, fills

PAGE = "/collect/-/invited/secret/"
TOLD = ("nobody knows", "Whisper", "secret loaf", "hidden question", "Cardamom")
NOON = {"when": "noon"}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_invited(tmp_path_factory.mktemp("inside") / "garden")


@pytest.fixture
def garden(planted: Garden, tmp_path: Path) -> Garden:
    return copy(planted, tmp_path / "garden")


@pytest.fixture
def code(visitor: Visitor) -> str:
    return codes(visitor, challenge="secret")[0]


@pytest.fixture
def ref(visitor: Visitor) -> str:
    """An idea that stands on its pages."""
    found = suggest(visitor, "secret", "Cardamom and rye")
    fills(visitor, "secret")
    return found


@pytest.fixture
def guest(app: Flask, clock: Clock, code: str) -> Visitor:
    """Somebody whose browser keeps a code."""
    found = Visitor(app, clock)
    assert found.posts(f"/i/{code}", {}).status == 200
    return found


def addresses(ref: str) -> list[tuple[str, str]]:
    """Every address that could tell something of the challenge."""
    below = ("", f"ideas/{ref}/", "ideas/", "results/", "results/results.json", "-/oven.png")
    return [
        *(("GET", f"{PAGE}{each}") for each in below),
        *(("POST", f"{PAGE}{each}") for each in below),
        ("GET", "/challenges/secret/"),
        ("GET", f"/challenges/secret/ideas/{ref}/"),
        ("GET", f"/challenges/secret/ideas/{ref}/feed.xml"),
        ("GET", "/challenges/oven.png"),
        ("GET", "/feeds/challenges/secret.xml"),
        ("GET", "/collect/secret/idea"),
        ("POST", "/collect/secret/idea"),
        ("POST", "/collect/secret/hours"),
        ("GET", "/collect/-/token/secret/idea"),
        ("POST", "/collect/-/files/secret/idea"),
        ("GET", "/collect/-/results/secret/hours.json"),
        ("GET", "/collect/-/published/secret.json"),
        ("GET", "/collect/-/similar/secret?q=Cardamom"),
        ("GET", "/collect/-/ideas/secret?q=Cardamom"),
        ("POST", f"/collect/-/ideas/{ref}/vote"),
        ("GET", f"/collect/-/ideas/{ref}/comment"),
        ("POST", f"/collect/-/ideas/{ref}/comment"),
        ("GET", f"/collect/-/token/-/ideas/{ref}/comment"),
        ("GET", f"/collect/-/ideas/{ref}/follow"),
        ("POST", f"/collect/-/ideas/{ref}/follow"),
    ]


class TestWithoutACode:
    def test_no_address_tells_anything(self, visitor: Visitor, ref: str) -> None:
        for method, path in addresses(ref):
            page = visitor.gets(path) if method == "GET" else visitor.posts(path, {"value": "yes"})
            assert page.status in (403, 404), (method, path, page.status)
            assert not [each for each in TOLD if each in page.html], (method, path)
            assert PICTURE not in page.response.data

    def test_no_public_byte_tells_anything(self, garden: Garden, ref: str) -> None:
        public = live(garden).public
        for path in (each for each in public.rglob("*") if each.is_file()):
            content = path.read_bytes()
            assert PICTURE not in content, path
            for each in (*TOLD, ref, "challenges/secret"):
                assert each.encode() not in content, (path, each)

    def test_it_is_told_from_what_is_not_there_by_nothing(self, visitor: Visitor) -> None:
        wrong = {"_invite": "abcd-efgh-jkmn-pqrs"}
        for fields in ({}, wrong):
            one, other = (
                visitor.posts(f"/collect/-/invited/{name}/", fields) for name in ("secret", "none")
            )
            assert (one.status, one.html.replace("secret", "none")) == (other.status, other.html)
        assert (
            visitor.gets(PAGE).html.replace("secret", "none")
            == visitor.gets("/collect/-/invited/none/").html
        )

    def test_a_code_of_another_challenge_opens_nothing(self, visitor: Visitor) -> None:
        page = visitor.posts(PAGE, {"_invite": codes(visitor)[0]})
        assert page.status == 403
        assert not [each for each in TOLD if each in page.html]

    def test_what_was_typed_goes_along_with_the_code(
        self, visitor: Visitor, store: Store, code: str
    ) -> None:
        sent = {"_form": visitor.form_hash("secret", "hours"), **NOON}
        asked = visitor.posts("/collect/secret/hours", sent)
        again = {**dict(asked.fields("Take part")), "_invite": code}
        page = visitor.posts("/collect/secret/hours", again)
        assert visitor.confirms(page, "/collect/secret/hours").status == 303
        (kept,) = reads.responses(store, "secret")
        assert (kept.answers, kept.group) == (NOON, "suppliers")


class TestWithACode:
    def test_the_pages_are_shown_and_lead_to_each_other(self, guest: Visitor, ref: str) -> None:
        page = guest.gets(PAGE)
        assert page.status == 200
        assert "The recipe nobody knows yet" in page.text
        assert "Cardamom and rye" in page.text
        assert page.response.headers["Cache-Control"] == "private, no-store"
        links = {each.attributes["href"] for each in page.parsed.css("#content a[href]")}
        inside = {each for each in links if each and "secret" in each}
        assert inside
        for each in inside:
            assert each.startswith(PAGE), each
            assert guest.gets(each.partition("#")[0]).status == 200, each
        idea = guest.gets(f"{PAGE}ideas/{ref}/")
        assert "Cardamom and rye" in idea.text
        assert not [each for each in idea.parsed.css("a[href$='.xml']") if "idea" in each.html]

    def test_each_look_at_them_is_counted_and_no_other(
        self, app: Flask, store: Store, guest: Visitor, visitor: Visitor, ref: str
    ) -> None:
        guest.gets(PAGE)
        guest.gets(f"{PAGE}ideas/{ref}/")
        guest.gets(f"{PAGE}ideas/")
        visitor.gets(PAGE)  # who is asked for a code
        app.extensions["garden"].views.keep()
        assert views.by_day(store, ["secret"]) == {"secret": {NOW.date(): 2}}

    def test_its_picture_is_shown(self, guest: Visitor) -> None:
        source = guest.gets(PAGE).parsed.css_first("#content img").attributes["src"]
        assert guest.gets(source).response.data == PICTURE

    def test_styles_and_scripts_are_found(self, guest: Visitor) -> None:
        page = guest.gets(PAGE)
        named = [each.attributes["href"] for each in page.parsed.css("link[rel=stylesheet]")]
        named += [each.attributes["src"] for each in page.parsed.css("script[src]")]
        assert named
        for each in named:
            with guest.client.get(each) as found:
                assert found.status_code == 200, each

    def test_everything_can_be_done(self, guest: Visitor, ref: str) -> None:
        guest.sends({"title": "Caraway seeds"}, "secret", "idea")
        guest.sends(NOON, "secret", "hours")
        asked = guest.posts(address(ref), {"value": "yes"})
        assert guest.posts(address(ref), asked.fields("Yes")).status == 303
        assert guest.gets(f"/collect/-/ideas/{ref}/comment").status == 200
        assert "Cardamom" in guest.gets("/collect/-/ideas/secret?q=Cardamom").text
        similar = guest.client.get("/collect/-/similar/secret?q=Cardamom+and+rye")
        assert similar.json["ideas"][0]["url"] == f"{PAGE}ideas/{ref}/"
        assert "private" in similar.headers["Cache-Control"]
        with guest.client.get("/collect/-/published/secret.json") as published:
            assert b"Cardamom" in published.data

    def test_without_cookies_the_pages_own_forms_take_the_code_along(
        self, app: Flask, clock: Clock, code: str, store: Store
    ) -> None:
        visitor = Visitor(app, clock)
        visitor.client = app.test_client(use_cookies=False)
        page = visitor.posts(PAGE, {"_invite": code})
        assert page.status == 200
        fields = page.fields("Send my answer")
        assert ("_invite", code.replace("-", "")) in fields
        sent = visitor.posts("/collect/secret/hours", [*fields, ("when", "noon")])
        assert visitor.confirms(sent, "/collect/secret/hours").status == 303
        assert len(list(reads.responses(store, "secret"))) == 1

    def test_what_is_taken_back_is_seen_no_more(
        self, guest: Visitor, store: Store, ref: str
    ) -> None:
        desk.decide(store, Move.REJECT, [ref], "ada", NOW)
        fills(guest, "secret")
        assert guest.gets(f"{PAGE}ideas/{ref}/").status == 404

    @pytest.mark.parametrize(
        "below",
        ["../../../briefs/secret.md", "..%2f..%2fbuild.json", "-/../x", "-/secret.md", ".x"],
    )
    def test_no_other_file_is_shown(self, guest: Visitor, below: str) -> None:
        assert guest.gets(PAGE + below).status == 404


class TestByItsLink:
    def test_it_is_seen_by_whoever_knows_it_and_stands_in_no_list(
        self, garden: Garden, visitor: Visitor
    ) -> None:
        ref = suggest(visitor, "quiet", "Poppy seeds")
        fills(visitor, "quiet")
        for below in ("", "ideas/", f"ideas/{ref}/", "results/"):
            page = visitor.gets(f"/challenges/quiet/{below}")
            assert page.status == 200, below
            assert page.parsed.css_first("meta[name=robots]").attributes["content"] == "noindex"
        public = live(garden).public
        outside = (
            each
            for each in public.rglob("*")
            if each.is_file() and "challenges/quiet/" not in each.as_posix()
        )
        for path in outside:
            for each in (b"challenges/quiet", b"The quiet one", b"Poppy"):
                assert each not in path.read_bytes(), path
        assert not (public / "feeds" / "challenges" / "quiet.xml").exists()
