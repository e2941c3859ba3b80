"""The form that an address names, as the live build has it."""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from collector import form as forms
from collector.acts import quota
from collector.brief import Brief, Form
from collector.entries import Entry
from collector.errors import Unknown
from collector.form import Definition
from collector.pages import Live
from collector.web.context import Context

HEADING = re.compile(r"^#\s+(.+)$", re.M)


@dataclass(frozen=True)
class Terms:
    """What has to be accepted, as it was worded when the site was built."""

    name: str
    text: str

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def title(self) -> str:
        heading = HEADING.search(self.text)
        return heading[1] if heading else self.name


@dataclass(frozen=True)
class Target:
    """A form of a challenge that is on the site."""

    brief: Brief
    form: Form
    definition: Definition
    terms: Terms | None

    @property
    def action(self) -> str:
        """The address, on the collector, that the form is sent to."""
        return f"/collect/{self.brief.slug}/{self.form.name}"

    @property
    def page(self) -> str:
        """The path of the challenge's page on the site."""
        return f"/challenges/{self.brief.name}/"

    def spoken(self, language: str) -> "Target":
        """The same form in the words of another language, if the challenge is translated."""
        brief = self.brief.spoken(language)
        return replace(self, brief=brief, form=brief.form(self.form.name) or self.form)


def standing(context: Context, target: Target) -> Brief:
    """The target's brief, closed if it has as many answers as it wants."""
    if target.brief.closes_after is None:
        return target.brief  # the store may not be open yet, and what was typed is kept anyway
    return quota.standing(context.store, target.brief, context.clock())


def of_entry(live: Live, entry: Entry) -> Target | None:
    """The form that an entry was sent with, unless it has gone from the site since."""
    try:
        return find(live, entry.challenge, entry.form).spoken(entry.language)
    except Unknown:
        return None


_known: dict[tuple[Path, str, str], Target] = {}
"""Of the live build only."""


def find(live: Live, challenge: str, name: str) -> Target:
    """Raises Unknown if the site has no such challenge or form."""
    key = (live.folder, challenge, name)
    target = _known.get(key)
    if target is None:
        target = _known[key] = _find(live, challenge, name)
        _forget_others(live)
    return target


def _forget_others(live: Live) -> None:
    for each in tuple(_known):  # other threads change it meanwhile
        if each[0] != live.folder:
            _known.pop(each, None)


def _find(live: Live, challenge: str, name: str) -> Target:
    brief = live.briefs.get(challenge)
    if brief is None:
        raise Unknown("no-challenge", challenge=challenge)
    form = brief.form(name)
    if form is None:
        raise Unknown("no-form", form=name)
    return Target(brief, form, forms.define(form), _terms(live, brief))


def _terms(live: Live, brief: Brief) -> Terms | None:
    name = brief.terms or live.settings.terms
    if not name:
        return None
    return Terms(name, (live.folder / "terms" / f"{name}.md").read_text("utf-8"))
