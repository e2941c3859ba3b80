"""A challenge as its brief says: words, forms, dates, and who may do what when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from collector.brief.built_in import forms_for
from collector.brief.measure import Measure
from collector.brief.model import Form, FormSection, Scorecard, Section
from collector.brief.rules import (
    Access,
    Act,
    DatedPhase,
    Group,
    SeenBy,
    Showing,
    Standing,
    Voting,
)
from collector.brief.standing import Stretch, cut, stand
from collector.errors import Finding
from collector.garden import ScreeningRule


class Phase(StrEnum):
    """Where a challenge stands in time."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Picture:
    """A file beside the brief, with what it shows."""

    file: str
    alt: str


@dataclass(frozen=True)
class Brief:
    """A challenge as its file says. `opens` and `closes` are aware times."""

    slug: str
    path: Path
    title: str
    summary: str
    sections: tuple[Section, ...]
    language: str = "en"
    image: Picture | None = None
    tags: tuple[str, ...] = ()
    objective: str = ""
    measure: Measure | None = None
    """When the objective is reached, in a number."""
    contact: str = ""
    prize: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    closes_after: int | None = None
    """So many answers end it, if `closes` does not before."""
    phases: tuple[DatedPhase, ...] = ()
    """In order; none: one from `opens` to `closes`, with everything its forms need."""
    seen_by: SeenBy = SeenBy.EVERYONE
    access: Mapping[Act, Access] = field(default_factory=dict)
    """Who may do what; an act that is not named is open."""
    groups: tuple[Group, ...] = ()
    voting: Voting | None = None
    comments: bool = False
    """Whether ideas may be commented on."""
    answers_within: timedelta | None = None
    """How soon the owner promises to answer each idea."""
    moderation: str = "before"
    terms: str = ""
    one_per: str = "browser"
    """`browser`: one answer to each survey and poll, as far as a browser tells; `person`: that of
    an invitation or a confirmed address; or `none`."""
    screening: tuple[ScreeningRule, ...] = ()
    """Words that somebody should look at: the garden's rules, then its own."""
    retention: timedelta | None = None
    """How long after the end (always open: after arrival) personal answers are kept; None: ever."""
    source_hash: str = ""
    """SHA-256 of the file's bytes, in hexadecimal."""
    files: tuple[str, ...] = ()
    """Files beside the brief that it needs, as pictures."""
    translations: tuple["Brief", ...] = ()
    """The same in the words of other languages."""

    @property
    def forms(self) -> tuple[Form, ...]:
        """What the brief asks, in its order."""
        return tuple(each.form for each in self.sections if isinstance(each, FormSection))

    @property
    def scorecard(self) -> Scorecard | None:
        """What jurors judge its ideas by, if it has a jury."""
        return next((each for each in self.sections if isinstance(each, Scorecard)), None)

    @property
    def has_trial(self) -> bool:
        """Whether one of its polls is split."""
        return any(each.trial for each in self.forms)

    @property
    def built_in(self) -> tuple[Form, ...]:
        """The forms that the kit brings along: to comment on its ideas, and to report."""
        return forms_for(self.forms, self.language, comments=self.comments)

    def form(self, name: str) -> Form | None:
        """The form of this name, one of the kit's own among them."""
        named = (each for each in (*self.forms, *self.built_in) if each.name == name)
        return next(named, None)

    @property
    def name(self) -> str:
        """What its page is called: the slug, and the language of a translation."""
        return self.path.stem

    @property
    def editions(self) -> tuple["Brief", ...]:
        """The brief itself, then its translations."""
        return (self, *self.translations)

    def spoken(self, language: str) -> "Brief":
        """The brief in the words of this language; in its own where there are none."""
        return next((each for each in self.translations if each.language == language), self)

    def once(self, form: Form) -> bool:
        """Whether each browser, or person, answers the form once; of others they may have more."""
        return self.one_per != "none" and form.act is Act.ANSWER

    def does(self, act: Act) -> bool:
        """Whether the challenge has anything to do the act with."""
        if act is Act.VOTE:
            return self.voting is not None
        return self.comments if act is Act.COMMENT else any(form.act is act for form in self.forms)

    def access_of(self, act: Act) -> Access:
        """Who may do it."""
        return self.access.get(act, Access.OPEN)

    def phase(self, now: datetime) -> Phase:
        """Where the challenge stands at `now`, an aware time. Between two dated phases it is open,
        though nothing can be done.
        """
        if self.opens is not None and now < self.opens:
            return Phase.UPCOMING
        if self.closes is not None and now >= self.closes:
            return Phase.CLOSED
        return Phase.OPEN

    def dated_phase(self, now: datetime) -> DatedPhase | None:
        """The one that `now` lies in."""
        return next((each for each in self.phases if each.opens <= now < each.closes), None)

    def standing(self, act: Act, now: datetime) -> Standing:
        """Whether the act is allowed at `now`; what the challenge has not, never is."""
        return stand(self._stretches(act) if self.does(act) else (), now)

    def _stretches(self, act: Act) -> tuple[Stretch, ...]:
        """When the act is allowed, in order. A quota that is full ends all of them."""
        if not self.phases:
            return ((self.opens, self.closes),)
        allowing = ((each.opens, each.closes) for each in self.phases if act in each.acts)
        return cut(allowing, self.closes)

    def shows(self, showing: Showing, now: datetime) -> bool:
        """Whether the public sees that at `now`, as far as phases have a say in it.

        Before the challenge opens nothing, afterwards everything; with dated phases, within one
        what it lists, between two what the one before listed.
        """
        phase = self.phase(now)
        if phase is not Phase.OPEN or not self.phases:
            return phase is not Phase.UPCOMING
        begun = [each for each in self.phases if each.opens <= now]
        return showing in begun[-1].shows

    def turned(self, now: datetime) -> datetime | None:
        """When it last turned: since then the same may be done and seen as at `now`."""
        return max((each for each in self.turns if each <= now), default=None)

    @property
    def turns(self) -> tuple[datetime, ...]:
        """All moments at which what may be done or seen can change, in order."""
        edges = {edge for each in self.phases for edge in (each.opens, each.closes)}
        return tuple(sorted(edges | {each for each in (self.opens, self.closes) if each}))


@dataclass(frozen=True)
class Reading:
    """What reading one file gave: a brief unless there are errors, and all findings at once."""

    path: Path
    brief: Brief | None
    findings: tuple[Finding, ...] = field(default=())
