"""A picture is made anew: pixels stay, and nothing else of its file."""

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from collector.store.files import (
    FORMATS,
    MOST_PIXELS,
    Damaged,
    TooManyPixels,
    kind_of,
    make_anew,
    picture,
)

SECRET = b"51.5074 N 0.1278 W"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "picture"


def made(path: Path, kind: str) -> Image.Image:
    make_anew(path, kind)
    assert kind_of(path) == kind
    with Image.open(path) as found:
        found.load()
        return found


def with_exif(**tags: object) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    for tag, value in tags.items():
        exif[int(tag[1:])] = value
    return exif.tobytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_what_a_camera_wrote_beside_the_pixels_is_gone(path: Path, kind: str) -> None:
    given = Image.new("RGB", (20, 10), "orange")
    given.save(path, FORMATS[kind], exif=with_exif(), icc_profile=b"\0" * 200 + SECRET)
    path.write_bytes(path.read_bytes() + SECRET)
    found = made(path, kind)
    assert SECRET not in path.read_bytes()
    assert not found.getexif()
    assert "icc_profile" not in found.info


def test_a_comment_is_gone_too(path: Path) -> None:
    Image.new("RGB", (20, 10)).save(path, "JPEG", comment=SECRET)
    made(path, "jpg")
    assert SECRET not in path.read_bytes()


def test_it_stands_upright(path: Path) -> None:
    given = Image.new("RGB", (20, 10), "orange")
    given.save(path, "JPEG", exif=with_exif(t274=6))
    assert made(path, "jpg").size == (10, 20)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_kind_keeps_its_pixels(path: Path, mode: str) -> None:
    given = (
        Image.new(mode, (3, 2))
        if mode == "I;16"
        else Image.new("RGBA", (3, 2), "red").convert(mode)
    )
    given.save(path, "PNG")
    with Image.open(path) as before:
        wanted = before.convert("RGBA").tobytes() if mode != "I;16" else before.tobytes()
    found = made(path, "png")
    assert (found.convert("RGBA").tobytes() if mode != "I;16" else found.tobytes()) == wanted


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpg_of_any_kind_is_taken(path: Path, mode: str) -> None:
    Image.new(mode, (3, 2)).save(path, "JPEG")
    assert made(path, "jpg").mode == ("L" if mode == "L" else "RGB")


def test_of_a_picture_that_moves_the_first_is_kept(path: Path) -> None:
    first, second = Image.new("RGB", (4, 4), "red"), Image.new("RGB", (4, 4), "blue")
    first.save(path, "WEBP", save_all=True, append_images=[second], lossless=True)
    red, _, blue = made(path, "webp").convert("RGB").getpixel((1, 1))  # type: ignore[misc]
    assert red > blue


def test_a_bomb_is_refused_before_it_is_decoded(path: Path) -> None:
    side = int(MOST_PIXELS**0.5) + 1
    Image.new("1", (side, side)).save(path, "PNG")
    with pytest.raises(TooManyPixels):
        make_anew(path, "png")


def test_a_large_photograph_is_halved(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MOST_PIXELS", 30_000)
    Image.new("RGB", (320, 240), "orange").save(path, "JPEG", exif=with_exif(t274=6))
    assert made(path, "jpg").size == (120, 160)
    Image.new("RGB", (640, 240), "orange").save(path, "JPEG")
    with pytest.raises(TooManyPixels):
        make_anew(path, "jpg")


def test_so_is_one_that_only_claims_to_be_large(path: Path) -> None:
    Image.new("1", (1, 1)).save(path, "PNG")
    content = bytearray(path.read_bytes())
    content[16:24] = b"\x7f\xff\xff\xff" * 2
    path.write_bytes(content)
    with pytest.raises((TooManyPixels, Damaged)):
        make_anew(path, "png")


def test_no_other_decoder_is_asked(path: Path) -> None:
    Image.new("RGB", (4, 4)).save(path, "GIF")
    with pytest.raises(Damaged):
        make_anew(path, "png")


GOOD = {}
for _kind, _format in FORMATS.items():
    _file = io.BytesIO()
    Image.effect_noise((24, 24), 50).save(_file, _format)
    GOOD[_kind] = _file.getvalue()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind=st.sampled_from(sorted(GOOD)),
    changes=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 5000),
)
def test_whatever_bytes_come_it_is_a_picture_or_refused(
    path: Path, kind: str, changes: list[tuple[int, int]], cut: int
) -> None:
    content = bytearray(GOOD[kind])
    for place, value in changes:
        content[place % len(content)] = value
    path.write_bytes(content[: len(content) - cut % len(content)] if cut % 3 == 0 else content)
    try:
        make_anew(path, kind)
    except (Damaged, TooManyPixels):
        return
    with Image.open(path) as found:
        assert found.size[0] * found.size[1] <= MOST_PIXELS
