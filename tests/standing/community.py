"""A community in plain Python: what was said, and what anybody may see of it. The machine's model.

Every text is one word that nobody else says, so that a page shows just what its words tell.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")
WAITING, APPROVED, REJECTED, SPAM = "waiting", "approved", "rejected", "spam"
WITHDRAWN, ERASED = "withdrawn", "erased"
ENDS = {WITHDRAWN, ERASED}
TARGETS = {"approve": APPROVED, "reject": REJECTED, "spam": SPAM, "reopen": WAITING}
MOST = 3
"""Ideas that one person may vote for."""


@dataclass(frozen=True)
class Stretch:
    """A dated phase: from one local midnight to another."""

    begins: datetime
    ends: datetime
    acts: frozenset[str]
    shows: frozenset[str]


WEEKS = (
    ({"submit", "comment"}, {"ideas", "counts"}),
    ({"submit", "vote", "comment"}, {"ideas", "counts"}),
    ({"vote"}, {"ideas"}),
    ({"submit"}, set()),
)
FIRST = datetime(2026, 11, 2, tzinfo=ZONE)
STRETCHES = tuple(
    Stretch(
        FIRST + timedelta(weeks=n),  # by the calendar, so that clocks may change in between
        FIRST + timedelta(weeks=n + 1),
        frozenset(WEEKS[n % 4][0]),
        frozenset(WEEKS[n % 4][1]),
    )
    for n in range(28)
)


def phases() -> str:
    """The stretches as a brief writes them."""
    lines = []
    for n, each in enumerate(STRETCHES):
        last = each.ends - timedelta(days=1)
        acts = "".join(f", {act}" for act in sorted(each.acts))
        shows = f", show {' and '.join(sorted(each.shows))}" if each.shows else ""
        lines.append(f"- Week {n + 1}: {each.begins:%Y-%m-%d} to {last:%Y-%m-%d}{acts}{shows}")
    return "phases:\n" + "\n".join(lines)


@dataclass
class Answer:
    """The owner's, to an idea or comment."""

    ref: str
    word: str


@dataclass
class Thought:
    """An idea: its public words, and one that only the owner may read."""

    ref: str
    code: str
    title: str
    text: str
    private: str
    state: str = WAITING
    progress: str = "open"
    merged: str = ""
    answers: list[Answer] = field(default_factory=list)

    @property
    def words(self) -> set[str]:
        return {self.title, self.text, self.private, *(each.word for each in self.answers)}


@dataclass
class Remark:
    """A comment, or with a parent a reply to one."""

    ref: str
    code: str
    about: str
    parent: str
    word: str
    name: str
    state: str = WAITING
    answers: list[Answer] = field(default_factory=list)

    @property
    def words(self) -> set[str]:
        return {self.word, self.name, *(each.word for each in self.answers)}


