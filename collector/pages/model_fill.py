"""What is poured into canvases, experiments and programmes, and the lists of them.

experiments/  canvases/  programmes/   the lists, each once something is in it
models.json                            beside the site: what was poured last, by challenge
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from collector.brief import Brief, SeenBy
from collector.entries import Progress
from collector.models import Canvas, Experiment, Link, Models, Programme, State, Target
from collector.pages.models import IDEAS, STATE, address, block_slot, dates, up
from collector.pages.render import head, render
from collector.pages.sheets import Sheets
from collector.published import PublishedData, PublishedIdea, tag_name
from collector.words import say, speaking

KEPT = "models.json"
MOST = 30
"""Ideas that are named in one block."""
EVERYONE = SeenBy.EVERYONE.value


@dataclass(frozen=True)
class Told:
    """An idea that a model names; `tags` are names, as in addresses."""

    challenge: str
    ref: str
    refs: tuple[str, ...]
    """With those of the ideas that were merged into it."""
    title: str
    language: str
    progress: str
    tags: tuple[str, ...]


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
    tags = {tag_name(each) for each in idea.tags}
    return [
        Item(each.title, address(each.place), state=_outcome(each))
        for each in sheets.site.models.experiments
        if refs_of(idea) & {*each.ideas} or tag_name(each.name) in tags
    ]


def refs_of(idea: PublishedIdea) -> set[str]:
    """Its own, and those of the ideas that were merged into it."""
    return {idea.ref, *(each.ref for each in idea.merged)}


def pour_models(
    sheets: Sheets, briefs: Mapping[str, Brief], told: Mapping[str, PublishedData]
) -> None:
    """Fill the pages of models after these challenges changed; nothing without models."""
    models = sheets.site.models
    if not models:
        return
    before = _kept(sheets)
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
    return {
        "day": data.as_of.astimezone(sheets.settings.zone).date().isoformat(),
        "phase": data.phase.value,
        "ideas": len(data.ideas) if open_to_all else 0,
        "done": sum(each.progress is Progress.DONE for each in data.ideas) if open_to_all else 0,
        "told": [_told(brief, each) for each in data.ideas if wanted(each)] if open_to_all else [],
    }


def _wanted(models: Models, slug: str) -> Callable[[PublishedIdea], bool]:
    tags = {
        block.code
        for canvas in models.canvases
        if not canvas.challenges or slug in canvas.challenges
        for block in canvas.blocks
    } | {tag_name(each.name) for each in models.experiments}
    refs = {ref for each in models.experiments for ref in each.ideas}
    return lambda idea: (
        bool(refs_of(idea) & refs) or any(tag_name(each) in tags for each in idea.tags)
    )


def _told(brief: Brief, idea: PublishedIdea) -> dict[str, Any]:
    return {
        "challenge": brief.slug,
        "ref": idea.ref,
        "refs": sorted(refs_of(idea)),
        "title": idea.title,
        "language": brief.language,
        "progress": idea.progress.value,
        "tags": [tag_name(each) for each in idea.tags],
    }


class _Pour:
    """All pages of models, from what is kept of every challenge."""

    def __init__(self, sheets: Sheets, models: Models, kept: Mapping[str, Any]) -> None:
        self.sheets, self.models, self.kept = sheets, models, kept
        self.ideas = [
            Told(**{**each, "tags": tuple(each["tags"]), "refs": tuple(each["refs"])})
            for slug in sorted(kept)
            for each in kept[slug]["told"]
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
        self._boards()

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
        name = tag_name(experiment.name)
        ideas = [
            each for each in self.ideas if {*each.refs} & {*experiment.ideas} or name in each.tags
        ]
        state = experiment.state(self.today)
        facts = {"state": state.value, "label": say(f"experiment-state-{state}")}
        return {
            STATE: render("experiment_state.html", facts),
            IDEAS: self._listed(experiment.place, ideas, say("experiment-of-ideas"), large=True),
        }

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
        return Item(experiment.title, where, kind, state, _outcome(experiment))

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
        self._board("programmes", [("", programmes)])

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


def _outcome(experiment: Experiment) -> str:
    return say(f"experiment-outcome-{experiment.decision}") if experiment.decision else ""


def _told_shortly(experiment: Experiment) -> str:
    return " · ".join(filter(None, (dates(experiment), _outcome(experiment))))


def _kept(sheets: Sheets) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads((sheets.site.folder / KEPT).read_bytes())
    except FileNotFoundError:
        return {}
    return kept
