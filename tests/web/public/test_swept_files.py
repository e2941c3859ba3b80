"""Files that nobody kept, and those that were taken back; what scripts stage."""

import pytest
from flask import Flask

from collector.entries import Role
from collector.garden import Garden
from collector.store import Store, reads
from tests.web.desk.staff import let_in
from tests.web.public.files import (
    PATH,
    PDF,
    PHOTO,
    filled,
    hands_in,
    lying,
    plant_photos,
    posts,
    problem,
    sends,
    the_idea,
    works,
)
from tests.web.visitor import Clock, Page, Visitor


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_photos(tmp_path_factory.mktemp("photos") / "garden")


class TestSwept:
    def test_what_nobody_kept_in_two_hours(
        self, visitor: Visitor, store: Store, garden: Garden, clock: Clock
    ) -> None:
        hands_in(visitor, {"photo": PHOTO})
        clock.turn(hours=1, minutes=59)
        works(garden, store, clock)
        assert len(lying(garden)) == 1
        clock.turn(minutes=2)
        works(garden, store, clock)
        assert lying(garden) == []
        assert reads.files(store, about="") == []

    def test_and_its_sender_is_told_at_the_field(
        self, visitor: Visitor, store: Store, garden: Garden, clock: Clock
    ) -> None:
        page = hands_in(visitor, {"photo": PHOTO})
        clock.turn(hours=2, minutes=1)
        works(garden, store, clock)
        again = visitor.posts(PATH, page.fields("Yes, send it"))
        assert "not here any more" in problem(again)
        assert filled(again)["title"] == "Rye"

    def test_what_is_kept_stays(
        self, visitor: Visitor, store: Store, garden: Garden, clock: Clock
    ) -> None:
        sends(visitor, {"photo": PHOTO})
        clock.turn(days=3)
        works(garden, store, clock)
        assert len(lying(garden)) == 1

    @pytest.mark.parametrize("wish", ["withdraw", "erase"])
    def test_what_its_sender_takes_back(
        self, visitor: Visitor, store: Store, garden: Garden, clock: Clock, wish: str
    ) -> None:
        code = sends(visitor, {"photo": PHOTO})
        visitor.posts("/collect/-/receipt", {"code": code, "do": wish})
        works(garden, store, clock)
        assert lying(garden) == []
        assert store.table("files").all() == []

    def test_a_file_that_is_gone_is_told_as_gone(
        self, visitor: Visitor, store: Store, app: Flask
    ) -> None:
        code = sends(visitor, {"photo": PHOTO})
        visitor.posts("/collect/-/receipt", {"code": code, "do": "withdraw"})
        page = let_in(app, "ada", Role.OWNER).gets(f"/desk/entries/{the_idea(store).ref}")
        assert "a file that is not kept any more" in page.text


class TestScripts:
    def stages(self, visitor: Visitor, token: str, name: str, content: bytes) -> Page:
        path = "/collect/-/files/photos/idea"
        return posts(visitor, [("_token", token)], [("photo", (name, content))], path)

    def begins(self, visitor: Visitor) -> dict[str, str]:
        told: dict[str, str] = visitor.client.get("/collect/-/token/photos/idea").json
        visitor.clock.turn(seconds=3)
        return told

    def test_a_file_is_staged_and_named_in_the_answers(
        self, visitor: Visitor, store: Store
    ) -> None:
        begun = self.begins(visitor)
        staged = self.stages(visitor, begun["token"], *PHOTO)
        assert staged.status == 201
        told = staged.response.json["files"]["photo"]
        assert (told["name"], told["size"] > 0) == ("my loaf.jpg", True)
        answers = {"title": "Rye", "photo": told["ref"]}
        body = {"_token": begun["token"], "_form": begun["form"], "answers": answers}
        assert visitor.client.post(PATH, json=body).status_code == 201
        assert the_idea(store).answers["photo"] == told["ref"]

    def test_what_is_wrong_is_told_by_column(self, visitor: Visitor) -> None:
        refused = self.stages(visitor, self.begins(visitor)["token"], "a.jpg", PDF)
        assert refused.status == 422
        assert refused.response.json["errors"]["photo"]["reason"] == "answer-file-kind"

    def test_without_a_token_nothing_is_staged(self, visitor: Visitor, garden: Garden) -> None:
        assert self.stages(visitor, "none", *PHOTO).status == 403
        assert lying(garden) == []


def test_on_a_page_that_says_it_is_closed_no_ref_is_told(
    visitor: Visitor, garden: Garden, clock: Clock, store: Store
) -> None:
    page = hands_in(visitor, {"photo": PHOTO})
    (file,) = reads.files(store, about="")
    brief = (garden.challenges / "photos.md").read_text("utf-8")
    closed = brief.replace("closes: never", "closes: 2026-11-01")
    (garden.challenges / "photos.md").write_text(closed, "utf-8")
    visitor.builds()
    clock.turn(seconds=3)
    told = visitor.posts(PATH, page.fields("Yes, send it"))
    assert told.status == 409
    assert "Rye" in told.text
    assert file.ref not in told.html
