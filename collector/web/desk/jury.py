"""The jury at the desk: what one has to judge, who has not judged yet."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask import Response

from collector.acts import score as acts
from collector.brief import Brief, Scorecard
from collector.entries import Account, Idea, Role, Score
from collector.errors import Unknown
from collector.form.scorecard import is_in, still
from collector.store import reads, scores
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.cards import card
from collector.web.desk.challenges import known
from collector.web.desk.door import Access
from collector.web.desk.live_site import briefs_for
from collector.web.desk.page import page
from collector.words import say


class Standing(StrEnum):
    """How far somebody is with an idea."""

    OPEN = "open"
    BEGUN = "begun"
    """Some criteria are marked."""
    AGAIN = "again"
    """All was marked, and then the scorecard changed."""
    CONFLICT = "conflict"
    IN = "in"


DONE = frozenset({Standing.IN, Standing.CONFLICT})


@dataclass(frozen=True)
class Line:
    """An idea to be judged."""

    ref: str
    title: str
    standing: Standing


@dataclass(frozen=True)
class Share:
    """How many of a challenge's ideas somebody is done with."""

    name: str
    done: int
    of: int


@dataclass(frozen=True)
class Jury:
    """A challenge with a scorecard: its ideas to be judged, and all that was said of them."""

    brief: Brief
    card: Scorecard
    ideas: Sequence[Idea]
    scores: Sequence[Score]

    def by(self, juror: str) -> Mapping[str, Score]:
        """What one juror said, by idea; only of those that are judged."""
        refs = {each.ref for each in self.ideas}
        return {
            each.idea: each for each in self.scores if each.juror == juror and each.idea in refs
        }

    def share(self, juror: str) -> Share:
        """How far the juror is."""
        done = sum(is_in(self.card, each) for each in self.by(juror).values())
        return Share(juror, done, len(self.ideas))

    def is_done(self, juror: str) -> bool:
        """Whether nothing is left for the juror to judge."""
        share = self.share(juror)
        return share.done == share.of


def juries() -> Response:
    """Every challenge with a jury that whoever asks may judge in, and how far they are."""
    context = current()
    found = [jury_of(context, each) for each in briefs_with_jury(context)]
    return page(
        "juries",
        say("desk-menu-jury"),
        juries=[(each.brief, each.share(door.me().account.name)) for each in found],
    )


def jury(slug: str) -> Response:
    """What one has to judge in a challenge, what is left first."""
    context = current()
    found = jury_of(context, known(context, slug))
    me = door.me().account.name
    lines = [
        Line(
            each.ref, card(context, each).title, standing_of(found.card, found.by(me).get(each.ref))
        )
        for each in in_own_order(found.ideas, me)
    ]
    return page(
        "jury",
        say("jury-title", {"title": found.brief.title}),
        brief=found.brief,
        left=[each for each in lines if each.standing not in DONE],
        done=[each for each in lines if each.standing in DONE],
        share=found.share(me),
        sees_ranking=sees_ranking(found),
    )


def jury_of(context: Context, brief: Brief) -> Jury:
    """The challenge's jury. Raises Unknown where it has none."""
    card_ = acts.card_of(brief)
    ideas = acts.judged(context.store, brief.slug)
    return Jury(brief, card_, ideas, list(scores.all_in(context.store, brief.slug)))


def briefs_with_jury(context: Context) -> list[Brief]:
    """Those whose ideas whoever asks may judge."""
    return [each for each in briefs_for(context, Access.JUROR) if each.scorecard]


def brief_of_idea(context: Context, ref: str) -> Brief:
    """The challenge of the idea. Raises Unknown."""
    slug = reads.challenge_of(context.store, ref)
    if slug is None:
        raise Unknown("no-entry", ref=ref)
    return known(context, slug)


def sees_ranking(found: Jury) -> bool:
    """Jurors see what others said once they are done; those who run the jury at any time."""
    return door.may(Access.DESK, found.brief.slug) or found.is_done(door.me().account.name)


def jurors_of(context: Context, found: Jury) -> list[str]:
    """The accounts that are jurors of the challenge and no more, and whoever else has judged."""
    slug = found.brief.slug
    asked = {each.name for each in reads.accounts(context.store) if _is_asked(each, slug)}
    return sorted(asked | {each.juror for each in found.scores})


def standing_of(card_: Scorecard, score: Score | None) -> Standing:
    """How far the juror is who said this of an idea."""
    if score is None:
        return Standing.OPEN
    if score.conflict:
        return Standing.CONFLICT
    if is_in(card_, score):
        return Standing.IN
    marks = still(card_, score)
    marked = len(marks.values) + len(marks.not_applicable)
    changed = marked < len(score.values) + len(score.not_applicable) or {*score.scales} < {
        each.id for each in card_.criteria
    }
    return Standing.AGAIN if changed else Standing.BEGUN


def in_own_order(ideas: Iterable[Idea], juror: str) -> list[Idea]:
    """Each juror reads in another order, always the same: nobody's idea is always the first."""
    return sorted(ideas, key=lambda each: hashlib.sha256(f"{juror} {each.ref}".encode()).digest())


def _is_asked(account: Account, slug: str) -> bool:
    return account.may(Role.JUROR, slug) and not account.may(Role.VIEWER, slug)
