"""Entering on somebody's behalf: a form of the challenge, filled in at the desk for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from flask import Response, request, url_for

from collector import form as forms
from collector.acts import behalf, follow, visit
from collector.acts.behalf import Entered
from collector.acts.receipt import code_hash
from collector.acts.typed import SOURCES
from collector.brief import FormKind
from collector.draw import code as drawn_code
from collector.entries import Idea, Value
from collector.errors import GardenError, Invalid, Problem, Unknown
from collector.form.typed import on_slip, without_files
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.challenges import known
from collector.web.desk.page import page
from collector.web.public.target import Target, find, terms_of
from collector.web.tokens import SUBMISSION, new_submission
from collector.words import name_of, say

CONTACT = "_email"
CHOICE = ("waits", "approved")

Raw = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Typed:
    """What stands in the form: the answers by column, and the desk's own fields."""

    raw: Raw
    own: Mapping[str, str]

    @property
    def source(self) -> str:
        return self.own.get("_source", "")

    @property
    def contact(self) -> str:
        return self.own.get(CONTACT, "").strip()

    @property
    def submission(self) -> str:
        """The number that makes a post sent twice the same entry."""
        given = self.own.get("_token", "")
        return given if SUBMISSION.fullmatch(given) else new_submission()


def enter_page(slug: str) -> Response:
    """The form, still empty. Raises Unknown where the challenge has no such form."""
    own = {"_source": request.args.get("source", "")}
    return _page(target_of(slug), Typed({}, own))


def enter(slug: str) -> Response:
    """Keep what was typed; its receipt's code, to be given to the person. Faults lose nothing."""
    context, target = current(), target_of(slug)
    typed = _typed()
    code = context.tokens.code(f"{target.action}/desk/{typed.submission}")
    try:
        answers = _checked(context, target, typed)
        submission = _submission(target, typed, answers, code)
        approve = typed.own.get("_state") == "approved"
        entered = behalf.enter(context.store, submission, context.clock(), approve=approve)
        _follow(context, entered, typed, code)
    except GardenError as error:
        return _page(target, typed, error)
    return _entered(context, target, typed, entered, code)


def target_of(slug: str) -> Target:
    """The form that the address names, or the only one, in one of the challenge's languages."""
    context = current()
    brief = known(context, slug)
    names = [each.name for each in brief.forms]
    wanted = request.args.get("form", names[0] if names else "")
    if wanted not in names:
        raise Unknown("no-form", form=wanted)
    return find(context.live(), slug, wanted).spoken(request.args.get("language", ""))


def _typed() -> Typed:
    pairs = list(request.form.lists())
    raw = {name: each for name, each in pairs if not name.startswith("_")}
    return Typed(raw, {name: each[-1] for name, each in pairs if name.startswith("_")})


def _checked(context: Context, target: Target, typed: Typed) -> Mapping[str, Value]:
    """The answers. Raises Invalid with every problem at once."""
    problems: dict[str, Problem] = {}
    answers: Mapping[str, Value] = {}
    definition = without_files(target.definition)
    try:
        answers = forms.check(definition, typed.raw, today=context.today(context.clock())).answers
    except Invalid as error:
        problems |= error.problems
    if target.terms and not typed.own.get("_terms"):
        problems["_terms"] = Problem("behalf-terms")
    if typed.source not in SOURCES:
        problems["_source"] = Problem("behalf-no-source")
    if typed.contact and _may_follow(context, target):
        try:
            follow.checked(typed.contact)
        except Invalid as error:
            problems[CONTACT] = error.problems["email"]
    if problems:
        raise Invalid(problems)
    return answers


def _submission(
    target: Target, typed: Typed, answers: Mapping[str, Value], code: str
) -> visit.Submission:
    content = visit.content_digest(target.brief.slug, target.form.name, answers)
    terms = target.terms
    return visit.Submission(
        brief=target.brief,
        form=target.form,
        form_hash=target.definition.hash,
        answers=answers,
        digest=sha256(f"{typed.submission}/{content}".encode()).hexdigest(),
        code_hash=code_hash(code),
        terms=visit.Accepted(terms.hash, terms.text) if terms else None,
        source=typed.source,
        typed_by=door.me().account.name,
    )


def _may_follow(context: Context, target: Target) -> bool:
    """Whether the person can be told by mail: of ideas, where mail is sent at all."""
    return bool(context.garden.settings.mail.host) and target.form.kind is FormKind.IDEA


def _follow(context: Context, entered: Entered, typed: Typed, code: str) -> None:
    """Ask the person whether they want to be told: the address is kept once they say yes."""
    if typed.contact and not entered.again and isinstance(entered.entry, Idea):
        now, spoken = context.clock(), entered.entry.language
        follow.ask_by_receipt(context.store, context.secret, code, typed.contact, spoken, now)


def _page(target: Target, typed: Typed, error: GardenError | None = None) -> Response:
    context = current()
    brief, form = target.brief, target.form
    problems = error.problems if isinstance(error, Invalid) else {}
    status = errors.status_of(error) if error else 200
    drawn = forms.draw(
        on_slip(form),
        forms.Context(
            challenge=brief.slug,
            action=url_for("desk.enter", slug=brief.slug, form=form.name, language=brief.language),
            definition_hash=target.definition.hash,
            values={**typed.raw, "_terms": [typed.own.get("_terms", "")]},
            problems={name: each for name, each in problems.items() if name != "_source"},
            hidden={"_csrf": door.token(), "_token": typed.submission},
            saves=False,
            terms=terms_of(context, target),
            button=say("behalf-do"),
            base=context.site(f"/challenges/{brief.slug}/"),
            level=2,
        ),
    )
    return page(
        "behalf",
        say("behalf-title", {"title": brief.title}),
        status,
        brief=brief,
        form=form,
        drawn=drawn,
        typed=typed,
        sources=SOURCES,
        choice=CHOICE,
        own=problems_of(problems),
        message="" if error is None or problems else errors.message(error),
        follows=_may_follow(context, target),
        waits=form.kind is FormKind.IDEA and brief.moderation != "after",
        languages={each.language: name_of(each.language) for each in brief.editions},
    )


def problems_of(problems: Mapping[str, Problem]) -> dict[str, str]:
    """What is wrong with the desk's own fields, in words."""
    named = {name: problems[name] for name in ("_source", CONTACT) if name in problems}
    return {name: errors.sentence(each.reason, each.facts) for name, each in named.items()}


def _entered(
    context: Context, target: Target, typed: Typed, entered: Entered, code: str
) -> Response:
    link = f"{context.home}/collect/-/receipt#{code}"
    return page(
        "entered",
        say("behalf-entered"),
        brief=target.brief,
        form=target.form,
        entry=entered.entry,
        again=entered.again,
        title_of=entered.entry.answers.get("title", ""),
        garden=context.garden.settings.name,
        code=code,
        drawn=drawn_code(link, "ig-desk-code"),
        link=link.partition("#")[0].split("://", 1)[-1],
        source=typed.source,
        told=typed.contact if _may_follow(context, target) else "",
    )
