"""The results page of a challenge, and what can be downloaded beside it; all of published data.

challenges/<slug>/results/   index.html
                             results.csv    every number of the page, one a line
                             codebook.csv   what its columns, measures and codes mean
                             votes.csv      every number of ballots or comparisons, one a line
                             results.json   the published results as they are
                             data-card.txt  what this is, who asked, when, and what may be done
"""

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from markupsafe import Markup

from collector.analysis import to_document
from collector.brief import Brief, Form, FormKind, Results, SeenBy
from collector.entries.formula import looks_like_formula
from collector.form import define
from collector.garden import Settings
from collector.pages import dates, phases
from collector.pages import outcome as outcomes
from collector.pages.call import Call
from collector.pages.render import render
from collector.published import PublishedData, figures, meanings
from collector.published import outcome_lines as votes
from collector.words import moment, say

SHORT_HASH = 12
"""Digits of a definition's hash that people compare."""

DOWNLOADS = ("results.csv", "codebook.csv", "votes.csv", "results.json", "data-card.txt")


def asked(brief: Brief) -> list[Form]:
    """The surveys and polls whose results are told at some time."""
    return [
        each
        for each in brief.forms
        if each.kind is not FormKind.IDEA and each.results is not Results.NEVER
    ]


def page(brief: Brief, data: PublishedData, settings: Settings) -> str:
    """The body of the page."""
    facts = {
        "title": brief.title,
        "forms": asked(brief),
        "results": data.results,
        "outcome": data.outcome,
        "drawn_outcome": data.outcome and Markup(outcomes.draw_outcome(data.outcome)),  # noqa: S704 - escaped
        "call": Call.of(brief, data, settings),
        "told": bool(data.results or data.outcome),
        "phase": data.phase.value,
        "closes": brief.closes,
        "from": phases.results_from(brief, data),
        "zone": settings.zone,
        "hashes": _hashes(brief),
        "as_of": moment(data.as_of.astimezone(settings.zone)),
        "card": card(brief, data, settings),
        "downloads": [(name, say(f"results-{name}")) for name in _offered(data)],
    }
    return render("results_page.html", facts)


def downloads(brief: Brief, data: PublishedData, settings: Settings) -> dict[str, bytes]:
    """The content of each download, by its name; none while no result is told."""
    if not data.results and data.outcome is None:
        return {}
    lines = (each.cells for each in figures.figures(data.results))
    document: dict[str, Any] = {
        "card": dict(_named(brief, data, settings)),
        "results": _results(brief, data),
    }
    if data.outcome is not None:
        document["outcome"] = to_document(data.outcome)
    told = "".join(f"{name}: {text}\n" for name, text in card(brief, data, settings))
    made = {
        "results.csv": _csv(figures.HEADER, lines),
        "codebook.csv": _csv(meanings.HEADER, meanings.meanings(data.results)),
        "votes.csv": _csv(votes.HEADER, votes.lines(data.outcome) if data.outcome else ()),
        "results.json": (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(),
        "data-card.txt": told.encode(),
    }
    return {name: made[name] for name in _offered(data)}


def _offered(data: PublishedData) -> list[str]:
    """The downloads that hold anything."""
    empty = {"votes.csv": data.outcome is None}
    empty |= dict.fromkeys(("results.csv", "codebook.csv"), not data.results)
    return [name for name in DOWNLOADS if not empty.get(name)]


def card(brief: Brief, data: PublishedData, settings: Settings) -> list[tuple[str, str]]:
    """What one must know before using the data, each with its name."""
    named = _named(brief, data, settings)
    return [(say(f"card-{name}"), text) for name, text in named if text]


def _named(brief: Brief, data: PublishedData, settings: Settings) -> list[tuple[str, str]]:
    address = f"{settings.site.url.rstrip('/')}/challenges/{brief.name}/results/"
    hashes, hidden = _hashes(brief), brief.seen_by is SeenBy.INVITED
    return [
        ("what", brief.title),
        ("who", settings.name),
        ("contact", settings.contact),
        ("when", _when(brief, settings)),
        ("as-of", moment(data.as_of.astimezone(settings.zone))),
        (
            "n",
            "; ".join(_answers(form, data) for form in asked(brief) if form.name in data.results),
        ),
        ("how", say("card-how-told")),
        ("care", say("results-chosen")),
        ("licence", settings.site.licence or say("card-no-licence", {"owner": settings.name})),
        ("definition", "; ".join(f"{name} {value}" for name, value in hashes.items())),
        ("address", address if settings.site.url and not hidden else ""),
    ]


def _when(brief: Brief, settings: Settings) -> str:
    opens = dates.begins(brief.opens, settings.zone) if brief.opens else ""
    closes = dates.ends(brief.closes, settings.zone) if brief.closes else ""
    reason = {(True, True): "both", (True, False): "from", (False, True): "until"}
    known = reason.get((bool(opens), bool(closes)), "open")
    return say(f"card-when-{known}", {"opens": opens, "closes": closes})


def _answers(form: Form, data: PublishedData) -> str:
    return say("card-answers", {"form": form.label, "n": data.results[form.name].n})


def _hashes(brief: Brief) -> dict[str, str]:
    return {form.name: define(form).hash[:SHORT_HASH] for form in asked(brief)}


def _results(brief: Brief, data: PublishedData) -> dict[str, Any]:
    hashes = _hashes(brief)
    return {
        name: result.to_document() | {"definition": hashes.get(name, "")}
        for name, result in data.results.items()
    }


def _csv(header: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    """For people: with the mark by which Excel knows UTF-8, and no text that it would run."""
    text = StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(header)
    rows.writerows([_harmless(cell) for cell in line] for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and looks_like_formula(cell) else cell
