"""A form: pages parted by `---`, each with its introduction and questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from collector.brief import condition, variants
from collector.brief.agreement import check_agreements
from collector.brief.blocks import blocks_of, is_item, is_rule
from collector.brief.condition import Column, Known, columns_of, read_condition
from collector.brief.heading import Heading, level_of, read_heading
from collector.brief.model import Form, FormKind, Page, Question, Results, Shape
from collector.brief.question import Asked, Draft, check_text, markdown, read_question
from collector.brief.report import Report
from collector.brief.shapes import reader_of
from collector.brief.source import SourceLine

CELLED = frozenset({Shape.MATRIX_SEVERAL, Shape.MATRIX_LINES})
"""Shapes with a column for each cell, at least in exports."""


@dataclass(frozen=True)
class FormHead:
    """What the section's heading says of its form."""

    heading: Heading
    name: str
    kind: FormKind
    results: Results
    private: bool


@dataclass
class _Stretch:
    """Lines that belong to one heading, or to the page's introduction."""

    heading: Heading | None
    lines: list[SourceLine] = field(default_factory=list)


@dataclass
class _RawPage:
    """The lines between two `---`; `rule` is the one that ends it."""

    stretches: list[_Stretch]
    rule: SourceLine | None = None

    @property
    def introduction(self) -> list[SourceLine]:
        return self.stretches[0].lines

    @property
    def empty(self) -> bool:
        return len(self.stretches) == 1


@dataclass(frozen=True)
class _DraftPage:
    introduction: str
    condition: SourceLine | None
    drafts: list[Draft]
    of_trial: Sequence[variants.Draft] = ()


def read_form(head: FormHead, lines: Sequence[SourceLine], report: Report) -> Form | None:
    """The form of a section; None if it has faults, all of which are reported."""
    raw = _pages(lines, report)
    pages = [_draft_page(page, head, report, first=page is raw[0]) for page in raw]
    if not any(page.drafts for page in pages):
        fix = "### What would you like to ask?"
        report.error(head.heading.line, "brief-form-empty", fix=fix, label=head.heading.label)
        return None
    drafts = [draft for page in pages for draft in page.drafts]
    _write_ids(drafts, report)
    read = _with_conditions(pages, drafts, report)
    form = Form(
        name=head.name,
        kind=head.kind,
        label=head.heading.label,
        pages=read,
        results=head.results,
        private=head.private,
        line=head.heading.line.number,
    )
    trial = variants.read_trial(head.heading, pages[0].of_trial, form.questions, report)
    form = replace(form, trial=trial)
    if head.kind is FormKind.IDEA:
        _check_title(head, drafts, form, report)
    check_agreements(form, {each.id: each.heading.line for each in drafts}, report)
    return form


def _pages(lines: Sequence[SourceLine], report: Report) -> list[_RawPage]:
    """The lines of the section, parted at each `---`. A last page without anything is dropped."""
    pages = [_RawPage([_Stretch(None)])]
    for index, line in enumerate(lines):
        heading = read_heading(line, report) if level_of(line) == 3 else None
        if heading:
            pages[-1].stretches.append(_Stretch(heading))
        elif is_rule(line):
            _check_rule(line, lines[index - 1] if index else None, report)
            pages[-1].rule = line
            pages.append(_RawPage([_Stretch(None)]))
        else:
            pages[-1].stretches[-1].lines.append(line)
    if len(pages) > 1 and pages[-1].empty and all(each.blank for each in pages[-1].introduction):
        pages.pop()
    rules = [page.rule for page in pages if page.rule]
    for page in pages:
        if page.empty and rules:
            report.error(page.rule or rules[-1], "brief-page-empty")
    return pages


def _check_rule(line: SourceLine, above: SourceLine | None, report: Report) -> None:
    """`---` right below a text makes a heading of the text in every Markdown viewer."""
    if above is None or above.blank or above.fenced or "*" in line.plain:
        return
    text = above.plain
    harmless = (
        text.startswith(" ")
        or is_item(above)
        or is_rule(above)
        or level_of(above)
        or not text.strip("_ ")
        or text.lstrip().startswith(("|", ">"))
    )
    if not harmless:
        report.error(line, "brief-rule-heading", fix="(an empty line)\n---")


