"""A small challenge in a store, with votes, ballots, comments and decisions on its ideas."""

from datetime import datetime

from collector.brief import (
    Brief,
    Form,
    FormKind,
    Group,
    Page,
    Question,
    Shape,
    Voting,
    VotingKind,
)
from collector.brief.built_in import forms_for
from collector.entries import (
    Ballot,
    Comment,
    Comparison,
    Decision,
    Idea,
    Report,
    State,
    Vote,
    new_reference,
)
from collector.form import define, labels
from collector.garden import Garden
from collector.store import Store, writes
from collector.store import votes as kept_votes
from tests.kept import NOW, brief, idea

TITLE = Question("title", "Title", Shape.TEXT, required=True, public=True)
FORM = Form("idea", FormKind.IDEA, "Idea", pages=(Page((TITLE,)),))
BUILT_IN = forms_for([FORM], "en", comments=True)
HOUR = NOW.replace(minute=0)


def challenge(kind: VotingKind = VotingKind.UPDOWN, **facts) -> Brief:
    """One that asks for ideas, which are voted on and commented on."""
    told = {"voting": Voting(kind), "comments": True, **facts}
    return brief(FORM, **told)


GROUPS = (Group("staff", "Staff"), Group("guests", "Guests"))


class Talk:
    """What is said, put into a store as acts put it there."""

    def __init__(self, garden: Garden, store: Store) -> None:
        self.garden = garden
        self.store = store

        for form in (FORM, *BUILT_IN):
            kept = define(form)
            told = (form.name, kept.hash, kept.to_document(), labels(form), "en")
            writes.keep_definition(store, "bread", *told)

    def keep(self, *entries: object) -> None:
        self.store.transact(lambda store: [writes.add(store, each) for each in entries])

    def idea(self, title: str, **facts) -> Idea:
        kept = idea(FORM, {"title": title}, **facts)
        self.keep(kept)
        return kept

    def vote(self, about: Idea, voter: str, value: str, at: datetime = HOUR, **facts) -> Vote:
        told = {"ref": new_reference(), "challenge": "bread", "round": "1", **facts}
        vote = Vote(**told, idea=about.ref, voter=voter, value=value, at=at)
        self.store.transact(lambda store: kept_votes.put(store, vote))
        return vote

    def ballot(self, voter: str, *choices: str, **facts) -> None:
        told = {"ref": new_reference(), "challenge": "bread", "round": "1", **facts}
        self.keep(Ballot(**told, voter=voter, choices=choices, at=HOUR))

    def comparison(self, voter: str, left: str, right: str, choice: str, **facts) -> None:
        told = {"ref": new_reference(), "challenge": "bread", "round": "1", **facts}
        self.keep(Comparison(**told, voter=voter, left=left, right=right, choice=choice, at=HOUR))

    def comment(self, about: Idea, text: str, name: str = "", **facts) -> Comment:
        form = define(BUILT_IN[0])
        answers = {"text": text, **({"name": name} if name else {})}
        told = {"ref": new_reference(), "state": State.APPROVED, "received": NOW, **facts}
        kept = Comment(
            challenge="bread",
            form=form.name,
            form_hash=form.hash,
            answers=answers,
            about=about.ref,
            **told,
        )
        self.keep(kept)
        return kept

    def report(self, about: Idea, words: str) -> Report:
        form = define(BUILT_IN[1])
        kept = Report(
            ref=new_reference(),
            challenge="bread",
            form=form.name,
            form_hash=form.hash,
            answers={"why": "unkind", "words": words},
            state=State.WAITING,
            received=NOW,
            about=about.ref,
        )
        self.keep(kept)
        return kept

    def decide(self, about: Idea, move: str, after: State, at: datetime = NOW) -> Decision:
        kept = Decision.on(about, move, after, "maja", at)
        self.keep(kept)
        return kept
