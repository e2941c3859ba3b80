"""The made-up community of the demo: what its visitors send, and what its owner makes of it.

samples.json ─ plant ─► entries at the public address, decisions and votes by acts
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from collector import form, kit, pages, store
from collector.acts import ballot, benefit, desk, measure, progress, tags, vote
from collector.acts.deal import Deck, deal
from collector.acts.merge import Merging, merge
from collector.acts.receipt import code_hash
from collector.brief import COMMENT, Brief
from collector.cli.judged import judge
from collector.cli.place import now, opened
from collector.cli.visitor import Visitor
from collector.entries import Progress
from collector.errors import Unknown
from collector.form.measured import Measured
from collector.garden import Garden
from collector.moderation import Move
from collector.store import Store, reads
from collector.web.tokens import FormToken, Tokens, new_submission

BY = "corner bakery"
DECISIONS = {"approve": Move.APPROVE, "reject": Move.REJECT, "spam": Move.SPAM}

WRITTEN_FOR = timedelta(minutes=1)
"""How long a sample's visitor seems to have taken."""

MEASURED = {
    "packaging": {29: 117, 22: 112, 15: 114, 8: 109, 1: 105},
    "new-breads": {9: 25, 2: 27},
}
"""What was measured so many days ago, by challenge."""

Sample = Mapping[str, Any]


@dataclass
class Community:
    """Those who send, with the garden that they send to."""

    garden: Garden
    kept: Store
    visitor: Visitor
    briefs: Mapping[str, Brief]
    clock: Callable[[], datetime] = now
    refs: dict[str, str] = field(default_factory=dict)
    """Of the ideas, by title."""
    sent: int = 0

    def sends(self, sample: Sample, name: str, **about: str) -> str:
        """One entry, through the address that everybody uses; its ref."""
        asked = self.briefs[sample["challenge"]].form(name)
        if asked is None:
            raise Unknown("no-form", form=name)
        place = f"-/ideas/{about['idea']}/comment" if about else f"{sample['challenge']}/{name}"
        token = self.token(place, sample, name)
        body = {"answers": sample["answers"], "_form": form.define(asked).hash, "_token": token}
        kit = {
            "_comment": about.get("comment", ""),
            "_variant": sample.get("variant", ""),
            "_voter": self.person(),
            **sample.get("kit", {}),
        }
        told = self.visitor.sends(place, body | kit)
        self.sent += 1
        receipt = reads.receipt(self.kept, code_hash(told["receipt"]))
        return receipt.about if receipt else ""

    def person(self) -> str:
        """What tells the sender's browser from others; empty where nothing does."""
        return ""

    def token(self, _place: str, sample: Sample, name: str) -> str:
        """What a browser would have been handed; only the kit's own token can say `sample`."""
        given = FormToken(
            challenge=sample["challenge"],
            form=name,
            submission=new_submission(),
            at=(self.clock() - WRITTEN_FOR).timestamp(),
            source="sample",
        )
        return Tokens(store.secret(self.garden)).seal(given)


def plant(garden: Garden, visitor: Visitor) -> int:
    """Send the samples, then decide as an owner would; how many entries there are of it."""
    samples = read()
    live = pages.live(garden)
    with opened(garden) as kept:
        community = Community(garden, kept, visitor, live.briefs if live else {})
        deal_variants(community, samples)
        for sample in samples:
            live_through(community, sample)
        fill_in_ballots(community, samples)
        judge(kept, community.briefs, community.refs, samples, community.clock())
        measure_all(community)
    return community.sent


def measure_all(community: Community) -> None:
    """What the owner measured since each challenge opened."""
    today = now().astimezone(community.garden.settings.zone).date()
    by = measure.By(BY, now())
    for slug, values in MEASURED.items():
        table = [Measured(today - timedelta(days=ago), each) for ago, each in values.items()]
        measure.bring_in(community.kept, community.briefs[slug], table, by)


def read() -> Sequence[Sample]:
    """What the kit brings along."""
    samples: Sequence[Sample] = json.loads((kit.DEMO / "samples.json").read_text("utf-8"))
    return samples


