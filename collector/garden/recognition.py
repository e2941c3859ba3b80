"""How people are thanked in public: the rule by which an idea becomes the idea of the month.

most votes among ideas shown this month, at least 5 votes
most comments among all ideas
most votes among ideas done this month
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Self

from collector.errors import SettingsError

if TYPE_CHECKING:
    from collector.garden.settings import Settings


class Measure(StrEnum):
    """What is counted of an idea."""

    VOTES = "votes"
    """Those in favour."""
    COMMENTS = "comments"


class Among(StrEnum):
    """Which ideas can be the idea of a month."""

    SHOWN = "ideas shown this month"
    DONE = "ideas done this month"
    ALL = "all ideas"


WRITTEN = re.compile(
    rf"most (?P<measure>{'|'.join(Measure)}) among (?P<among>{'|'.join(Among)})"
    rf"(?:, at least (?P<least>[1-9][0-9]{{0,5}}) (?P<counted>votes?|comments?))?\.?"
)


@dataclass(frozen=True)
class Rule:
    """The most of something among some ideas, and no fewer than `least`."""

    measure: Measure
    among: Among
    least: int = 1

    @classmethod
    def read(cls, text: str) -> Self:
        """As it is written. Raises ValueError with the reason of the sentence that says why not."""
        found = WRITTEN.fullmatch(" ".join(text.lower().split()))
        if found is None:
            raise ValueError("rule-unread")
        measure = Measure(found["measure"])
        if found["counted"] and found["counted"].rstrip("s") != measure.rstrip("s"):
            raise ValueError("rule-counts-other")
        return cls(measure, Among(found["among"]), int(found["least"] or 1))


@dataclass(frozen=True)
class RecognitionSettings:
    """`[recognition]`."""

    month: str = ""
    """The rule by which an idea becomes the idea of the month; empty: there is none."""

    @property
    def rule(self) -> Rule | None:
        return Rule.read(self.month) if self.month else None


def check_recognition(settings: "Settings", path: Path) -> None:
    """Raises SettingsError where the rule can't be read."""
    text = settings.recognition.month
    try:
        _ = settings.recognition.rule
    except ValueError as error:
        key = "recognition.month"
        raise SettingsError(str(error), path=path, key=key, value=text) from None
