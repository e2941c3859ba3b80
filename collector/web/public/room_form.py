"""The form that is filled in in a workshop, and what comes of it."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from collector import form as forms
from collector.acts import visit
from collector.acts.receipt import code_hash
from collector.entries import Value
from collector.errors import Invalid, Problem
from collector.form.typed import on_slip, without_files
from collector.web.public.room import Fault, Room
from collector.web.public.target import terms_of
from collector.web.tokens import SUBMISSION, new_submission
from collector.words import say


def submission(
    room: Room, kit: Mapping[str, str], sent: Mapping[str, Sequence[str]]
) -> tuple[visit.Submission, str]:
    """What was written, checked, and the number that makes it one. Raises Invalid."""
    number = kit.get("_token", "")
    number = number if SUBMISSION.fullmatch(number) else new_submission()
    target, problems = room.target, dict[str, Problem]()
    answers: Mapping[str, Value] = {}
    raw = {name: texts for name, texts in sent.items() if not name.startswith("_")}
    today = room.context.today(room.now)
    try:
        answers = forms.check(without_files(target.definition), raw, today=today).answers
    except Invalid as error:
        problems |= error.problems
    if target.terms and not kit.get("_terms"):
        problems["_terms"] = Problem("answer-terms")
    if problems:
        raise Invalid(problems)
    content = visit.content_digest(target.brief.slug, target.form.name, answers)
    made = visit.Submission(
        brief=target.brief,
        form=target.form,
        form_hash=target.definition.hash,
        answers=answers,
        digest=sha256(f"{number}/{content}".encode()).hexdigest(),
        code_hash=code_hash(room.receipt(number)),
        terms=visit.Accepted(target.terms.hash, target.terms.text) if target.terms else None,
        flags=("trap",) if kit.get("_website") else (),
        source="workshop",
        waits=True,
    )
    return made, number


def drawn_form(room: Room, fault: Fault | None, *, numbered: bool) -> str:
    """The form, with what was typed and what is wrong with it. It is `numbered` unless a script is
    to give it its number."""
    target, kit = room.target, fault.kit if fault else {}
    problems = fault.error.problems if fault and isinstance(fault.error, Invalid) else {}
    given = kit.get("_token", "")
    number = given if SUBMISSION.fullmatch(given) else new_submission()
    return forms.draw(
        on_slip(target.form),
        forms.Context(
            challenge=target.brief.slug,
            action=f"/w/{room.code}",
            definition_hash=target.definition.hash,
            values={**(fault.raw if fault else {}), "_terms": [kit.get("_terms", "")]},
            problems=problems,
            hidden={"_do": "write", "_token": number if numbered else ""},
            saves=False,
            terms=terms_of(room.context, target),
            button=say("workshop-send"),
            base=room.context.site(f"/challenges/{target.brief.slug}/"),
            level=3,
        ),
    )