def _draft_page(page: _RawPage, head: FormHead, report: Report, *, first: bool) -> _DraftPage:
    lines: Sequence[SourceLine] = page.introduction
    told: Sequence[variants.Draft] = ()
    if variants.is_split(head.heading):
        if first:
            lines, told = variants.part(lines, report)
        for each in page.stretches[first:]:
            variants.check_late(each.lines, report)
    conditions = [line for line in lines if condition.begins(line)]
    for line in conditions[1:]:
        report.error(line, "brief-condition-late", fix=line.raw)
    rest = [line for line in lines if line not in conditions]
    for block in blocks_of(rest):
        if reader_of(block):
            report.error(block.first, "brief-shape-alone", fix="### What do you ask here?")
    for line in rest:
        check_text(line, report)
    drafts = []
    questions = page.stretches[1:]
    for index, stretch in enumerate(questions):
        if stretch.heading:
            rule = page.rule if index == len(questions) - 1 else None
            asked = Asked(head.kind, head.private, rule)
            drafts.append(read_question(stretch.heading, stretch.lines, asked, report))
    return _DraftPage(markdown(rest), conditions[0] if conditions else None, drafts, told)


def _write_ids(drafts: Sequence[Draft], report: Report) -> None:
    """Report columns that stand twice; note where made ids can be written out."""
    columns: dict[str, str] = {}
    for draft in drafts:
        heading, identifier = draft.heading, draft.id
        names = list(_names(draft))
        again = names if len(names) > len(set(names)) else []
        twice = next((name for name in names if name in columns or again.count(name) > 1), None)
        if twice:
            free = next(_free(identifier, columns))
            named = heading.attributes.id
            fix = _renamed(heading, free) if named else heading.with_word(f"#{free}")
            label = columns.get(twice, heading.label)
            report.error(heading.line, "brief-id-twice", fix=fix, id=twice, label=label)
        elif identifier and not heading.attributes.id:
            spot = heading.spot
            report.write(heading.line, spot, spot, heading.braced(f"#{identifier}"))
        columns.update(dict.fromkeys(names, heading.label))


def _names(draft: Draft) -> Iterator[str]:
    """All columns that the question's answers and exports take."""
    if not draft.id:
        return
    yield draft.id
    if draft.question is None:
        return
    shape, options = draft.question.shape, draft.question.options
    for line in draft.question.lines:
        yield f"{draft.id}__{line.code}"
        if shape in CELLED:
            yield from (f"{draft.id}__{line.code}__{head.code}" for head in options)
    for option in options:
        if option.own:
            yield f"{draft.id}_{option.code}"
        if shape in (Shape.SEVERAL, Shape.RANKING):
            yield f"{draft.id}__{option.code}"


def _free(identifier: str, taken: "dict[str, str]") -> Iterator[str]:
    count = 2
    while True:
        if f"{identifier}_{count}" not in taken:
            yield f"{identifier}_{count}"
        count += 1


def _renamed(heading: Heading, identifier: str) -> str:
    at = heading.attributes.places["#"]
    return heading.line.replaced(at, at + 1 + len(heading.attributes.id), f"#{identifier}")


def _with_conditions(
    pages: Sequence[_DraftPage], drafts: Sequence[Draft], report: Report
) -> tuple[Page, ...]:
    """The pages with their conditions read, each against the questions before it."""
    columns: dict[str, Column] = {}
    ahead = [draft.id for draft in drafts]
    faulty = {draft.id for draft in drafts if draft.question is None}
    made: list[Page] = []
    for page in pages:
        known = Known(columns, ahead, faulty)
        when = read_condition(page.condition, known, report) if page.condition else None
        questions = []
        for draft in page.drafts:
            question = _with_condition(draft, Known(columns, ahead, faulty), report)
            ahead = ahead[1:]
            if question:
                questions.append(question)
                columns.update(columns_of(question))
        made.append(Page(tuple(questions), page.introduction, when))
    return tuple(made)


def _with_condition(draft: Draft, known: Known, report: Report) -> Question | None:
    when = read_condition(draft.condition, known, report) if draft.condition else None
    return replace(draft.question, condition=when) if draft.question else None


def _check_title(head: FormHead, drafts: Sequence[Draft], form: Form, report: Report) -> None:
    """An idea is listed by its `#title`: a line of text that is always asked and answered."""
    draft = next((each for each in drafts if each.id == "title"), None)
    if draft is None:
        report.error(head.heading.line, "brief-title-missing", fix="### Its name * {#title}")
        return
    question, line = draft.question, draft.heading.line
    if question is None:
        return
    if question.shape is not Shape.TEXT:
        report.error(line, "brief-title-shape", fix="____ (3–80 characters)")
    elif question.personal and not head.private:
        report.error(line, "brief-title-personal", fix=f"{draft.heading.written} {{#title}}")
    elif not question.required or draft.condition or form.pages[0].condition:
        report.error(line, "brief-title-required", fix=f"### {question.label} * {{#title}}")
