"""What somebody sends with a ballot: which ideas, in which order, and by whom."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask import request

from collector import form as forms
from collector import voting
from collector.acts import ballot as ballots
from collector.acts.receipt import code_hash
from collector.brief import Brief, Form, Option, VotingKind, address_of
from collector.entries import is_reference
from collector.errors import Invalid, Problem, Refused, Unavailable, Unknown
from collector.pages import ballot as sheets
from collector.published import PublishedData
from collector.voting import CHOICES, TOO_FAST, TRAP
from collector.web.context import Context, current
from collector.web.public.arrival import MOST_FIELDS, read_form
from collector.web.public.ask import WEBSITE, count, is_burst
from collector.web.public.person import Person
from collector.web.tokens import FormToken, new_submission, seconds
from collector.words import speak

Raw = Mapping[str, Sequence[str]]
RECEIPT = "_receipt"
"""The code of the receipt whose ballot is to be changed."""
CHOSEN = "_choices"
"""The ideas' refs, as our own pages send them on."""


@dataclass(frozen=True)
class BallotAsk:
    """`raw` holds the fields of the ballot, `kit` our own; `choices` are ideas' refs."""

    context: Context
    brief: Brief
    kit: Mapping[str, str]
    now: datetime
    raw: Raw
    choices: tuple[str, ...] = ()

    @property
    def action(self) -> str:
        return f"/collect/-/ballots/{self.brief.slug}"

    @property
    def page(self) -> str:
        """The path of the challenge's page."""
        return address_of(self.brief)

    def idea_page(self, ref: str) -> str:
        """The path of the page of one of its ideas."""
        return address_of(self.brief, f"ideas/{ref}/")

    @property
    def data(self) -> PublishedData:
        """What is published of the challenge. Raises Unavailable before anything is."""
        return published_of(self.context, self.brief)

    @property
    def changes(self) -> str:
        """The code of the receipt whose ballot is to be changed; empty for one's own."""
        return self.kit.get(RECEIPT, "")

    @property
    def digest(self) -> str:
        """What tells this ballot from another."""
        told = [self.brief.slug, self.changes, *self.choices]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    def choosing(self, choices: Iterable[str]) -> "BallotAsk":
        """The same, with other ideas."""
        return replace(self, choices=tuple(choices))

    def form(self) -> Form:
        """The ballot, over the ideas that are published, in the order of the hour."""
        rules = voting.on_ballots(self.brief)
        ideas = sheets.by_lot(self.data, self.now)
        return sheets.ballot_form(self.brief, rules, sheets.options_of(rules, ideas))

    def sealed(self) -> str:
        """A token for exactly this ballot, with a new submission's id."""
        token = FormToken(
            challenge=self.brief.slug,
            form=sheets.FORM,
            submission=new_submission(),
            at=seconds(self.now),
            digest=self.digest,
            trapped=bool(self.kit.get(WEBSITE)),
        )
        return self.context.tokens.seal(token)

    def cast(self, person: Person, token: FormToken | None = None) -> ballots.Cast:
        """What is to be kept; with a token it gets the receipt of that submission."""
        cast = ballots.Cast(
            brief=self.brief,
            choices=self.choices,
            voter=self.key(person),
            proof=person.proof,
            suspicion=TRAP if self.kit.get(WEBSITE) or (token and token.trapped) else "",
            changes=self.changes,
        )
        if token is None or self.changes:  # what is changed has its receipt already
            return cast
        told = hashlib.sha256(f"{token.submission}/{self.digest}".encode()).hexdigest()
        return replace(cast, code_hash=code_hash(self.code(token)), digest=told)

    def code(self, token: FormToken) -> str:
        """The code of the ballot's receipt, made of its submission's id, which is never stored."""
        return self.changes or self.context.tokens.code(f"{sheets.FORM}/{token.submission}")

    def key(self, person: Person) -> str:
        """The voter key; empty where nobody can tell who it is."""
        return person.voter(self.brief.slug, voting.on_ballots(self.brief).round)


def published_of(context: Context, brief: Brief) -> PublishedData:
    """What is published of the challenge. Raises Unavailable before anything is."""
    index = context.indexes.of(context.garden.published / f"{brief.slug}.json")
    if index is None:
        raise Unavailable("not-published-yet")
    return index.data


