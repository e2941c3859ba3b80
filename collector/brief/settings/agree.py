"""What settings must agree on, with each other and with the forms."""

import re
from collections.abc import Mapping, Sequence

from collector.brief.model import Form, FormKind, Question, Results, Shape
from collector.brief.rules import Access, Act, SeenBy, Showing, VotingKind
from collector.brief.settings.place import Facts, Place

NUMBERS = (Shape.NUMBER, Shape.AMOUNT)
COST = "cost"
"""The question that says what an idea costs."""
NOT_THERE: Mapping[Act | Showing, str] = {
    Act.SUBMIT: "brief-phase-no-submit",
    Act.ANSWER: "brief-phase-no-answer",
    Act.VOTE: "brief-phase-no-vote",
    Act.COMMENT: "brief-phase-no-comment",
    Showing.IDEAS: "brief-phase-no-ideas",
    Showing.COUNTS: "brief-phase-no-counts",
    Showing.RESULTS: "brief-phase-no-results",
}
"""Why a phase can't allow or show it."""
NEVER = {
    Act.SUBMIT: "brief-phases-never-submit",
    Act.ANSWER: "brief-phases-never-answer",
    Act.VOTE: "brief-phases-never-vote",
    Act.COMMENT: "brief-phases-never-comment",
}
"""What it means that no phase allows it."""


def agree(place: Place, forms: Sequence[Form]) -> None:
    """Report what contradicts; settle what depends on the forms."""
    facts = place.facts
    ideas = any(form.kind is FormKind.IDEA and not form.private for form in forms)
    if not ideas:
        _check_ideas(place)
    if facts.comments is None:
        facts.comments = ideas
    _check_cost(place, forms)
    _check_person(place, forms)
    _check_groups(place)
    _check_beside(place)
    _check_phases(place, forms)
    _check_measure(place)


def _check_ideas(place: Place) -> None:
    """Nobody can vote on ideas, comment on them or answer them where none are published."""
    facts = place.facts
    for key, fix, wanted in (
        ("voting", "none", facts.voting is not None),
        ("comments", "off", bool(facts.comments)),
        ("answers within", "", facts.answers_within is not None),
    ):
        if wanted:
            place.error(facts.written[key], "brief-needs-ideas", fix)


def _check_cost(place: Place, forms: Sequence[Form]) -> None:
    """A budget is spent on ideas whose costs everybody can read."""
    voting = place.facts.voting
    if voting is None or voting.kind is not VotingKind.BUDGET:
        return
    setting, unit = place.facts.written["voting"], voting.unit
    for form in forms:
        if form.kind is not FormKind.IDEA or form.private:
            continue
        cost = next((each for each in form.questions if each.id == COST), None)
        if cost is None or not _is_cost(cost):
            fix = "### What would it cost? * {#cost .public}"
            place.report.error(setting.line, "brief-voting-cost", at=setting.at, fix=fix)
        elif unit and cost.limits.unit and cost.limits.unit != unit:
            fix = setting.plain.replace(unit, cost.limits.unit)
            place.error(setting, "brief-voting-unit", fix, unit=unit, other=cost.limits.unit)


def _is_cost(question: Question) -> bool:
    return question.shape in NUMBERS and question.required and question.public


def _check_person(place: Place, forms: Sequence[Form]) -> None:
    """Who is one person, only an invitation or a confirmed address tells."""
    facts = place.facts
    if facts.one_per != "person":
        return
    once = {Act.VOTE} if facts.voting else set()
    once |= {form.act for form in forms} & {Act.ANSWER}
    if not facts.access or any(facts.access.get(act, Access.OPEN) is Access.OPEN for act in once):
        place.error(facts.written["one per"], "brief-one-per-person", "browser")


def _check_groups(place: Place) -> None:
    """Groups are told by invitations: nobody else belongs to one."""
    facts = place.facts
    invites = Access.INVITE in facts.access.values() or facts.seen_by is SeenBy.INVITED
    if facts.groups and not invites:
        line = facts.written["groups"].line.number
        place.report.warn(line, "brief-groups-idle", fix="access: invite")


def _check_beside(place: Place) -> None:
    facts = place.facts
    if "phases" not in facts.written:
        return
    for key in ("opens", "closes"):
        if key in facts.written:
            place.report.error(facts.written[key].line, "brief-phases-beside", key=key)


def _check_measure(place: Place) -> None:
    """There must be a while in which the target can be reached."""
    facts = place.facts
    opens = facts.opens and facts.opens.astimezone(place.garden.zone).date()
    if facts.measure and opens and facts.measure.until <= opens:
        place.error(facts.written["measure"], "brief-measure-early", "", opens=opens)


def _check_phases(place: Place, forms: Sequence[Form]) -> None:
    """Report what a phase allows or shows and the challenge has not; warn of what none allows."""
    facts = place.facts
    if not facts.phases:
        return
    setting, able = facts.written["phases"], _able(facts, forms)
    for phase, item in zip(facts.phases, facts.phase_items, strict=True):
        for odd in sorted((phase.acts | phase.shows) - able):
            fix = _without(item.plain, odd)
            place.item_error(setting, item, NOT_THERE[odd], fix, name=phase.name)
    if len(facts.phases) < len(setting.items):
        return  # a line with a fault may allow it
    allowed = frozenset[Act]().union(*(phase.acts for phase in facts.phases))
    for act in Act:
        if act in able - allowed:
            place.report.warn(setting.line.number, NEVER[act])


def _able(facts: Facts, forms: Sequence[Form]) -> frozenset[Act | Showing]:
    """What can be done in the challenge, and what there is to see of it."""
    published = any(form.act is Act.SUBMIT and not form.private for form in forms)
    told = any(form.act is Act.ANSWER and form.results is not Results.NEVER for form in forms)
    there: dict[Act | Showing, bool] = {
        **{form.act: True for form in forms},
        Act.VOTE: facts.voting is not None,
        Act.COMMENT: bool(facts.comments),
        Showing.IDEAS: published,
        Showing.COUNTS: facts.voting is not None,
        Showing.RESULTS: told,
    }
    return frozenset(each for each, is_there in there.items() if is_there)


def _without(line: str, word: str) -> str:
    """The line of a phase without a word that stands behind its dates."""
    found = list(re.finditer(rf",?\s*(?:\bshows?\s+)?\b{word}\b", line))[-1]
    return line[: found.start()] + line[found.end() :]
