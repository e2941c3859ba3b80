"""A file keeps the words of its name, and loses what a name could do harm with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.store.files import claimed_kind, clean_name


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("my loaf.jpg", "my loaf.png"),
        ("../../etc/passwd.png", "passwd.png"),
        (r"C:\Users\me\Brötchen.PNG", "Brötchen.png"),
        ("\u202egpj.exe", "gpj.exe.png"),
        ("a\0b\r\nc.png", "a b c.png"),
        ("a\ud800b.png", "a b.png"),
        ("x" * 500 + ".png", "x" * 80 + ".png"),
        ("photo.v2", "photo.v2.png"),
        ('<a href="x">|?*.png', "_a href=_x_____.png"),
        (".png", "file.png"),
        ("...", "file.png"),
        ("", "file.png"),
    ],
)
def test_a_name_is_made_harmless(name: str, wanted: str) -> None:
    assert clean_name(name, "png") == wanted


@given(st.text(st.characters(), max_size=300))
def test_whatever_it_is_called_it_is_a_plain_name(name: str) -> None:
    made = clean_name(name, "pdf")
    assert made.endswith(".pdf")
    assert 5 <= len(made) <= 84
    assert not set(made) & set('/\\\0\r\n<>:"|?*\u202e')
    assert not made.startswith((".", " "))
    made.encode()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.JPEG", "jpg"), ("a.b.pdf ", "pdf"), ("a.gif", ""), ("pdf", ""), ("", "")],
)
def test_an_ending_claims_a_kind(name: str, kind: str) -> None:
    assert claimed_kind(name) == kind
