"""An author who writes briefs and reads what `check` says."""

from dataclasses import replace
from pathlib import Path

import pytest

from collector.brief import Brief, Form, Question, Reading, read
from collector.errors import Finding, Severity
from collector.garden import Settings

NO_OBJECTIVE = "brief-no-objective"
SURVEY = "---\ncloses: never\n---\n# Bread\n\n## Questions {.survey}\n\n"


class Author:
    """Writes into a folder; `settings` are the garden's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = Settings(timezone="Europe/Berlin")

    def reads(self, text: str, *, name: str = "bread.md", terms: tuple[str, ...] = ()) -> Reading:
        """All that is said of it."""
        return read(self.folder / name, self.settings, text=text, terms=terms)

    def writes(self, text: str, *, name: str = "bread.md", terms: tuple[str, ...] = ()) -> Reading:
        """What is said beside that it names no objective, as hardly any does here."""
        reading = self.reads(text, name=name, terms=terms)
        others = [each for each in reading.findings if each.reason != NO_OBJECTIVE]
        return replace(reading, findings=tuple(others))

    def publishes(self, text: str) -> Brief:
        """A brief that `check` says nothing about."""
        reading = self.writes(text)
        assert reading.findings == ()
        assert reading.brief is not None
        return reading.brief

    def sets(self, line: str) -> Brief:
        """A brief with this setting and nothing else."""
        never = "" if "closes:" in line else "closes: never\n"
        return self.publishes(f"---\n{never}{line}\n---\n# Bread\n")

    def makes_form(self, questions: str) -> Form:
        (form,) = self.publishes(SURVEY + questions).forms
        return form

    def asks(self, answer: str, heading: str = "### How was it? {#how}") -> Question:
        """The question with this answer below its heading."""
        (question,) = self.makes_form(f"{heading}\n{answer}\n").questions
        return question

    def hears(self, text: str, reason: str) -> Finding:
        """The one finding of that reason about a brief."""
        found = [each for each in self.writes(text).findings if each.reason == reason]
        assert len(found) == 1, self.writes(text).findings
        return found[0]

    def hears_no_error(self, text: str) -> bool:
        """Whether it is at most warned of."""
        return all(each.severity is Severity.WARNING for each in self.writes(text).findings)

    def hears_only(self, text: str, reason: str) -> Finding:
        """The finding, if there is no other."""
        (finding,) = self.writes(text).findings
        assert finding.reason == reason
        return finding

    def is_warned(self, questions: str, reason: str) -> Finding:
        finding = self.hears_only(SURVEY + questions, reason)
        assert finding.severity is Severity.WARNING
        return finding

    def hears_in(self, language: str, questions: str) -> list[Finding]:
        """What is said of a survey in that language, beside whether the kit speaks it."""
        text = SURVEY.replace("---\n# ", f"language: {language}\n---\n# ") + questions
        findings = self.writes(text).findings
        return [each for each in findings if each.reason != "brief-language-unspoken"]

    def fails(self, questions: str, reason: str) -> Finding:
        """The only finding about these questions of a survey."""
        finding = self.hears_only(SURVEY + questions, reason)
        assert finding.severity is Severity.ERROR
        return finding

    def line(self, finding: Finding) -> int:
        """Where it is, counted from the first line of the questions."""
        return finding.line - SURVEY.count("\n")


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)
