"""What was not asked for, is too much, or breaks off: it is told, and nothing of it lies about."""

import io

import pytest
from flask import Flask
from PIL import Image

from collector.acts import files as acts
from collector.garden import Garden
from collector.store import Store, reads
from collector.store.files import picture as picture_module
from tests.web.public.files import (
    KIND,
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
)
from tests.web.visitor import Clock, Visitor

PART = b"--crumbs\r\nContent-Disposition: form-data"
END = b"\r\n--crumbs--\r\n"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return plant_photos(tmp_path_factory.mktemp("photos") / "garden")


class TestRefused:
    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("loaf.jpg", b"", "This file is empty"),
            ("loaf.jpg", b"GIF89a" + b"\0" * 50, "choose one of these: JPG, PNG"),
            ("loaf.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "take such a file"),
            ("loaf.pdf", PDF, "take such a file"),
            ("loaf.png", picture("JPEG"), "is called .png but is a JPG"),
            ("loaf.jpg", picture("JPEG")[:200], "can't be read"),
            ("loaf.png", b"\x89PNG\r\n\x1a\n" + b"\xff" * 300, "can't be read"),
            ("loaf.jpg", b"\xff\xd8\xff" + b"\0" * (1024 * 1024), "larger than 1 MB"),
        ],
    )
    def test_a_file_that_is_not_what_was_asked_for(
        self, visitor: Visitor, garden: Garden, name: str, content: bytes, said: str
    ) -> None:
        page = hands_in(visitor, {"photo": (name, content)})
        assert said in problem(page)
        assert filled(page)["title"] == "Rye"
        assert lying(garden) == []

    def test_a_picture_that_would_fill_the_memory(self, visitor: Visitor, garden: Garden) -> None:
        bomb = io.BytesIO()
        Image.new("1", (30_000, 30_000)).save(bomb, "PNG")
        assert len(bomb.getvalue()) < 1024 * 1024
        page = hands_in(visitor, {"photo": ("bomb.png", bomb.getvalue())})
        assert "more than 25 million pixels" in problem(page)
        assert lying(garden) == []

    def test_two_files_in_one_field(self, visitor: Visitor, garden: Garden) -> None:
        texts = [("_form", visitor.form_hash("photos")), ("title", "Rye")]
        page = posts(visitor, texts, [("photo", PHOTO), ("photo", PHOTO)])
        assert "one file only" in problem(page)
        assert lying(garden) == []

    def test_none_where_one_is_required(self, visitor: Visitor) -> None:
        assert "choose a file" in problem(hands_in(visitor, {"photo": ("", b"")}))

    def test_words_where_a_file_is_asked_for(self, visitor: Visitor) -> None:
        page = visitor.asks({"title": "Rye", "photo": "loaf.jpg"}, "photos")
        assert "not here any more" in problem(page)

    def test_a_file_where_nothing_is_asked_for(self, visitor: Visitor) -> None:
        page = hands_in(visitor, {"photo": PHOTO, "strange": PHOTO})
        assert page.status == 422
        assert "no question called 'strange'" in page.text

    def test_the_file_of_somebody_else(self, visitor: Visitor, app: Flask, store: Store) -> None:
        sends(visitor, {"photo": PHOTO})
        (file,) = reads.files(store, about=the_idea(store).ref)
        thief = Visitor(app, visitor.clock)
        page = thief.asks({"title": "Mine", "photo": file.ref}, "photos")
        assert "not here any more" in problem(thief.confirms(page, PATH))
        assert reads.files(store, about=the_idea(store).ref) == [file]

    def test_the_file_of_another_question(self, visitor: Visitor, store: Store) -> None:
        hands_in(visitor, {"photo": PHOTO}, title="R")
        (file,) = reads.files(store, about="")
        fields = {"title": "Rye", "photo": file.ref, "recipe": file.ref}
        assert "not here any more" in problem(visitor.asks(fields, "photos"), "recipe")

    @pytest.mark.parametrize(
        "files",
        [[("photo", ("", PHOTO[1]))], [*[("stray", PHOTO)] * 20, ("photo", PHOTO)]],
        ids=["no name", "too many"],
    )
    def test_a_file_that_nobody_wrote_down_loses_no_words(
        self, visitor: Visitor, garden: Garden, files: list[tuple[str, tuple[str, bytes]]]
    ) -> None:
        texts = [("_form", visitor.form_hash("photos")), ("title", "Rye rolls")]
        page = posts(visitor, texts, files)
        assert page.status == 503
        assert filled(page)["title"] == "Rye rolls"
        assert lying(garden) == []

    def test_texts_of_ten_megabytes(self, visitor: Visitor, garden: Garden) -> None:
        page = hands_in(visitor, {"photo": PHOTO}, title="R" * 10_000_000)
        assert page.status == 413
        assert lying(garden) == []

    def test_a_body_that_nobody_would_read_to_its_end(self, visitor: Visitor) -> None:
        response = visitor.client.post(
            PATH,
            data=b"--crumbs\r\n",
            content_type=KIND,
            environ_overrides={"CONTENT_LENGTH": str(2**40)},
        )
        assert response.status_code == 413

    def test_more_parts_than_a_form_has(self, visitor: Visitor) -> None:
        page = hands_in(visitor, {"photo": PHOTO}, **{f"c{n}": "" for n in range(5001)})
        assert page.status == 413

    @pytest.mark.parametrize(
        "body",
        [
            b"nothing of the kind",
            PART + b'; name="title"\r\n\r\nRye',
            PART + b'; name="photo"; filename="a.jpg"\r\n\r\n\xff',
            b"--crumbs\r\nContent-Type: text/plain\r\n\r\nRye\r\n--crumbs--\r\n",
            PART + b"\r\n\r\nRye" + END,
            PART + b'; name="\xff"\r\n\r\nRye' + END,
            PART + b'; name="title"\r\n\r\n\xff\xfe' + END,
        ],
    )
    def test_a_post_that_breaks_off_or_is_none(
        self, visitor: Visitor, garden: Garden, body: bytes
    ) -> None:
        assert visitor.client.post(PATH, data=body, content_type=KIND).status_code == 400
        assert lying(garden) == []

    def test_a_post_without_a_boundary(self, visitor: Visitor) -> None:
        response = visitor.client.post(PATH, data=b"a", content_type="multipart/form-data")
        assert response.status_code == 400

    def test_a_site_that_we_do_not_know(self, visitor: Visitor, garden: Garden) -> None:
        texts = [("_form", visitor.form_hash("photos")), ("title", "Rye")]
        page = posts(visitor, texts, [("photo", PHOTO)], Origin="https://evil.example")
        assert page.status == 403
        assert lying(garden) == []


