"""What is shown between typing and keeping. Whatever goes wrong, nothing typed is lost.

form           the form again, filled, each message at its field
confirmation   is this right?
choice         the submission is known with other content: a new entry or a correction?
answered       this browser has answered already
closed         what was typed, to copy
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from flask import Response

from collector import form as forms
from collector.acts import files
from collector.acts.invite import FIELD
from collector.brief import Access, pictures_at
from collector.errors import Closed, Conflict, GardenError, Invalid, StoreError, Unproven
from collector.web import errors
from collector.web.context import current
from collector.web.frame import render
from collector.web.public import confirmed, staging
from collector.web.public.arrival import Arrival
from collector.web.public.content import Content
from collector.web.public.similar import like_content
from collector.web.public.target import terms_of
from collector.web.public.told import result_for_sender
from collector.web.tokens import FormToken, new_submission
from collector.words import say

TOLD = (
    *("_comment", "_email", "_from", "_invite", "_lang", "_order", "_receipt", "_variant"),
    "_voter",
)
"""Our own fields that tell of the sender, of how the form was drawn and of what it is about."""

FINAL = frozenset({"answered-before", "change-too-late", "invite-used"})
"""Why what was sent first stands, and nothing that is sent now is kept."""

OWN = ("_terms", FIELD)
"""Our own fields that people fill in."""

CARRIED = ("_sid", "_again", "_website", *TOLD)
"""Our own fields that a form shown again brings along."""


def explain(
    arrival: Arrival,
    error: GardenError,
    checked: Content | None = None,
    token: FormToken | None = None,
) -> Response:
    """The page that says what is wrong and lets the visitor go on from there."""
    if isinstance(error, Closed):
        return closed(arrival, error)
    if checked is None or token is None or isinstance(error, Invalid | Unproven):
        return form(arrival, error)
    if isinstance(error, Conflict) and error.reason in FINAL:
        return answered(arrival, error)
    if isinstance(error, Conflict):
        return choice(arrival, checked, token, error)
    return confirmation(arrival, checked, token, error)


def form(
    arrival: Arrival,
    error: GardenError | None = None,
    *,
    saves: bool = True,
    deals: bool = False,
) -> Response:
    """The form as the live build has it, filled with what was typed and still fits.

    If it `deals`, one whose variant is not known yet waits behind a button.
    """
    target, variant = arrival.target, arrival.kit.get("_variant", "")
    drawn = forms.draw(
        target.form,
        forms.Context(
            challenge=target.brief.slug,
            action=target.action,
            values={**arrival.raw, **{name: [arrival.kit.get(name, "")] for name in OWN}},
            files=_file_names(arrival),
            problems=error.problems if isinstance(error, Invalid | Unproven) else {},
            hidden=_carried(arrival),
            saves=saves,
            terms=terms_of(current(), target),
            access=_access(arrival),
            confirm=f"/collect/-/email/{target.brief.slug}",
            base=current().site(pictures_at(target.brief)),
            variant=variant,
            deal=target.deal if deals and not variant else "",
            level=2,
        ),
    )
    return _page("form", arrival, error, drawn=drawn)


def _access(arrival: Arrival) -> Access:
    """What the form still asks for; whoever holds a receipt has been let in before."""
    brief, form = arrival.target.brief, arrival.target.form
    if form.always or arrival.kit.get("_receipt"):
        return Access.OPEN
    needed = brief.access_of(form.act)
    done = needed is Access.EMAIL and confirmed.told(arrival.kit, brief)
    return Access.OPEN if done else needed


def _carried(arrival: Arrival) -> dict[str, str]:
    """What goes along unseen; a code that the form asks for stands in its field."""
    seen = {FIELD} if _access(arrival) is Access.INVITE else set()
    return {
        name: arrival.kit[name] for name in CARRIED if name not in seen and arrival.kit.get(name)
    }


def confirmation(
    arrival: Arrival, checked: Content, token: FormToken, error: GardenError | None = None
) -> Response:
    """What will be kept, and who will see it, before it is kept."""
    fields = _hidden(arrival, checked, token)
    return _page(
        "confirm",
        arrival,
        error,
        told=_told(arrival, checked),
        fields=fields,
        has_files=bool(checked.files),
        saving=not checked.complete,
        similar=like_content(current(), arrival, checked),
    )


def choice(arrival: Arrival, checked: Content, token: FormToken, error: GardenError) -> Response:
    """Two ways on; each keeps what was typed."""
    new = replace(token, submission=new_submission(), again=True)
    correction = replace(new, corrects=token.submission)
    return _page(
        "choice",
        arrival,
        error,
        told=_told(arrival, checked),
        new=_hidden(arrival, checked, new),
        correction=_hidden(arrival, checked, correction),
    )


def answered(arrival: Arrival, error: Conflict) -> Response:
    """What was sent first counts; what everybody says may be told to whoever has answered."""
    result = result_for_sender(current(), arrival.target)
    return _page("answered", arrival, error, typed=_typed(arrival), result=result)


def closed(arrival: Arrival, error: Closed) -> Response:
    """Too early or too late; the texts stand there to be copied."""
    return _page("closed", arrival, error, typed=_typed(arrival))


def lost(texts: Mapping[str, Sequence[str]], error: GardenError) -> Response:
    """What it is about is not known, so not even the form is; the texts stand there as well."""
    typed = [each for name, some in texts.items() if not name.startswith("_") for each in some]
    status = errors.status_of(error)
    response = render(
        "public/closed.html",
        say(f"title-{status}"),
        status,
        message=errors.message(error),
        target=None,
        typed=[each for each in typed if each.strip()],
    )
    return errors.retry_later(response, error)


def _typed(arrival: Arrival) -> list[str]:
    handed_in = arrival.target.definition.files
    words = (texts for column, texts in arrival.raw.items() if column not in handed_in)
    return [text for texts in words for text in texts if text.strip()]


def _file_names(arrival: Arrival) -> dict[str, str]:
    """What was handed in before; unnamed where the store can't be read, which has been told."""
    with suppress(StoreError):
        return staging.names(current(), arrival.target.definition, arrival.raw)
    return {}


def _page(template: str, arrival: Arrival, error: GardenError | None, **values: object) -> Response:
    said = "" if error is None or isinstance(error, Invalid | Unproven) else errors.message(error)
    response = render(
        f"public/{template}.html",
        arrival.target.form.label,
        200 if error is None else errors.status_of(error),
        message=said,
        target=arrival.target,
        **values,
    )
    return response if error is None else errors.retry_later(response, error)


def _told(arrival: Arrival, checked: Content) -> list[forms.Told]:
    names = {column: files.called(file) for column, file in checked.files.items()}
    return forms.summarise(arrival.target.form, {**checked.answers, **names})


def _hidden(arrival: Arrival, checked: Content, token: FormToken) -> list[tuple[str, str]]:
    """The checked content as fields of the next post."""
    kit = {"_form": checked.definition.hash, "_token": current().tokens.seal(token)}
    if checked.terms is not None:
        kit["_terms"] = arrival.kit["_terms"]
    own = TOLD if checked.complete else ("_save", *TOLD)
    kit |= {name: arrival.kit[name] for name in own if arrival.kit.get(name)}
    answers = forms.read_back(checked.answers).items()
    return [*kit.items(), *((name, text) for name, texts in answers for text in texts)]
