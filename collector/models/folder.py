"""All models of a garden, read together: what one says of another must be there."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from collector import kit
from collector.brief.heading import near
from collector.brief.report import Report
from collector.errors import BuildError, Finding
from collector.models.canvas import Canvas, read_canvas
from collector.models.experiment import Experiment, read_experiment
from collector.models.page import KINDS, Page, Reader, check_kind, kind_of
from collector.models.participants import Participants, check_groups, read_participants
from collector.models.polls import Polls, check_poll
from collector.models.programme import Link, Programme, Target, read_programme
from collector.models.quarterly import QuarterlyReport, read_report
from collector.models.story import Story, read_story

Model = Canvas | Experiment | Participants | Programme | QuarterlyReport | Story

READERS: Mapping[str, Callable[[Reader], tuple[Page, Model | None]]] = {
    "canvas": read_canvas,
    "experiment": read_experiment,
    "participants": read_participants,
    "programme": read_programme,
    "report": read_report,
    "story": read_story,
}


@dataclass(frozen=True)
class Models:
    """The models of a garden, in the order of their files."""

    canvases: tuple[Canvas, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    programmes: tuple[Programme, ...] = ()
    reports: tuple[QuarterlyReport, ...] = ()
    stories: tuple[Story, ...] = ()
    participants: tuple[Participants, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def all(self) -> tuple[Model, ...]:
        return (
            *self.canvases,
            *self.experiments,
            *self.programmes,
            *self.reports,
            *self.stories,
            *self.participants,
        )

    def canvas(self, name: str) -> Canvas | None:
        return next((each for each in self.canvases if each.name == name), None)

    def versions(self, canvas: Canvas) -> tuple[Canvas, ...]:
        """It with those that came before and after it, the oldest first."""
        before, after = [canvas], list[Canvas]()
        while (earlier := self.canvas(before[0].follows)) and earlier not in before:
            before.insert(0, earlier)
        last = canvas
        while later := self._follower(last):
            if later in (*before, *after):
                break
            after.append(later)
            last = later
        return (*before, *after)

    @property
    def newest(self) -> tuple[Canvas, ...]:
        """The canvases that no other follows."""
        return tuple(each for each in self.canvases if self._follower(each) is None)

    def _follower(self, canvas: Canvas) -> Canvas | None:
        return next((each for each in self.canvases if each.follows == canvas.name), None)


@dataclass(frozen=True)
class ModelReading:
    """What reading all pages gave: the models without faults, and all findings at once."""

    models: Models
    findings: tuple[Finding, ...] = ()


def templates() -> dict[str, Path]:
    """What `ideagarden new` offers, by name; the folder is the one below `site/pages/`."""
    return {path.stem: path for path in sorted(kit.MODELS.glob("*/*.md"))}


def read_pages(
    pages: Mapping[str, Path],
    language: str,
    challenges: Collection[str],
    invited: Callable[[], Mapping[str, Sequence[str]]] | None = None,
    polls: Polls = lambda _slug: None,
) -> ModelReading:
    """The models among these pages, by place; pages that say no `kind` are left alone.

    `challenges` are the slugs that a model may name; `invited` is asked for the groups that each
    invites, by their codes, if a page names any, `polls` tells a challenge's split polls. Raises
    BuildError for a page in no encoding that can be read.
    """
    reports: list[Report] = []
    found: list[tuple[Page, Model]] = []
    for place, path in pages.items():
        if not place.endswith(".md"):
            continue
        text, report = _text(path), Report(path)
        reports.append(report)
        kind = kind_of(text)
        if kind in KINDS:
            page, model = READERS[kind](Reader(place, text, report, language))
            if model is not None:
                found.append((page, model))
        else:
            check_kind(text, report)
    _check(found, challenges, polls)
    if invited is not None:
        _check_groups(found, invited)
    findings = tuple(each for report in reports for each in report.findings)
    return ModelReading(_models(found), findings)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise BuildError("page-encoding", path=path) from None


def _models(found: Iterable[tuple[Page, Model]]) -> Models:
    sound = [model for page, model in found if not page.report.faulty]
    return Models(
        tuple(each for each in sound if isinstance(each, Canvas)),
        tuple(each for each in sound if isinstance(each, Experiment)),
        tuple(each for each in sound if isinstance(each, Programme)),
        tuple(each for each in sound if isinstance(each, QuarterlyReport)),
        tuple(each for each in sound if isinstance(each, Story)),
        tuple(each for each in sound if isinstance(each, Participants)),
    )


def _check(found: list[tuple[Page, Model]], challenges: Collection[str], polls: Polls) -> None:
    """Names stand once a kind, and point at something."""
    canvases = {model.name: model for _, model in found if isinstance(model, Canvas)}
    named: dict[Target, Collection[str]] = {
        Target.CHALLENGE: challenges,
        Target.CANVAS: canvases,
        Target.PARTICIPANTS: [model.name for _, model in found if isinstance(model, Participants)],
        Target.EXPERIMENT: [model.name for _, model in found if isinstance(model, Experiment)],
    }
    _check_names(found)
    for page, model in found:
        if isinstance(model, Canvas):
            _check_canvas(page, model, canvases, challenges)
        elif isinstance(model, QuarterlyReport | Participants):
            _check_challenges(page, model.challenges, challenges)
        elif isinstance(model, Experiment):
            check_poll(page, model, challenges, polls)
        elif isinstance(model, Programme):
            for link in (link for step in model.steps for link in step.links):
                _check_link(page, link, named[link.target])


def _check_groups(
    found: Iterable[tuple[Page, Model]], invited: Callable[[], Mapping[str, Sequence[str]]]
) -> None:
    maps = [(page, model) for page, model in found if isinstance(model, Participants)]
    known = invited() if maps else {}
    for page, model in maps:
        check_groups(page, model, known)


def _check_names(found: Iterable[tuple[Page, Model]]) -> None:
    seen: dict[tuple[type[Model], str], str] = {}
    for page, model in found:
        first = seen.setdefault((type(model), model.name), model.place)
        if first != model.place:
            page.missing("model-name-twice", "", name=model.name, first=first)


def _check_canvas(
    page: Page, canvas: Canvas, canvases: Mapping[str, Canvas], challenges: Collection[str]
) -> None:
    _check_challenges(page, canvas.challenges, challenges)
    if canvas.follows:
        _check_follows(page, canvas, canvases)


def _check_challenges(page: Page, named: Iterable[str], challenges: Collection[str]) -> None:
    for slug in named:
        if slug not in challenges:
            meant = near(slug, [*challenges])
            page.faulty(
                page.settings["challenges"], "model-challenge", meant, name=slug, near=meant or "-"
            )


def _check_follows(page: Page, canvas: Canvas, canvases: Mapping[str, Canvas]) -> None:
    setting = page.settings["follows"]
    before = canvases.get(canvas.follows)
    others = [name for name, each in canvases.items() if each is not canvas]
    if before is None or before is canvas:
        meant = near(canvas.follows, others)
        page.faulty(setting, "canvas-follows-nothing", meant, near=meant or "-")
    elif before.kind is not canvas.kind:
        page.faulty(setting, "canvas-follows-other", "", other=before.kind, own=canvas.kind)
    elif _followed(canvas, canvases):
        page.faulty(setting, "canvas-follows-twice", "")
    elif _in_circle(canvas, canvases):
        page.faulty(setting, "canvas-follows-circle", "")


def _followed(canvas: Canvas, canvases: Mapping[str, Canvas]) -> bool:
    """Whether another file follows the same version; versions are a row, not a tree."""
    return any(
        each.follows == canvas.follows and each.place < canvas.place for each in canvases.values()
    )


def _in_circle(canvas: Canvas, canvases: Mapping[str, Canvas]) -> bool:
    seen = {canvas.name}
    name = canvas.follows
    while name in canvases and name not in seen:
        seen.add(name)
        name = canvases[name].follows
    return name in seen


def _check_link(page: Page, link: Link, known: Collection[str]) -> None:
    if link.name in known:
        return
    meant = near(link.name, [*known])
    fix = f"- {link.target}: {meant}" if meant else ""
    page.report.error(
        link.line,
        "step-points-nowhere",
        fix=fix,
        target=link.target.value,
        name=link.name,
        near=meant or "-",
    )