class TestLimits:
    def test_so_much_an_hour_from_one_network(self, visitor: Visitor, clock: Clock) -> None:
        large = ("large.jpg", b"\xff\xd8\xff" + b"\0" * (1024 * 1024 - 3))
        for _ in range(20):
            assert hands_in(visitor, {"photo": large}).status == 422
        page = hands_in(visitor, {"photo": PHOTO})
        assert page.status == 429
        assert filled(page)["title"] == "Rye"
        clock.turn(hours=1, seconds=1)
        assert hands_in(visitor, {"photo": PHOTO}).status == 200

    def test_one_picture_at_a_time(
        self, visitor: Visitor, garden: Garden, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(picture_module, "PATIENCE", 0.01)
        with picture_module._turn:
            page = hands_in(visitor, {"photo": PHOTO})
        assert page.status == 503
        assert filled(page)["title"] == "Rye"
        assert lying(garden) == []

    def test_so_much_staged_in_all(
        self, visitor: Visitor, monkeypatch: pytest.MonkeyPatch, store: Store
    ) -> None:
        monkeypatch.setattr(acts, "MOST_STAGED", len(PHOTO[1]) + 100)
        assert hands_in(visitor, {"photo": PHOTO}).status == 200
        page = hands_in(visitor, {"photo": PHOTO})
        assert page.status == 503
        assert filled(page)["title"] == "Rye"
        assert len(reads.files(store, about="")) == 1
