"""Screening: which of the owner's rules an entry falls under, by the words that its sender wrote.

Nothing is decided by a rule: what it finds is shown, shown earlier, or told. It is looked for when
an entry is read, so that a rule that changes holds at once for what waits already.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from collector.brief import Brief, Form, Question, Shape
from collector.entries import Entry
from collector.form import columns
from collector.garden import Effect, ScreeningRule, as_said

CODED = frozenset(
    {Shape.ONE, Shape.SEVERAL, Shape.RANKING, Shape.MATRIX_ONE, Shape.MATRIX_SEVERAL, Shape.FILE}
)
"""Shapes whose answers are codes; but for the words of an option with a blank of its own."""


@dataclass(frozen=True)
class Hit:
    """A rule that an entry falls under, and the phrase that it mentions."""

    rule: ScreeningRule
    phrase: str

    @property
    def is_told(self) -> bool:
        """Whether the rule has it told to staff."""
        return self.rule.effect is Effect.TELL


def hits(entry: Entry, brief: Brief | None) -> tuple[Hit, ...]:
    """One for each rule that finds something, in the order of the rules."""
    if brief is None or not brief.screening:
        return ()
    text = "\n".join(written(entry.answers, brief.form(entry.form)))
    said = as_said(text, entry.language)
    found = ((rule, rule.found_in(said, entry.language)) for rule in brief.screening)
    return tuple(Hit(rule, phrase) for rule, phrase in found if phrase)


def comes_first(entry: Entry, brief: Brief | None) -> bool:
    """Whether a rule puts it among the first of what waits."""
    return any(each.rule.effect is not Effect.FLAG for each in hits(entry, brief))


def is_told(entry: Entry, brief: Brief | None) -> bool:
    """Whether a rule has it told to staff."""
    return any(each.is_told for each in hits(entry, brief))


def quoted(phrases: Iterable[str]) -> str:
    """Phrases as a sentence names them, each once."""
    return ", ".join(f"“{each}”" for each in dict.fromkeys(phrases))


def written(answers: Mapping[str, object], form: Form | None) -> Iterator[str]:
    """What the sender wrote in words of their own."""
    coded = {column for each in (form.questions if form else ()) for column in _coded(each)}
    for column, value in answers.items():
        if isinstance(value, str) and column not in coded:
            yield value


def _coded(question: Question) -> tuple[str, ...]:
    """The columns that hold codes."""
    if question.shape in (Shape.ONE, Shape.SEVERAL):
        return (question.id,)
    return columns(question) if question.shape in CODED else ()
