"""What the public may see of one challenge, as plain frozen values.

PublishedData ── ideas: PublishedIdea ── answers: PublishedAnswer …, replies: PublishedReply …
              ├─ counts: Counts
              └─ results: form's name → FormResult ── questions: QuestionResult …

As a document it obeys `schema.json`, which is a contract: docs/published.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from collector.analysis import QuestionResult
from collector.brief import Phase
from collector.entries import Progress

SCHEMA = 2
"""Goes up when a reader of the older documents would misread the new ones."""


@dataclass(frozen=True)
class PublishedAnswer:
    """One answer that its question's author made public; `id` is the question's."""

    id: str
    label: str
    text: str


@dataclass(frozen=True)
class PublishedReply:
    """What the owner answered; the garden's public name signs it."""

    text: str
    on: date


@dataclass(frozen=True)
class PublishedComment:
    """A comment that is shown, with the comments that reply to it."""

    ref: str
    text: str
    on: date
    name: str = ""
    replies: tuple["PublishedComment", ...] = ()


@dataclass(frozen=True)
class PublishedVotes:
    """What the votes on an idea say; `n` counts its voters, those of merged ideas with them.

    `apart` counts the votes beside them that can't be told apart, or are suspect.
    """

    n: int
    values: Mapping[str, int] = field(default_factory=dict)
    """By value, in the order of the voting's kind: `yes`, `up`, `4`."""
    apart: int = 0
    score: float | None = None
    """What it is ranked by, as its voting's kind says; None below what a rank takes."""
    rank: int | None = None


@dataclass(frozen=True)
class MergedIdea:
    """An idea that was merged into the one it stands at; its address leads there."""

    ref: str
    title: str


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


@dataclass(frozen=True)
class Counts:
    """How many ideas are shown, and how many responses each form has."""

    ideas: int = 0
    responses: Mapping[str, int] = field(default_factory=dict)
    apart: Mapping[str, int] = field(default_factory=dict)
    """Those beside them that may be somebody's second."""


@dataclass(frozen=True)
class FormResult:
    """What a survey or poll brought; `n` counts its responses.

    `apart` counts those beside them that may be somebody's second; they are in no other count.
    """

    label: str
    n: int
    questions: tuple[QuestionResult, ...] = ()
    apart: int = 0

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        questions = [question.to_document() for question in self.questions]
        told = {"label": self.label, "n": self.n, "apart": self.apart}
        return {**told, "questions": questions}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "FormResult":
        """The result that gave this document. Raises KeyError, TypeError, ValueError."""
        questions = tuple(QuestionResult.from_document(each) for each in document["questions"])
        return cls(document["label"], document["n"], questions, document.get("apart", 0))


@dataclass(frozen=True)
class PublishedData:
    """All that pages, feeds and scripts know of a challenge's entries."""

    challenge: str
    title: str
    as_of: datetime
    phase: Phase
    opens: datetime | None = None
    closes: datetime | None = None
    ideas: tuple[PublishedIdea, ...] = ()
    counts: Counts = Counts()
    results: Mapping[str, FormResult] = field(default_factory=dict)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {
            "schema": SCHEMA,
            "challenge": self.challenge,
            "title": self.title,
            "as_of": self.as_of.isoformat(timespec="seconds"),
            "phase": self.phase.value,
            "opens": _time(self.opens),
            "closes": _time(self.closes),
            "ideas": [_idea_to_document(idea) for idea in self.ideas],
            "counts": {name: _plain(each) for name, each in vars(self.counts).items()},
            "results": {name: result.to_document() for name, result in self.results.items()},
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "PublishedData":
        """The data that gave this document. Raises KeyError, TypeError, ValueError."""
        if document["schema"] != SCHEMA:
            raise ValueError(f"schema {document['schema']!r}")
        opens, closes = document["opens"], document["closes"]
        return cls(
            challenge=document["challenge"],
            title=document["title"],
            as_of=datetime.fromisoformat(document["as_of"]),
            phase=Phase(document["phase"]),
            opens=None if opens is None else datetime.fromisoformat(opens),
            closes=None if closes is None else datetime.fromisoformat(closes),
            ideas=tuple(_idea_from_document(idea) for idea in document["ideas"]),
            counts=Counts(**document["counts"]),
            results={
                name: FormResult.from_document(result)
                for name, result in document["results"].items()
            },
        )


def _plain(count: int | Mapping[str, int]) -> int | dict[str, int]:
    return count if isinstance(count, int) else dict(count)


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


def _idea_to_document(idea: PublishedIdea) -> dict[str, Any]:
    return {
        "ref": idea.ref,
        "title": idea.title,
        "received": idea.received.isoformat(),
        "progress": idea.progress.value,
        "answers": [
            {"id": answer.id, "label": answer.label, "text": answer.text} for answer in idea.answers
        ],
        "byline": idea.byline,
        "sample": idea.sample,
        "replies": [{"text": reply.text, "on": reply.on.isoformat()} for reply in idea.replies],
        "tags": list(idea.tags),
        "progressed": None if idea.progressed is None else idea.progressed.isoformat(),
        "votes": None if idea.votes is None else _votes_to_document(idea.votes),
        "comments": [_comment_to_document(each) for each in idea.comments],
        "merged": [{"ref": each.ref, "title": each.title} for each in idea.merged],
    }


def _votes_to_document(votes: PublishedVotes) -> dict[str, Any]:
    return {**vars(votes), "values": dict(votes.values)}


def _comment_to_document(comment: PublishedComment) -> dict[str, Any]:
    return {
        "ref": comment.ref,
        "text": comment.text,
        "on": comment.on.isoformat(),
        "name": comment.name,
        "replies": [_comment_to_document(each) for each in comment.replies],
    }


def _comment_from_document(document: Mapping[str, Any]) -> PublishedComment:
    return PublishedComment(
        ref=document["ref"],
        text=document["text"],
        on=date.fromisoformat(document["on"]),
        name=document["name"],
        replies=tuple(_comment_from_document(each) for each in document["replies"]),
    )


def _idea_from_document(document: Mapping[str, Any]) -> PublishedIdea:
    return PublishedIdea(
        ref=document["ref"],
        title=document["title"],
        received=date.fromisoformat(document["received"]),
        progress=Progress(document["progress"]),
        answers=tuple(PublishedAnswer(**answer) for answer in document["answers"]),
        byline=document["byline"],
        sample=document["sample"],
        replies=tuple(
            PublishedReply(reply["text"], date.fromisoformat(reply["on"]))
            for reply in document["replies"]
        ),
        tags=tuple(document["tags"]),
        progressed=None
        if document["progressed"] is None
        else date.fromisoformat(document["progressed"]),
        votes=None if document["votes"] is None else PublishedVotes(**document["votes"]),
        comments=tuple(_comment_from_document(each) for each in document["comments"]),
        merged=tuple(MergedIdea(**each) for each in document["merged"]),
    )
