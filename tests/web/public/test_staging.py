"""A file goes the whole way: chosen, staged, confirmed, kept, taken home at the desk."""

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
    picture,
    plant_photos,
    posts,
    problem,
    sends,
    the_idea,
    works,
)
from tests.web.visitor import Clock, Visitor


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_photos(tmp_path_factory.mktemp("photos") / "garden")


class TestTheWholeWay:
    def test_a_photo_is_kept_with_its_idea(
        self, visitor: Visitor, store: Store, garden: Garden
    ) -> None:
        page = hands_in(visitor, {"photo": PHOTO})
        assert "my loaf.jpg (0.1 MB)" in page.text
        visitor.thanks(visitor.confirms(page, PATH))
        idea = the_idea(store)
        (file,) = reads.files(store, about=idea.ref)
        assert idea.answers["photo"] == file.ref
        assert (file.name, file.type, file.column) == ("my loaf.jpg", "jpg", "photo")
        assert (garden.files / file.ref).stat().st_size == file.size

    def test_the_owner_takes_it_home(self, visitor: Visitor, app: Flask, store: Store) -> None:
        sends(visitor, {"photo": PHOTO})
        owner = let_in(app, "ada", Role.OWNER)
        page = owner.gets(f"/desk/entries/{the_idea(store).ref}")
        link = page.parsed.css_first(".ig-desk-files a")
        assert link.text() == "my loaf.jpg (0.1 MB)"
        with owner.client.get(link.attributes["href"] or "", buffered=True) as answer:
            assert answer.data.startswith(b"\xff\xd8\xff")
            assert answer.mimetype == "image/jpeg"
            assert answer.headers["Content-Disposition"] == 'attachment; filename="my loaf.jpg"'
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cache-Control"] == "no-store"

    def test_a_moderator_takes_it_home_and_nobody_else(
        self, visitor: Visitor, app: Flask, store: Store
    ) -> None:
        sends(visitor, {"photo": PHOTO})
        (file,) = reads.files(store, about=the_idea(store).ref)
        address = f"/desk/files/{file.ref}"
        moderator = let_in(app, "ben", Role.MODERATOR)
        with moderator.client.get(address, buffered=True) as answer:
            assert answer.status_code == 200
        assert "/desk/log-in" in visitor.gets(address).response.headers["Location"]
        for place in (
            f"/files/{file.ref}",
            f"/var/files/{file.ref}",
            f"/collect/-/files/{file.ref}",
        ):
            assert visitor.gets(place).status in (404, 405)

    def test_a_spreadsheet_tells_what_it_is_called(self, visitor: Visitor, app: Flask) -> None:
        sends(visitor, {"photo": PHOTO, "recipe": ("=1+1.pdf", PDF)})
        owner = let_in(app, "ada", Role.OWNER)
        page = owner.gets("/desk/challenges/photos/download.csv")
        assert "my loaf.jpg" in page.html
        assert "'=1+1.pdf" in page.html

    def test_what_is_only_staged_is_for_nobody(
        self, visitor: Visitor, app: Flask, store: Store
    ) -> None:
        hands_in(visitor, {"photo": PHOTO})
        (file,) = reads.files(store, about="")
        assert let_in(app, "ada", Role.OWNER).gets(f"/desk/files/{file.ref}").status == 404

    def test_its_sender_sees_on_the_receipt_what_it_is_called(self, visitor: Visitor) -> None:
        code = sends(visitor, {"photo": PHOTO})
        page = visitor.posts("/collect/-/receipt", {"code": code})
        assert "my loaf.jpg (0.1 MB)" in page.text
        assert "Files that came with it are deleted" in page.text

    def test_a_form_without_a_file_is_sent_as_ever(self, visitor: Visitor) -> None:
        page = visitor.gets("/challenges/bread/")
        assert (
            page.parsed.css_first("form[action$='/bread/idea']").attributes.get("enctype") is None
        )
        texts = [("_form", visitor.form_hash()), ("title", "Rye")]
        assert posts(visitor, texts, [("photo", PHOTO)], "/collect/bread/idea").status == 400

    def test_files_and_their_folder_are_closed_to_others(
        self, visitor: Visitor, garden: Garden
    ) -> None:
        hands_in(visitor, {"photo": PHOTO})
        for path in (garden.files, *garden.files.iterdir()):
            assert path.stat().st_mode & 0o077 == 0

    def test_a_response_tells_no_minute_by_its_file(self, visitor: Visitor, store: Store) -> None:
        sends(visitor, {"photo": PHOTO})
        (file,) = reads.files(store, about=the_idea(store).ref)
        assert file.since == the_idea(store).received


