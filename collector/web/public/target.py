"""The form that an address names, as the live build has it."""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from collector import form as forms
from collector import moderation
from collector.acts import quota, visit
from collector.acts.about import About, about_of, known_idea, place, shown_comment
from collector.brief import COMMENT, REPORT, SECTIONS, Brief, Form, FormKind, address_of
from collector.entries import Entry, Idea
from collector.errors import Refused, Unknown
from collector.form import Definition
from collector.pages import Live
from collector.store import reads
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
class Place:
    """What a comment or report is about, as people know it."""

    about: About
    title: str
    """The idea's."""
    shown: bool
    """Whether the idea has a page."""
    quoted: str = ""
    """The words of the comment that is answered or reported."""


@dataclass(frozen=True)
class Target:
    """A form of a challenge that is on the site."""

    brief: Brief
    form: Form
    definition: Definition
    terms: Terms | None
    place: Place | None = None
    """Of a form to comment or report."""

    @property
    def about(self) -> About | None:
        return self.place.about if self.place else None

    @property
    def action(self) -> str:
        """The address, on the collector, that the form is sent to."""
        if self.place:
            return f"/collect/-/ideas/{self.place.about.idea}/{self.form.kind}"
        return f"/collect/{self.brief.slug}/{self.form.name}"

    @property
    def deal(self) -> str:
        """The address, on the collector, where a variant of its trial is dealt."""
        return f"/collect/-/variant/{self.brief.slug}/{self.form.name}"

    @property
    def page(self) -> str:
        """The path of the challenge's page on the site, or of the idea's."""
        if self.place and self.place.shown:
            return address_of(self.brief, f"ideas/{self.place.about.idea}/")
        return address_of(self.brief)

    @property
    def title(self) -> str:
        """What stands on that page above all."""
        return self.place.title if self.place and self.place.shown else self.brief.title

    def spoken(self, language: str) -> "Target":
        """The same form in the words of another language, if the challenge is translated."""
        brief = self.brief.spoken(language)
        return replace(self, brief=brief, form=brief.form(self.form.name) or self.form)


def terms_of(context: Context, target: Target) -> forms.Terms | None:
    """What has to be accepted, as a form names it and leads to it."""
    terms = target.terms
    return (
        forms.Terms(terms.name, terms.title, context.site(f"/terms/{terms.name}/"))
        if terms
        else None
    )


def ensure_welcome(context: Context, target: Target, now: datetime) -> None:
    """Raises Closed, or Unknown, where the form can't be sent at `now`."""
    if not target.form.always:
        visit.ensure_allowed(standing(context, target), target.form.act, now)
    if target.about:
        place(context.store, target.brief, target.form, target.about, now)


def standing(context: Context, target: Target) -> Brief:
    """The target's brief, closed if it has as many answers as it wants."""
    if target.brief.closes_after is None:
        return target.brief  # the store may not be open yet, and what was typed is kept anyway
    return quota.standing(context.store, target.brief, context.clock())


def of_entry(context: Context, entry: Entry) -> Target | None:
    """The form that an entry was sent with, unless it has gone from the site since."""
    try:
        target = find_any(context.live(), entry.challenge, entry.form).spoken(entry.language)
    except Unknown:
        return None
    about = about_of(context.store, entry)
    return placed(context, target, about) if about else target


def on_idea(context: Context, ref: str, kind: str, comment: str = "") -> Target:
    """The form to comment on an idea or to report it, or a comment on it. Raises Unknown."""
    idea = known_idea(context.store, ref)
    name = COMMENT if kind == FormKind.COMMENT else REPORT
    try:
        target = find_any(context.live(), idea.challenge, name)
    except Unknown as error:
        raise Unknown("no-comments" if error.reason == "no-form" else error.reason) from None
    return placed(context, target, About(ref, comment))


def placed(context: Context, target: Target, about: About) -> Target:
    """The target where it stands."""
    idea = reads.idea(context.store, about.idea)
    if idea is None or not has_page(context, idea, target.brief):
        return replace(target, place=Place(about, "", shown=False))
    title, quoted = str(idea.answers.get("title", "")), ""
    if about.comment:
        with suppress(Refused):
            comment = shown_comment(context.store, idea, about.comment)
            quoted = str(comment.answers.get("text", ""))
    return replace(target, place=Place(about, title, shown=True, quoted=quoted))


def has_page(context: Context, idea: Idea, brief: Brief) -> bool:
    """Whether everybody sees the idea, and not at another that it was merged into."""
    stands = reads.standing(context.store, idea).ref == idea.ref
    return stands and moderation.visible(idea, brief, context.clock())


_known: dict[tuple[Path, str, str], Target] = {}
"""Of the live build only."""


def find(live: Live, challenge: str, name: str) -> Target:
    """A form that the challenge's page asks. Raises Unknown if there is none, on this site."""
    target = find_any(live, challenge, name)
    if target.form.kind not in SECTIONS:  # it is sent to what it is about
        raise Unknown("no-form", form=name)
    return target


def find_any(live: Live, challenge: str, name: str) -> Target:
    """The same, or one of the kit's own."""
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
    terms = None if form.kind is FormKind.REPORT else _terms(live, brief)
    return Target(brief, form, forms.define(form), terms)


def _terms(live: Live, brief: Brief) -> Terms | None:
    name = brief.terms or live.settings.terms
    if not name:
        return None
    return Terms(name, (live.folder / "terms" / f"{name}.md").read_text("utf-8"))
