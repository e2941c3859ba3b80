import gzip
from pathlib import Path

from collector.pages.files import (
    pack,
    packed,
    remove_others,
    write_changed,
    write_new_served,
    write_served,
)


def test_a_file_is_written_only_when_its_bytes_change(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "page.md"
    assert write_changed(path, b"one")
    assert not write_changed(path, b"one")
    assert write_changed(path, b"two")
    assert [each.name for each in path.parent.iterdir()] == ["page.md"]


def test_a_served_page_has_a_compressed_copy_that_says_the_same(tmp_path: Path) -> None:
    for write in (write_served, write_new_served):
        path = tmp_path / write.__name__ / "index.html"
        write(path, b"<p>Bread</p>" * 50)
        assert gzip.decompress(packed(path).read_bytes()) == path.read_bytes()


def test_equal_pages_have_equal_copies_whenever_they_are_written(tmp_path: Path) -> None:
    write_served(tmp_path / "a.html", b"<p>Bread</p>")
    write_served(tmp_path / "b.html", b"<p>Bread</p>")
    assert packed(tmp_path / "a.html").read_bytes() == packed(tmp_path / "b.html").read_bytes()


def test_packing_leaves_pictures_and_copies_that_stand_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"jpeg")
    (tmp_path / "garden.css").write_bytes(b"a{}")
    (tmp_path / "old.html").write_bytes(b"new")
    packed(tmp_path / "old.html").write_bytes(b"kept")
    pack(tmp_path)
    assert not packed(tmp_path / "photo.jpg").exists()
    assert gzip.decompress(packed(tmp_path / "garden.css").read_bytes()) == b"a{}"
    assert packed(tmp_path / "old.html").read_bytes() == b"kept"


def test_what_is_not_wanted_any_more_goes_with_its_empty_folders(tmp_path: Path) -> None:
    wanted = tmp_path / "a" / "page.md"
    for path in (wanted, tmp_path / "a" / "old.md", tmp_path / "b" / "c" / "old.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    remove_others(tmp_path, {wanted})
    assert sorted(each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*")) == [
        "a",
        "a/page.md",
    ]
