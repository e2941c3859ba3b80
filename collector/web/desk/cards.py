"""An entry as the desk shows it: in the words of its form, what is public marked as such."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from collector import form as forms
from collector.acts import files
from collector.brief import Brief, Form
from collector.entries import Comment, Entry, Idea, Report, State
from collector.errors import Unavailable
from collector.form import Told
from collector.screening import Hit, hits
from collector.web.context import Context
from collector.web.desk import door
from collector.web.desk.door import Access

JUDGED: tuple[type[Entry], ...] = (Idea, Comment)
"""What jurors see, once it is approved."""

Kept = TypeVar("Kept", bound=Entry)

UNTITLED = 60
"""Characters of the first answer that name an entry without a title."""


@dataclass(frozen=True)
class Card:
    """An entry, and how it reads."""

    entry: Entry
    challenge: str
    """The challenge's title, or its slug where it is no longer on the site."""
    form: str
    told: Sequence[Told]
    """The answers but for the title."""
    hits: Sequence[Hit] = ()
    """The owner's rules that it falls under."""

    @property
    def is_report(self) -> bool:
        """Whether it says that something should not stand on a page."""
        return isinstance(self.entry, Report)

    @property
    def title(self) -> str:
        """What the entry is called: an idea by its title, a response by its first answer."""
        if "title" in self.entry.answers:
            return str(self.entry.answers["title"])
        words = next((each.text for each in self.told), self.form)
        return words if len(words) <= UNTITLED else words[: UNTITLED - 1] + "…"

    @property
    def seen(self) -> str:
        """The entry and its revision, as a form sends them back."""
        return f"{self.entry.ref}:{self.entry.revision}"


def cards(context: Context, entries: Iterable[Entry]) -> list[Card]:
    """The entries in the words of the live site's briefs."""
    return [card(context, each) for each in entries]


def card(context: Context, entry: Entry) -> Card:
    """The entry in the words of its brief; under the bare columns where that is gone.

    Only what whoever asks may see of it.
    """
    brief = brief_of(context, entry.challenge)
    form = brief.form(entry.form) if brief else None
    entry = seen_of(entry, form)
    named = files.named(context.store, form, entry) if form else entry.answers
    answers = {column: each for column, each in named.items() if column != "title"}
    told = (
        forms.summarise(form, answers)
        if form
        else [Told(column, str(value), False) for column, value in answers.items()]
    )
    title = brief.title if brief else entry.challenge
    return Card(entry, title, form.label if form else entry.form, told, hits(entry, brief))


def is_seen(entry: Entry) -> bool:
    """Whether whoever asks may see anything of the entry: jurors, what they are to judge."""
    judged = isinstance(entry, JUDGED) and entry.state is State.APPROVED
    return door.may(Access.JUROR if judged else Access.VIEWER, entry.challenge)


def seen_of(entry: Kept, form: Form | None) -> Kept:
    """The entry with those answers only that whoever asks may see.

    Moderators see all; viewers nothing personal; jurors what is published.
    """
    if door.may(Access.DESK, entry.challenge):
        return entry
    all_but_personal = door.may(Access.VIEWER, entry.challenge)
    open_to = {
        column
        for question in (form.questions if form else ())
        if (not question.identifies if all_but_personal else form and form.shown(question))
        for column in forms.columns(question)
    }
    answers = {column: each for column, each in entry.answers.items() if column in open_to}
    return replace(entry, answers=answers)


def brief_of(context: Context, slug: str) -> Brief | None:
    """The challenge's brief in the live build, if there is one."""
    try:
        return context.live().briefs.get(slug)
    except Unavailable:
        return None
