"""What the public may see of what was said about an idea: comments, and the owner's answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self


@dataclass(frozen=True)
class PublishedReply:
    """What the owner answered; the garden's public name signs it."""

    text: str
    on: date

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {"text": self.text, "on": self.on.isoformat()}

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The reply that gave this document. Raises KeyError, TypeError, ValueError."""
        return cls(document["text"], date.fromisoformat(document["on"]))


@dataclass(frozen=True)
class PublishedComment:
    """A comment that is shown, with the comments that reply to it.

    Where its author took it back and replies are shown, its place stands for them, without words.
    """

    ref: str
    text: str
    """Empty: taken back."""
    on: date
    name: str = ""
    replies: tuple["PublishedComment", ...] = ()
    answers: tuple[PublishedReply, ...] = ()
    """What the owner answered."""

    @property
    def count(self) -> int:
        """How many comments this is, with the replies to it."""
        return bool(self.text) + sum(each.count for each in self.replies)

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values, as `schema.json` says."""
        return {
            "ref": self.ref,
            "text": self.text,
            "on": self.on.isoformat(),
            "name": self.name,
            "replies": [each.to_document() for each in self.replies],
            "answers": [each.to_document() for each in self.answers],
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The comment that gave this document. Raises KeyError, TypeError, ValueError."""
        return cls(
            ref=document["ref"],
            text=document["text"],
            on=date.fromisoformat(document["on"]),
            name=document["name"],
            replies=tuple(cls.from_document(each) for each in document["replies"]),
            answers=tuple(PublishedReply.from_document(each) for each in document["answers"]),
        )
