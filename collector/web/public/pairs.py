"""Which of two ideas is better, again and again; one post for each answer.

GET  /collect/-/pairs/<challenge>   two ideas, sealed into a token: to look changes nothing
POST /collect/-/pairs/<challenge>   `_token` and `choice`: left, right or neither; then the next
                                    `do=forget` erases this browser's answers

A token is one answer: sent again it is the same, with another choice it is changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom

from flask import Response, request

from collector import voting
from collector.acts import comparison as comparisons
from collector.acts.admit import FIELDS
from collector.acts.comparison import Answer
from collector.analysis import draw_pair
from collector.brief import Brief, address_of
from collector.entries import new_reference
from collector.errors import Forbidden, GardenError, Unproven
from collector.pages import in_short
from collector.published import PublishedIdea
from collector.voting import TOO_FAST, TRAP
from collector.web import errors, guard
from collector.web.context import Context, current
from collector.web.frame import render
from collector.web.public import outcome, voter
from collector.web.public import person as persons
from collector.web.public.arrival import read_form
from collector.web.public.ask import WEBSITE
from collector.web.public.ballot_ask import find, published_of, suspected
from collector.web.public.person import NOBODY, Person
from collector.web.public.vote import ensure_may
from collector.web.tokens import PairToken, seconds
from collector.words import say

CHANCE = SystemRandom()


@dataclass(frozen=True)
class Shown:
    """One of the two ideas: its title and the beginning of its words."""

    title: str
    words: str


@dataclass(frozen=True)
class Booth:
    """Who compares, in which challenge; `kit` are the fields that were sent."""

    context: Context
    brief: Brief
    kit: Mapping[str, str]
    now: datetime

    @property
    def action(self) -> str:
        return f"/collect/-/pairs/{self.brief.slug}"

    @property
    def person(self) -> Person:
        """Whoever the request names. Raises Unproven, TooMany for a wrong code that was typed."""
        return persons.told(self.kit, self.brief)

    def key(self, person: Person) -> str:
        """The voter key; empty where nobody can tell who it is."""
        return person.voter(self.brief.slug, voting.on_pairs(self.brief).round)


def show(challenge: str) -> Response:
    """Two ideas."""
    booth = _booth(challenge, {})
    try:
        return _next(booth, booth.person)
    except GardenError as error:
        return _page(booth, booth.person, error=error)


def answer(challenge: str) -> Response:
    """Keep what is said of the two, and show others."""
    sent = {name: texts[-1] for name, texts in read_form(request).items()}
    booth = _booth(challenge, sent)
    try:
        return WISHES.get(sent.get("do", ""), _keep)(booth)
    except GardenError as error:
        return _after(booth, error)


def _booth(challenge: str, kit: Mapping[str, str]) -> Booth:
    context = current()
    brief = find(challenge, kit.get("_lang", request.args.get("lang", "")))
    return Booth(context, brief, kit, context.clock())


def _keep(booth: Booth) -> Response:
    guard.allow_storing()
    token = booth.context.tokens.open(PairToken, booth.kit.get("_token", ""))
    if token is None or token.challenge != booth.brief.slug:
        raise Forbidden("token-wrong")
    if token.expired(booth.now):
        raise Forbidden("pairs-expired")
    person = persons.given(booth.kit, booth.brief)
    ensure_may(booth.brief, person)
    comparisons.answer(booth.context.store, _answer(booth, token, person), booth.now)
    response = _next(booth, person)
    if person.number:
        voter.remember(response, person.number)
    return response


def _answer(booth: Booth, token: PairToken, person: Person) -> Answer:
    suspicion = TRAP if booth.kit.get(WEBSITE) else ""
    about = "-".join(sorted((token.left, token.right)))
    if suspected(booth.context, about, booth.now) and not suspicion:
        suspicion = TOO_FAST
    return Answer(
        brief=booth.brief,
        ref=token.ref,
        left=token.left,
        right=token.right,
        choice=booth.kit.get("choice", ""),
        voter=booth.key(person),
        proof=person.proof,
        suspicion=suspicion,
    )


def _ask_forget(booth: Booth) -> Response:
    return _page(booth, booth.person, asking=True)


def _look(booth: Booth) -> Response:
    return _next(booth, booth.person)


def _forget(booth: Booth) -> Response:
    guard.allow_storing()
    person = booth.person
    comparisons.forget(booth.context.store, booth.brief, booth.key(person), booth.now)
    return render(
        "public/pairs_forgotten.html", say("title-erased"), brief=booth.brief, home=_home(booth)
    )


WISHES = {"ask-forget": _ask_forget, "forget": _forget, "look": _look}


def _after(booth: Booth, error: GardenError) -> Response:
    """Why the answer was not kept, with other two where there may be any."""
    if isinstance(error, Unproven):
        return _page(booth, NOBODY, error=error)
    person = booth.person
    try:
        return _next(booth, person, error)
    except GardenError:
        return _page(booth, person, error=error)


def _next(booth: Booth, person: Person, error: GardenError | None = None) -> Response:
    """Two ideas of which this person has said nothing yet."""
    comparisons.ensure_open(booth.context.store, booth.brief, booth.now)
    ensure_may(booth.brief, person)
    data = published_of(booth.context, booth.brief)
    exposures = [(idea.ref, data.exposures.get(idea.ref, 0)) for idea in data.ideas]
    pair = draw_pair(exposures, _seen(booth, person), CHANCE)
    ideas = {idea.ref: idea for idea in data.ideas}
    return _page(booth, person, [ideas[ref] for ref in pair or ()], error=error)


def _seen(booth: Booth, person: Person) -> frozenset[frozenset[str]]:
    return comparisons.seen(booth.context.store, booth.brief, booth.key(person))


def _page(
    booth: Booth,
    person: Person,
    pair: list[PublishedIdea] | None = None,
    *,
    asking: bool = False,
    error: GardenError | None = None,
) -> Response:
    pairs_asked = booth.brief.voting is not None
    done = len(_seen(booth, person)) if pairs_asked and not _is_wrong_kind(error) else 0
    response = render(
        "public/pair.html",
        say("pairs-title"),
        errors.status_of(error) if error else 200,
        brief=booth.brief,
        home=_home(booth),
        action=booth.action,
        ideas=[Shown(each.title, in_short(each)) for each in pair or ()],
        fields=_fields(booth, pair) if pair else [],
        carried=_carried(booth),
        done=done,
        known=bool(person.key),
        asking=asking,
        message=errors.message(error) if error else "",
        asks_for=error.field if isinstance(error, Unproven) else "",
        typed=booth.kit.get("_invite", ""),
        outcome=outcome.for_voter(booth.context, booth.brief, booth.now) if done else "",
    )
    voter.probe(response)
    return errors.retry_later(response, error) if error else response


def _is_wrong_kind(error: GardenError | None) -> bool:
    return error is not None and error.reason == "pairs-none"


def _fields(booth: Booth, pair: list[PublishedIdea]) -> list[tuple[str, str]]:
    """The pair as a token: a name of its own, so that it is answered once."""
    left, right = pair
    token = PairToken(
        challenge=booth.brief.slug,
        left=left.ref,
        right=right.ref,
        ref=new_reference(),
        at=seconds(booth.now),
    )
    return [("_token", booth.context.tokens.seal(token)), *_carried(booth)]


def _carried(booth: Booth) -> list[tuple[str, str]]:
    """What goes along with every post: the language, and what tells who it is."""
    proofs = {name: booth.kit[name] for name in FIELDS.values() if booth.kit.get(name)}
    return [*({"_lang": booth.brief.language} | proofs).items()]


def _home(booth: Booth) -> str:
    """The path of the challenge's page."""
    return address_of(booth.brief)
