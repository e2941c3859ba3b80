"""The staged pages of canvases, experiments and programmes: Markdown of the owner's, HTML around
it, and slots for ideas and for where things stand."""

import json
from collections.abc import Iterator
from html import escape

from collector import draw
from collector.analysis import needed
from collector.models import (
    CHAPTERS,
    Canvas,
    Experiment,
    Models,
    Participants,
    Programme,
    QuarterlyReport,
    Step,
    Story,
)
from collector.pages.render import render
from collector.pages.slots import slot
from collector.words import day, say

STATE = "state"
IDEAS = "ideas"
APART = "\n"
"""What stands at first in a slot before Markdown, which would else be drawn into it."""
TRIAL = "trial"


def model_pages(models: Models) -> Iterator[tuple[str, str]]:
    """What to stage for each model, by its place below `site/pages/`."""
    for canvas in models.canvases:
        yield canvas.place, "\n\n".join(filter(None, _canvas(canvas, models)))
    for experiment in models.experiments:
        yield experiment.place, "\n\n".join(filter(None, _experiment(experiment)))
    for programme in models.programmes:
        yield programme.place, "\n\n".join(filter(None, _programme(programme)))
    for report in models.reports:
        yield report.place, "\n\n".join(filter(None, _report(report)))
    for told in models.participants:
        yield told.place, "\n\n".join(filter(None, _participants(told)))
    for story in models.stories:
        yield story.place, "\n\n".join(filter(None, _story(story)))


def address(place: str) -> str:
    """Where the page of this file is, from the site's root: `plans/model.md` → `plans/model/`."""
    stem = place.removesuffix(".md")
    return stem.removesuffix("index") if stem.split("/")[-1] == "index" else f"{stem}/"


def up(place: str) -> str:
    """The way from the page of this file to the site's root."""
    return "../" * address(place).count("/")


def block_slot(code: str) -> str:
    """The slot of a block's ideas, or of what belongs to a step."""
    return f"part:{code}"


def boards(models: Models) -> list[str]:
    """The lists of what there is, by their addresses; each once something is in it."""
    kinds = {
        "canvases": models.canvases,
        "experiments": models.experiments,
        "participants": models.participants,
        "programmes": models.programmes,
        "stories": models.stories,
        "reports": models.reports,
    }
    return [kind for kind, held in kinds.items() if held]


def menu(models: Models) -> list[dict[str, str]]:
    """What of them stands at the top of every page."""
    return [{"title": say(kind), "url": f"{kind}/"} for kind in boards(models)]


def _front(kind: str, title: str) -> str:
    told = {"title": title, "kind": kind}
    return "---\n" + json.dumps(told, ensure_ascii=False, indent=1) + "\n---"


def _opening(place: str, board: str, title: str) -> str:
    back = f'<p class="ig-back"><a href="{up(place)}{board}/">{escape(say(board))}</a></p>'
    return f"{back}\n\n<h1>{escape(title)}</h1>"


def _canvas(canvas: Canvas, models: Models) -> Iterator[str]:
    row = models.versions(canvas)
    before = row[row.index(canvas) - 1] if row.index(canvas) else None
    yield _front("canvas", canvas.title)
    yield _opening(canvas.place, "canvases", canvas.title)
    yield _versions(canvas, row)
    yield canvas.introduction
    yield _drawn(canvas)
    if before:
        yield f"<h2>{escape(say('canvas-beside'))}</h2>"
        yield _beside(before, canvas)
    if canvas.notes:
        yield f"<h2>{escape(say('model-notes'))}</h2>"
        yield canvas.notes


def _drawn(canvas: Canvas, prefix: str = "") -> str:
    if canvas.curves is None:
        return draw.canvas(canvas, lambda code: slot(block_slot(code)))
    heading = "" if prefix else f"<h2>{escape(say('canvas-curves'))}</h2>\n\n"
    label = canvas.version or say("curves-title")
    return heading + draw.curves(canvas.curves, draw.Asked("curves", label, prefix))


def _beside(before: Canvas, after: Canvas) -> str:
    if after.curves is None or before.curves is None:
        return draw.versions(before, after)
    return _drawn(before, "before")


