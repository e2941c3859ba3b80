"""A quarterly report as it is read: five chapters of words, numbers with what they are, and lists.

The page on the site, the one at the desk and the file of the command are all made of these.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from collector import words
from collector.analysis.quarter import Asked, Deed, QuarterTold
from collector.draw.numbers import amount
from collector.entries import Sum
from collector.form.prose import block
from collector.garden import Settings
from collector.models import CHAPTERS, Experiment, Models, Outcome, QuarterlyReport
from collector.pages.models import address
from collector.pages.render import render
from collector.words import day, say

NUMBERS: Mapping[str, Sequence[str]] = {
    "asked": ("challenges",),
    "came": ("ideas", "answers", "comments", "votes"),
    "did": ("replies", "planned", "in_progress", "done", "declined"),
    "brought": ("value", "cost"),
    "learnt": (),
}
"""What is told in each chapter, by its code."""


@dataclass(frozen=True)
class Number:
    """One number, what it is called, and what it is."""

    name: str
    label: str
    value: str
    definition: str


@dataclass(frozen=True)
class Line:
    """One line of a list; `words` are plain text below it."""

    title: str
    address: str = ""
    language: str = ""
    note: str = ""
    words: str = ""


@dataclass(frozen=True)
class Ways:
    """Where lines lead to; an empty address is no link."""

    challenge: Callable[[str], str]
    idea: Callable[[str, str], str]
    page: Callable[[str], str]
    """By the address of a page from the site's root."""


@dataclass(frozen=True)
class Chapter:
    """One of the five, as it is read."""

    code: str
    heading: str
    words: Markup
    numbers: Sequence[Number]
    lines: Sequence[Line]

    @property
    def poured(self) -> str:
        """HTML of its numbers and its list."""
        return render("report_chapter.html", {"chapter": self})


def chapters(
    told: QuarterTold,
    models: Models,
    ways: Ways,
    own: Mapping[str, tuple[str, Markup]] | None = None,
) -> list[Chapter]:
    """All five; `own` are the owner's headings and words by code."""
    written = own or {}
    return [
        Chapter(
            code=code,
            heading=written.get(code, ("", Markup()))[0] or say(reason),
            words=written.get(code, ("", Markup()))[1],
            numbers=list(_numbers(told, code)),
            lines=list(LINES[code](told, models, ways)),
        )
        for code, reason in CHAPTERS.items()
    ]


def state(told: QuarterTold) -> str:
    """HTML of what a reader has to know first: which days, how far, and whether it is empty."""
    return render(
        "report_state.html",
        {
            "period": say("report-period", _span(told)),
            "as_of": say(
                "report-final" if told.is_over else "report-so-far", {"day": day(told.as_of)}
            ),
            "empty": say("report-empty") if is_empty(told) else "",
        },
    )


def written(report: QuarterlyReport | None) -> Mapping[str, tuple[str, Markup]]:
    """The owner's headings and words, by code; without a report none."""
    chapters = report.chapters if report else ()
    return {each.code: (each.label, block(each.text)) for each in chapters}


def printed(told: QuarterTold, models: Models, settings: Settings) -> str:
    """A whole page of its own, to read and print; it leads to the site where that is known."""
    own = next((each for each in models.reports if each.quarter == told.quarter), None)
    home = settings.site.url.rstrip("/")

    def way(place: str) -> str:
        return f"{home}/{place}" if home else ""

    ways = Ways(challenge=lambda slug: way(f"challenges/{slug}/"), idea=lambda *_: "", page=way)
    parts = chapters(told, models, ways, written(own))
    return render(
        "report_printed.html",
        {
            "language": words.language(),
            "direction": words.direction(),
            "garden": settings.name,
            "title": own.title if own else say("quarter-title", {"quarter": told.quarter}),
            "introduction": block(own.introduction) if own else "",
            "state": Markup(state(told)),  # noqa: S704 - drawn by a template that escapes
            "chapters": [(each, Markup(each.poured)) for each in parts],  # noqa: S704 - as above
        },
    )


def is_empty(told: QuarterTold) -> bool:
    """Whether nothing came and nothing was done."""
    return told.counts.is_empty and not told.deeds


def _span(told: QuarterTold) -> dict[str, str]:
    return {"begins": day(told.quarter.begins), "ends": day(told.quarter.ends)}


def _numbers(told: QuarterTold, code: str) -> Iterator[Number]:
    for name in NUMBERS[code]:
        value = getattr(told.counts, name)
        shown = _sums(value) if isinstance(value, tuple) else str(value)
        yield Number(name, say(f"report-{name}"), shown, say(f"report-{name}-is"))


def _sums(told: Sequence[Sum]) -> str:
    return "; ".join(map(amount, told)) or say("report-nothing-told")


def _asked(told: QuarterTold, _models: Models, ways: Ways) -> Iterator[Line]:
    for each in told.asked:
        yield Line(each.title, ways.challenge(each.challenge), _other(each))


def _deeds(told: QuarterTold, _models: Models, ways: Ways) -> Iterator[Line]:
    for each in told.deeds:
        note = say("report-done-on", {"day": day(each.day)})
        yield Line(each.title, ways.idea(each.challenge, each.ref), _other(each), note)


def _brought(told: QuarterTold, _models: Models, ways: Ways) -> Iterator[Line]:
    for each in told.deeds:
        sums = [
            say(f"report-deed-{name}", {"amount": amount(value)})
            for name, value in (("value", each.value), ("cost", each.cost))
            if value
        ]
        if sums:
            way = ways.idea(each.challenge, each.ref)
            yield Line(each.title, way, _other(each), " · ".join(sums))


def _learnt(told: QuarterTold, models: Models, ways: Ways) -> Iterator[Line]:
    for each in told.deeds:
        if each.learnt:
            way = ways.idea(each.challenge, each.ref)
            yield Line(each.title, way, _other(each), words=each.learnt)
    for experiment in tried(told, models):
        outcome = say(f"experiment-outcome-{experiment.decision}")
        note = say("report-tried", {"outcome": outcome})
        yield Line(experiment.title, ways.page(address(experiment.place)), note=note)


def _none(_told: QuarterTold, _models: Models, _ways: Ways) -> Iterator[Line]:
    yield from ()


LINES: Mapping[str, Callable[[QuarterTold, Models, Ways], Iterator[Line]]] = {
    "asked": _asked,
    "came": _none,
    "did": _deeds,
    "brought": _brought,
    "learnt": _learnt,
}


def tried(told: QuarterTold, models: Models) -> list[Experiment]:
    """The experiments that ended in the quarter and were decided."""
    return [
        each
        for each in models.experiments
        if isinstance(each.decision, Outcome) and told.quarter.holds(each.ends)
    ]


def _other(each: Asked | Deed) -> str:
    """Its language, where that is not the reader's."""
    return "" if each.language == words.language() else each.language
