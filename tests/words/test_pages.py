"""The kit's own pages are there in every language, with the same places for what is poured in."""

import re

import pytest

from collector import kit, words

FRAMES = ("challenges/-/ideas/index.md", "challenges/-/ideas/-.md")
"""Pages that hold no words."""
MARK = re.compile(r"<!--.*?-->|\]\([^)]*\)|^#+ ", re.M)


def pages(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.md")}


@pytest.mark.parametrize("language", [each for each in words.languages() if each != words.SOURCE])
def test_every_page_of_the_kit_is_there_in_each_language_it_speaks(language):
    source, translated = pages(kit.PAGES), pages(kit.LANGUAGES / language)
    assert translated.keys() == source.keys() - set(FRAMES)
    for place, path in translated.items():
        marks = MARK.findall(path.read_text("utf-8"))
        assert sorted(marks) == sorted(MARK.findall(source[place].read_text("utf-8")))