def _versions(canvas: Canvas, row: tuple[Canvas, ...]) -> str:
    if len(row) == 1:
        return f'<p class="ig-meta">{escape(canvas.version)}</p>' if canvas.version else ""
    links = [
        (each.version or each.title, f"{up(canvas.place)}{address(each.place)}", each is canvas)
        for each in row
    ]
    return render("model_versions.html", {"links": links})


def _experiment(experiment: Experiment) -> Iterator[str]:
    yield _front("experiment", experiment.title)
    yield _opening(experiment.place, "experiments", experiment.title)
    yield slot(STATE, APART)
    yield experiment.introduction
    yield render("experiment_facts.html", {"experiment": experiment, "dates": dates(experiment)})
    for code in ("hypothesis", "test"):
        yield f"<h2>{escape(say(f'experiment-{code}'))}</h2>"
        yield getattr(experiment, code)
    if experiment.expected:
        yield f"<p>{escape(draw.needs(*experiment.expected, needed(*experiment.expected)))}</p>"
    if experiment.poll:
        yield f"<div>\n{slot(TRIAL)}\n</div>"
    yield from _learnt(experiment)
    yield slot(IDEAS)


def _learnt(experiment: Experiment) -> Iterator[str]:
    if experiment.result or experiment.shares:
        yield f"<h2>{escape(say('experiment-result'))}</h2>"
        yield experiment.result
    if experiment.shares:
        asked = draw.Asked("shares", experiment.metric)
        yield draw.shares(experiment.shares.before, experiment.shares.after, asked)
    if experiment.learnt:
        yield f"<h2>{escape(say('experiment-learnt'))}</h2>"
        yield experiment.learnt
    if experiment.decision:
        yield f"<h2>{escape(say('experiment-decision'))}</h2>"
        yield f"<p>{escape(say(f'experiment-{experiment.decision}'))}</p>"
    if experiment.notes:
        yield f"<h2>{escape(say('model-notes'))}</h2>"
        yield experiment.notes


def dates(experiment: Experiment) -> str:
    """When it runs, in words; empty if no day is known."""
    starts = day(experiment.starts) if experiment.starts else ""
    ends = day(experiment.ends) if experiment.ends else ""
    if starts and ends:
        return say("experiment-between", {"starts": starts, "ends": ends})
    if starts:
        return say("experiment-from", {"starts": starts})
    return say("experiment-until", {"ends": ends}) if ends else ""


def _programme(programme: Programme) -> Iterator[str]:
    yield _front("programme", programme.title)
    yield _opening(programme.place, "programmes", programme.title)
    yield programme.introduction
    for number, step in enumerate(programme.steps, 1):
        yield f'<h2 id="{step.code}">{number}. {escape(step_label(programme, step))}</h2>'
        yield step.text
        yield slot(block_slot(step.code))
    if programme.notes:
        yield f"<h2>{escape(say('model-notes'))}</h2>"
        yield programme.notes


def step_label(programme: Programme, step: Step) -> str:
    """What a step is called: its heading in the file, else as everybody calls it."""
    return step.label or say(programme.names[step.code])


def _report(report: QuarterlyReport) -> Iterator[str]:
    yield _front("report", report.title)
    yield _opening(report.place, "reports", report.title)
    yield slot(STATE, APART)
    yield report.introduction
    for chapter in report.chapters:
        label = chapter.label or say(CHAPTERS[chapter.code])
        yield f'<h2 id="{chapter.code}">{escape(label)}</h2>'
        yield chapter.text
        yield slot(block_slot(chapter.code))
    if report.notes:
        yield f"<h2>{escape(say('model-notes'))}</h2>"
        yield report.notes


def _story(story: Story) -> Iterator[str]:
    yield _front("story", story.title)
    yield _opening(story.place, "stories", story.title)
    yield story.introduction
    for scene in story.scenes:
        yield f"<h2>{escape(scene.label)}</h2>"
        yield scene.text
    yield slot(IDEAS)
    if story.notes:
        yield f"<h2>{escape(say('model-notes'))}</h2>"
        yield story.notes


def _participants(told: Participants) -> Iterator[str]:
    yield _front("participants", told.title)
    yield _opening(told.place, "participants", told.title)
    yield told.introduction
    yield draw.participants(told, lambda code: slot(block_slot(code), APART))
    if told.notes:
        yield f"<h2>{escape(say('model-notes'))}</h2>"
        yield told.notes
