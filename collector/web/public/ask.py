"""What somebody asks for with a vote: the idea, what is said of it, and by whom."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from flask import request

from collector import moderation, voting
from collector.acts import vote as votes
from collector.acts.receipt import code_hash
from collector.brief import Brief, address_of
from collector.entries import Idea
from collector.errors import Refused, TooMany, Unknown
from collector.store import reads
from collector.voting import BURST, BURST_SECONDS, TOO_FAST, TRAP
from collector.web.context import Context, current
from collector.web.public.arrival import read_form
from collector.web.public.person import Person
from collector.web.tokens import FormToken, new_submission, seconds
from collector.words import speak

FORM = "_vote"
"""What its token says that it is for."""
WEBSITE = "_website"
"""A field that people do not see; what fills it in is suspected."""


@dataclass(frozen=True)
class Ask:
    """`ref` names the idea, `kit` are our own fields, `value` what the vote says."""

    context: Context
    brief: Brief
    ref: str
    value: str
    kit: Mapping[str, str]
    now: datetime

    @property
    def idea(self) -> Idea:
        """As it is kept now. Raises Unknown."""
        idea = reads.idea(self.context.store, self.ref)
        if idea is None:
            raise Unknown("vote-unknown")
        return idea

    @property
    def title(self) -> str:
        """The idea's; empty where the public does not see it."""
        idea = self.idea
        seen = moderation.visible(idea, self.brief, self.now)
        return str(idea.answers.get("title", "")) if seen else ""

    @property
    def action(self) -> str:
        return f"/collect/-/ideas/{self.ref}/vote"

    @property
    def page(self) -> str:
        """The path of the idea's page on the site."""
        return page_of(self.brief, self.ref)

    @property
    def digest(self) -> str:
        """What tells this vote from another."""
        return hashlib.sha256(json.dumps([self.ref, self.value]).encode()).hexdigest()

    def saying(self, value: str) -> "Ask":
        """The same, about another value."""
        return replace(self, value=value)

    def sealed(self) -> str:
        """A token for exactly this vote, with a new submission's id."""
        token = FormToken(
            challenge=self.brief.slug,
            form=FORM,
            submission=new_submission(),
            at=seconds(self.now),
            digest=self.digest,
            trapped=bool(self.kit.get(WEBSITE)),
        )
        return self.context.tokens.seal(token)

    def cast(self, person: Person, token: FormToken | None = None) -> votes.Cast:
        """What is to be kept; with a token it gets the receipt of that submission."""
        cast = votes.Cast(
            brief=self.brief,
            idea=self.ref,
            value=self.value,
            voter=self.key(person),
            proof=person.proof,
            suspicion=TRAP if self.kit.get(WEBSITE) or (token and token.trapped) else "",
        )
        if token is None:
            return cast
        told = hashlib.sha256(f"{token.submission}/{self.digest}".encode()).hexdigest()
        return replace(cast, code_hash=code_hash(self.code(token)), digest=told)

    def code(self, token: FormToken) -> str:
        """The code of the vote's receipt, made of its submission's id, which is never stored."""
        return self.context.tokens.code(f"{FORM}/{token.submission}")

    def key(self, person: Person) -> str:
        """The voter key; empty where nobody can tell who it is."""
        return person.voter(self.brief.slug, voting.on_ideas(self.brief).round)


def page_of(brief: Brief, ref: str) -> str:
    """The path of an idea's page on the site."""
    return address_of(brief, f"ideas/{ref}/")


def from_form(ref: str) -> Ask:
    """A form post. Raises Unknown where there is no such idea, Refused for what can't be read."""
    sent = {name: texts[-1] for name, texts in read_form(request).items()}
    return _ask(ref, "" if "_back" in sent else sent.get("value", ""), sent)


def from_script(ref: str) -> Ask:
    """A script's post: `{"value": "yes", "_voter": …}`. Raises the same."""
    try:
        sent = json.loads(request.get_data())
    except (ValueError, RecursionError):
        raise Refused("json-shape") from None
    if not isinstance(sent, dict) or not all(isinstance(each, str) for each in sent.values()):
        raise Refused("json-shape")
    if "value" not in sent:
        raise Refused("json-shape")
    return _ask(ref, sent["value"], sent)


def _ask(ref: str, value: str, kit: Mapping[str, str]) -> Ask:
    context = current()
    home = context.homes.of(context.store, ref)
    brief = context.live().briefs.get(home) if home else None
    if brief is None:
        raise Unknown("vote-unknown")
    spoken = brief.spoken(kit.get("_lang", ""))
    speak(spoken.language)
    return Ask(context, spoken, ref, value, kit, context.clock())


def take_limit(ask: Ask, cast: votes.Cast) -> votes.Cast:
    """Count it in what its network may send; beyond a burst it is suspect. Raises TooMany."""
    count(ask.context, ask.now)
    if cast.value == voting.TAKEN_BACK or cast.suspicion:
        return cast
    burst = is_burst(ask.context, cast.idea, ask.now)
    return replace(cast, suspicion=TOO_FAST) if burst else cast


def count(context: Context, now: datetime) -> None:
    """Count a vote in what its network may send. Raises TooMany."""
    allowed = context.garden.settings.limits.votes
    context.limits.take("votes", request.remote_addr or "", allowed, now)


def is_burst(context: Context, about: str, now: datetime) -> bool:
    """Whether a vote is one of many at once about this from its network."""
    minute = int(now.timestamp()) // BURST_SECONDS
    try:
        context.limits.take(f"votes {about} {minute}", request.remote_addr or "", BURST, now)
    except TooMany:
        return True
    return False