@dataclass
class Model:
    """All of it."""

    now: datetime
    ideas: dict[str, Thought] = field(default_factory=dict)
    remarks: dict[str, Remark] = field(default_factory=dict)
    votes: dict[tuple[str, str], str] = field(default_factory=dict)
    """By idea and voter, in the order in which they were said last."""
    apart: dict[str, int] = field(default_factory=dict)
    """By idea, votes that can't be told apart."""
    erased: set[str] = field(default_factory=set)
    """Words."""
    numbers: "count[int]" = field(default_factory=count)

    def word(self) -> str:
        return f"zq{next(self.numbers)}qz"

    # what may be done, and seen, at the moment

    @property
    def stretch(self) -> Stretch | None:
        return next((each for each in STRETCHES if each.begins <= self.now < each.ends), None)

    def allows(self, act: str) -> bool:
        return self.stretch is not None and act in self.stretch.acts

    def shows(self, what: str) -> bool:
        return self.stretch is None or what in self.stretch.shows

    def is_seen(self, idea: Thought) -> bool:
        return idea.state == APPROVED and self.shows("ideas")

    def standing(self, ref: str) -> str:
        """Where the pointers lead, as long as what they lead to is approved."""
        onward = self.ideas[ref].merged
        while onward and self.ideas[onward].state == APPROVED:
            ref, onward = onward, self.ideas[onward].merged
        return ref

    def takes_part(self, ref: str) -> bool:
        """Whether the idea can be voted and commented on, time aside."""
        return self.is_seen(self.ideas[ref]) and self.standing(ref) == ref

    def used(self, voter: str) -> int:
        return sum(self.takes_part(idea) for idea, who in self.votes if who == voter)

    def may_vote(self, ref: str, voter: str) -> bool:
        if not (self.allows("vote") and self.takes_part(ref)):
            return False
        return not voter or (ref, voter) in self.votes or self.used(voter) < MOST

    def may_merge(self, ref: str, into: str) -> bool:
        one, other = self.ideas[ref], self.ideas[into]
        if ref == into or one.merged or {one.state, other.state} - {WAITING, APPROVED}:
            return False
        onward = into
        while onward := self.ideas[onward].merged:
            if onward == ref:
                return False
        return self.standing(into) == into

    # what is done

    def vote(self, ref: str, voter: str, value: str) -> None:
        if not voter:
            self.apart[ref] = self.apart.get(ref, 0) + 1
        elif self.votes.get((ref, voter)) != value:
            self.votes.pop((ref, voter), None)
            if value:
                self.votes[ref, voter] = value

    def erase(self, ref: str) -> None:
        gone: list[Thought | Remark] = [each for each in [self.ideas.get(ref)] if each]
        gone += [each for each in self.remarks.values() if ref in (each.ref, each.about)]
        for each in gone:
            if each.state != ERASED:
                self.erased |= each.words
                each.state, each.answers = ERASED, []
        if ref in self.ideas:
            self.ideas[ref].merged = ""
            self.ideas[ref].progress = "open"
            self.apart.pop(ref, None)
            for pair in [pair for pair in self.votes if pair[0] == ref]:
                del self.votes[pair]

    # what everybody sees

    def seen(self) -> dict[str, list[str]]:
        """What stands, while it is shown at all."""
        return self.sets() if self.shows("ideas") else {}

    def sets(self) -> dict[str, list[str]]:
        """By each idea that stands: itself, and those at it."""
        refs = [ref for ref, idea in self.ideas.items() if idea.state == APPROVED]
        sets: dict[str, list[str]] = {ref: [ref] for ref in refs if self.standing(ref) == ref}
        for ref in refs:
            if ref not in sets:
                sets[self.standing(ref)].append(ref)
        return sets

    def counted(self, members: list[str]) -> tuple[int, int, int]:
        """For, against, and apart: each voter of the set once, with what they said last."""
        said = {who: value for (idea, who), value in self.votes.items() if idea in members}
        values = [*said.values()]
        apart = sum(self.apart.get(each, 0) for each in members)
        return values.count("up"), values.count("down"), apart

    def stands(self, remark: Remark) -> bool:
        """Whether its words are shown where its idea is."""
        if remark.state != APPROVED:
            return False
        parent = self.remarks.get(remark.parent)
        return parent is None or parent.state in {APPROVED, *ENDS}

    def spoken(self, ref: str) -> list[Remark]:
        """The comments below an idea whose words are shown."""
        return [each for each in self.remarks.values() if each.about == ref and self.stands(each)]

    def said(self, ref: str) -> set[str]:
        """Their words."""
        return {word for each in self.spoken(ref) for word in each.words}

    def page(self, ref: str, members: list[str]) -> set[str]:
        """The words on the page of an idea that stands."""
        own = self.ideas[ref]
        told = {own.title, own.text, *(each.word for each in own.answers)}
        told |= {self.ideas[each].title for each in members}
        return told.union(*(self.said(each) for each in members))

    def public(self) -> set[str]:
        """Every word that may be anywhere in public."""
        sets = self.seen()
        told = {word for ref, members in sets.items() for word in self.page(ref, members)}
        merged = [self.ideas[each] for members in sets.values() for each in members]
        return told | {answer.word for each in merged for answer in each.answers}
