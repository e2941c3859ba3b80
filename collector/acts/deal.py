"""Somebody is dealt a variant of a trial: the one that was dealt least so far, ties by lot.

So no two variants were ever dealt to more than one person apart, however few come. What was dealt
is counted by day; who it was dealt to, only their own browser knows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random, SystemRandom

from collector.acts import quota, visit
from collector.brief import Brief, Form
from collector.entries import Exposure
from collector.errors import Unknown
from collector.form import define
from collector.store import Store, exposures


@dataclass(frozen=True)
class Deck:
    """The trial of a challenge's form, and the chance that breaks ties."""

    brief: Brief
    form: Form
    chance: Random = field(default_factory=SystemRandom)


def deal(store: Store, deck: Deck, now: datetime, today: date) -> str:
    """The code of the variant; one more exposure is counted, on `today` in the garden's zone.

    Raises Unknown for a form that is no trial, Closed outside the challenge's time.
    """
    trial = deck.form.trial
    if trial is None:
        raise Unknown("no-trial", form=deck.form.name)
    slug, name, form_hash = deck.brief.slug, deck.form.name, define(deck.form).hash

    def act(store: Store) -> str:
        visit.ensure_allowed(quota.standing(store, deck.brief, now), deck.form.act, now)
        dealt = exposures.dealt(store, slug, name, form_hash)
        code = drawn(trial.codes, dealt, deck.chance)
        exposures.add(
            store,
            Exposure(
                challenge=slug,
                form=name,
                form_hash=form_hash,
                variant=code,
                day=today.isoformat(),
            ),
        )
        return code

    return store.transact(act)


def drawn(codes: Sequence[str], dealt: Mapping[str, int], chance: Random) -> str:
    """One of those that were dealt least, by lot."""
    least = min(dealt.get(code, 0) for code in codes)
    return chance.choice([code for code in codes if dealt.get(code, 0) == least])
