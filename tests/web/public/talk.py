"""Somebody who comments on an idea, answers a comment, or reports one, without scripts."""

from dataclasses import dataclass

from collector.acts import desk
from collector.brief import COMMENT, REPORT
from collector.entries import Comment, Idea, Report, State
from collector.moderation import Move
from collector.store import Store, reads
from tests.web.visitor import Page, Visitor

RYE = {"title": "Rye", "text": "Dark and dense", "role": "customer"}
FORMS = {"comment": COMMENT, "report": REPORT}
FIRST = {"comment": {"text": "I would come for that"}, "report": {"why": "unkind"}}


@dataclass
class Talk:
    """One shown idea, and what a visitor says about it."""

    visitor: Visitor
    store: Store
    idea: Idea

    @classmethod
    def begun(cls, visitor: Visitor, store: Store, title: str = "Rye") -> "Talk":
        visitor.sends(RYE | {"title": title})
        idea = list(reads.ideas(store, "bread"))[-1]
        approve(store, visitor, idea.ref)
        return cls(visitor, store, idea)

    def path(self, kind: str = "comment") -> str:
        return f"/collect/-/ideas/{self.idea.ref}/{kind}"

    def asks(self, kind: str = "comment", to: str = "", **answers: str) -> Page:
        """The first step, from the idea's page."""
        on = {"_comment": to} if to else {}
        form = self.visitor.form_hash(self.idea.challenge, FORMS[kind])
        return self.visitor.posts(self.path(kind), {"_form": form, **on, **answers})

    def confirms(self, page: Page, kind: str = "comment") -> Page:
        return self.visitor.confirms(page, self.path(kind))

    def sends(self, kind: str = "comment", to: str = "", **answers: str) -> str:
        """Both steps; the receipt's code."""
        page = self.asks(kind, to, **(answers or FIRST[kind]))
        return self.visitor.thanks(self.confirms(page, kind)).receipt()

    def says(self, text: str, to: str = "", **answers: str) -> Comment:
        """A comment that the owner has approved."""
        self.sends("comment", to, text=text, **answers)
        comment = self.comments()[-1]
        approve(self.store, self.visitor, comment.ref)
        return self.comments()[-1]

    def comments(self) -> list[Comment]:
        return list(reads.comments(self.store, self.idea.challenge))

    def reports(self, about: str = "") -> list[Report]:
        return list(reads.reports(self.store, about or self.idea.ref))

    def moves(self, move: Move, ref: str) -> None:
        desk.decide(self.store, move, [ref], "ada", self.visitor.clock.now)


def approve(store: Store, visitor: Visitor, ref: str) -> None:
    entry = reads.entry(store, ref)
    assert entry is not None
    if entry.state is not State.APPROVED:
        desk.decide(store, Move.APPROVE, [ref], "ada", visitor.clock.now)
