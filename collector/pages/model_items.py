"""Where ideas, experiments and stories name each other: lines of lists, both ways."""

from dataclasses import dataclass

from collector.brief import Brief, SeenBy
from collector.models import Experiment, Story
from collector.pages.models import address
from collector.pages.sheets import Sheets
from collector.pages.told_idea import Told
from collector.published import PublishedIdea, tag_name
from collector.words import say


@dataclass(frozen=True)
class Item:
    """A line of a list: what it is, where it leads, where it stands."""

    title: str
    address: str
    kind: str = ""
    state: str = ""
    note: str = ""
    language: str = ""


def experiments_of(sheets: Sheets, brief: Brief, idea: PublishedIdea) -> list[Item]:
    """The experiments that test an idea that everybody sees, as its page names them."""
    if brief.seen_by is not SeenBy.EVERYONE:
        return []
    told = Told.of(brief, idea)
    return [
        Item(each.title, address(each.place), state=outcome_of(each))
        for each in sheets.site.models.experiments
        if is_in(told, each)
    ]


def stories_of(sheets: Sheets, brief: Brief, idea: PublishedIdea) -> list[Item]:
    """The success stories about an idea that everybody sees, as its page names them."""
    if brief.seen_by is not SeenBy.EVERYONE:
        return []
    told = Told.of(brief, idea)
    return [
        Item(each.title, address(each.place))
        for each in sheets.site.models.stories
        if is_in(told, each)
    ]


def is_in(idea: Told, model: Experiment | Story) -> bool:
    """Whether the model names it, or it has the model's name as a tag."""
    return bool({*idea.refs} & {*model.ideas}) or tag_name(model.name) in idea.tags


def outcome_of(experiment: Experiment) -> str:
    """What was decided, in words; empty while nothing is."""
    return say(f"experiment-outcome-{experiment.decision}") if experiment.decision else ""