class TestNothingIsChosenTwice:
    def test_a_mistake_elsewhere_keeps_the_file(self, visitor: Visitor, store: Store) -> None:
        page = hands_in(visitor, {"photo": PHOTO}, title="R")
        assert page.status == 422
        assert "Send “my loaf.jpg (0.1 MB)”, which you chose before" in page.text
        again = filled(page) | {"title": "Rye bread"}
        visitor.thanks(visitor.confirms(visitor.posts(PATH, again), PATH))
        assert len(reads.files(store, about=the_idea(store).ref)) == 1

    def test_changing_something_keeps_the_file(self, visitor: Visitor) -> None:
        page = hands_in(visitor, {"photo": PHOTO})
        fields = [*page.fields("Yes, send it"), ("_change", "yes")]
        changed = visitor.posts(PATH, fields)
        kept = changed.parsed.css_first("input[type=checkbox][name=photo]")
        assert "checked" in kept.attributes
        assert "required" not in changed.parsed.css_first("input[type=file][name=photo]").attributes

    def test_another_file_takes_its_place(self, visitor: Visitor, store: Store) -> None:
        page = hands_in(visitor, {"photo": PHOTO}, title="R")
        texts = filled(page) | {"title": "Rye"}
        page = posts(visitor, [*texts.items()], [("photo", ("better.png", picture("PNG")))])
        visitor.thanks(visitor.confirms(page, PATH))
        (file,) = reads.files(store, about=the_idea(store).ref)
        assert file.name == "better.png"

    def test_the_same_post_again_is_the_same_entry(self, visitor: Visitor, store: Store) -> None:
        page = hands_in(visitor, {"photo": PHOTO})
        first = visitor.thanks(visitor.confirms(page, PATH)).receipt()
        assert visitor.thanks(visitor.confirms(page, PATH)).receipt() == first
        assert the_idea(store)

    def test_the_same_file_chosen_anew_is_the_same_content(
        self, visitor: Visitor, store: Store
    ) -> None:
        assert sends(visitor, {"photo": PHOTO}) == sends(visitor, {"photo": PHOTO})
        assert the_idea(store)

    def test_sent_once_more_by_somebody_else_it_has_to_be_chosen_again(
        self, visitor: Visitor
    ) -> None:
        sends(visitor, {"photo": PHOTO})
        thanked = visitor.thanks(visitor.confirms(hands_in(visitor, {"photo": PHOTO}), PATH))
        page = visitor.posts(PATH, thanked.fields("somebody else"))
        assert "choose a file" in problem(page)

    def test_a_file_that_was_kept_is_not_sent_with_something_else(
        self, visitor: Visitor, store: Store
    ) -> None:
        page = hands_in(visitor, {"photo": PHOTO})
        visitor.thanks(visitor.confirms(page, PATH))
        token = dict(page.fields("Yes, send it"))
        (file,) = reads.files(store, about=the_idea(store).ref)
        changed = {"_form": token["_form"], "title": "Rye, corrected", "photo": file.ref}
        asked = visitor.posts(PATH, {**changed, "_sid": "a" * 32})
        assert asked.status == 200
        refused = visitor.confirms(asked, PATH)
        assert "not here any more" in problem(refused)  # it belongs to the idea by now

    def test_a_change_by_receipt_keeps_the_file_or_replaces_it(
        self, visitor: Visitor, store: Store, garden: Garden, clock: Clock
    ) -> None:
        code = sends(visitor, {"photo": PHOTO})
        (before,) = reads.files(store, about=the_idea(store).ref)
        page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
        fields = filled(page, "Send") | {"title": "Rye, sour"}
        visitor.thanks(visitor.confirms(visitor.posts(PATH, fields), PATH))
        assert reads.files(store, about=the_idea(store).ref) == [before]

        page = visitor.posts("/collect/-/receipt", {"code": code, "do": "change"})
        better = ("photo", ("better.png", picture("PNG")))
        page = posts(visitor, [*filled(page, "Send").items()], [better])
        visitor.thanks(visitor.confirms(page, PATH))
        works(garden, store, clock)
        (after,) = reads.files(store, about=the_idea(store).ref)
        assert after.name == "better.png"
        assert lying(garden) == [after.ref]