def find(challenge: str, language: str) -> Brief:
    """The challenge's brief in this language, which is spoken from now on. Raises Unknown."""
    brief = current().live().briefs.get(challenge)
    if brief is None:
        raise Unknown("no-challenge", challenge=challenge)
    spoken = brief.spoken(language)
    speak(spoken.language)
    return spoken


def from_form(challenge: str) -> BallotAsk:
    """A form post, or a request for the ballot. Raises Unknown, Refused for what can't be read."""
    texts = read_form(request) if request.method == "POST" else {}
    kit = {name: each[-1] for name, each in texts.items() if name.startswith("_")}
    raw = {name: each for name, each in texts.items() if not name.startswith("_")}
    context = current()
    brief = find(challenge, kit.get("_lang", request.args.get("lang", "")))
    ask = BallotAsk(context, brief, kit, context.clock(), raw)
    chosen = kit.get(CHOSEN, "").split(",")[:MOST_FIELDS]
    return ask.choosing(filter(is_reference, chosen))


def from_script(challenge: str) -> BallotAsk:
    """A script's post: `{"choices": [ref, …], "_voter": …}`. Raises the same."""
    try:
        sent = json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise Refused("json-shape") from None
    choices = sent.pop(CHOICES, None) if isinstance(sent, dict) else None
    if not isinstance(choices, list) or not all(isinstance(each, str) for each in choices):
        raise Refused("json-shape")
    if not all(isinstance(each, str) for each in sent.values()):
        raise Refused("json-shape")
    context = current()
    brief = find(challenge, sent.get("_lang", ""))
    return BallotAsk(context, brief, sent, context.clock(), {}, tuple(choices[:MOST_FIELDS]))


def filled_in(ask: BallotAsk) -> BallotAsk:
    """With the ideas that the fields of the ballot choose. Raises Invalid, by column.

    Ideas that went meanwhile are read too: what became of them is for the act to say.
    """
    rules = voting.on_ballots(ask.brief)
    sent = _sent(rules.kind, ask.raw)
    if not sent:
        raise Invalid({CHOICES: Problem("ballot-empty")})
    known = sheets.options_of(rules, ask.data.ideas)
    codes = {each.code for each in known}
    others = (Option(ref, ref) for ref in sent if ref not in codes)
    definition = forms.define(sheets.ballot_form(ask.brief, rules, [*known, *others]))
    raw = {name: texts for name, texts in ask.raw.items() if name in definition.columns}
    answers = forms.check(definition, raw, today=ask.context.today(ask.now)).answers
    return ask.choosing(_chosen(rules.kind, answers))


def values_of(kind: VotingKind, choices: Sequence[str]) -> dict[str, list[str]]:
    """The fields of the ballot that choose these ideas."""
    if kind is VotingKind.BUDGET:
        return {CHOICES: [*choices]}
    return {f"{CHOICES}__{ref}": [str(place)] for place, ref in enumerate(choices, 1)}


def _sent(kind: VotingKind, raw: Raw) -> list[str]:
    """The refs of the ideas about which anything was sent."""
    if kind is VotingKind.BUDGET:
        refs = [*raw.get(CHOICES, ())]
    else:
        named = (name for name, texts in raw.items() if any(map(str.strip, texts)))
        refs = [name.removeprefix(f"{CHOICES}__") for name in named]
    return [ref for ref in dict.fromkeys(refs) if is_reference(ref)]


def _chosen(kind: VotingKind, answers: Mapping[str, object]) -> list[str]:
    if kind is VotingKind.BUDGET:
        found = answers.get(CHOICES)
        return [*found] if isinstance(found, list | tuple) else []
    places = {
        column.removeprefix(f"{CHOICES}__"): place
        for column, place in answers.items()
        if isinstance(place, int)
    }
    return sorted(places, key=lambda ref: places[ref])


def take_limit(ask: BallotAsk, cast: ballots.Cast) -> ballots.Cast:
    """Count it in what its network may send; beyond a burst it is suspect. Raises TooMany."""
    suspect = suspected(ask.context, ask.brief.slug, ask.now)
    if not cast.choices or cast.suspicion or not suspect:
        return cast
    return replace(cast, suspicion=TOO_FAST)


def suspected(context: Context, about: str, now: datetime) -> bool:
    """Count a vote in what its network may send; whether it is one of many at once about this.

    Raises TooMany.
    """
    count(context, now)
    return is_burst(context, about, now)
