"""New values go into the settings' text; whatever else stands there stays to the letter."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.garden.editing import edited

OWN = """\
# The corner bakery
name = "Corner Bakery"  # as on the door
[site]   # public
url = ""

# ours
[limits]
entries = 600
"""


def test_comments_and_order_stay() -> None:
    assert edited(OWN, {"name": "Café", "site.url": "https://x.example"}) == OWN.replace(
        '"Corner Bakery"', '"Café"'
    ).replace('url = ""', 'url = "https://x.example"')


def test_a_group_that_is_missing_comes_last() -> None:
    told = edited(OWN, {"backup.keep": 3, "collector.origins": ("https://a.example",)})
    assert told.startswith(OWN)
    assert tomllib.loads(told)["backup"] == {"keep": 3}
    assert tomllib.loads(told)["collector"] == {"origins": ["https://a.example"]}


@pytest.mark.parametrize(
    "text",
    ["", 'site.url = "x"\n', 'site = {url = "x"}\n', '[site]\nurl = "x"', '\ufeffname = "x"\r\n'],
)
def test_every_way_to_write_it_can_be_changed(text: str) -> None:
    told = tomllib.loads(edited(text.removeprefix("\ufeff"), {"site.url": "y", "language": "de"}))
    assert (told["site"]["url"], told["language"]) == ("y", "de")


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_read_back_as_it_was_typed(value: str) -> None:
    told = tomllib.loads(edited(OWN, {"name": value}))
    assert told["name"] == value
    assert told["limits"] == {"entries": 600}
