"""A success story: how it was, what somebody proposed, what was done, and what came of it."""

from dataclasses import dataclass

from collector.models.experiment import read_ideas
from collector.models.page import NOTES, Page, Reader

KEYS = ("ideas",)
NAMES = {
    "before": "story-before",
    "did": "story-did",
    "came": "story-came",
    "again": "story-again",
}
"""What it tells, in order, by code the reason of the sentence that names each."""


@dataclass(frozen=True)
class Scene:
    """A part of the story: its heading in the file (empty: as usual) and its Markdown."""

    code: str
    label: str
    text: str


@dataclass(frozen=True)
class Story:
    """One story as its page says; the parts that are not written are not in it."""

    place: str
    name: str
    title: str
    introduction: str
    scenes: tuple[Scene, ...]
    ideas: tuple[str, ...] = ()
    """Their refs; ideas with the story's name as a tag belong to it too."""
    notes: str = ""


def read_story(reader: Reader) -> tuple[Page, Story]:
    """The page and what it says; faults are in the reader's report."""
    page = reader.page(KEYS, NAMES)
    if not any(page.passage(code) for code in NAMES):
        page.missing("story-empty", "## What came of it")
    return page, Story(
        place=page.place,
        name=page.name,
        title=page.title,
        introduction=page.introduction,
        scenes=tuple(
            Scene(code, found.label, found.text)
            for code in NAMES
            if (found := page.passages.get(code)) and found.text
        ),
        ideas=read_ideas(page),
        notes=page.passage(NOTES),
    )
