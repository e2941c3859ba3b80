"""What is poured into canvases, experiments, programmes, reports and stories, and their lists.

experiments/  canvases/  …             the lists, each once something is in it
models.json                            beside the site: what was poured last, by challenge
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from collector.analysis import quarter
from collector.brief import Brief, SeenBy
from collector.entries import Progress
from collector.models import (
    Canvas,
    Experiment,
    Link,
    Models,
    Participants,
    Programme,
    QuarterlyReport,
    State,
    Story,
    Target,
)
from collector.pages import report_fill as reports
from collector.pages.model_items import Item, is_in, outcome_of
from collector.pages.models import IDEAS, STATE, TRIAL, address, block_slot, dates, up
from collector.pages.participant_fill import participants
from collector.pages.render import head, render
from collector.pages.report_fill import is_done_in
from collector.pages.sheets import Sheets
from collector.pages.told_idea import Told
from collector.pages.trials import trials
from collector.published import PublishedData, tag_name
from collector.words import say, speaking

KEPT = "models.json"
MOST = 30
"""Ideas that are named in one block."""
EVERYONE = SeenBy.EVERYONE.value


def pour_models(
    sheets: Sheets, briefs: Mapping[str, Brief], told: Mapping[str, PublishedData]
) -> None:
    """Fill the pages of models after these challenges changed; nothing without models."""
    models = sheets.site.models
    if not models:
        return
    before = sheets.kept(KEPT)
    kept = dict(before)
    for slug, data in told.items():
        kept[slug] = _challenge(models, briefs[slug], data, sheets)
    if kept != before or not before:
        with speaking(sheets.settings.language):
            _Pour(sheets, models, kept).pour()
        sheets.keep(KEPT, kept)


def _challenge(models: Models, brief: Brief, data: PublishedData, sheets: Sheets) -> dict[str, Any]:
    """What models may tell of a challenge, as plain JSON values."""
    open_to_all = brief.seen_by is SeenBy.EVERYONE
    wanted = _wanted(models, brief.slug)
    told = [Told.of(brief, each) for each in data.ideas]
    return {
        "day": data.as_of.astimezone(sheets.settings.zone).date().isoformat(),
        "phase": data.phase.value,
        "ideas": len(data.ideas) if open_to_all else 0,
        "done": sum(each.progress is Progress.DONE for each in data.ideas) if open_to_all else 0,
        "told": [each.to_document() for each in told if wanted(each)] if open_to_all else [],
        "engagement": {code: dict(each) for code, each in data.engagement.items()}
        if open_to_all
        else {},
        "quarters": {name: quarter.to_document(each) for name, each in data.quarters.items()}
        if open_to_all
        else {},
        "trials": trials(models, brief, data, sheets.settings.language) if open_to_all else {},
    }


def _wanted(models: Models, slug: str) -> Callable[[Told], bool]:
    blocks = {
        block.code
        for canvas in models.canvases
        if not canvas.challenges or slug in canvas.challenges
        for block in canvas.blocks
    }
    naming: tuple[Experiment | Story, ...] = (*models.experiments, *models.stories)
    tags = blocks | {tag_name(each.name) for each in naming}
    refs = {ref for each in naming for ref in each.ideas}
    return lambda idea: (
        bool({*idea.refs} & refs)
        or bool(tags.intersection(idea.tags))
        or is_done_in(idea, models.reports)
    )


class _Pour:
    """All pages of models, from what is kept of every challenge."""

    def __init__(self, sheets: Sheets, models: Models, kept: Mapping[str, Any]) -> None:
        self.sheets, self.models, self.kept = sheets, models, kept
        self.ideas = [
            Told.from_document(each) for slug in sorted(kept) for each in kept[slug]["told"]
        ]
        days = [each["day"] for each in kept.values()] or [sheets.site.record["day"]]
        self.today = date.fromisoformat(max(days))

    def pour(self) -> None:
        for canvas in self.models.canvases:
            self._page(canvas.place, self._canvas(canvas))
        for experiment in self.models.experiments:
            self._page(experiment.place, self._experiment(experiment))
        for programme in self.models.programmes:
            self._page(programme.place, self._programme(programme))
        for told in self.models.participants:
            self._page(told.place, participants(told, self.kept))
        for report in self.models.reports:
            self._page(report.place, reports.report(report, self.models, self._standing))
        for story in self.models.stories:
            ideas = [each for each in self.ideas if is_in(each, story)]
            self._page(story.place, {IDEAS: reports.story_ideas(story.place, ideas)})
        self._boards()

    @property
    def _standing(self) -> reports.Standing:
        """What reports may tell of."""
        challenges = self.sheets.site.record["challenges"]
        kept = {slug: each for slug, each in self.kept.items() if self._is_open(slug)}
        return reports.Standing(challenges, kept, self.ideas, self.today)

    def _page(self, place: str, contents: Mapping[str, str]) -> None:
        if contents:
            self.sheets.page(f"{address(place)}index.html", contents)

    def _canvas(self, canvas: Canvas) -> dict[str, str]:
        return {
            block_slot(block.code): self._listed(
                canvas.place,
                [
                    each
                    for each in self.ideas
                    if block.code in each.tags
                    and (not canvas.challenges or each.challenge in canvas.challenges)
                ],
                say("canvas-ideas"),
            )
            for block in canvas.blocks
        }

    def _experiment(self, experiment: Experiment) -> dict[str, str]:
        ideas = [each for each in self.ideas if is_in(each, experiment)]
        state = experiment.state(self.today)
        facts = {"state": state.value, "label": say(f"experiment-state-{state}")}
        return {
            STATE: render("experiment_state.html", facts),
            TRIAL: self._trial(experiment),
            IDEAS: self._listed(experiment.place, ideas, say("experiment-of-ideas"), large=True),
        }

    def _trial(self, experiment: Experiment) -> str:
        """Its split poll, with what that says by now."""
        poll = experiment.poll
        told = self.kept.get(poll.challenge, {}).get("trials", {}) if poll else {}
        found = told.get(poll.form) if poll else None
        return (
            render("experiment_trial.html", {**found, "up": up(experiment.place)}) if found else ""
        )

    def _programme(self, programme: Programme) -> dict[str, str]:
        return {
            block_slot(step.code): render(
                "programme_step.html",
                {"items": list(self._links(programme.place, step.links))},
            )
            for step in programme.steps
        }

    def _links(self, place: str, links: Iterable[Link]) -> Iterator[Item]:
        """What everybody may see of what a step leads to."""
        for link in links:
            if link.target is not Target.CHALLENGE or self._is_open(link.name):
                yield self._link(place, link)

    def _is_open(self, slug: str) -> bool:
        facts = self.sheets.site.record["challenges"].get(slug)
        return facts is not None and facts.get("seen_by", EVERYONE) == EVERYONE

    def _link(self, place: str, link: Link) -> Item:
        if link.target is Target.CHALLENGE:
            return self._to_challenge(place, link.name)
        kind = say(f"step-leads-{link.target}")
        if link.target is Target.CANVAS:
            canvas = next(each for each in self.models.canvases if each.name == link.name)
            return Item(canvas.title, up(place) + address(canvas.place), kind, note=canvas.version)
        if link.target is Target.PARTICIPANTS:
            told = next(each for each in self.models.participants if each.name == link.name)
            return Item(told.title, up(place) + address(told.place), kind)
        named = (each for each in self.models.experiments if each.name == link.name)
        return self._to_experiment(place, next(named), kind)

    def _to_challenge(self, place: str, slug: str) -> Item:
        facts, kept = self.sheets.site.record["challenges"][slug], self.kept.get(slug, {})
        counts = {"count": kept.get("ideas", 0), "done": kept.get("done", 0)}
        return Item(
            facts["title"],
            f"{up(place)}challenges/{slug}/",
            say("step-leads-challenge"),
            say(f"step-phase-{kept['phase']}") if kept else "",
            say("step-counts", counts) if facts["takes_ideas"] and kept else "",
            facts["language"],
        )

    def _to_experiment(self, place: str, experiment: Experiment, kind: str) -> Item:
        state = say(f"experiment-state-{experiment.state(self.today)}")
        where = up(place) + address(experiment.place)
        return Item(experiment.title, where, kind, state, outcome_of(experiment))

    def _listed(
        self, place: str, ideas: Sequence[Told], heading: str, *, large: bool = False
    ) -> str:
        items = [
            Item(
                each.title,
                f"{up(place)}challenges/{each.challenge}/ideas/{each.ref}/",
                state="" if each.progress == "open" else say(f"site-progress-{each.progress}"),
                language=each.language,
            )
            for each in ideas[:MOST]
        ]
        more = max(0, len(ideas) - MOST)
        facts = {"items": items, "heading": heading, "large": large, "more": more}
        return render("model_ideas.html", facts)

    def _boards(self) -> None:
        canvases = [
            Item(each.title, f"../{address(each.place)}", note=each.version)
            for each in self.models.newest
        ]
        programmes = [
            Item(each.title, f"../{address(each.place)}") for each in self.models.programmes
        ]
        self._board("canvases", [("", canvases)])
        self._board("experiments", self._by_state())
        self._board("participants", [("", _items(self.models.participants))])
        self._board("programmes", [("", programmes)])
        self._board("stories", [("", _items(self.models.stories))])
        newest = sorted(self.models.reports, key=lambda each: each.quarter, reverse=True)
        self._board("reports", [("", _items(newest))])

    def _by_state(self) -> list[tuple[str, list[Item]]]:
        def of(state: State) -> list[Item]:
            return [
                Item(each.title, f"../{address(each.place)}", note=_told_shortly(each))
                for each in self.models.experiments
                if each.state(self.today) is state
            ]

        found = [(say(f"experiment-state-{state}"), of(state)) for state in State]
        return [(label, items) for label, items in found if items]

    def _board(self, name: str, groups: Iterable[tuple[str, list[Item]]]) -> None:
        """One list; where the owner wrote a page of that address, that page stands."""
        place = f"{name}/index.html"
        groups = [(label, items) for label, items in groups if items]
        if not groups or name in self.sheets.site.record.get("places", ()):
            return
        facts = {"title": say(name), "why": say(f"{name}-why"), "groups": groups}
        contents = {
            "title": say(name),
            "head": head(self.sheets.settings, f"{name}/", say(f"{name}-why")),
            "body": render("model_board.html", facts),
        }
        self.sheets.shared(place, self.sheets.settings.language, contents)


def _items(models: Iterable[Participants | Story | QuarterlyReport]) -> list[Item]:
    return [Item(each.title, f"../{address(each.place)}") for each in models]


def _told_shortly(experiment: Experiment) -> str:
    return " · ".join(filter(None, (dates(experiment), outcome_of(experiment))))
