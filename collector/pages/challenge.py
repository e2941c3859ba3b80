"""The staged page of one challenge: its prose verbatim, and slots for all that comes later.

Forms are drawn beside the generator and not through it: Markdown's parser takes ten times as long
to leave a form as it is as it takes to draw it.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from collector import form
from collector.brief import (
    Brief,
    Form,
    FormKind,
    FormSection,
    Prose,
    Results,
    Scorecard,
    Section,
    SeenBy,
    Slot,
    SlotKind,
)
from collector.errors import BuildError
from collector.garden import Settings
from collector.pages import progress
from collector.pages.outcome import has_outcome
from collector.pages.scorecard import scorecard
from collector.pages.slots import slot
from collector.words import in_days, name_of, say, speaking

MARKS = re.compile(r"[\\`*_{}\[\]()<>#+.!&|-]")
"""What Markdown might read as more than itself."""
MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
HEADING = re.compile(r"^#[ \t]+(?P<title>.+?)[ \t#]*$", re.M)


def challenge_page(brief: Brief, editions: Sequence[Brief]) -> str:
    """Markdown and HTML for the generator, in the language of the brief; it links the others."""
    with speaking(brief.language):
        return _page(brief, [each for each in editions if each.language != brief.language])


def _page(brief: Brief, others: Sequence[Brief]) -> str:
    blocks = [*_front_matter(brief), *_links(others), *_opening(brief)]
    asks = False
    for section in brief.sections:
        if not asks and not isinstance(section, Prose):
            asks = True
            blocks += [*_facts(brief), *_turning(brief)]
        blocks.append(_section(section))
    if brief.measure:
        blocks.append(progress.section())
    blocks += [_section(each) for each in _unplaced(brief)]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section) -> str:
    if isinstance(section, Prose):
        return section.text.strip("\n")
    if isinstance(section, Scorecard):
        return scorecard(section)
    return _form(section.form) if isinstance(section, FormSection) else _slot(section)


def _front_matter(brief: Brief) -> Iterator[str]:
    told = {
        "title": brief.title,
        "description": brief.summary,
        "kind": "challenge",
        "slug": brief.slug,
        "language": brief.language,
        "listed": brief.seen_by is SeenBy.EVERYONE,
    }
    yield "---\n" + json.dumps(told, ensure_ascii=False, indent=1) + "\n---"


def _links(others: Sequence[Brief]) -> Iterator[str]:
    """The same page in other languages, each called as it calls itself."""
    links = [
        f'<a href="../{escape(each.name)}/" hreflang="{each.language}" lang="{each.language}">'
        f"{escape(name_of(each.language))}</a>"
        for each in others
    ]
    if links:
        label = escape(say("site-languages"))
        yield f'<nav class="ig-meta ig-languages" aria-label="{label}">{" ".join(links)}</nav>'


def _opening(brief: Brief) -> Iterator[str]:
    if brief.image:
        alt = MARKS.sub(r"\\\g<0>", brief.image.alt)
        yield f"![{alt}](<{brief.image.file}>){{.ig-picture}}"
    yield slot("phase")
    first = next((each.text for each in brief.sections if isinstance(each, Prose)), "")
    if not HEADING.match(first.lstrip()):
        yield f"<h1>{escape(brief.title)}</h1>"


def _facts(brief: Brief) -> Iterator[str]:
    """What people want to know before they take part; it stands above the first form."""
    told = {
        say("site-objective"): escape(brief.objective),
        say("site-prize"): escape(brief.prize),
        say("promise-label"): _promised(brief),
        say("site-questions"): _contact(brief.contact),
    }
    rows = [f"<dt>{escape(name)}</dt><dd>{html}</dd>" for name, html in told.items() if html]
    if rows:
        yield '<dl class="ig-facts">\n' + "\n".join(rows) + "\n</dl>"


def _turning(brief: Brief) -> Iterator[str]:
    """Where the dated phases are listed, and people called to vote over all ideas.

    In one line: of comments in paragraphs of their own Markdown moves the ends.
    """
    names = [*(["phases"] if brief.phases else []), *(["call"] if has_outcome(brief) else [])]
    if names:
        yield "".join(map(slot, names))


def _promised(brief: Brief) -> str:
    if brief.answers_within is None or idea_form(brief) is None:
        return ""
    return escape(say("promise-within", {"days": in_days(brief.answers_within.days)}))


def _contact(words: str) -> str:
    link = f'<a href="mailto:{escape(words)}">{escape(words)}</a>'
    return link if MAIL.fullmatch(words) else escape(words)


def _form(asked: Form) -> str:
    heading = f'<h2 id="form-{escape(asked.name)}">{escape(asked.label)}</h2>'
    return f'<section class="ig-ask">\n{heading}\n{slot(form_slot(asked))}\n</section>'


def _slot(section: Slot) -> str:
    words = section.introduction.strip("\n")
    heading = f'<h2 id="{section.kind}">{escape(section.label)}</h2>'
    return "\n\n".join(filter(None, (heading, words, slot(section.kind.value))))


def _unplaced(brief: Brief) -> Iterator[Slot]:
    """Where ideas and results stand when the brief does not say so: at the end."""
    placed = {each.kind for each in brief.sections if isinstance(each, Slot)}
    if SlotKind.RESULTS not in placed and any(
        has_outcome(brief) or each.results is not Results.NEVER for each in brief.forms
    ):
        yield Slot(SlotKind.RESULTS, say("site-results"))
    if SlotKind.IDEAS not in placed and idea_form(brief):
        yield Slot(SlotKind.IDEAS, say("site-ideas"))


def idea_form(brief: Brief) -> Form | None:
    """The first form whose entries become public ideas."""
    forms = (each for each in brief.forms if each.kind is FormKind.IDEA and not each.private)
    return next(forms, None)


def form_slot(asked: Form) -> str:
    """The name of the slot in which the form stands."""
    return f"form:{asked.name}"


def drawn_forms(
    brief: Brief, settings: Settings, terms: Mapping[str, str], *, every: bool = False
) -> dict[str, str]:
    """The HTML of every form of the challenge, by slot. `terms` gives titles by name.

    With `every` all variants of a trial stand there, as its owner sees them.
    """
    with speaking(brief.language):
        return _drawn(brief, settings, _terms(brief, settings, terms), every=every)


def _drawn(
    brief: Brief, settings: Settings, accepted: form.Terms | None, *, every: bool
) -> dict[str, str]:
    return {
        form_slot(each): form.draw(
            each,
            form.Context(
                challenge=brief.slug,
                action=f"{settings.collect}/{brief.slug}/{each.name}",
                terms=accepted,
                access=brief.access_of(each.act),
                confirm=f"{settings.collect}/-/email/{brief.slug}",
                base="../",
                deal="" if every else f"{settings.collect}/-/variant/{brief.slug}/{each.name}",
                every=every,
            ),
        )
        for each in brief.forms
    }


def _terms(brief: Brief, settings: Settings, terms: Mapping[str, str]) -> form.Terms | None:
    name = brief.terms or settings.terms
    if not name:
        return None
    if name not in terms:
        raise BuildError("terms-missing", name=name)
    return form.Terms(name, terms[name], f"../../terms/{name}/")
