"""The split polls of a challenge: what it takes, how often each variant was shown, what it says."""

from collections import Counter
from dataclasses import dataclass

from flask import Response
from markupsafe import Markup

from collector import draw
from collector.analysis import TrialTally, planned
from collector.brief import Brief, Form, Trial, Variant
from collector.draw import plan
from collector.entries import Exposure
from collector.moderation import counted
from collector.store import exposures, reads
from collector.web.context import current
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.words import say


@dataclass(frozen=True)
class Shown:
    """One split poll; `days` are those on which it was shown, with a count for each variant."""

    form: Form
    variants: tuple[Variant, ...]
    plan: str
    drawn: Markup
    days: list[tuple[str, list[int]]]


NOBODY: Counter[str] = Counter()


def trials(slug: str) -> Response:
    """Each split poll of the challenge."""
    brief = known(current(), slug)
    split = [(each, each.trial) for each in brief.forms if each.trial]
    shown = [_shown(brief, form, trial) for form, trial in split]
    return page("trials", say("desk-trials"), brief=brief, trials=shown)


def _shown(brief: Brief, form: Form, trial: Trial) -> Shown:
    store = current().store
    dealt = exposures.by_form(store, brief.slug).get(form.name, NOBODY)
    tally = TrialTally(trial)
    for response in filter(counted, reads.responses(store, brief.slug, form=form.name)):
        tally.add(response.variant, response.answers)
    return Shown(
        form,
        trial.variants,
        plan(trial, planned(trial)),
        Markup(draw.trial(tally.result(dealt), form)),  # noqa: S704 - drawn here, escaped
        _days(trial, [*exposures.of(store, brief.slug, form.name)]),
    )


def _days(trial: Trial, kept: list[Exposure]) -> list[tuple[str, list[int]]]:
    """The latest day first."""
    days = sorted({each.day for each in kept}, reverse=True)
    return [(day, [_on(day, code, kept) for code in trial.codes]) for day in days]


def _on(day: str, code: str, kept: list[Exposure]) -> int:
    return sum(each.count for each in kept if (each.day, each.variant) == (day, code))
