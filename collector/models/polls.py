"""The split poll that an experiment names must be there."""

from collections.abc import Callable, Collection
from typing import TypeAlias

from collector.brief.heading import near
from collector.models.experiment import Experiment, Poll
from collector.models.page import Page

Polls: TypeAlias = Callable[[str], Collection[str] | None]
"""The names of a challenge's split polls; None where its brief can't be read."""


def check_poll(
    page: Page, experiment: Experiment, challenges: Collection[str], polls: Polls
) -> None:
    """Report a poll that there is not, or that nothing compares."""
    poll = experiment.poll
    if poll is None:
        return
    setting, slug = page.settings["poll"], poll.challenge
    if slug not in challenges:
        meant = near(slug, [*challenges])
        page.faulty(setting, "model-challenge", meant, name=slug, near=meant or "-")
        return
    names = polls(slug)
    if names is None or _is_one_of(poll, names):
        return
    meant = near(poll.form, [*names]) or next(iter(names), "")
    fix = f"{slug}/{meant}" if meant else ""
    reason = "experiment-poll-unknown" if names else "experiment-poll-none"
    page.faulty(setting, reason, fix, challenge=slug, known=", ".join(names))


def _is_one_of(poll: Poll, names: Collection[str]) -> bool:
    return poll.form in names if poll.form else len(names) == 1
