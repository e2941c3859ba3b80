"""Slips: a challenge's forms as a page to print, with a code that leads to the form online."""

import base64
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from collector import words
from collector.brief import Brief, Form
from collector.draw import code
from collector.errors import Unknown
from collector.form.paper import on_paper
from collector.garden import Garden
from collector.pages.printed import printed
from collector.pages.sources import terms_text

HEADING = re.compile(r"^#\s+(.+)$", re.MULTILINE)
ORIGIN = "slip"
"""What an answer's origin says whose sender came by the code."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Where slips are printed: in which garden, and where its site is."""

    garden: Garden
    site: str
    """The site's address; empty: there is no code on the slip."""
    style: str = ""
    """The style sheet's address; empty: the page holds the styles itself."""


def slips(brief: Brief, around: Surroundings, name: str = "") -> str:
    """The page in the brief's language: each form, or the one of this name, on a sheet of its own.

    Raises Unknown if there is no such form.
    """
    with words.speaking(brief.language):
        facts = {
            "terms": _terms(brief, around),
            "forms": [_slip(brief, form, around) for form in _chosen(brief, name)],
        }
        return printed("slips.html", brief, around.garden.settings, around.style, facts)


def _chosen(brief: Brief, name: str) -> Sequence[Form]:
    chosen = [form for form in brief.forms if name in ("", form.name)]
    if not chosen:
        forms = ", ".join(form.name for form in brief.forms)
        reason = "paper-no-form" if forms else "paper-no-forms"
        raise Unknown(reason, slug=brief.slug, form=name, forms=forms)
    return chosen


def _slip(brief: Brief, form: Form, around: Surroundings) -> dict[str, object]:
    plain = f"{around.site.rstrip('/')}/challenges/{brief.name}/"
    address = f"{plain}?from={ORIGIN}#{form.name}--form"
    return {
        "drawn": on_paper(form, _pictures(brief, form)),
        "code": code(address, "slip-code") if around.site else "",
        "spoken": plain.split("://", 1)[-1].rstrip("/"),
    }


def _terms(brief: Brief, around: Surroundings) -> dict[str, str] | None:
    """What is to be accepted, and where it can be read."""
    if not brief.terms:
        return None
    heading = HEADING.search(terms_text(around.garden, brief.terms))
    place = f"{around.site.rstrip('/')}/terms/{brief.terms}/"
    return {
        "title": heading[1] if heading else brief.terms,
        "address": place.split("://", 1)[-1].rstrip("/"),
    }


def _pictures(brief: Brief, form: Form) -> dict[str, str]:
    """The form's pictures as addresses that hold them; what can't be read is left out."""
    names = {each.picture for question in form.questions for each in question.options}
    found = ((name, brief.path.parent / name) for name in names if name)
    return {name: _held(path) for name, path in found if path.is_file()}


def _held(path: Path) -> str:
    kind, _ = mimetypes.guess_type(path.name)
    content = base64.b64encode(path.read_bytes()).decode()
    return f"data:{kind or 'application/octet-stream'};base64,{content}"
