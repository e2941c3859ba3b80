"""A programme: challenges, experiments and canvases by the steps of a method, on one page.

## Ideas                     a step
What could we do?            its words
- challenge: new-breads      what belongs to it
- experiment: late-rolls
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from collector.brief.source import SourceLine
from collector.models.page import NOTES, Names, Page, Passage, Reader, written

KEYS = ("programme",)
ENTRY = re.compile(r"\s*[-*+]\s+(?P<target>[a-z]+)\s*:\s*(?P<name>[^\s].*?)\s*", re.IGNORECASE)


class ProgrammeKind(StrEnum):
    """Whose steps it takes."""

    FIVE_STEPS = "five steps"
    DESIGN_THINKING = "design thinking"
    LEAN_START_UP = "lean start up"


class Target(StrEnum):
    """What a step can lead to."""

    CHALLENGE = "challenge"
    EXPERIMENT = "experiment"
    CANVAS = "canvas"
    PARTICIPANTS = "participants"


def _names(prefix: str, *codes: str) -> Names:
    return {code: f"{prefix}-{code}" for code in codes}


STEPS: Mapping[ProgrammeKind, Names] = {
    ProgrammeKind.FIVE_STEPS: _names(
        "step", "assess", "opportunities", "ideas", "experiment", "implement"
    ),
    ProgrammeKind.DESIGN_THINKING: _names(
        "canvas", "empathise", "define", "ideate", "prototype", "test"
    ),
    ProgrammeKind.LEAN_START_UP: _names("step", "build", "measure", "learn"),
}
"""The steps of each method, in order."""


@dataclass(frozen=True)
class Link:
    """What a step leads to; `line` is where it is said."""

    target: Target
    name: str
    line: SourceLine


@dataclass(frozen=True)
class Step:
    """One step: its code, its heading (empty: as usual), its Markdown, what belongs to it."""

    code: str
    label: str = ""
    text: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Programme:
    """One programme as its page says, with every step of its kind."""

    place: str
    name: str
    title: str
    introduction: str
    kind: ProgrammeKind
    steps: tuple[Step, ...]
    notes: str = ""

    @property
    def names(self) -> Names:
        """By code of a step, the reason of the sentence that names it."""
        return STEPS[self.kind]


def read_programme(reader: Reader) -> tuple[Page, Programme | None]:
    """The page, and its programme if the kind is known; faults are in the reader's report."""
    kind = reader.kind("programme", ProgrammeKind)
    if kind is None:
        every = {code: name for names in STEPS.values() for code, name in names.items()}
        page = reader.page(KEYS, every)
        page.choice("programme", [*ProgrammeKind])
        return page, None
    page = reader.page(KEYS, STEPS[kind])
    steps = tuple(_step(page, code) for code in STEPS[kind])
    return page, Programme(
        place=page.place,
        name=page.name,
        title=page.title,
        introduction=page.introduction,
        kind=kind,
        steps=steps,
        notes=page.passage(NOTES),
    )


def _step(page: Page, code: str) -> Step:
    passage = page.passages.get(code)
    if passage is None:
        return Step(code)
    links = tuple(link for line in passage.lines if (link := _link(line)))
    return Step(code, passage.label, _words(passage, links), links)


def _link(line: SourceLine) -> Link | None:
    match = None if line.fenced else ENTRY.fullmatch(line.plain)
    if match is None or match["target"].lower() not in {*Target}:
        return None
    return Link(Target(match["target"].lower()), match["name"], line)


def _words(passage: Passage, links: tuple[Link, ...]) -> str:
    linked = {link.line.number for link in links}
    return written(line for line in passage.lines if line.number not in linked)