def live_through(community: Community, sample: Sample) -> None:
    """Sent, decided on, voted on, talked about, and brought on: as far as the sample says."""
    ref = community.sends(sample, sample["form"])
    if "title" in sample["answers"]:
        community.refs[sample["answers"]["title"]] = ref
    if sample["decision"] not in DECISIONS:
        return
    desk.decide(community.kept, DECISIONS[sample["decision"]], [ref], by=BY, now=community.clock())
    _vote(community, sample, ref)
    for comment in sample.get("comments", ()):
        discuss(community, sample, comment, {"idea": ref})
    _bring_on(community, sample, ref)


def _vote(community: Community, sample: Sample, ref: str) -> None:
    """As many people like the idea as the sample says."""
    brief = community.briefs[sample["challenge"]]
    for _ in range(sample.get("votes", 0)):
        cast = vote.Cast(brief=brief, idea=ref, value="yes", voter=new_submission())
        vote.cast(community.kept, cast, community.clock())


def discuss(
    community: Community, sample: Sample, comment: Sample, about: Mapping[str, str]
) -> None:
    """A comment that is shown, the owner's answer, and what others reply."""
    answers = {key: comment[key] for key in ("text", "name") if key in comment}
    said = {"challenge": sample["challenge"], "answers": answers}
    ref = community.sends(said, COMMENT, **about)
    desk.decide(community.kept, Move.APPROVE, [ref], by=BY, now=community.clock())
    if "reply" in comment:
        desk.reply(community.kept, ref, comment["reply"], by=BY, now=community.clock())
    for each in comment.get("comments", ()):
        discuss(community, sample, each, {**about, "comment": ref})


def _bring_on(community: Community, sample: Sample, ref: str) -> None:
    """What the owner makes of an idea: tags, an answer, a step, what it brings, a merger."""
    kept = community.kept
    if "tags" in sample:
        tags.tag(kept, ref, sample["tags"], by=BY, now=community.clock())
    if sample["reply"]:
        desk.reply(kept, ref, sample["reply"], by=BY, now=community.clock())
    if "progress" in sample:
        progress.progress(kept, Progress(sample["progress"]), [ref], by=BY, now=community.clock())
    if "benefit" in sample:
        told = benefit.Told(sample["benefit"], sample["benefit"].get("shown", ()))
        benefit.tell(kept, ref, told, by=BY, now=community.clock())
    if "into" in sample:
        merge(
            kept, ref, community.refs[sample["into"]], Merging(BY, community.clock(), sample["why"])
        )


def deal_variants(community: Community, samples: Sequence[Sample]) -> None:
    """Of those who were dealt a variant two in three have answered."""
    answered = Counter((each["challenge"], each["form"]) for each in samples if "variant" in each)
    for (slug, name), count in answered.items():
        brief = community.briefs[slug]
        if asked := brief.form(name):
            for _ in range(count * 3 // 2):
                now = community.clock()
                today = now.astimezone(community.garden.settings.zone).date()
                deal(community.kept, Deck(brief, asked), now, today)


def fill_in_ballots(community: Community, samples: Sequence[Sample]) -> None:
    """In each challenge whose samples say how many people back them."""
    backed = [each for each in samples if "ballots" in each]
    for brief in community.briefs.values():
        _fill_in_ballots(community, brief, backed)


def _fill_in_ballots(community: Community, brief: Brief, backed: Sequence[Sample]) -> None:
    """As many people spend their budget on each idea as its sample says, as far as it reaches."""
    wanted = [each for each in backed if each["challenge"] == brief.slug]
    for turn in range(max((each["ballots"] for each in wanted), default=0)):
        left, choices = float(brief.voting.budget or 0) if brief.voting else 0.0, []
        for each in wanted:
            if turn < each["ballots"] and float(each["answers"]["cost"]) <= left:
                left -= float(each["answers"]["cost"])
                choices.append(community.refs[each["answers"]["title"]])
        cast = ballot.Cast(brief=brief, choices=tuple(choices), voter=new_submission())
        ballot.cast(community.kept, cast, community.clock())
