"""What the public may see of one idea, as plain frozen values.

PublishedIdea ── answers: PublishedAnswer …
              ├─ replies: PublishedReply …
              ├─ votes: PublishedVotes, once counts are shown
              ├─ jury: PublishedJury, once it picked the idea or its score is told
              ├─ benefit: PublishedBenefit, as far as its owner shows it
              ├─ comments: PublishedComment … ── replies: PublishedComment …
              └─ merged: MergedIdea …
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from collector.entries import Pick, Progress
from collector.published.benefit import PublishedBenefit
from collector.published.comment import PublishedComment, PublishedReply


@dataclass(frozen=True)
class PublishedAnswer:
    """One answer that its question's author made public; `id` is the question's."""

    id: str
    label: str
    text: str


@dataclass(frozen=True)
class PublishedVotes:
    """What the votes on an idea say; `n` counts its voters, those of merged ideas with them.

    `apart` counts the votes beside them that can't be told apart, or are suspect. What an idea is
    ranked by moves with every vote on any other and is on no page: it makes no difference.
    """

    n: int
    values: Mapping[str, int] = field(default_factory=dict)
    """By value, in the order of the voting's kind: `yes`, `up`, `4`."""
    apart: int = 0
    score: float | None = field(default=None, compare=False)
    """What it is ranked by, as its voting's kind says; None below what a rank takes."""
    rank: int | None = None
    rising: float | None = field(default=None, compare=False)
    """How fast it gains of late, as its voting's kind says; None below what that takes."""


@dataclass(frozen=True)
class PublishedJury:
    """What a jury made of an idea. Who judged it and how, is never told."""

    pick: Pick = Pick.NONE
    score: float | None = None
    """From 0 to 100; None unless the brief says that scores are told."""

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {"pick": self.pick.value, "score": self.score}

    @classmethod
    def from_document(cls, document: Mapping[str, Any] | None) -> Self | None:
        """What gave this document; None for None. Raises KeyError, ValueError."""
        return None if document is None else cls(Pick(document["pick"]), document["score"])


@dataclass(frozen=True)
class MergedIdea:
    """An idea that was merged into the one it stands at; its address leads there."""

    ref: str
    title: str
    replies: tuple[PublishedReply, ...] = ()
    comments: tuple[PublishedComment, ...] = ()
    credit: str = ""
    """Its author's name, if they agreed to be named as a contributor."""


@dataclass(frozen=True)
class PublishedIdea:
    """An idea that is shown. `received` is a day: minutes would tell who was in the shop."""

    ref: str
    title: str
    received: date
    progress: Progress = Progress.OPEN
    answers: tuple[PublishedAnswer, ...] = ()
    byline: str = ""
    sample: bool = False
    replies: tuple[PublishedReply, ...] = ()
    tags: tuple[str, ...] = ()
    progressed: date | None = None
    """The day when its progress last changed."""
    votes: PublishedVotes | None = None
    """None while counts are not shown, or where nobody votes on one idea."""
    comments: tuple[PublishedComment, ...] = ()
    """The oldest first, each with its replies."""
    merged: tuple[MergedIdea, ...] = ()
    """The ideas that were merged into this one."""
    benefit: PublishedBenefit | None = None
    """What it brought; None where nothing of it is shown."""
    credit: str = ""
    """Its author's name, if they agreed to be named as a contributor."""
    honours: tuple[str, ...] = ()
    """The months whose idea it was, as `2026-11`."""
    jury: PublishedJury | None = None
    """What its jury made of it; None where nothing of that is told."""

    @property
    def credits(self) -> tuple[str, ...]:
        """The names of those whose idea it is and who agreed to be named, each once."""
        names = (self.credit, *(each.credit for each in self.merged))
        return tuple(dict.fromkeys(filter(None, names)))

    @property
    def said(self) -> int:
        """How many comments are shown with it, replies and those on merged ideas among them."""
        merged = (comment for idea in self.merged for comment in idea.comments)
        return sum(each.count for each in (*self.comments, *merged))

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {
            "ref": self.ref,
            "title": self.title,
            "received": self.received.isoformat(),
            "progress": self.progress.value,
            "answers": [
                {"id": answer.id, "label": answer.label, "text": answer.text}
                for answer in self.answers
            ],
            "byline": self.byline,
            "sample": self.sample,
            "replies": [each.to_document() for each in self.replies],
            "tags": list(self.tags),
            "progressed": None if self.progressed is None else self.progressed.isoformat(),
            "votes": None if self.votes is None else _votes_to_document(self.votes),
            "comments": [each.to_document() for each in self.comments],
            "merged": [_merged_to_document(each) for each in self.merged],
            "benefit": None if self.benefit is None else self.benefit.to_document(),
            "credit": self.credit,
            "honours": list(self.honours),
            "jury": None if self.jury is None else self.jury.to_document(),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The idea that gave this document. Raises KeyError, TypeError, ValueError."""
        return cls(
            ref=document["ref"],
            title=document["title"],
            received=date.fromisoformat(document["received"]),
            progress=Progress(document["progress"]),
            answers=tuple(PublishedAnswer(**answer) for answer in document["answers"]),
            byline=document["byline"],
            sample=document["sample"],
            replies=tuple(PublishedReply.from_document(each) for each in document["replies"]),
            tags=tuple(document["tags"]),
            progressed=None
            if document["progressed"] is None
            else date.fromisoformat(document["progressed"]),
            votes=None if document["votes"] is None else PublishedVotes(**document["votes"]),
            comments=tuple(PublishedComment.from_document(each) for each in document["comments"]),
            merged=tuple(_merged_from_document(each) for each in document["merged"]),
            benefit=PublishedBenefit.from_document(document.get("benefit")),
            credit=document.get("credit", ""),
            honours=tuple(document.get("honours", ())),
            jury=PublishedJury.from_document(document.get("jury")),
        )


def _merged_to_document(idea: MergedIdea) -> dict[str, Any]:
    return {
        "ref": idea.ref,
        "title": idea.title,
        "replies": [each.to_document() for each in idea.replies],
        "comments": [each.to_document() for each in idea.comments],
        "credit": idea.credit,
    }


def _merged_from_document(document: Mapping[str, Any]) -> MergedIdea:
    return MergedIdea(
        ref=document["ref"],
        title=document["title"],
        replies=tuple(PublishedReply.from_document(each) for each in document["replies"]),
        comments=tuple(PublishedComment.from_document(each) for each in document["comments"]),
        credit=document.get("credit", ""),
    )


def _votes_to_document(votes: PublishedVotes) -> dict[str, Any]:
    return {**vars(votes), "values": dict(votes.values)}
