"""An entry as the desk shows it: in the words of its form, what is public marked as such."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from collector import form as forms
from collector.acts import files
from collector.brief import Brief
from collector.entries import Idea, Response
from collector.errors import Unavailable
from collector.form import Told
from collector.web.context import Context

UNTITLED = 60
"""Characters of the first answer that name an entry without a title."""


@dataclass(frozen=True)
class Card:
    """An entry, and how it reads."""

    entry: Idea | Response
    challenge: str
    """The challenge's title, or its slug where it is no longer on the site."""
    form: str
    told: Sequence[Told]
    """The answers but for the title."""

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


def cards(context: Context, entries: Iterable[Idea | Response]) -> list[Card]:
    """The entries in the words of the live site's briefs."""
    return [card(context, each) for each in entries]


def card(context: Context, entry: Idea | Response) -> Card:
    """The entry in the words of its brief; under the bare columns where that is gone."""
    brief = brief_of(context, entry.challenge)
    form = brief.form(entry.form) if brief else None
    named = files.named(context.store, form, entry) if form else entry.answers
    answers = {column: each for column, each in named.items() if column != "title"}
    told = (
        forms.summarise(form, answers)
        if form
        else [Told(column, str(value), False) for column, value in answers.items()]
    )
    title = brief.title if brief else entry.challenge
    return Card(entry, title, form.label if form else entry.form, told)


def brief_of(context: Context, slug: str) -> Brief | None:
    """The challenge's brief in the live build, if there is one."""
    try:
        return context.live().briefs.get(slug)
    except Unavailable:
        return None
